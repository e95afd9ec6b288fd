/**
 * What a tap costs: {@code ./suinian bench}.
 *
 * <p>Figures of one machine on one day say little, ratios within one run say much. So {@link
 * cn.suinian.load.bench.Bench} measures what it compares in turn, several rounds long: a bare echo (what HTTP alone
 * costs here, {@link cn.suinian.load.bench.rival}), servers that write each tap by itself, and the gateway: with room
 * for all cards, as it is shipped, and cold. All of them, PostgreSQL and the driver share the machine, and the
 * processor time of each is told apart.
 *
 * <p>No row pays for the one before it: {@link cn.suinian.load.bench.Calm} brings PostgreSQL to rest, and each round
 * has another order. No answer counts that is not true: MACs are sampled, and what was acknowledged is compared with
 * what is stored (docs/decisions.md, 256 to 259).
 *
 * <p>{@code --micro} measures the steps of a tap that only calculate, in {@code bench.micro}.
 */
package cn.suinian.load.bench;
