package cn.suinian.settlement.lens.work;

/**
 * All rows of a list together.
 *
 * @param rows vendors' days
 * @param held those whose money is held
 */
public record WorkTotals(long rows, long score, long items, long waiting, long held) {}
