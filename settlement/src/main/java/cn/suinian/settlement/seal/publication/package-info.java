/**
 * What the public is told of a sealed day: totals by district, service and payer, in one signed JSON document that
 * names the seal.
 *
 * <p>Told are the approved taps that settle on the day (reversals are not taken off: they may be of other days), for
 * each district of hukou, service and payer together, for each of the three alone, and for all. Figures of fewer than
 * ten holders are withheld with as many more as hide them; the {@code policy} beside this decides. A day is published
 * once and kept as it was: a hukou that is corrected later would else give another document with the same name.
 *
 * <p>Rejected: publishing by canteen (a canteen serves few enough people to be known), a page rendered at each request
 * (two readers could see two documents).
 *
 * <p>Imports the seal beside it, businessday's permits, and core.
 */
package cn.suinian.settlement.seal.publication;
