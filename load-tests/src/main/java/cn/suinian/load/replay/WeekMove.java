package cn.suinian.load.replay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** A move by whole weeks, back or forth. */
record WeekMove(long weeks) {

    /** The move that puts the week of the latest tap into the last week (Monday to Sunday) before today's. */
    static WeekMove intoThePast(List<FileTap> taps, LocalDate today) {
        LocalDate latest = taps.stream()
                .map(tap -> tap.at().toLocalDate())
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no tap to move"));
        return new WeekMove(ChronoUnit.WEEKS.between(mondayOf(latest), mondayOf(today)) - 1);
    }

    LocalDateTime moved(LocalDateTime time) {
        return time.plusWeeks(weeks);
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
