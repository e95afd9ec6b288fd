package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.payout.carried.UnpaidDaysStore;
import cn.suinian.settlement.payout.policy.Outstanding;
import cn.suinian.settlement.payout.policy.Outstanding.Early;
import cn.suinian.settlement.payout.policy.Plan;
import cn.suinian.settlement.payout.policy.Unpaid;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads batches and payments for those who may: {@link Permission#PAYOUT_VIEW}. */
public final class PayoutLists {
    private static final int LARGEST_PAGE = 200;

    private final PayoutParts parts;

    public PayoutLists(PayoutParts parts) {
        this.parts = parts;
    }

    /** One batch. */
    public PayoutBatch get(Actor actor, long batchNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        PayoutBatch batch = parts.transactions()
                .run(transaction -> PayoutStore.find(transaction, batchNo))
                .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_BATCH));
        Permits.require(actor, Permission.PAYOUT_VIEW, batch.payer());
        return batch;
    }

    /** The batch that a payment is in. */
    public PayoutBatch getOfPayment(Actor actor, long paymentNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        PayoutBatch batch = parts.transactions()
                .run(transaction -> PayoutStore.findOfPayment(transaction, paymentNo))
                .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_BATCH));
        Permits.require(actor, Permission.PAYOUT_VIEW, batch.payer());
        return batch;
    }

    /**
     * A page of batches, the newest first.
     *
     * @param before the last batch of the page before; 0 for the first page
     * @param limit at most 200
     */
    public List<PayoutBatch> page(Actor actor, BatchFilter filter, long before, int limit) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        BatchFilter seen = seen(actor, filter);
        return parts.transactions().run(transaction -> PayoutStore.page(transaction, seen, below(before), rows(limit)));
    }

    /** How many batches there are. */
    public long count(Actor actor, BatchFilter filter) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        BatchFilter seen = seen(actor, filter);
        return parts.transactions().run(transaction -> PayoutStore.count(transaction, seen));
    }

    /** The payments of a batch, by vendor code. */
    public List<Payment> payments(Actor actor, long batchNo) throws SQLException {
        get(actor, batchNo);
        return parts.transactions().run(transaction -> PaymentStore.list(transaction, batchNo));
    }

    /** Who is not paid in a batch and why, by vendor code; a vendor stands there once for each reason. */
    public List<WithheldVendor> withheld(Actor actor, long batchNo) throws SQLException {
        get(actor, batchNo);
        return parts.transactions().run(transaction -> PaymentStore.listWithheld(transaction, batchNo));
    }

    /** Payments to a vendor, the newest first; pages as {@link #page}. City staff only. */
    public List<Payment> paymentsTo(Actor actor, int vendorId, long before, int limit) throws SQLException {
        Permits.requireCity(actor, Permission.PAYOUT_VIEW);
        return parts.transactions()
                .run(transaction -> PaymentStore.listOfVendor(transaction, vendorId, below(before), rows(limit)));
    }

    /**
     * What a batch would be now.
     *
     * @param unpaid by vendor number, for every vendor of the plan
     */
    public record Outlook(Outstanding outstanding, Map<Integer, Unpaid> unpaid) {
        public Outlook {
            unpaid = Map.copyOf(unpaid);
        }

        /** Whom it would pay. */
        public Plan plan() {
            return outstanding.plan();
        }
    }

    /**
     * What a batch would be now, of which days its money is, and what is owed of days that are not approved yet;
     * changes nothing.
     *
     * @param throughDay null: no day can be paid yet
     */
    public Outlook outlook(Actor actor, Payer payer, @Nullable LocalDate throughDay) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW, payer);
        Planning planning = new Planning(parts);
        return parts.transactions().run(transaction -> {
            List<Early> early = early(transaction, planning, throughDay).getOrDefault(payer, List.of());
            return new Outlook(
                    planning.outstanding(transaction, payer, throughDay, early),
                    throughDay == null ? Map.of() : UnpaidDaysStore.read(transaction, payer, throughDay));
        });
    }

    /**
     * What each payer owes, what a batch made now would pay of it, and what of it is of days that are not approved
     * yet; payers who owe nothing are left out.
     *
     * @param throughDay a day that can be paid; null: there is none
     */
    public List<Outstanding> outstanding(Actor actor, @Nullable LocalDate throughDay) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        Optional<Payer> only = Permits.only(actor);
        Planning planning = new Planning(parts);
        return parts.transactions().run(transaction -> {
            Map<Payer, List<Early>> early = early(transaction, planning, throughDay);
            Set<Payer> payers = new TreeSet<>(Comparator.comparingInt(Payer::code));
            payers.addAll(early.keySet());
            if (throughDay != null) {
                payers.addAll(PayableStore.payers(transaction, throughDay));
            }
            List<Outstanding> all = new ArrayList<>();
            for (Payer payer : payers) {
                if (only.isEmpty() || only.get().equals(payer)) {
                    List<Early> of = early.getOrDefault(payer, List.of());
                    all.add(planning.outstanding(transaction, payer, throughDay, of));
                }
            }
            return all;
        });
    }

    private Map<Payer, List<Early>> early(Connection transaction, Planning planning, @Nullable LocalDate throughDay)
            throws SQLException {
        if (throughDay != null) {
            planning.requireApproved(transaction, throughDay);
        }
        return PayableStore.early(transaction, throughDay, parts.least());
    }

    /** The last business day that has come far enough to be paid; empty: none has. */
    public Optional<LocalDate> lastPayableDay(Actor actor) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        return parts.transactions().run(transaction -> PayableStore.lastDay(transaction, parts.least()));
    }

    /** The one payer whose money they see; empty: all. */
    public static Optional<Payer> onlyPayer(Actor actor) {
        return Permits.only(actor);
    }

    private static BatchFilter seen(Actor actor, BatchFilter filter) {
        Optional<Payer> only = Permits.only(actor);
        if (only.isEmpty()) {
            return filter;
        }
        filter.payer().ifPresent(payer -> Permits.require(actor, Permission.PAYOUT_VIEW, payer));
        return new BatchFilter(only, filter.state());
    }

    static long below(long before) {
        return before <= 0 ? Long.MAX_VALUE : before;
    }

    static int rows(int limit) {
        return Math.min(Math.max(1, limit), LARGEST_PAGE);
    }
}
