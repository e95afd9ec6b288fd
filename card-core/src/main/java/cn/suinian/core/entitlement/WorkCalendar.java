package cn.suinian.core.entitlement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are workdays: Monday to Friday without public holidays, and the weekend days that the State Council makes
 * workdays in exchange.
 */
public record WorkCalendar(Set<LocalDate> holidays, Set<LocalDate> makeupWorkdays) {

    public WorkCalendar {
        holidays = Set.copyOf(holidays);
        makeupWorkdays = Set.copyOf(makeupWorkdays);
    }

    /** Whether people work on this day. */
    public boolean isWorkday(LocalDate day) {
        if (makeupWorkdays.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }
}
