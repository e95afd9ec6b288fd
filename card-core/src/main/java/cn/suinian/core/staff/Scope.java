package cn.suinian.core.staff;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the city that somebody works for. A holder is visible to the city, to the district that serves the
 * holder, and to the counters of that district.
 *
 * @param district null: the whole city
 * @param counterId the counter whose stock and work it is; null: none, or every one of the district
 */
public record Scope(@Nullable District district, @Nullable Integer counterId) {

    /** Everything. */
    public static final Scope CITY = new Scope(null, null);

    public Scope {
        if (counterId != null && district == null) {
            throw new IllegalArgumentException("a counter stands in a district");
        }
    }

    /** The one payer whose money they see; empty: all. */
    public Optional<Payer> onlyPayer() {
        return district == null ? Optional.empty() : Optional.of(Payer.of(district));
    }

    /** Whether a holder whom this district serves is visible; null: a holder of no district yet. */
    public boolean sees(@Nullable District servedBy) {
        return district == null || servedBy == null || district == servedBy;
    }
}
