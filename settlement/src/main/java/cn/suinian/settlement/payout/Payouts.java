package cn.suinian.settlement.payout;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Payable;
import cn.suinian.settlement.payout.policy.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Batches of payments to vendors. Blocks; refusals are {@link PayoutRefusal} and {@link ApprovalRefusal}. */
public final class Payouts {
    /** The kind of its requests; their subject is the batch. */
    public static final String REQUEST = "PAYOUT_BATCH";

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST_DAYS_AHEAD = 30;

    private final PayoutParts parts;
    private final Planning planning;
    private final PayoutFiles files;

    public Payouts(PayoutParts parts) {
        this.parts = parts;
        this.planning = new Planning(parts);
        this.files = new PayoutFiles(parts);
    }

    /** What a batch would be now; changes nothing. */
    public Plan preview(Actor actor, Payer payer, LocalDate throughDay) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW, payer);
        return parts.transactions().run(transaction -> {
            planning.requireApproved(transaction, throughDay);
            return planning.plan(transaction, payer, throughDay);
        });
    }

    /**
     * Makes a batch of all that a payer owes up to and with a day. Nothing is paid before another person approves it.
     *
     * @param reason for whoever approves, one line
     */
    public PayoutBatch prepare(Actor actor, Payer payer, LocalDate throughDay, String reason) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_PREPARE, payer);
        String why = StatedReason.of(reason, PayoutRefusal.REASON_INVALID);
        requirePerson(actor);
        return parts.transactions().run(transaction -> {
            planning.requireApproved(transaction, throughDay);
            long account = planning.payerAccount(transaction, payer);
            Instant now = parts.clock().instant();
            // First of all: from here no other batch of this payer takes money, and what is payable is read after it.
            long batchNo = PayoutStore.add(transaction, actor, payer, throughDay, account, now)
                    .orElseThrow(() -> new RefusedException(PayoutRefusal.UNSENT_BATCH));
            Plan plan = planning.plan(transaction, payer, throughDay);
            if (plan.payments().isEmpty()) {
                throw new RefusedException(PayoutRefusal.NOTHING_TO_PAY);
            }
            PaymentStore.add(transaction, batchNo, plan, now);
            long request = parts.approvals().ask(transaction, actor, REQUEST, batchNo, why);
            PayoutStore.requested(transaction, batchNo, request);
            PayoutBatch batch = PayoutStore.find(transaction, batchNo).orElseThrow();
            record(transaction, actor, "PAYOUT_PREPARED", batch, why);
            return batch;
        });
    }

    /**
     * Approves a batch that another person made, if it would be the same now.
     *
     * @throws RefusedException with {@code CHANGED} and what differs, by vendor code, in its details
     */
    public PayoutBatch approve(Actor actor, long batchNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_APPROVE);
        return parts.transactions().run(transaction -> {
            PayoutBatch batch = lock(transaction, actor, Permission.PAYOUT_APPROVE, batchNo);
            ApprovalRequest request = take(transaction, actor, batch);
            planning.requireUnchanged(transaction, batch, PaymentStore.lock(transaction, batchNo));
            parts.approvals().decide(transaction, actor, request, Outcome.APPROVED);
            PayoutStore.approved(transaction, actor, batchNo, parts.clock().instant());
            record(transaction, actor, "PAYOUT_APPROVED", batch, request.reason());
            return PayoutStore.find(transaction, batchNo).orElseThrow();
        });
    }

    /**
     * Refuses a batch that another person made; it is cancelled with that. Of a batch that was cancelled meanwhile the
     * request is closed, and the batch stays as it is.
     */
    public PayoutBatch reject(Actor actor, long batchNo, String reason) throws SQLException {
        return end(actor, Permission.PAYOUT_APPROVE, batchNo, reason, Outcome.REJECTED);
    }

    /** Takes the own request for a second signature back; the batch is cancelled with that. */
    public PayoutBatch withdraw(Actor actor, long batchNo, String reason) throws SQLException {
        return end(actor, Permission.PAYOUT_PREPARE, batchNo, reason, Outcome.WITHDRAWN);
    }

    private PayoutBatch end(Actor actor, Permission permission, long batchNo, String reason, Outcome outcome)
            throws SQLException {
        Permits.require(actor, permission);
        String why = StatedReason.of(reason, PayoutRefusal.REASON_INVALID);
        String act = outcome == Outcome.WITHDRAWN ? "PAYOUT_WITHDRAWN" : "PAYOUT_REJECTED";
        return parts.transactions().run(transaction -> {
            PayoutBatch batch = lock(transaction, actor, permission, batchNo);
            ApprovalRequest request = parts.approvals().take(transaction, actor, REQUEST, batch.requestNo(), outcome);
            parts.approvals().decide(transaction, actor, request, outcome);
            return switch (batch.state()) {
                case PREPARED -> cancel(transaction, actor, batch, act, why);
                case CANCELLED -> {
                    record(transaction, actor, act, batch, why);
                    yield batch;
                }
                case APPROVED, SENT -> throw new RefusedException(PayoutRefusal.NOT_WAITING);
            };
        });
    }

    /** Cancels a batch that is not sent, whoever made it. Its money is payable as before. */
    public PayoutBatch cancel(Actor actor, long batchNo, String reason) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_PREPARE);
        String why = StatedReason.of(reason, PayoutRefusal.REASON_INVALID);
        requirePerson(actor);
        return parts.transactions().run(transaction -> {
            PayoutBatch batch = lock(transaction, actor, Permission.PAYOUT_PREPARE, batchNo);
            switch (batch.state()) {
                case PREPARED, APPROVED -> {}
                case SENT -> throw new RefusedException(PayoutRefusal.ALREADY_SENT);
                case CANCELLED -> throw new RefusedException(PayoutRefusal.CANCELLED);
            }
            return cancel(transaction, actor, batch, "PAYOUT_CANCELLED", why);
        });
    }

    /**
     * Makes the files of an approved batch and posts its payments, at once or not at all. The files are then to be
     * downloaded and given to the bank: one of them, once.
     *
     * @param executeOn when the bank is to pay: today or within 30 days
     * @throws RefusedException with {@code CHANGED} as {@link #approve}
     */
    public PayoutBatch send(Actor actor, long batchNo, LocalDate executeOn) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_PREPARE);
        requirePerson(actor);
        return parts.transactions().run(transaction -> {
            PayoutBatch batch = lock(transaction, actor, Permission.PAYOUT_PREPARE, batchNo);
            requireApproved(batch);
            Instant now = parts.clock().instant();
            requireSoon(executeOn, now.atZone(SHANGHAI).toLocalDate());
            List<Payment> payments = PaymentStore.lock(transaction, batchNo);
            PaymentStore.lockVendors(transaction, batchNo);
            planning.requireUnchanged(transaction, batch, payments);
            post(transaction, batch, payments);
            PaymentStore.moveAll(transaction, batchNo, Payment.State.ORDERED, now);
            PayoutStore.sent(transaction, actor, batchNo, executeOn, now);
            files.make(transaction, batch, payments, executeOn, now);
            record(transaction, actor, "PAYOUT_SENT", batch, null);
            return PayoutStore.find(transaction, batchNo).orElseThrow();
        });
    }

    private static void post(Connection transaction, PayoutBatch batch, List<Payment> payments) throws SQLException {
        Ledger ledger = new Ledger(transaction);
        for (Payment payment : payments) {
            boolean posted = ledger.post(new Entry(
                    Entry.Kind.PAYMENT,
                    new Payable(payment.vendorId(), payment.vendorCode()),
                    new Bank(batch.payer()),
                    payment.fen(),
                    payment.reference()));
            if (!posted) {
                throw new IllegalStateException(payment.reference() + " of a batch that is not sent was posted");
            }
        }
    }

    private static PayoutBatch lock(Connection transaction, Actor actor, Permission permission, long batchNo)
            throws SQLException {
        PayoutBatch batch = PayoutStore.lock(transaction, batchNo)
                .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_BATCH));
        Permits.require(actor, permission, batch.payer());
        return batch;
    }

    /** For whoever may decide, and only while there is something to approve. */
    private ApprovalRequest take(Connection transaction, Actor actor, PayoutBatch batch) throws SQLException {
        ApprovalRequest request = parts.approvals().take(transaction, actor, REQUEST, batch.requestNo());
        switch (batch.state()) {
            case PREPARED -> {}
            case APPROVED, SENT -> throw new RefusedException(PayoutRefusal.NOT_WAITING);
            case CANCELLED -> throw new RefusedException(PayoutRefusal.CANCELLED);
        }
        return request;
    }

    private PayoutBatch cancel(Connection transaction, Actor actor, PayoutBatch batch, String act, String why)
            throws SQLException {
        Instant now = parts.clock().instant();
        PaymentStore.moveAll(transaction, batch.batchNo(), Payment.State.CANCELLED, now);
        PayoutStore.cancelled(transaction, actor, batch.batchNo(), why, now);
        record(transaction, actor, act, batch, why);
        return PayoutStore.find(transaction, batch.batchNo()).orElseThrow();
    }

    private static void requireApproved(PayoutBatch batch) {
        switch (batch.state()) {
            case APPROVED -> {}
            case PREPARED -> throw new RefusedException(PayoutRefusal.NOT_APPROVED);
            case SENT -> throw new RefusedException(PayoutRefusal.ALREADY_SENT);
            case CANCELLED -> throw new RefusedException(PayoutRefusal.CANCELLED);
        }
    }

    private static void requireSoon(LocalDate executeOn, LocalDate today) {
        if (executeOn.isBefore(today) || executeOn.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            throw new RefusedException(PayoutRefusal.EXECUTION_DATE_INVALID, "executeOn");
        }
    }

    private static void requirePerson(Actor actor) {
        if (actor.staffId() == null) {
            throw new RefusedException(ApprovalRefusal.NOT_A_PERSON);
        }
    }

    private void record(Connection transaction, Actor actor, String act, PayoutBatch batch, @Nullable String why)
            throws SQLException {
        Map<String, String> values = Map.of(
                "payer", batch.payer().label(),
                "through", batch.throughDay().toString(),
                "payments", Integer.toString(batch.payments()),
                "fen", Long.toString(batch.totalFen()),
                "withheld", Integer.toString(batch.withheldVendors()));
        AuditEntry entry =
                AuditEntry.of(act, "PAYOUT", batch.batchNo()).with(values).because(why);
        parts.audit().append(transaction, actor, entry);
    }
}
