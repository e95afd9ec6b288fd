package cn.suinian.settlement.payout;

import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.lens.look.Lens;
import cn.suinian.settlement.payout.policy.Blocker;
import cn.suinian.settlement.payout.policy.Blocker.Kind;
import cn.suinian.settlement.reconciliation.OpenBreaks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What reconciliation and the lens have against paying vendors, in the words of payouts. */
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

    private static Map<Integer, List<Blocker>> breaks(
            Connection transaction, List<Integer> vendors, LocalDate throughDay) throws SQLException {
        Map<Integer, List<Blocker>> all = new HashMap<>();
        OpenBreaks.moneyAtRisk(transaction, vendors, throughDay)
                .forEach((vendor, atRisk) -> all.put(
                        vendor,
                        atRisk.entrySet().stream()
                                .map(each -> new Blocker(
                                        Kind.OPEN_BREAK,
                                        each.getValue(),
                                        "breaks:" + each.getKey().label()))
                                .toList()));
        return all;
    }

    private static Map<Integer, List<Blocker>> statements(
            Connection transaction, List<Integer> vendors, LocalDate throughDay) throws SQLException {
        return each(
                OpenBreaks.daysNotCompared(transaction, vendors, throughDay),
                day -> new Blocker(Kind.NOT_COMPARED, 0, day.toString()));
    }

    private static Map<Integer, List<Blocker>> holds(
            Connection transaction, List<Integer> vendors, LocalDate throughDay) throws SQLException {
        return each(
                Holds.blockers(transaction, vendors, throughDay), hold -> new Blocker(Kind.HOLD, 0, hold.reference()));
    }

    /** Of all vendors alike: who has not been looked at is not known. */
    private static Map<Integer, List<Blocker>> days(Connection transaction, List<Integer> vendors, LocalDate throughDay)
            throws SQLException {
        List<Blocker> days = Lens.listNotLookedAt(transaction, throughDay).stream()
                .map(day -> new Blocker(Kind.NOT_LOOKED_AT, 0, day.toString()))
                .toList();
        Map<Integer, List<Blocker>> all = new HashMap<>();
        vendors.forEach(vendor -> all.put(vendor, days));
        return all;
    }

    private static <T> Map<Integer, List<Blocker>> each(Map<Integer, List<T>> found, Function<T, Blocker> blocker) {
        Map<Integer, List<Blocker>> all = new HashMap<>();
        found.forEach(
                (vendor, many) -> all.put(vendor, many.stream().map(blocker).toList()));
        return all;
    }
}
