package cn.suinian.load.fake;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.plan.DayPlan;
import cn.suinian.load.plan.DayPlanner;
import cn.suinian.load.statement.Planting;
import cn.suinian.load.statement.Planting.Planted;
import cn.suinian.load.statement.Planting.TwoDays;
import cn.suinian.load.statement.Sales;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Wednesday and a Thursday of a city with three canteens, looked at on the Saturday after. */
public final class TwoSoldDays {
    public static final LocalDate WEDNESDAY = SmallCity.FRIDAY.minusDays(2);
    public static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);
    public static final LocalDate SATURDAY = WEDNESDAY.plusDays(3);
    public static final Map<String, String> KINDS = Map.of(
            "METRO", "METRO", "BUS", "BUS", "CANTEEN-1", "CANTEEN", "CANTEEN-2", "CANTEEN", "CANTEEN-3", "CANTEEN");

    private static final Instant ARRIVAL = SATURDAY.atTime(9, 0).toInstant(ZoneOffset.ofHours(8));
    private static final Duration LIMIT = Duration.ofDays(15);

    private TwoSoldDays() {}

    /** The plans of both days. */
    public static List<DayPlan> plans(long seed) {
        DayPlanner planner = new DayPlanner(city(), KINDS, WorkCalendar.ofWeekends(), WEDNESDAY, ARRIVAL, LIMIT, seed);
        return List.of(planner.plan(), planner.planNext(THURSDAY, 3));
    }

    public static TwoDays sold(long seed) {
        List<DayPlan> plans = plans(seed);
        return new TwoDays(
                WEDNESDAY,
                Sales.byVendor(plans.get(0).steps().toList()),
                THURSDAY,
                Sales.byVendor(plans.get(1).steps().toList()));
    }

    /** With differences in the statements. */
    public static Planted planted(TwoDays days) {
        return Planting.plant(days, KINDS, WorkCalendar.ofWeekends(), SATURDAY);
    }

    private static City city() {
        City small = SmallCity.withHolders(400);
        List<CityTerminal> terminals = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            terminals.add(SmallCity.terminal(i, "METRO", TapKind.TRANSIT));
            terminals.add(SmallCity.terminal(10 + i, "BUS", TapKind.TRANSIT));
            terminals.add(SmallCity.terminal(20 + i, "CANTEEN-" + i, TapKind.MEAL));
        }
        return new City(small.baseUrl(), terminals, small.cards());
    }
}
