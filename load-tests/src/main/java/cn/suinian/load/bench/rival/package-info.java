/**
 * What the gateway is measured against: processes of their own, started by {@link cn.suinian.load.bench.Bench} with the
 * gateway's libraries on their class path.
 *
 * <p>{@link cn.suinian.load.bench.rival.Echo} does nothing but HTTP, on the same server library and on every core: what
 * a tap costs beyond it is ours.
 *
 * <p>Imports Vert.x and the JDK; whoever starts a rival knows it by its name only.
 */
package cn.suinian.load.bench.rival;
