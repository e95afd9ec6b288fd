package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Entry.Kind;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount;
import cn.suinian.settlement.ledger.LedgerAccount.Owing;
import cn.suinian.settlement.ledger.LedgerAccount.Payable;
import cn.suinian.settlement.reconciliation.Recheck;
import cn.suinian.settlement.reconciliation.breaks.AdjustmentStore.Asked;
import cn.suinian.settlement.reconciliation.breaks.BreakStore.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Moves money for a break, with two signatures. Blocking. */
public final class Adjustments {
    /** The kind of request in the inbox of approvals. */
    public static final String KIND = "ADJUST_BREAK";

    private final Transactions transactions;
    private final Attachments attachments;
    private final Approvals approvals;
    private final AuditLog audit;
    private final Clock clock;
    private final Recheck recheck;

    public Adjustments(
            Transactions transactions, Attachments attachments, Approvals approvals, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.attachments = attachments;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
        this.recheck = new Recheck(transactions, audit, clock);
    }

    /**
     * Asks for an adjustment towards the vendor's figure.
     *
     * @param fen above zero: the vendor gets more; below: less; at most the difference of the break
     * @return the number of the request
     */
    public long ask(Actor actor, ActOn on, long fen) throws SQLException {
        BreakRefusal.permit(actor, Permission.RECONCILE_ACT);
        long staffId = BreakDesk.person(actor);
        on.attachment().ifPresent(Attachments::check);
        String why = StatedReason.of(on.reason(), BreakRefusal.REASON_MISSING);
        return transactions.run(transaction -> {
            Break held = BreakDesk.hold(transaction, on);
            checkAdjustable(transaction, held, fen);
            long request = approvals.ask(transaction, actor, KIND, held.breakNo(), why);
            Long attachment = on.attachment().isPresent()
                    ? Long.valueOf(attachments.add(
                            transaction,
                            held.breakNo(),
                            staffId,
                            on.attachment().get()))
                    : null;
            new AdjustmentStore(transaction).ask(request, held, fen, staffId);
            move(transaction, actor, held, BreakStatus.ASKED, new Reason("ADJUST_ASKED", why, request, attachment, 0));
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("BREAK_ADJUST_ASKED", "BREAK", held.breakNo())
                            .with(Map.of("fen", Long.toString(fen), "request", Long.toString(request)))
                            .because(why));
            return request;
        });
    }

    /**
     * Approves and posts it, as somebody else than asked, once the vendor's breaks were compared again. A break whose
     * difference it does not cover stays open with the rest.
     *
     * @throws RefusedException when the break is no longer as it was then; what the comparison changed stays
     */
    public Break approve(Actor actor, long requestNo) throws SQLException {
        BreakRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        Optional<Break> adjusted = transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, KIND, requestNo);
            AdjustmentStore store = new AdjustmentStore(transaction);
            Asked asked = store.get(requestNo);
            Optional<AuditEntry> compared = compare(transaction, actor, asked.breakNo());
            Break held = lock(transaction, asked.breakNo());
            if (!asked.isStillSo(held)) {
                append(transaction, actor, compared);
                return Optional.empty();
            }
            store.holdVendor(held.vendorId());
            checkAmount(transaction, held, asked.fen());
            String reference = store.nextReference(held.breakNo());
            new Ledger(transaction).post(entry(transaction, held, asked.fen(), reference, requestNo));
            store.posted(requestNo, reference, BreakDesk.person(actor), clock.instant());
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            move(
                    transaction,
                    actor,
                    held,
                    asked.fen() == held.money().difference() ? BreakStatus.ADJUSTED : BreakStatus.OPEN,
                    new Reason("ADJUSTED", null, requestNo, null, asked.fen()));
            Break after = lock(transaction, held.breakNo());
            append(transaction, actor, compared);
            record(transaction, actor, "BREAK_ADJUSTED", held, asked.fen(), requestNo);
            return Optional.of(after);
        });
        return adjusted.orElseThrow(() -> new RefusedException(BreakRefusal.STATE_MOVED));
    }

    /** The business day in whose journal an approved one stands; empty: it is in none. */
    public Optional<LocalDate> bookedOn(Actor actor, long requestNo) throws SQLException {
        BreakRefusal.see(actor);
        return transactions.run(transaction -> new AdjustmentStore(transaction).bookedOn(requestNo));
    }

    /** Declines it, as somebody else than asked; the break is open as before. */
    public Break decline(Actor actor, long requestNo, String reason) throws SQLException {
        BreakRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        return end(actor, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes an own request back; the break is open as before. */
    public Break withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        BreakRefusal.permit(actor, Permission.RECONCILE_ACT);
        return end(actor, requestNo, reason, Outcome.WITHDRAWN);
    }

    private Break end(Actor actor, long requestNo, String reason, Outcome outcome) throws SQLException {
        String why = StatedReason.of(reason, BreakRefusal.REASON_MISSING);
        boolean withdrawn = outcome == Outcome.WITHDRAWN;
        return transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, KIND, requestNo, outcome);
            Asked asked = new AdjustmentStore(transaction).get(requestNo);
            Break held = lock(transaction, asked.breakNo());
            approvals.decide(transaction, actor, request, outcome);
            BreakStatus status = held.status() == BreakStatus.ASKED ? BreakStatus.OPEN : held.status();
            String step = withdrawn ? "ADJUST_WITHDRAWN" : "ADJUST_DECLINED";
            move(transaction, actor, held, status, new Reason(step, why, requestNo, null, 0));
            String act = withdrawn ? "BREAK_ADJUST_WITHDRAWN" : "BREAK_ADJUST_DECLINED";
            record(transaction, actor, act, held, asked.fen(), requestNo);
            return lock(transaction, held.breakNo());
        });
    }

    /** What waits, the oldest first, with the break as it is now; for staff of a district of their own payer. */
    public List<Adjustment> listOpen(Actor actor, int most) throws SQLException {
        BreakRefusal.see(actor);
        Optional<Payer> only = actor.scope().onlyPayer();
        return transactions.run(transaction -> {
            AdjustmentStore store = new AdjustmentStore(transaction);
            BreakStore breaks = new BreakStore(transaction);
            List<Adjustment> open = new ArrayList<>();
            for (ApprovalRequest request : approvals.listOpen(transaction, KIND, most)) {
                Asked asked = store.get(request.requestNo());
                Break now = breaks.find(asked.breakNo()).orElseThrow();
                if (only.isEmpty() || only.equals(now.payer())) {
                    open.add(new Adjustment(request, now, asked.fen(), asked.isStillSo(now)));
                }
            }
            return open;
        });
    }

    private record Reason(
            String act,
            @Nullable String why,
            @Nullable Long request,
            @Nullable Long attachment,
            long movedFen) {}

    private void move(Connection transaction, Actor actor, Break held, BreakStatus status, Reason reason)
            throws SQLException {
        new BreakStore(transaction)
                .move(
                        held,
                        status,
                        held.assignee().isPresent()
                                ? Long.valueOf(held.assignee().getAsLong())
                                : null,
                        new Step(
                                reason.act,
                                actor.staffId(),
                                actor.account(),
                                clock.instant(),
                                reason.why,
                                reason.request,
                                reason.attachment,
                                null,
                                reason.movedFen));
    }

    private void record(Connection transaction, Actor actor, String act, Break held, long fen, long requestNo)
            throws SQLException {
        audit.append(
                transaction,
                actor,
                AuditEntry.of(act, "BREAK", held.breakNo())
                        .with(Map.of("fen", Long.toString(fen), "request", Long.toString(requestNo))));
    }

    private static void checkAdjustable(Connection transaction, Break held, long fen) throws SQLException {
        BreakDesk.checkResolvable(held, null);
        checkAmount(transaction, held, fen);
    }

    private static void checkAmount(Connection transaction, Break held, long fen) throws SQLException {
        long difference = held.money().difference();
        if (difference == 0) {
            throw new RefusedException(BreakRefusal.NOTHING_TO_ADJUST);
        }
        if (held.payer().isEmpty()) {
            throw new RefusedException(BreakRefusal.PAYER_UNKNOWN);
        }
        boolean within =
                fen != 0 && Long.signum(fen) == Long.signum(difference) && Math.abs(fen) <= Math.abs(difference);
        if (!within) {
            throw new RefusedException(BreakRefusal.ADJUSTMENT_TOO_LARGE, "fen");
        }
        long recovered = fen < 0 ? new AdjustmentStore(transaction).recoveredFen(held.breakNo()) : 0;
        if (recovered > 0 && recovered - fen > -difference) {
            throw new RefusedException(BreakRefusal.RECOVERED, "fen");
        }
    }

    private static Entry entry(Connection transaction, Break held, long fen, String reference, long requestNo)
            throws SQLException {
        Payer payer = held.payer().orElseThrow();
        LedgerAccount owing = new Owing(payer, held.service());
        LedgerAccount payable =
                new Payable(held.vendorId(), new AdjustmentStore(transaction).vendorCode(held.vendorId()));
        return new Entry(
                Kind.ADJUSTMENT,
                fen > 0 ? owing : payable,
                fen > 0 ? payable : owing,
                Math.abs(fen),
                reference,
                OptionalLong.of(requestNo));
    }

    /** What changed it, if anything did, for the audit trail. */
    private Optional<AuditEntry> compare(Connection transaction, Actor actor, long breakNo) throws SQLException {
        int vendorId = new BreakStore(transaction).find(breakNo).orElseThrow().vendorId();
        if (!Recheck.takeTurn(transaction, vendorId)) {
            throw new RefusedException(BreakRefusal.VENDOR_BUSY);
        }
        return recheck.run(transaction, actor, vendorId);
    }

    private void append(Connection transaction, Actor actor, Optional<AuditEntry> entry) throws SQLException {
        if (entry.isPresent()) {
            audit.append(transaction, actor, entry.get());
        }
    }

    private static Break lock(Connection transaction, long breakNo) throws SQLException {
        return new BreakStore(transaction)
                .lock(breakNo)
                .orElseThrow(() -> new RefusedException(BreakRefusal.NO_SUCH_BREAK));
    }
}
