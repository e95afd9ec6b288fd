package cn.suinian.settlement.payout.policy;

import cn.suinian.core.money.Payer;
import cn.suinian.settlement.payout.policy.Plan.Withheld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payer owes by the journal, what a batch made now would pay of it, and why it would not pay the rest. Fen.
 *
 * @param vendors how many the journal has something of
 * @param owedFen what the journal says; below zero: they owe it back
 * @param plan whom a batch would pay if the payer could make one
 * @param hindrance why the payer can make none; empty: it can
 * @param early what days that are not approved yet have of it
 */
public record Outstanding(
        Payer payer, int vendors, long owedFen, Plan plan, Optional<Cause> hindrance, List<Early> early) {
    public Outstanding {
        early = List.copyOf(early);
    }

    /** A vendor's money of one business day that is not approved yet; below zero: that day takes back. */
    public record Early(int vendorId, String vendorCode, String vendorName, LocalDate day, long fen) {}

    /** Why money that is owed is not paid by a batch made now. */
    public enum Cause {
        /** The payer has a batch that is not sent: what would be payable is in it, or waits for it. */
        UNSENT_BATCH,
        /** A change of the account that the payer pays from waits for a second person. */
        PAYER_ACCOUNT_CHANGE_WAITING,
        /** The payer has no account to pay from. */
        PAYER_ACCOUNT_MISSING,
        /** Vendors are withheld. */
        WITHHELD,
        /** Business days that come after those that are paid are not approved yet. */
        DAYS_NOT_APPROVED,
        /** Approved days that come later took it back. */
        TAKEN_BACK_LATER
    }

    /**
     * A part of what is owed that is not paid now.
     *
     * @param why of vendors that are withheld, the first of their reasons; else null
     * @param vendors of whom it is; 0: it is not told by vendor
     * @param withheld those vendors, when they are withheld
     */
    public record Rest(Cause cause, @Nullable Withholding why, int vendors, long fen, List<Withheld> withheld) {
        public Rest {
            withheld = List.copyOf(withheld);
        }
    }

    /** What a batch made now would pay. */
    public long payableFen() {
        return hindrance.isEmpty() ? plan.totalFen() : 0;
    }

    /** To how many vendors. */
    public int payableVendors() {
        return hindrance.isEmpty() ? plan.payments().size() : 0;
    }

    /** What days that are not approved yet have of it. */
    public long earlyFen() {
        return early.stream().mapToLong(Early::fen).reduce(0, Math::addExact);
    }

    /** The rest of what is owed, each fen of it once. */
    public List<Rest> rest() {
        List<Rest> rest = new ArrayList<>();
        long left = Math.subtractExact(owedFen, plan.totalFen());
        if (hindrance.isPresent() && !plan.payments().isEmpty()) {
            rest.add(new Rest(hindrance.get(), null, plan.payments().size(), plan.totalFen(), List.of()));
        }
        for (Withholding why : Withholding.values()) {
            List<Withheld> of = plan.withheld().stream()
                    .filter(vendor -> vendor.mainReason() == why)
                    .toList();
            if (!of.isEmpty()) {
                long fen = of.stream().mapToLong(Withheld::fen).reduce(0, Math::addExact);
                rest.add(new Rest(Cause.WITHHELD, why, of.size(), fen, of));
                left = Math.subtractExact(left, fen);
            }
        }
        if (!early.isEmpty()) {
            int vendors = (int) early.stream().map(Early::vendorId).distinct().count();
            rest.add(new Rest(Cause.DAYS_NOT_APPROVED, null, vendors, earlyFen(), List.of()));
            left = Math.subtractExact(left, earlyFen());
        }
        if (left != 0) {
            rest.add(new Rest(Cause.TAKEN_BACK_LATER, null, 0, left, List.of()));
        }
        return rest;
    }
}
