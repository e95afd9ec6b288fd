/**
 * What the bank answers, on pages: status files and what each changed, and payments that came back.
 *
 * <p>A file is taken whole at once and by its hash only once, so the page behind an upload says what came of it and may
 * be looked at again by anybody; sending the file a second time leads to that same page. Rows that changed nothing
 * since the bank names no payment of ours, or says what cannot be, stand first, for somebody has to ask the bank.
 *
 * <p>A returned payment is owed again by itself. It stays on the worklist, and its vendor is paid nothing, until
 * another person than who took the file writes what was wrong.
 *
 * <p>Rejected: progress while a file is read (a status file has one row for a payment, and is read in a second).
 *
 * <p>Imports word beside it, form, page and route of the console; settlement's payout.
 */
package cn.suinian.gateway.console.payout.bank;
