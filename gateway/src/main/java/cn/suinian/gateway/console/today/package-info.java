/**
 * Today's page: taps by service and outcome, declines by reason, subsidy by payer, the latest taps, and which business
 * day is open.
 *
 * <p>{@code TodayStore} asks, {@code TodayBoard} decides when it may ask again, {@code TodayPage} replies and
 * {@code TodayView} puts it into words. However many people look, one node asks once: at most every two seconds, and
 * never so often that the database spends more than a tenth of one processor on it.
 *
 * <p>A day has 3.2 million taps. Counting all of them took 4 to 5 s on two busy processors, counting those of the last
 * two minutes 5 to 9 ms. So the count of everything received up to two minutes ago is kept and only what came since is
 * counted, found by a BRIN index on the time of receipt. Every quarter of an hour the whole day is counted again, in
 * case a row appeared behind the mark (a node whose clock is far off). The latest taps are looked for in the last
 * minute, then the last hour, then the day: 6 to 14 ms in a busy city, where sorting the day took over 5 s.
 *
 * <p>A tap that was undone stays in the count of approved taps, since it was made and approved; its subsidy is taken
 * off every sum of money and told apart. The day's reversals are few and are counted whole each time.
 *
 * <p>Rejected: counters kept by the tap path (a row that every tap would fight over, or figures that differ from the
 * taps); a B-tree on the time of receipt (a page to write per tap); reading the last 256 pages of the partition by
 * ctid, which finds the latest taps as fast (9 to 16 ms) and without an index, but neither what came since a moment
 * nor what arrived late for earlier days.
 *
 * <p>Imports core's values and the pages' shared room.
 */
package cn.suinian.gateway.console.today;
