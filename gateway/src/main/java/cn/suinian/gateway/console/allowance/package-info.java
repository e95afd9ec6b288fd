/**
 * The old-age allowance: months and their runs, a run from the list to what the bank says, claims, and who is invited
 * to apply.
 *
 * <p>Every rule is settlement's. The pages say how far a run is, by when it must be further, who may take the next step
 * and why somebody may not, and lead from each figure to the people behind it. A run appears under its number: a list
 * that was made again is another run, so whoever acts on an old page is told that it changed. People appear by the
 * holder's number; whoever may see holders is led on to their page, and looking at one person's lines is in the audit
 * trail, as settlement keeps it.
 *
 * <p>Lists of all kinds share one template and {@link cn.suinian.gateway.console.allowance.ListView}; steps that move
 * money have a page of their own that says what happens. The pay file has names and accounts in it, so the password is
 * asked for again. Rejected: taking in the good lines of a bank's file (nobody knows what became of the others), and an
 * inbox of its own (the board of the month shows what waits, and {@code AllowanceInbox} gives it to everybody's inbox).
 *
 * <p>Imports approval, form, page and route of the console, holder.word, the office; settlement's allowance.
 */
package cn.suinian.gateway.console.allowance;
