package cn.suinian.load.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday but for public holidays, and the weekend days that make up for a bridge.
 */
public record WorkCalendar(Set<LocalDate> holidays, Set<LocalDate> makeUpWorkdays) {

    /** A calendar that knows weekends only. */
    public static WorkCalendar ofWeekends() {
        return new WorkCalendar(Set.of(), Set.of());
    }

    public boolean isWorkday(LocalDate day) {
        if (makeUpWorkdays.contains(day)) {
            return true;
        }
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !holidays.contains(day);
    }

    /**
     * The latest workday with another one right after it, such that at least so many workdays lie between it and a day.
     */
    public LocalDate latestPairBefore(LocalDate day, int between) {
        LocalDate first = workdayBefore(day);
        while (!isWorkday(first)
                || !isWorkday(first.plusDays(1))
                || first.plusDays(1).datesUntil(day).filter(this::isWorkday).count() < between) {
            first = first.minusDays(1);
        }
        return first;
    }

    /** The last workday strictly before a day. */
    public LocalDate workdayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isWorkday(before)) {
            before = before.minusDays(1);
        }
        return before;
    }
}
