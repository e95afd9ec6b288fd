/**
 * Statements of account: what a vendor was owed and paid over some business days, by whom and for what, and the same
 * for a payer over all its vendors. Both begin with a balance, end with one, and everything in between is on them.
 *
 * <p>What taps came to stands in the lines of clearing and once more, as money, in the journal; everything else (a
 * figure adjusted, a payment, one that came back, an allowance) stands in the journal only. The balances come from the
 * journal alone. So a statement is a proof: its lines and entries lead from the first balance to the last to the fen,
 * or it is not given out. A last balance of today is the vendor's line of the trial balance.
 *
 * <p>Statements are of cleared days. Those never change, so the same statement may be made again years later, and a
 * long one may be written a day at a time with no connection held in between. A payer's accounts are those of what it
 * owes for each service and that of its bank; entries between two of its own accounts move nothing.
 *
 * <p>Amounts are seen from the vendor: above zero is owed by the payer to the vendor, below it was paid. Rejected:
 * statements of open days (they would differ tomorrow), one statement for each payer of a vendor (nobody could see the
 * whole), adding up taps (clearing did, and verification does once more).
 *
 * <p>Imports clearing's values, csv and core's.
 */
package cn.suinian.settlement.account;
