package cn.suinian.settlement.lens.hold;

import org.jspecify.annotations.Nullable;

/**
 * Which holds.
 *
 * @param vendorId null: of all vendors
 * @param inForceOnly those that hold money now
 * @param waitingOnly those that somebody asked to release and nobody decided
 */
public record HoldFilter(@Nullable Integer vendorId, boolean inForceOnly, boolean waitingOnly) {

    /** All there ever were. */
    public static final HoldFilter ALL = new HoldFilter(null, false, false);
}
