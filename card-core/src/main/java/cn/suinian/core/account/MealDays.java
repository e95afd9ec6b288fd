package cn.suinian.core.account;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The days on which a holder had a subsidised lunch: the latest one and the 63 before it. Days and not counters,
 * because late taps arrive out of order and a limit must hold for the day and the week they were made in.
 *
 * @param lastDay the latest such day, in days since 1970-01-01
 * @param bits bit i: a lunch on {@code lastDay - i}
 */
public record MealDays(int lastDay, long bits) {

    /** How many days are remembered; far more than the latest a tap may arrive. */
    public static final int WIDTH = 64;

    /** No lunch yet. */
    public static final MealDays NONE = new MealDays(0, 0);

    /** Whether there was a lunch on this day. A day that is no longer remembered counts as taken. */
    public boolean takenOn(LocalDate day) {
        return taken(day.toEpochDay());
    }

    /** Lunches in the week, Monday to Sunday, that this day is in. */
    public int takenInWeekOf(LocalDate day) {
        long monday = day.with(DayOfWeek.MONDAY).toEpochDay();
        int count = 0;
        for (long each = monday; each < monday + 7; each++) {
            if (taken(each)) {
                count++;
            }
        }
        return count;
    }

    /** With a lunch on this day too. */
    public MealDays with(LocalDate day) {
        long epochDay = day.toEpochDay();
        if (epochDay > lastDay) {
            long ahead = epochDay - lastDay;
            return new MealDays(Math.toIntExact(epochDay), ahead >= WIDTH ? 1 : bits << ahead | 1);
        }
        long behind = lastDay - epochDay;
        return behind >= WIDTH ? this : new MealDays(lastDay, bits | 1L << behind);
    }

    /** As if there had been no lunch on this day; a day that is no longer remembered stays as it is. */
    public MealDays without(LocalDate day) {
        long behind = lastDay - day.toEpochDay();
        return behind < 0 || behind >= WIDTH ? this : new MealDays(lastDay, bits & ~(1L << behind));
    }

    private boolean taken(long epochDay) {
        if (bits == 0 || epochDay > lastDay) {
            return false;
        }
        long behind = lastDay - epochDay;
        return behind >= WIDTH || (bits >>> behind & 1) == 1;
    }
}
