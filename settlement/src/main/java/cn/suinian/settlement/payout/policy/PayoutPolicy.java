package cn.suinian.settlement.payout.policy;

import cn.suinian.settlement.payout.policy.Plan.Due;
import cn.suinian.settlement.payout.policy.Plan.Reason;
import cn.suinian.settlement.payout.policy.Plan.Withheld;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides batches.
 *
 * @param toleranceFen open breaks of a vendor up to this much money together do not stop its payment
 */
public record PayoutPolicy(long toleranceFen) {
    private static final int LONGEST_DETAIL = 200;

    /** Any open break with money in it stops the payment. */
    public static final PayoutPolicy STRICT = new PayoutPolicy(0);

    /** Decides; a vendor to whom exactly nothing is payable is in neither list. */
    public Plan plan(List<Candidate> candidates) {
        List<Due> payments = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        candidates.stream()
                .filter(vendor -> vendor.payableFen() != 0)
                .sorted(Comparator.comparing(Candidate::vendorCode))
                .forEach(vendor -> {
                    List<Reason> reasons = reasons(vendor);
                    if (reasons.isEmpty()) {
                        long account = vendor.account().orElseThrow();
                        payments.add(new Due(vendor.vendorId(), vendor.vendorCode(), vendor.payableFen(), account));
                    } else {
                        withheld.add(
                                new Withheld(vendor.vendorId(), vendor.vendorCode(), vendor.payableFen(), reasons));
                    }
                });
        return new Plan(payments, withheld);
    }

    private List<Reason> reasons(Candidate vendor) {
        return Stream.of(
                        days(vendor),
                        look(vendor),
                        hold(vendor),
                        compared(vendor),
                        breaks(vendor),
                        returned(vendor),
                        change(vendor),
                        account(vendor),
                        owedBack(vendor))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Reason> days(Candidate vendor) {
        return reason(
                !vendor.daysNotApproved().isEmpty(),
                Withholding.DAY_NOT_APPROVED,
                vendor.daysNotApproved().stream().map(Object::toString));
    }

    private static Optional<Reason> look(Candidate vendor) {
        List<Blocker> days = of(vendor, Blocker.Kind.NOT_LOOKED_AT);
        return reason(!days.isEmpty(), Withholding.NOT_LOOKED_AT, days.stream().map(Blocker::reference));
    }

    private static Optional<Reason> hold(Candidate vendor) {
        List<Blocker> holds = of(vendor, Blocker.Kind.HOLD);
        return reason(!holds.isEmpty(), Withholding.HELD, holds.stream().map(Blocker::reference));
    }

    private static Optional<Reason> compared(Candidate vendor) {
        List<Blocker> days = of(vendor, Blocker.Kind.NOT_COMPARED);
        return reason(!days.isEmpty(), Withholding.NOT_COMPARED, days.stream().map(Blocker::reference));
    }

    private Optional<Reason> breaks(Candidate vendor) {
        List<Blocker> breaks = of(vendor, Blocker.Kind.OPEN_BREAK);
        long atRisk = breaks.stream().mapToLong(Blocker::fen).reduce(0, Math::addExact);
        return reason(
                atRisk > toleranceFen,
                Withholding.OPEN_BREAKS,
                Stream.concat(Stream.of(atRisk + " fen"), breaks.stream().map(Blocker::reference)));
    }

    private static Optional<Reason> returned(Candidate vendor) {
        List<Blocker> open = of(vendor, Blocker.Kind.OPEN_RETURN);
        return reason(!open.isEmpty(), Withholding.RETURN_OPEN, open.stream().map(Blocker::reference));
    }

    private static Optional<Reason> change(Candidate vendor) {
        return reason(vendor.accountChangeWaits(), Withholding.ACCOUNT_CHANGE_WAITING, Stream.of());
    }

    private static Optional<Reason> account(Candidate vendor) {
        return reason(vendor.account().isEmpty(), Withholding.ACCOUNT_MISSING, Stream.of());
    }

    private static Optional<Reason> owedBack(Candidate vendor) {
        return reason(vendor.payableFen() < 0, Withholding.OWED_BACK, Stream.of());
    }

    private static List<Blocker> of(Candidate vendor, Blocker.Kind kind) {
        return vendor.blockers().stream()
                .filter(blocker -> blocker.kind() == kind)
                .toList();
    }

    private static Optional<Reason> reason(boolean holds, Withholding code, Stream<String> details) {
        if (!holds) {
            return Optional.empty();
        }
        String detail = details.collect(Collectors.joining(" "));
        boolean tooLong = detail.length() > LONGEST_DETAIL;
        return Optional.of(new Reason(code, tooLong ? detail.substring(0, LONGEST_DETAIL - 1) + "…" : detail));
    }
}
