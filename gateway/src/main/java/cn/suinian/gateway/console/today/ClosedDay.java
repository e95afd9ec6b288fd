package cn.suinian.gateway.console.today;

import java.time.LocalDate;

/**
 * The totals of a business day that was closed.
 *
 * @param taps approved and cleared
 * @param subsidyFen owed to vendors for the taps
 * @param operatorSubsidyFen owed to vendors on top
 */
record ClosedDay(LocalDate day, long taps, long subsidyFen, long operatorSubsidyFen) {}
