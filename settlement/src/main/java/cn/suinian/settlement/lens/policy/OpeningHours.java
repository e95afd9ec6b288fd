package cn.suinian.settlement.lens.policy;

import java.time.LocalTime;

/**
 * When places of a kind are open, in Shenzhen's time; past midnight when they close before they open.
 *
 * @param from open from this minute on
 * @param to shut from this minute on
 */
public record OpeningHours(LocalTime from, LocalTime to) {

    public OpeningHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a place that is always open has no hours");
        }
    }

    /** Whether they are open. */
    public boolean cover(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
