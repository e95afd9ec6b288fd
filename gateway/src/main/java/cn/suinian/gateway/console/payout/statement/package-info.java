/**
 * Statements of account, on a page that can be printed and as CSV.
 *
 * <p>A statement is one page however long it is, up to the room's limit: it is printed and signed as a whole, and one
 * that came in parts would prove nothing. What is longer is a file.
 *
 * <p>Rejected: PDF made here (a browser prints what it shows, and there is one layout to keep instead of two).
 *
 * <p>Imports word beside it, form, page and route of the console; settlement's account.
 */
package cn.suinian.gateway.console.payout.statement;
