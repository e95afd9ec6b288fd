/**
 * Bank accounts of vendors and payers, on pages: the one in force masked, a change that one person asks for and another
 * confirms, and everything that ever was.
 *
 * <p>Whoever confirms compares the number with the paper, so they have to see it in full: that is a post of its own, in
 * the audit trail, and its page is shown this once. Confirming stands on that page only; a button beside four masked
 * digits would be pressed.
 *
 * <p>Rejected: showing the number in full to whoever may prepare payments (a list of accounts is what a thief wants).
 *
 * <p>Imports word beside it, form, page and route of the console; settlement's bank accounts.
 */
package cn.suinian.gateway.console.payout.account;
