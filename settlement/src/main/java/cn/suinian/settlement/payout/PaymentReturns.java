package cn.suinian.settlement.payout;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The worklist of payments that came back. Blocks; refusals are {@link PayoutRefusal}. */
public final class PaymentReturns {
    private final PayoutParts parts;

    public PaymentReturns(PayoutParts parts) {
        this.parts = parts;
    }

    /**
     * The oldest first.
     *
     * @param openOnly without those that were resolved
     * @param after the last payment of the page before; 0 for the first page
     * @param limit at most 200
     */
    public List<PaymentReturn> page(Actor actor, boolean openOnly, long after, int limit) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        return parts.transactions()
                .run(transaction ->
                        ReturnStore.page(transaction, Permits.only(actor), openOnly, after, PayoutLists.rows(limit)));
    }

    /** How many there are. */
    public long count(Actor actor, boolean openOnly) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        return parts.transactions().run(transaction -> ReturnStore.count(transaction, Permits.only(actor), openOnly));
    }

    /** One of them. */
    public PaymentReturn get(Actor actor, long paymentNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        PaymentReturn found = parts.transactions()
                .run(transaction -> ReturnStore.find(transaction, paymentNo))
                .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_RETURN));
        Permits.require(actor, Permission.PAYOUT_VIEW, found.payer());
        return found;
    }

    /**
     * Says what was found, as "the account was closed, a new one is confirmed"; the next batch pays it again. Whoever
     * took the bank's answer does not, and what had been settled wants who may approve payments: else one person with a
     * file of their own making could have paid money paid again. Nobody does while somebody says that it never came
     * back ({@code DISPROOF_WAITS}).
     */
    public void resolve(Actor actor, long paymentNo, String resolution) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_PREPARE);
        String found = StatedReason.of(resolution, PayoutRefusal.REASON_INVALID);
        if (actor.staffId() == null) {
            throw new RefusedException(ApprovalRefusal.NOT_A_PERSON);
        }
        parts.transactions().run(transaction -> {
            PaymentReturn open = ReturnStore.lock(transaction, paymentNo)
                    .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_RETURN));
            Permits.require(actor, Permission.PAYOUT_PREPARE, open.payer());
            if (open.kind() == Payment.State.RETURNED) {
                Permits.require(actor, Permission.PAYOUT_APPROVE);
            }
            if (Objects.equals(actor.staffId(), open.takenBy())) {
                throw new RefusedException(PayoutRefusal.TOOK_THE_ANSWER);
            }
            // Read again: whoever held the return before may just have said so.
            if (ReturnStore.find(transaction, paymentNo).orElseThrow().disputed()) {
                throw new RefusedException(PayoutRefusal.DISPROOF_WAITS);
            }
            ReturnStore.resolve(
                    transaction, actor, paymentNo, found, parts.clock().instant());
            AuditEntry entry = AuditEntry.of("PAYMENT_RETURN_RESOLVED", "PAYMENT", paymentNo)
                    .with(Map.of("kind", open.kind().name()))
                    .because(found);
            parts.audit().append(transaction, actor, entry);
            return null;
        });
    }
}
