package cn.suinian.settlement.payout;

import cn.suinian.settlement.payout.policy.Blocker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What another room has against paying vendors: open breaks, holds. */
@FunctionalInterface
public interface PayoutBlockers {
    /** Nothing. */
    PayoutBlockers NONE = (transaction, vendors, throughDay) -> Map.of();

    /** All that stands now for each of these vendors up to and with a day, read in this transaction. */
    Map<Integer, List<Blocker>> of(Connection transaction, List<Integer> vendors, LocalDate throughDay)
            throws SQLException;

    /** What either has. */
    default PayoutBlockers and(PayoutBlockers other) {
        return (transaction, vendors, throughDay) -> {
            Map<Integer, List<Blocker>> all = new HashMap<>();
            for (PayoutBlockers each : List.of(this, other)) {
                each.of(transaction, vendors, throughDay)
                        .forEach((vendor, found) -> all.computeIfAbsent(vendor, any -> new ArrayList<>())
                                .addAll(found));
            }
            return all;
        };
    }
}
