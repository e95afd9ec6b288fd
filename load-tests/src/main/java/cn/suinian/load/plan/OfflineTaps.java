package cn.suinian.load.plan;

import cn.suinian.load.city.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Taps of earlier days that terminals without a connection kept until now. */
final class OfflineTaps {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Rides rides;
    private final Lunches lunches;
    private final WorkCalendar calendar;
    private final Instant arrival;
    private final Duration lateLimit;

    OfflineTaps(Rides rides, Lunches lunches, WorkCalendar calendar, Instant arrival, Duration lateLimit) {
        this.rides = rides;
        this.lunches = lunches;
        this.calendar = calendar;
        this.arrival = arrival;
        this.lateLimit = lateLimit;
    }

    /** One to three workdays ago: a bus, and often a lunch. */
    void someWorkdaysAgo(Diary diary) {
        LocalDate day = diary.now.toLocalDate();
        for (int back = 1 + diary.random.nextInt(3); back > 0; back--) {
            day = calendar.workdayBefore(day);
        }
        at(diary, day.atTime(8, diary.random.nextInt(60)), () -> {
            rides.board(Story.LATE_OFFLINE, diary);
            if (diary.chance(60)) {
                diary.now = diary.now.with(LocalTime.of(11, diary.random.nextInt(60)));
                lunches.eat(Story.LATE_OFFLINE, diary);
            }
        });
    }

    /** A lunch on the last day off before the day of the plan. */
    void onADayOff(Diary diary) {
        LocalDate day = diary.now.toLocalDate().minusDays(1);
        while (calendar.isWorkday(day)) {
            day = day.minusDays(1);
        }
        at(diary, day.atTime(12, diary.random.nextInt(60)), () -> lunches.eat(Story.WEEKEND_LUNCH, diary));
    }

    /** A bus of five to fifteen days before the late limit. */
    void tooLate(Diary diary) {
        LocalDate limit = arrival.minus(lateLimit).atZone(SHANGHAI).toLocalDate();
        LocalDate day = limit.minusDays(5 + diary.random.nextInt(10));
        LocalDateTime today = diary.now;
        diary.now = day.atTime(9, 0);
        rides.board(Story.TOO_LATE, diary);
        diary.now = today;
    }

    /** Writes into the past and comes back; leaves it when the past is too near to the late limit. */
    private void at(Diary diary, LocalDateTime past, Runnable story) {
        Duration age = Duration.between(past.atZone(SHANGHAI).toInstant(), arrival);
        if (age.plus(MARGIN).compareTo(lateLimit) > 0) {
            return;
        }
        LocalDateTime today = diary.now;
        diary.now = past;
        story.run();
        diary.now = today;
    }
}
