/**
 * What vendors are owed of days that are sealed, added up once.
 *
 * <p>Here is one table, filled by a job after each seal, and the question up to which day it counts. A sum for each day
 * was rejected: it would have as many rows as the journal has days, vendors and payers, and nobody asks for the days
 * between. So was a sum that the database keeps by trigger: each entry of clearing would wait for its row.
 *
 * <p>It knows the journal and business days by their tables, and nothing of payouts, which build upon it.
 */
package cn.suinian.settlement.payout.carried;
