package cn.suinian.settlement.allowance;

import cn.suinian.settlement.allowance.AllowanceRun.State;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** By which day of its month a run has to have come how far (rules of 2020; DOMAIN A2). */
public enum Deadline {
    /** The list is made. */
    LIST(10),
    /** The district confirmed it. */
    CONFIRM(15),
    /** The payments are ordered. */
    PAY(20);

    private final int day;

    Deadline(int day) {
        this.day = day;
    }

    /** The day in a month. */
    public LocalDate in(YearMonth month) {
        return month.atDay(day);
    }

    /** What a run in this state has to meet next; empty: nothing any more. */
    public static Optional<Deadline> next(State state) {
        return switch (state) {
            case LISTED -> Optional.of(CONFIRM);
            case CONFIRMED, APPROVED -> Optional.of(PAY);
            case DISCARDED, PAY_FILE, RECONCILED -> Optional.empty();
        };
    }
}
