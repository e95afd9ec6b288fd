package cn.suinian.settlement.lens.hold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hold on payments to a vendor.
 *
 * @param placedBy staff number; null: the house placed it by itself
 * @param placedAs the name they sign in with, or the house's job
 * @param grounds how many flags and findings it rests on
 * @param waitingRequest number of the request to release it that waits for a decision; null: none waits
 * @param releasedAt null: it is in force
 */
public record Hold(
        long holdNo,
        int vendorId,
        String vendorCode,
        String vendorName,
        HeldDays days,
        String reason,
        @Nullable Long placedBy,
        String placedAs,
        Instant placedAt,
        long grounds,
        @Nullable Long waitingRequest,
        @Nullable Instant releasedAt) {

    /** Whether the house placed it, and no person. */
    public boolean madeByTheHouse() {
        return placedBy == null;
    }

    /** Whether payments are held by it. */
    public boolean inForce() {
        return releasedAt == null;
    }
}
