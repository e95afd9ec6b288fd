package cn.suinian.gateway.office;

import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.lens.hold.Hold;
import cn.suinian.settlement.lens.hold.HoldFilter;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.payout.PayoutLists;
import cn.suinian.settlement.payout.policy.Outstanding;
import cn.suinian.settlement.payout.policy.Plan.Withheld;
import cn.suinian.settlement.payout.policy.Withholding;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Money that is owed up to a business day and held by name, which keeps no day from being paid. Blocks. */
public final class HeldMoney {

    private static final int PAGE = 200;
    private static final HoldFilter IN_FORCE = new HoldFilter(null, true, false);

    private final PayoutLists lists;
    private final Holds holds;

    HeldMoney(PayoutLists lists, Holds holds) {
        this.lists = lists;
        this.holds = holds;
    }

    /**
     * A vendor whose money is held.
     *
     * @param fen what payers owe it up to the day
     * @param holds in force that start no later, the first of them first
     */
    public record HeldVendor(int vendorId, String code, String name, long fen, List<Hold> holds) {}

    /** By vendor code. A day that has not come as far as payment has none. */
    public List<HeldVendor> through(Actor actor, LocalDate day) throws SQLException {
        if (!actor.may(Permission.LENS_VIEW) || !actor.may(Permission.PAYOUT_VIEW)) {
            return List.of();
        }
        Map<Integer, List<Hold>> inForce = inForce(actor).stream()
                .filter(hold ->
                        hold.days().from() == null || !hold.days().from().isAfter(day))
                .collect(Collectors.groupingBy(Hold::vendorId));
        return inForce.isEmpty() ? List.of() : vendors(lists.outstanding(actor, day), inForce);
    }

    private List<Hold> inForce(Actor actor) throws SQLException {
        List<Hold> all = new ArrayList<>();
        List<Hold> page = holds.list(actor, IN_FORCE, null, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = holds.list(actor, IN_FORCE, page.get(page.size() - 1).holdNo(), PAGE);
        }
        return all;
    }

    private static List<HeldVendor> vendors(List<Outstanding> payers, Map<Integer, List<Hold>> inForce) {
        Map<Integer, HeldVendor> found = new LinkedHashMap<>();
        payers.stream()
                .map(payer -> payer.plan().withheld())
                .flatMap(List::stream)
                .filter(vendor -> vendor.fen() > 0 && vendor.mainReason() == Withholding.HELD)
                .forEach(vendor -> found.merge(
                        vendor.vendorId(),
                        held(vendor, inForce),
                        (one, other) -> new HeldVendor(
                                one.vendorId, one.code, one.name, Math.addExact(one.fen, other.fen), one.holds)));
        return found.values().stream()
                .sorted(Comparator.comparing(HeldVendor::code))
                .toList();
    }

    private static HeldVendor held(Withheld vendor, Map<Integer, List<Hold>> inForce) {
        List<Hold> of = inForce.getOrDefault(vendor.vendorId(), List.of()).stream()
                .sorted(Comparator.comparingLong(Hold::holdNo))
                .toList();
        String name = of.isEmpty() ? "" : of.get(0).vendorName();
        return new HeldVendor(vendor.vendorId(), vendor.vendorCode(), name, vendor.fen(), of);
    }
}
