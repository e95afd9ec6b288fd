/**
 * What a tap costs: {@code ./suinian bench}.
 *
 * <p>Figures of one machine on one day say little, ratios within one run say much. So {@link
 * cn.suinian.load.bench.Bench} measures what it compares in turn, several rounds long: a bare echo (what HTTP alone
 * costs here, {@link cn.suinian.load.bench.rival}), the gateway with a statement for each tap, and the gateway as it is
 * shipped. All of them, PostgreSQL and the driver share the machine, and the processor time of each is told apart.
 *
 * <p>{@code --micro} measures the steps of a tap that only calculate, in {@code bench.micro}.
 */
package cn.suinian.load.bench;
