/**
 * Money that is owed back to a family: they gave an allowance back that had been paid after a death, and then the bank
 * returned the very payment, so that the district has it twice.
 *
 * <p>What is owed follows from the lines of runs, what the bank said of them and what was collected: nothing is kept
 * that could be forgotten, and what a later run pays as arrears is owed no longer. That it was given back is said by
 * one person and booked by another, as the collection was. Rejected: refusing the bank's line, for the run could then
 * never be settled; and paying it with the next run, whose payee is the account that the payment came back from.
 *
 * <p>Imports {@code allowance}, which reads the table of refunds and nothing else of this, the pages of what is settled
 * in {@code outcome}, {@code ledger} and core.
 */
package cn.suinian.settlement.allowance.refund;
