/**
 * What vendors are owed of days that are sealed, added up once, of which days the money is that was not paid, and what
 * of one day was.
 *
 * <p>Here is one table, filled by a job after each seal, and the question up to which day it counts. A sum for each day
 * was rejected: it would have as many rows as the journal has days, vendors and payers, and nobody asks for the days
 * between. So was a sum that the database keeps by trigger: each entry of clearing would wait for its row. Unpaid days
 * begin from that sum; of the few vendors who were not paid all of it the journal tells every day. The database lets
 * the sums change only in the transaction that moves their day, since they decide what is paid.
 *
 * <p>Imports {@code payout.policy}, which judges; {@code payout} builds upon it.
 */
package cn.suinian.settlement.payout.carried;
