package cn.suinian.settlement.lens.work;

import cn.suinian.core.money.Payer;
import cn.suinian.settlement.lens.hold.HoldBlocker;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What speaks about a vendor on some business days.
 *
 * @param score of what was not explained, added up
 * @param items flags and findings; {@code Items.list} has them one by one
 * @param concernedFen what payers were to pay for the taps that it is about, in order of payers; a tap counts once, and
 *     what was explained does not count
 * @param holds those in force on the vendor up to the last of these days
 */
public record VendorCase(
        int vendorId,
        String vendorCode,
        String vendorName,
        LocalDate from,
        LocalDate to,
        long score,
        long items,
        long waiting,
        Map<Payer, Long> concernedFen,
        List<HoldBlocker> holds) {

    public VendorCase {
        concernedFen = Collections.unmodifiableMap(new LinkedHashMap<>(concernedFen));
        holds = List.copyOf(holds);
    }

    /** What all payers were to pay. */
    public long totalFen() {
        return concernedFen.values().stream().reduce(0L, Math::addExact);
    }
}
