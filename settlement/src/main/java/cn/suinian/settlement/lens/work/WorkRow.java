package cn.suinian.settlement.lens.work;

import cn.suinian.core.registry.VendorKind;
import java.time.LocalDate;

/**
 * A vendor's business day that something speaks about.
 *
 * @param items flags and findings
 * @param findings those of them that are about the whole day
 * @param waiting those of them that wait for an answer
 * @param held whether the day's money is held
 */
public record WorkRow(
        Key key,
        String vendorCode,
        String vendorName,
        VendorKind vendorKind,
        long items,
        long findings,
        long waiting,
        boolean held) {

    /**
     * Where a row stands in the list.
     *
     * @param score of what was not explained, added up
     */
    public record Key(long score, LocalDate day, int vendorId) {}

    /** The score. */
    public long score() {
        return key.score();
    }

    /** The business day. */
    public LocalDate day() {
        return key.day();
    }

    /** The vendor's number. */
    public int vendorId() {
        return key.vendorId();
    }
}
