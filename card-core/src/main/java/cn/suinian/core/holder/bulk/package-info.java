/**
 * Bulk registration: a community's list becomes holders.
 *
 * <p>A file goes through four stages. {@code receive} reads it at once, refuses what is no list of people, and stages
 * its rows sealed. The check then asks the register about every row and registers nobody; a clerk sees what it would
 * come to, takes the list of errors home, and lets it begin or not. The run registers whoever is fit. Whoever has the
 * name and birthday of somebody else waits for a clerk to compare, after the run.
 *
 * <p>{@link cn.suinian.core.holder.bulk.BulkRounds} does a chunk of 500 rows in a transaction that also says how far
 * the file is: nothing is done twice and nothing is lost when a node is killed, and any node goes on. A file is at one
 * node at a time (an advisory lock until the end of the chunk). A chunk is one entry of the audit trail: one entry a
 * row would hold the head of the trail, which every clerk of the city waits for, a hundred thousand times. From which
 * row of which file somebody was registered stands in {@code bulk_registration} for good.
 *
 * <p>A run goes on in the name of whoever let it begin, with their right to register and no other. When they are
 * disabled, or lose the role or the district, it stops before the next chunk and another clerk may let it go on. The
 * check registers nobody and goes on.
 *
 * <p>The rules are the register's: {@link cn.suinian.core.holder.register.ManyRegistrations} has no others than a
 * counter. The check is no promise; the run asks again, under the same locks as a counter.
 *
 * <p>What was sent is forgotten when the file is done, but for rows that wait for a clerk; reasons, by row and column
 * and with a masked number, are kept for thirty days. Afterwards the same file may be sent again.
 *
 * <p>Rejected: the file kept on disk or in one large value (a node that goes on would read all of it again), one
 * transaction for all (a kill at the end loses all, and locks 100,000 names), COPY (the rules are in Java).
 *
 * <p>Imports audit, crypto, holder with its parts, postgres, refusal and staff.
 */
package cn.suinian.core.holder.bulk;
