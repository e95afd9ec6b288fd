package cn.suinian.settlement.lens.policy;

import cn.suinian.settlement.risk.policy.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Something about a vendor's day that somebody should look at.
 *
 * @param score 0 to 100: how hard it is to explain innocently
 * @param hours those it was judged by; null where hours have nothing to do with it
 */
public record Finding(
        int vendorId,
        FindingKind kind,
        int score,
        Evidence evidence,
        @Nullable OpeningHours hours) {

    private static final int AT_THE_LIMIT = 50;
    private static final int MOST = 95;

    /** A score that grows with how many times a limit was reached. */
    static int score(double timesTheLimit) {
        return (int) Math.min(MOST, AT_THE_LIMIT * timesTheLimit);
    }
}
