package cn.suinian.settlement.lens.hold;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.lens.item.LensRefusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The business days that a hold is about.
 *
 * @param from null: all there are and will be
 * @param to the last one; null together with from
 */
public record HeldDays(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** All of a vendor. */
    public static final HeldDays ALL = new HeldDays(null, null);

    private static final int LONGEST_DAYS = 366;

    public HeldDays {
        boolean whole = from == null && to == null;
        if (!whole && (from == null || to == null || to.isBefore(from) || longest(from, to))) {
            throw new RefusedException(LensRefusal.DAYS_INVALID, "days");
        }
    }

    /** One day. */
    public static HeldDays of(LocalDate day) {
        return new HeldDays(day, day);
    }

    /** Whether this day is one of them. */
    public boolean include(LocalDate day) {
        return from == null || to == null || (!day.isBefore(from) && !day.isAfter(to));
    }

    private static boolean longest(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS;
    }

    @Override
    public String toString() {
        return from == null ? "ALL" : from + "/" + to;
    }
}
