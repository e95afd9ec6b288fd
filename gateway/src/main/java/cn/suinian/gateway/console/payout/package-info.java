/**
 * Paying vendors, on pages: what would be paid now, batches and what becomes of them, files, and what waits for a
 * second person.
 *
 * <p>The rules are the room's ({@code settlement.payout}): it decides three times what is paid, and refuses. Pages say
 * beforehand what it would say, so that nobody learns from a refusal what a line of the page could have told: why a
 * vendor is withheld and where what holds it stands, who may approve, and why the reader may not. Money moves behind a
 * page of its own that says how much, to how many, and that it cannot be taken back.
 *
 * <p>Whoever prepares sends along what they saw; when something else is payable meanwhile, they see that first. A list
 * of payments is read as a whole, since a payer has some hundred vendors, and shown a page at a time.
 *
 * <p>Rejected: one button that approves and sends (the bank's file would be made by whoever happens to be second, not
 * by whoever gives it to the bank), and a page that refreshes itself (what one is about to sign must stand still).
 *
 * <p>Imports word beside it, form, page and route of the console; offices; settlement's payout.
 */
package cn.suinian.gateway.console.payout;
