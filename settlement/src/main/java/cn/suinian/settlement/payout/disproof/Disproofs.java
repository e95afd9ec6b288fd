package cn.suinian.settlement.payout.disproof;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.refusal.ReasonRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Payable;
import cn.suinian.settlement.payout.PayoutParts;
import cn.suinian.settlement.payout.PayoutRefusal;
import cn.suinian.settlement.payout.Permits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That a payment never came back: asked for and approved. Blocks; refusals are {@link PayoutRefusal}. */
public final class Disproofs {
    /** The kind of its requests; their subject is the payment. */
    public static final String REQUEST = "PAYMENT_RETURN_DISPROOF";

    private static final int LONGEST_EVIDENCE = 500;

    private final PayoutParts parts;

    public Disproofs(PayoutParts parts) {
        this.parts = parts;
    }

    /**
     * Asks. Nothing changes before another person approves, but that nobody resolves the return meanwhile.
     *
     * @param reason one line
     * @param evidence what the bank gave, as its letter or its statement; 1 to 500 characters
     * @return the number of the request
     */
    public long ask(Actor actor, long paymentNo, String reason, String evidence) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_PREPARE);
        String why = StatedReason.of(reason, PayoutRefusal.REASON_INVALID);
        String on = evidence(evidence);
        if (actor.staffId() == null) {
            throw new RefusedException(ApprovalRefusal.NOT_A_PERSON);
        }
        return parts.transactions().run(transaction -> {
            DisproofStore.Open open = lock(transaction, paymentNo);
            Permits.require(actor, Permission.PAYOUT_PREPARE, open.payer());
            requireOther(actor, open.takenBy());
            long request = parts.approvals().ask(transaction, actor, REQUEST, paymentNo, why);
            DisproofStore.add(transaction, request, paymentNo, open.turn(), on);
            record(transaction, actor, "PAYMENT_RETURN_DISPROOF_ASKED", paymentNo, why);
            return request;
        });
    }

    /** What waits about a payment; empty: nothing. */
    public Optional<Disproof> find(Actor actor, long paymentNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        Optional<Disproof> found =
                parts.transactions().run(transaction -> DisproofStore.findWaiting(transaction, paymentNo));
        if (found.isPresent()) {
            Permits.require(actor, Permission.PAYOUT_VIEW, found.get().payer());
        }
        return found;
    }

    /** All that wait, the oldest first; of their own money for who works for a district. */
    public List<Disproof> listWaiting(Actor actor, int most) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_VIEW);
        return parts.transactions()
                .run(transaction -> DisproofStore.listWaiting(transaction, Permits.only(actor), most));
    }

    /**
     * Agrees: the return is taken back in the journal, the payment counts as paid, and its vendor is paid as before.
     *
     * @throws RefusedException with {@code NO_SUCH_RETURN} when the return is resolved
     */
    public void approve(Actor actor, long paymentNo) throws SQLException {
        Permits.require(actor, Permission.PAYOUT_APPROVE);
        parts.transactions().run(transaction -> {
            Disproof asked = take(transaction, actor, Permission.PAYOUT_APPROVE, paymentNo);
            ApprovalRequest request = parts.approvals().take(transaction, actor, REQUEST, asked.requestNo());
            requireOther(actor, asked.takenBy());
            parts.approvals().decide(transaction, actor, request, Outcome.APPROVED);
            DisproofStore.undo(transaction, actor, asked, parts.clock().instant());
            boolean posted = new Ledger(transaction)
                    .post(new Entry(
                            Entry.Kind.PAYMENT_RETURN_UNDONE,
                            new Payable(asked.vendorId(), asked.vendorCode()),
                            new Bank(asked.payer()),
                            asked.fen(),
                            asked.reference()));
            if (!posted) {
                throw new IllegalStateException(asked.reference() + " was undone before");
            }
            record(transaction, actor, "PAYMENT_RETURN_DISPROVED", paymentNo, request.reason());
            return null;
        });
    }

    /** Does not agree: the return is open as before. */
    public void reject(Actor actor, long paymentNo, String reason) throws SQLException {
        end(actor, Permission.PAYOUT_APPROVE, paymentNo, reason, Outcome.REJECTED);
    }

    /** Takes the own word back: the return is open as before. */
    public void withdraw(Actor actor, long paymentNo, String reason) throws SQLException {
        end(actor, Permission.PAYOUT_PREPARE, paymentNo, reason, Outcome.WITHDRAWN);
    }

    private void end(Actor actor, Permission permission, long paymentNo, String reason, Outcome outcome)
            throws SQLException {
        Permits.require(actor, permission);
        String why = StatedReason.of(reason, PayoutRefusal.REASON_INVALID);
        parts.transactions().run(transaction -> {
            Disproof asked = take(transaction, actor, permission, paymentNo);
            ApprovalRequest request = parts.approvals().take(transaction, actor, REQUEST, asked.requestNo(), outcome);
            parts.approvals().decide(transaction, actor, request, outcome);
            String act = outcome == Outcome.WITHDRAWN
                    ? "PAYMENT_RETURN_DISPROOF_WITHDRAWN"
                    : "PAYMENT_RETURN_DISPROOF_REJECTED";
            record(transaction, actor, act, paymentNo, why);
            return null;
        });
    }

    private Disproof take(Connection transaction, Actor actor, Permission permission, long paymentNo)
            throws SQLException {
        DisproofStore.Open open = lock(transaction, paymentNo);
        Permits.require(actor, permission, open.payer());
        return DisproofStore.findWaiting(transaction, paymentNo)
                .orElseThrow(() -> new RefusedException(ApprovalRefusal.NO_SUCH_REQUEST));
    }

    private static DisproofStore.Open lock(Connection transaction, long paymentNo) throws SQLException {
        return DisproofStore.lock(transaction, paymentNo)
                .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_RETURN));
    }

    private static void requireOther(Actor actor, @Nullable Long takenBy) {
        if (Objects.equals(actor.staffId(), takenBy)) {
            throw new RefusedException(PayoutRefusal.TOOK_THE_ANSWER);
        }
    }

    private static String evidence(String given) {
        String evidence = given.strip();
        boolean clean = evidence.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r');
        if (evidence.isEmpty() || evidence.length() > LONGEST_EVIDENCE || !clean) {
            throw new RefusedException(PayoutRefusal.EVIDENCE_INVALID, "evidence");
        }
        return ReasonRefusal.withoutNumbers(evidence, "evidence");
    }

    private void record(Connection transaction, Actor actor, String act, long paymentNo, String why)
            throws SQLException {
        AuditEntry entry = AuditEntry.of(act, "PAYMENT", paymentNo).because(why);
        parts.audit().append(transaction, actor, entry);
    }
}
