package cn.suinian.load.plan;

import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.TapKind;
import java.time.LocalTime;

/** Lunches, first and second, in and out of the window. */
final class Lunches {
    private static final LocalTime EARLIEST = LocalTime.of(10, 35);
    private static final LocalTime LATEST = LocalTime.of(12, 50);

    private final Places places;

    Lunches(Places places) {
        this.places = places;
    }

    /** Goes to lunch when it is early enough; some go twice, to another canteen if there is one nearby. */
    void lunch(Diary diary) {
        if (diary.now.toLocalTime().isAfter(LATEST)) {
            return;
        }
        if (diary.chance(3)) {
            LocalTime early = LocalTime.of(9, 5 + diary.random.nextInt(50));
            diary.now = diary.now.with(early);
            eat(Story.LUNCH_OUTSIDE_HOURS, diary);
        }
        if (diary.now.toLocalTime().isBefore(EARLIEST)) {
            diary.now = diary.now.with(EARLIEST);
        }
        diary.minutesPass(0, 20);
        eat(Story.LUNCH, diary);
        diary.minutesPass(5, 15);
        if (diary.chance(6)) {
            eat(Story.SECOND_LUNCH, diary);
        }
    }

    void eat(Story story, Diary diary) {
        CityTerminal till = places.till(diary.random);
        long priceFen = diary.chance(10) ? 300 + diary.random.nextInt(200) : 800 + 50L * diary.random.nextInt(35);
        diary.send(story, till, diary.fresh(till, TapKind.MEAL, priceFen, null));
    }
}
