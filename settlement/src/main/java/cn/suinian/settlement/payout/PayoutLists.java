package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

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
