package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.settlement.lens.hold.HoldBlocker;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.lens.look.Lens;
import cn.suinian.settlement.payout.policy.Blocker;
import cn.suinian.settlement.payout.policy.Blocker.Kind;
import cn.suinian.settlement.reconciliation.OpenBreaks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What reconciliation and the lens have against paying a vendor, in the words of payouts. */
public final class OtherRooms {
    private OtherRooms() {}

    /**
     * Open breaks with their money, by payer, statements that were not compared, holds in force, and days that the lens
     * has not looked at.
     */
    public static PayoutBlockers all() {
        PayoutBlockers breaks = OtherRooms::breaks;
        return breaks.and(OtherRooms::statements).and(OtherRooms::holds).and(OtherRooms::days);
    }

    private static List<Blocker> breaks(Connection transaction, int vendorId, LocalDate throughDay)
            throws SQLException {
        List<Blocker> all = new ArrayList<>();
        for (Map.Entry<Payer, Long> each :
                OpenBreaks.moneyAtRisk(transaction, vendorId, throughDay).entrySet()) {
            all.add(new Blocker(
                    Kind.OPEN_BREAK, each.getValue(), "breaks:" + each.getKey().label()));
        }
        return all;
    }

    private static List<Blocker> statements(Connection transaction, int vendorId, LocalDate throughDay)
            throws SQLException {
        return OpenBreaks.daysNotCompared(transaction, vendorId, throughDay).stream()
                .map(day -> new Blocker(Kind.NOT_COMPARED, 0, day.toString()))
                .toList();
    }

    private static List<Blocker> days(Connection transaction, int vendorId, LocalDate throughDay) throws SQLException {
        return Lens.listNotLookedAt(transaction, throughDay).stream()
                .map(day -> new Blocker(Kind.NOT_LOOKED_AT, 0, day.toString()))
                .toList();
    }

    private static List<Blocker> holds(Connection transaction, int vendorId, LocalDate throughDay) throws SQLException {
        List<Blocker> all = new ArrayList<>();
        for (HoldBlocker each : Holds.blockers(transaction, vendorId, throughDay)) {
            all.add(new Blocker(Kind.HOLD, 0, each.reference()));
        }
        return all;
    }
}
