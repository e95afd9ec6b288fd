/**
 * Clearing: what the taps of one business day came to, and the journal entries that say who owes it to whom.
 *
 * <p>{@link cn.suinian.settlement.clearing.Clearing} adds a day up in the database, in one pass over its taps, per
 * vendor, payer and service; nothing but sums leaves PostgreSQL, so the size of a day costs no heap. Approved taps that
 * nobody subsidises keep a line of their own under payer code 0, so that lines and taps always agree in number and
 * gross amount. Declined taps are counted by reason and carry no money.
 *
 * <p>A journal entry is one row with a debit account, a credit account and an amount above zero (the model of
 * TigerBeetle). Rejected: a header with two or more posting rows that a trigger or a deferred constraint adds up, which
 * can only detect an entry that does not balance; here it cannot be written down. Lines, accounts and entries refuse
 * UPDATE, DELETE and TRUNCATE with SQLSTATE 23001, and a key makes a second posting of a day impossible. Entries are
 * summaries: one per line and kind. The subsidy of the ticket or meal, the operator's subsidy per meal and the subsidy
 * for bringing it are kinds of their own between the same two accounts. What holders pay themselves stays between them
 * and the till.
 *
 * <p>A reversal settles in the open day, which may be later than its tap's. It is added up in a line of its own and
 * posted the other way round, from the vendor's account to the payer's, as an entry of its own kind. Rejected: taking
 * it off the day's line, which would be less than nothing for a vendor that only had reversals, could no longer be
 * compared with the taps row by row, and needs a signed amount in a journal that has none.
 *
 * <p>The scan is two queries in one: the day's own partition, and the late taps that settle in this day through the
 * partial index on those. One query over settle_date alone would have to read every partition, or pay for a full index
 * with every tap. Measured: 3.2 million taps of 400 vendors and 35,000 late ones closed in 10 s on two cores with much
 * else to do (19 s when PostgreSQL, without statistics, sorted instead of hashing), 50 MiB of heap.
 *
 * <p>Imports core's values, csv and JDBC; knows nothing of how a day gets closed.
 */
package cn.suinian.settlement.clearing;
