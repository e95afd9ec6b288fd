package cn.suinian.load.plan;

import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import java.util.List;

/** What holders do besides riding and eating, where the city has a place for it, and what tills take back. */
final class Errands {
    private final Places places;
    private final Rides rides;

    Errands(Places places, Rides rides) {
        this.places = places;
        this.rides = rides;
    }

    void run(Diary diary) {
        if (!places.venues().isEmpty() && diary.chance(20)) {
            visit(diary);
        }
        boolean disabled = diary.card.categories().contains("MODERATELY_DISABLED");
        if (!places.carers().isEmpty() && (disabled || diary.chance(3))) {
            care(diary);
        }
        if (!places.desks().isEmpty() && diary.chance(6)) {
            check(diary);
        }
        if (diary.chance(5)) {
            takeBackARide(diary);
        }
        if (diary.chance(5)) {
            takeBackAMeal(diary);
        }
    }

    private void visit(Diary diary) {
        CityTerminal door = diary.oneOf(places.venues());
        long priceFen = diary.chance(50) ? 0 : 100L * diary.random.nextInt(60);
        diary.send(Story.VISIT, door, diary.fresh(door, TapKind.VENUE, priceFen, null));
        diary.minutesPass(20, 60);
    }

    /** Prices that use a month's voucher up now and then. */
    private void care(Diary diary) {
        for (int visits = 1 + diary.random.nextInt(3); visits > 0; visits--) {
            CityTerminal carer = diary.oneOf(places.carers());
            long priceFen = diary.chance(10) ? 1 : 5_000L + diary.random.nextInt(90_000);
            Tap tap = diary.fresh(carer, TapKind.VOUCHER, priceFen, null);
            diary.send(Story.CARE, carer, tap);
            if (diary.chance(20)) {
                diary.reverse(Story.TAKEN_BACK, carer, tap);
            }
            diary.minutesPass(5, 30);
        }
    }

    private void check(Diary diary) {
        CityTerminal desk = diary.oneOf(places.desks());
        Tap tap = diary.fresh(desk, TapKind.ALLOWANCE, 0, null);
        diary.send(Story.IDENTITY_CHECK, desk, tap);
        if (diary.chance(20)) {
            diary.reverse(Story.NOTHING_TO_TAKE_BACK, desk, tap);
        }
    }

    /** Asked for before the tap is there, then twice; and the tap's own answer stays what it was. */
    private void takeBackARide(Diary diary) {
        CityTerminal bus = places.bus(diary.random);
        Tap tap = rides.boarding(diary, bus);
        diary.reverse(Story.NOTHING_TO_TAKE_BACK, bus, tap);
        diary.send(Story.BUS, bus, tap);
        diary.reverse(Story.TAKEN_BACK, bus, tap);
        diary.reverse(Story.TAKEN_BACK, bus, tap);
        diary.send(Story.RETRY, bus, tap);
    }

    /**
     * A lunch was brought, sent back, and a second one eaten; for those who had theirs there is nothing to take back.
     */
    private void takeBackAMeal(Diary diary) {
        CityTerminal till = places.till(diary.random);
        diary.now = diary.now.withHour(12).withMinute(diary.random.nextInt(40));
        List<TapContext> ways = List.of(TapContext.DELIVERED, TapContext.NOTHING_SAID);
        Tap brought = diary.fresh(till, TapKind.MEAL, 1_800, diary.oneOf(ways));
        diary.send(Story.MEAL_BROUGHT, till, brought);
        diary.reverse(Story.TAKEN_BACK, till, brought);
        diary.minutesPass(1, 3);
        diary.send(Story.MEAL_BROUGHT, till, diary.fresh(till, TapKind.MEAL, 1_500, TapContext.DELIVERED));
    }
}
