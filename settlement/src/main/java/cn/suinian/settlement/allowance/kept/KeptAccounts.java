package cn.suinian.settlement.allowance.kept;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.approval.RequestEnd;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.Access;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.RunReads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is left out since the bank returned their last payment, and that the account is good after all. Blocks. */
public final class KeptAccounts {

    /** The kind of its requests; their subject is the payment that came back. */
    public static final String REQUEST = "ALLOWANCE_ACCOUNT_KEPT";

    private static final int MOST = 100;

    /**
     * What waits for a second person.
     *
     * @param request who says that the account is good
     * @param stands whether it still keeps them from being paid; false: the account was changed since, or another
     *     payment came back, and only an end without approval is left
     */
    public record Waiting(KeptAccount account, ApprovalRequest request, boolean stands) {}

    private final Transactions transactions;
    private final Approvals approvals;
    private final AuditLog audit;
    private final RequestEnd ending;

    public KeptAccounts(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.approvals = new Approvals(clock);
        this.audit = audit;
        this.ending = new RequestEnd(
                transactions, approvals, audit, REQUEST, AllowanceRefusal.REASON_NEEDED, KeptAccounts::ended);
    }

    /** Whom a run left out for it and who could be paid as soon as it is settled, by holder. */
    public List<KeptAccount> list(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> {
            RunReads.run(transaction, actor, runNo);
            return new KeptStore(transaction).leftOut(runNo, null);
        });
    }

    /** One of them; empty: nothing keeps them from being paid. */
    public Optional<KeptAccount> find(Actor actor, long runNo, long holderId) throws SQLException {
        return transactions.run(transaction -> leftOut(transaction, actor, runNo, holderId));
    }

    /**
     * The same.
     *
     * @throws RefusedException with {@code ACCOUNT_NOT_REFUSED} when nothing keeps them from being paid
     */
    public KeptAccount get(Actor actor, long runNo, long holderId) throws SQLException {
        return find(actor, runNo, holderId)
                .orElseThrow(() -> new RefusedException(AllowanceRefusal.ACCOUNT_NOT_REFUSED));
    }

    /** What waits for a second person and the actor may see, the longest first; at most a hundred. */
    public List<Waiting> listWaiting(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> {
            KeptStore store = new KeptStore(transaction);
            List<Waiting> waiting = new ArrayList<>();
            for (long paymentNo : store.waiting(actor, MOST)) {
                waiting.addAll(store.about(paymentNo).stream().toList());
            }
            return waiting;
        });
    }

    /** What waits about one payment, if the actor may see it. */
    public Optional<Waiting> findWaiting(Actor actor, long paymentNo) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions
                .run(transaction -> new KeptStore(transaction).about(paymentNo))
                .filter(waiting -> actor.scope().sees(waiting.account().district()));
    }

    /**
     * One person says that the account is good.
     *
     * @param reason who was asked and what they said, without a number; one line
     * @return the number of the request, which another person decides
     */
    public long ask(Actor actor, long runNo, long holderId, String reason) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_PREPARE);
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        return transactions.run(transaction -> {
            KeptAccount account = leftOut(transaction, actor, runNo, holderId)
                    .orElseThrow(() -> new RefusedException(AllowanceRefusal.ACCOUNT_NOT_REFUSED));
            long requestNo = approvals.ask(transaction, actor, REQUEST, account.paymentNo(), why);
            new KeptStore(transaction).add(requestNo, account);
            audit.append(
                    transaction,
                    actor,
                    entry("ALLOWANCE_ACCOUNT_KEPT_ASKED", account).because(why));
            return requestNo;
        });
    }

    /**
     * Another person agrees: the next list pays to it what waits.
     *
     * @throws RefusedException with {@code ACCOUNT_NOT_REFUSED} when the account was changed since or another payment
     *     came back
     */
    public void approve(Actor actor, long requestNo) throws SQLException {
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, REQUEST, requestNo);
            KeptStore store = new KeptStore(transaction);
            Waiting waiting = store.about(request.subject()).orElseThrow();
            KeptAccount account = waiting.account();
            Access.require(actor, Permission.ALLOWANCE_APPROVE, account.district());
            if (!waiting.stands()) {
                throw new RefusedException(AllowanceRefusal.ACCOUNT_NOT_REFUSED);
            }
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            audit.append(
                    transaction, actor, entry("ALLOWANCE_ACCOUNT_KEPT", account).because(request.reason()));
            return true;
        });
    }

    /** It is not: they stay left out until the account is changed. */
    public void reject(Actor actor, long requestNo, String reason) throws SQLException {
        ending.end(actor, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes the own word back. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        ending.end(actor, requestNo, reason, Outcome.WITHDRAWN);
    }

    private static Optional<KeptAccount> leftOut(Connection transaction, Actor actor, long runNo, long holderId)
            throws SQLException {
        RunReads.run(transaction, actor, runNo);
        return new KeptStore(transaction).leftOut(runNo, holderId).stream().findFirst();
    }

    private static AuditEntry ended(Connection transaction, Actor actor, long paymentNo, Outcome outcome)
            throws SQLException {
        KeptAccount account =
                new KeptStore(transaction).about(paymentNo).orElseThrow().account();
        Access.requireEnd(actor, outcome, account.district());
        String act =
                outcome == Outcome.WITHDRAWN ? "ALLOWANCE_ACCOUNT_KEPT_WITHDRAWN" : "ALLOWANCE_ACCOUNT_KEPT_REJECTED";
        return entry(act, account);
    }

    private static AuditEntry entry(String act, KeptAccount account) {
        return AuditEntry.of(act, "HOLDER", account.holderId())
                .with(Map.of(
                        "run", Long.toString(account.runNo()),
                        "payment", Long.toString(account.paymentNo())));
    }
}
