package cn.suinian.settlement.payout;

import cn.suinian.settlement.payout.policy.Blocker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** What another room has against paying a vendor: open breaks, holds. */
@FunctionalInterface
public interface PayoutBlockers {
    /** Nothing. */
    PayoutBlockers NONE = (transaction, vendorId, throughDay) -> List.of();

    /** All that stands now for a vendor up to and with a day, read in this transaction. */
    List<Blocker> of(Connection transaction, int vendorId, LocalDate throughDay) throws SQLException;

    /** What either has. */
    default PayoutBlockers and(PayoutBlockers other) {
        return (transaction, vendorId, throughDay) -> {
            List<Blocker> all = new java.util.ArrayList<>(of(transaction, vendorId, throughDay));
            all.addAll(other.of(transaction, vendorId, throughDay));
            return all;
        };
    }
}
