/**
 * What the gateway is measured against: processes of their own, started by {@link cn.suinian.load.bench.Bench} with the
 * gateway's libraries on their class path.
 */
package cn.suinian.load.bench.rival;
