package cn.suinian.settlement.allowance.refund;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.approval.RequestEnd;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.allowance.Access;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Holders;
import cn.suinian.settlement.ledger.LedgerAccount.Owing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is owed back to families, and that it was given back. Blocks; refusals are {@link AllowanceRefusal}. */
public final class Refunds {
    /** The kind of request that asks for a refund to be booked; its subject is the number of the refund. */
    public static final String REQUEST = "REFUND_ALLOWANCE";

    private static final int MOST = 100;

    private final Transactions transactions;
    private final Approvals approvals;
    private final AuditLog audit;
    private final RequestEnd ending;

    public Refunds(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.approvals = new Approvals(clock);
        this.audit = audit;
        this.ending =
                new RequestEnd(transactions, approvals, audit, REQUEST, AllowanceRefusal.REASON_NEEDED, Refunds::ended);
    }

    /** What a request is about, owed or not: a month that a run claimed. */
    public record Asked(long runNo, long holderId, YearMonth month, District district) {}

    /**
     * One that waits for a second person.
     *
     * @param refund empty: it is owed no longer, as when a run paid it meanwhile; the request can only be rejected or
     *     withdrawn
     */
    public record Waiting(Asked asked, Optional<Refund> refund, ApprovalRequest request) {}

    /** A page of what a district owes, by holder; a holder's are never torn apart. */
    public List<Refund> list(Actor actor, District district, long afterHolder, int count) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW, district);
        return transactions.run(
                transaction -> new RefundStore(transaction).page(district, afterHolder, Math.min(count, MOST)));
    }

    /** One of them. */
    public Refund get(Actor actor, long runNo, long holderId, YearMonth month) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> owed(transaction, actor, runNo, holderId, month));
    }

    /** What waits for a second person and the actor may see, the longest first; at most a hundred. */
    public List<Waiting> listWaiting(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> {
            RefundStore refunds = new RefundStore(transaction);
            List<Waiting> waiting = new ArrayList<>();
            for (ApprovalRequest request : refunds.requests(actor, MOST)) {
                waiting.add(waiting(refunds, request));
            }
            return waiting;
        });
    }

    /** What waits about one of them, owed or not, however many wait before it. */
    public Optional<Waiting> findWaiting(Actor actor, long runNo, long holderId, YearMonth month) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> {
            RefundStore refunds = new RefundStore(transaction);
            OptionalLong number = refunds.number(runNo, holderId, month);
            if (number.isEmpty()
                    || !actor.scope().sees(refunds.about(number.getAsLong()).district())) {
                return Optional.empty();
            }
            Optional<ApprovalRequest> request = Approvals.findOpen(transaction, REQUEST, number.getAsLong());
            return request.isEmpty() ? Optional.empty() : Optional.of(waiting(refunds, request.get()));
        });
    }

    private static Waiting waiting(RefundStore refunds, ApprovalRequest request) throws SQLException {
        return new Waiting(refunds.about(request.subject()), refunds.findAsked(request.subject()), request);
    }

    /**
     * One person says that the money was given back to the family.
     *
     * @return the number of the request, which another person decides
     */
    public long ask(Actor actor, long runNo, long holderId, YearMonth month, String reason) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_PREPARE);
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        return transactions.run(transaction -> {
            Refund refund = owed(transaction, actor, runNo, holderId, month);
            long requestNo = approvals.ask(transaction, actor, REQUEST, new RefundStore(transaction).ask(refund), why);
            record(transaction, actor, "ALLOWANCE_REFUND_ASKED", refund, why);
            return requestNo;
        });
    }

    /**
     * Another person, who saw that it left the account, books it.
     *
     * @throws RefusedException with {@code NO_SUCH_REFUND} when it is owed no longer
     */
    public void approve(Actor actor, long requestNo) throws SQLException {
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, REQUEST, requestNo);
            RefundStore refunds = new RefundStore(transaction);
            if (!refunds.holdLists()) {
                throw new RefusedException(AllowanceRefusal.BUSY);
            }
            Access.require(
                    actor,
                    Permission.ALLOWANCE_APPROVE,
                    refunds.about(request.subject()).district());
            Refund refund = refunds.findAsked(request.subject())
                    .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_REFUND));
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            refunds.refunded(refund, actor, requestNo);
            post(new Ledger(transaction), refund);
            record(transaction, actor, "ALLOWANCE_REFUNDED", refund, request.reason());
            return true;
        });
    }

    /** It was not given back: it is owed as before. */
    public void reject(Actor actor, long requestNo, String reason) throws SQLException {
        ending.end(actor, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes the own word back that it was given back: it is owed as before. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        ending.end(actor, requestNo, reason, Outcome.WITHDRAWN);
    }

    private static AuditEntry ended(Connection transaction, Actor actor, long refundNo, Outcome outcome)
            throws SQLException {
        Asked about = new RefundStore(transaction).about(refundNo);
        Access.requireEnd(actor, outcome, about.district());
        String act = outcome == Outcome.WITHDRAWN ? "ALLOWANCE_REFUND_WITHDRAWN" : "ALLOWANCE_REFUND_REJECTED";
        return AuditEntry.of(act, "HOLDER", about.holderId());
    }

    /** The claim and the bank's return took it off what the district owed twice: it owes it once more, and pays it. */
    private static void post(Ledger ledger, Refund refund) throws SQLException {
        Payer payer = Payer.of(refund.district());
        Owing owing = new Owing(payer, Service.ALLOWANCE);
        ledger.post(new Entry(Entry.Kind.ALLOWANCE, owing, new Holders(), refund.fen(), refund.reference()));
        ledger.post(new Entry(
                Entry.Kind.ALLOWANCE_PAYMENT, new Holders(), new Bank(payer), refund.fen(), refund.reference()));
    }

    private static Refund owed(Connection transaction, Actor actor, long runNo, long holderId, YearMonth month)
            throws SQLException {
        return new RefundStore(transaction)
                .find(runNo, holderId, month)
                .filter(found -> actor.scope().sees(found.district()))
                .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_REFUND));
    }

    private void record(Connection transaction, Actor actor, String act, Refund refund, String why)
            throws SQLException {
        AuditEntry entry = AuditEntry.of(act, "HOLDER", refund.holderId())
                .with(Map.of(
                        "run", Long.toString(refund.runNo()),
                        "month", refund.month().toString(),
                        "fen", Long.toString(refund.fen())))
                .because(why);
        audit.append(transaction, actor, entry);
    }
}
