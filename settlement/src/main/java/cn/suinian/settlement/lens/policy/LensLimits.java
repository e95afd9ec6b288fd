package cn.suinian.settlement.lens.policy;

import java.util.Map;

/**
 * What the lens judges by. The city changes them under two signatures, as {@code settlement.limit} has it; what it
 * does not say has the default.
 *
 * @param leastMeals meals, or people who ate, from which on a canteen's day is compared
 * @param leastCanteens canteens of a district that can be compared, from which on they are
 * @param outlierTenths tenths of a spread above the median from which on a canteen is out of line
 * @param shareFloorPermille the spread of shares is taken to be at least this
 * @param headFloorFen the spread of subsidies a head is taken to be at least this
 * @param outsideTaps approved taps outside hours from which on a vendor's day is noticed
 */
public record LensLimits(
        int leastMeals,
        int leastCanteens,
        int outlierTenths,
        int shareFloorPermille,
        int headFloorFen,
        int outsideTaps) {

    /** What holds until the city says otherwise. 3.5 spreads: Iglewicz and Hoaglin, 1993. */
    public static final LensLimits DEFAULT = new LensLimits(30, 5, 35, 50, 60, 3);

    /** The limits in these rows, by their names in the table. */
    public static LensLimits of(Map<String, Integer> rows) {
        return new LensLimits(
                rows.getOrDefault("LEAST_MEALS", DEFAULT.leastMeals),
                rows.getOrDefault("LEAST_CANTEENS", DEFAULT.leastCanteens),
                rows.getOrDefault("OUTLIER_TENTHS", DEFAULT.outlierTenths),
                rows.getOrDefault("SHARE_FLOOR_PERMILLE", DEFAULT.shareFloorPermille),
                rows.getOrDefault("HEAD_FLOOR_FEN", DEFAULT.headFloorFen),
                rows.getOrDefault("OUTSIDE_TAPS", DEFAULT.outsideTaps));
    }
}
