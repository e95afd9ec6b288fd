package cn.suinian.settlement.account;

import cn.suinian.core.refusal.RefusedException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Business days in a row, at most 366.
 *
 * @param from the first
 * @param to the last
 */
public record DayRange(LocalDate from, LocalDate to) {

    private static final int LONGEST_DAYS = 366;

    public DayRange {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw new RefusedException(AccountRefusal.DAYS_INVALID, "days");
        }
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
