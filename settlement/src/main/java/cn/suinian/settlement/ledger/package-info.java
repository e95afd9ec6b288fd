/**
 * The ledger beyond clearing: entries that people and payments make, one at a time.
 *
 * <p>Clearing posts a whole day set-based, from its lines. Everything else that moves money (an adjustment that two
 * people agreed on, a payment that was ordered, one that the bank returned, an allowance) is one
 * {@link cn.suinian.settlement.ledger.Entry} posted by {@link cn.suinian.settlement.ledger.Ledger} in the transaction
 * of the act it belongs to.
 *
 * <p>Such an entry stands in the business day that is open when it is made. The posting holds a share lock on the open
 * day's row until its transaction ends, and a cut needs that row: so a day that is cut has all its entries, and what is
 * cleared and sealed never changes. Rejected: dating an adjustment back to the day it corrects. Every figure that was
 * once published for that day would silently become another one.
 *
 * <p>What an entry is about is its reference, and the database takes each reference once for the same kind and
 * accounts, on whichever day: running an act again posts nothing again.
 *
 * <p>Imports core's values and JDBC.
 */
package cn.suinian.settlement.ledger;
