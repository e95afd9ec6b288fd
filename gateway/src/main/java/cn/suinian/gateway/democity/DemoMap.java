package cn.suinian.gateway.democity;

import cn.suinian.core.holder.District;
import cn.suinian.gateway.democity.CityPlan.Spot;

/**
 * Where things stand in the demo city. Made up: each terminal stands within a few hundred metres of a point near the
 * middle of its district, and no real station, canteen or office is meant.
 */
final class DemoMap {

    /** About a hundred metres. */
    private static final int STEP_E6 = 1_000;

    private static final int SIDE = 9;

    private DemoMap() {}

    /** A spot in a district; the same number is the same spot. */
    static Spot spot(District district, int number) {
        Spot middle = middle(district);
        int north = number % SIDE - SIDE / 2;
        int east = number / SIDE % SIDE - SIDE / 2;
        return new Spot(middle.latE6() + north * STEP_E6, middle.lonE6() + east * STEP_E6);
    }

    private static Spot middle(District district) {
        return switch (district) {
            case FUTIAN -> new Spot(22_541_000, 114_050_000);
            case LUOHU -> new Spot(22_555_000, 114_137_000);
            case NANSHAN -> new Spot(22_531_000, 113_930_000);
            case YANTIAN -> new Spot(22_557_000, 114_237_000);
            case BAOAN -> new Spot(22_555_000, 113_884_000);
            case LONGGANG -> new Spot(22_721_000, 114_247_000);
            case LONGHUA -> new Spot(22_697_000, 114_045_000);
            case PINGSHAN -> new Spot(22_708_000, 114_346_000);
            case GUANGMING -> new Spot(22_749_000, 113_936_000);
            case DAPENG -> new Spot(22_595_000, 114_480_000);
        };
    }
}
