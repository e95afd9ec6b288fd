/**
 * What the gateway is measured against: processes of their own, started by {@link cn.suinian.load.bench.Bench} with the
 * gateway's libraries on their class path. What was rejected stays here, so that the comparison can be repeated.
 *
 * <p>{@link cn.suinian.load.bench.rival.Echo} does nothing but HTTP, on the same server library and on every core: what
 * a tap costs beyond it is ours. {@link cn.suinian.load.bench.rival.OneByOne} does the same work as the gateway with
 * the gateway's own readers, keys and decision, and writes each tap by itself.
 *
 * <p>Imports Vert.x, core and, of the gateway, the readers and writers of the terminal protocol; whoever starts a rival
 * knows it by its name only.
 */
package cn.suinian.load.bench.rival;
