package cn.suinian.gateway.console.today;

import java.time.LocalDate;

/**
 * The totals of a business day that was closed.
 *
 * @param taps approved and cleared, with those that were taken back since
 * @param subsidyFen owed to vendors for the taps, less what was taken back on that day
 * @param operatorSubsidyFen owed to vendors on top, likewise
 */
record ClosedDay(LocalDate day, long taps, long subsidyFen, long operatorSubsidyFen) {}
