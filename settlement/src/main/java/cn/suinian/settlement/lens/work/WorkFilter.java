package cn.suinian.settlement.lens.work;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.registry.VendorKind;
import cn.suinian.settlement.lens.item.LensRefusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which vendors' days.
 *
 * @param from first business day
 * @param to last one; at most 366 days
 * @param vendorKind null: every kind
 * @param itemKind a {@code FlagKind} or {@code FindingKind} of which there is one at least; null: any
 * @param waitingOnly those of which something waits for an answer
 * @param heldOnly those whose money is held
 * @param leastScore the score of what was not explained is at least this
 */
public record WorkFilter(
        LocalDate from,
        LocalDate to,
        @Nullable VendorKind vendorKind,
        @Nullable String itemKind,
        boolean waitingOnly,
        boolean heldOnly,
        long leastScore) {

    private static final int LONGEST_DAYS = 366;

    public WorkFilter {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw new RefusedException(LensRefusal.DAYS_INVALID, "days");
        }
    }

    /** Everything of these days. */
    public static WorkFilter of(LocalDate from, LocalDate to) {
        return new WorkFilter(from, to, null, null, false, false, 0);
    }

    /** As the audit trail keeps it. */
    Map<String, String> asValues() {
        Map<String, String> values = new TreeMap<>();
        values.put("days", from + "/" + to);
        values.put("vendorKind", vendorKind == null ? "" : vendorKind.name());
        values.put("itemKind", itemKind == null ? "" : itemKind);
        values.put("waitingOnly", Boolean.toString(waitingOnly));
        values.put("heldOnly", Boolean.toString(heldOnly));
        values.put("leastScore", Long.toString(leastScore));
        return values;
    }
}
