package cn.suinian.settlement.lens.policy;

import cn.suinian.settlement.risk.policy.Evidence;
import java.time.LocalTime;
import java.util.Optional;

/** Counts a vendor's approved taps of one day that were made when such a place is shut. */
public final class OutsideHours {

    private final OpeningHours hours;
    private long taps;
    private long outside;
    private LocalTime first = LocalTime.MAX;
    private LocalTime last = LocalTime.MIN;

    public OutsideHours(OpeningHours hours) {
        this.hours = hours;
    }

    /**
     * Some more taps of the same minute.
     *
     * @return whether they were made outside hours
     */
    public boolean add(LocalTime minute, long count) {
        taps += count;
        if (hours.cover(minute)) {
            return false;
        }
        outside += count;
        first = minute.isBefore(first) ? minute : first;
        last = minute.isAfter(last) ? minute : last;
        return true;
    }

    /** What is wrong, if it is as much as the limit. */
    public Optional<Finding> judge(int vendorId, LensLimits limits) {
        if (outside < limits.outsideTaps()) {
            return Optional.empty();
        }
        Evidence evidence = new Evidence()
                .with("taps", outside)
                .with("ofTaps", taps)
                .with("earliest", first.toString())
                .with("latest", last.toString())
                .with("openFrom", hours.from().toString())
                .with("openTo", hours.to().toString());
        int score = Finding.score((double) outside / limits.outsideTaps());
        return Optional.of(new Finding(vendorId, FindingKind.OUTSIDE_HOURS, score, evidence, hours));
    }
}
