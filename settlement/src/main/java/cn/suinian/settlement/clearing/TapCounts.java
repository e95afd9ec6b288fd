package cn.suinian.settlement.clearing;

/**
 * How many taps a business day settled.
 *
 * @param late how many of both were made on an earlier day
 */
public record TapCounts(long approved, long declined, long late) {}
