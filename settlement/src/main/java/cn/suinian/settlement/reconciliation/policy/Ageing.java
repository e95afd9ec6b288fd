package cn.suinian.settlement.reconciliation.policy;

import cn.suinian.core.entitlement.WorkCalendar;
import java.time.LocalDate;

/** When a tap that is not stated has waited long enough. */
public final class Ageing {
    private Ageing() {}

    /**
     * The last business day whose taps are missing today: after it lie at least {@code slaDays} working days that are
     * over. With 2, the taps of a Monday are missing from Thursday on.
     */
    public static LocalDate lastOverdue(LocalDate today, int slaDays, WorkCalendar calendar) {
        LocalDate day = today.minusDays(1);
        int left = slaDays;
        while (left > 0) {
            if (calendar.isWorkday(day)) {
                left--;
            }
            day = day.minusDays(1);
        }
        return day;
    }
}
