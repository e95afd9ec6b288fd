package cn.suinian.settlement.payout.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is paid and who is not. No vendor is in both.
 *
 * @param payments by vendor code
 * @param withheld by vendor code
 */
public record Plan(List<Due> payments, List<Withheld> withheld) {

    /** Nobody. */
    public static final Plan NONE = new Plan(List.of(), List.of());

    /** A payment to make, above zero, to a version of the vendor's bank account. */
    public record Due(int vendorId, String vendorCode, long fen, long account) {}

    /** A vendor that is not paid; at least one reason. */
    public record Withheld(int vendorId, String vendorCode, long fen, List<Reason> reasons) {
        public Withheld {
            reasons = List.copyOf(reasons);
        }

        /** The first of its reasons; a hold counts before all others: whoever placed it answers for the money. */
        public Withholding mainReason() {
            return reasons.stream()
                    .map(Reason::code)
                    .filter(code -> code == Withholding.HELD)
                    .findFirst()
                    .orElseGet(() -> reasons.get(0).code());
        }

        String codes() {
            return reasons.stream().map(reason -> reason.code().name()).collect(Collectors.joining(" "));
        }
    }

    /** A reason, and what a clerk finds it by: days, numbers of breaks and holds; at most 200 characters. */
    public record Reason(Withholding code, String detail) {}

    /** A payment that is no longer right. */
    public record Change(String vendorCode, String before, String now) {}

    public Plan {
        payments = List.copyOf(payments);
        withheld = List.copyOf(withheld);
    }

    /** All payments together. */
    public long totalFen() {
        return payments.stream().mapToLong(Due::fen).reduce(0, Math::addExact);
    }

    /**
     * What is different now for the payments of this plan. A vendor that could be paid now and was withheld then is no
     * change: it is in the next batch.
     */
    public List<Change> changes(Plan now) {
        Map<Integer, Due> payable = now.payments.stream().collect(Collectors.toMap(Due::vendorId, Function.identity()));
        Map<Integer, Withheld> refused =
                now.withheld.stream().collect(Collectors.toMap(Withheld::vendorId, Function.identity()));
        List<Change> changes = new ArrayList<>();
        for (Due before : payments) {
            Due after = payable.get(before.vendorId);
            if (after == null) {
                Withheld why = refused.get(before.vendorId);
                String instead = why == null ? "0 fen" : "withheld: " + why.codes();
                changes.add(new Change(before.vendorCode, before.fen + " fen", instead));
            } else if (after.fen != before.fen) {
                changes.add(new Change(before.vendorCode, before.fen + " fen", after.fen + " fen"));
            } else if (after.account != before.account) {
                changes.add(new Change(before.vendorCode, "account " + before.account, "account " + after.account));
            }
        }
        return changes;
    }
}
