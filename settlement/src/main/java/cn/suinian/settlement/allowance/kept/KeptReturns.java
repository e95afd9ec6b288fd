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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That the accounts are good of all whose payment by one run came back with one code, or with none: a bank that returns
 * the whole file of a district says nothing about eighty thousand accounts. One request of a run waits at a time.
 * Blocks.
 */
public final class KeptReturns {

    /** The kind of its requests; their subject is the run that paid. */
    public static final String REQUEST = "ALLOWANCE_RETURNS_KEPT";

    /** Fewer are said one by one. */
    public static final int FEWEST = 2;

    private static final int MOST = 100;

    /**
     * What waits for a second person.
     *
     * @param returned as it is now, without what was taken in after it was asked
     * @param request who says that the accounts are good
     */
    public record Waiting(KeptReturn returned, ApprovalRequest request) {
        /** Whether anybody is left out for it still; false: only an end without approval is left. */
        public boolean stands() {
            return returned.people() > 0;
        }
    }

    /** What is to be done about a code of a run. */
    public enum Next {
        /** Somebody may say that the accounts are good. */
        ASK,
        /** That waits for another person. */
        DECIDE,
        /** Another code of the run waits, or the run is of another district. */
        NOTHING
    }

    private final Transactions transactions;
    private final Approvals approvals;
    private final AuditLog audit;
    private final RequestEnd ending;

    public KeptReturns(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.approvals = new Approvals(clock);
        this.audit = audit;
        this.ending = new RequestEnd(
                transactions, approvals, audit, REQUEST, AllowanceRefusal.REASON_NEEDED, KeptReturns::ended);
    }

    /**
     * What a run paid that came back with this code and keeps people from being paid now.
     *
     * @param runNo the run that paid
     * @throws RefusedException with {@code ACCOUNT_NOT_REFUSED} when it keeps fewer than two
     */
    public KeptReturn get(Actor actor, long runNo, String code) throws SQLException {
        return transactions.run(transaction -> standing(transaction, actor, runNo, code));
    }

    /** What is to be done about this code of a run that paid. */
    public Next next(Actor actor, long runNo, String code) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> new ReturnsStore(transaction).next(actor, runNo, code));
    }

    /** What waits for a second person and the actor may see, the longest first; at most a hundred. */
    public List<Waiting> listWaiting(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> new ReturnsStore(transaction).waiting(actor, null, MOST));
    }

    /** What waits about one run, if the actor may see it. */
    public Optional<Waiting> findWaiting(Actor actor, long runNo) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> find(transaction, actor, runNo));
    }

    /**
     * One person says that the accounts are good.
     *
     * @param runNo the run that paid
     * @param code as the bank gave it; may be empty
     * @param reason who was asked and what they said; one line
     * @return the number of the request, which another person decides
     */
    public long ask(Actor actor, long runNo, String code, String reason) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_PREPARE);
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        return transactions.run(transaction -> {
            KeptReturn returned = standing(transaction, actor, runNo, code);
            long requestNo = approvals.ask(transaction, actor, REQUEST, runNo, why);
            new ReturnsStore(transaction).add(requestNo, returned);
            audit.append(
                    transaction,
                    actor,
                    entry("ALLOWANCE_RETURNS_KEPT_ASKED", returned).because(why));
            return requestNo;
        });
    }

    /**
     * Another person agrees: the next lists pay what waits.
     *
     * @throws RefusedException with {@code ACCOUNT_NOT_REFUSED} when nobody is left out for it any more
     */
    public void approve(Actor actor, long requestNo) throws SQLException {
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, REQUEST, requestNo);
            Waiting waiting = find(transaction, actor, request.subject())
                    .orElseThrow(() -> new RefusedException(AllowanceRefusal.OTHER_DISTRICT, "district"));
            Access.require(
                    actor, Permission.ALLOWANCE_APPROVE, waiting.returned().district());
            if (!waiting.stands()) {
                throw new RefusedException(AllowanceRefusal.ACCOUNT_NOT_REFUSED);
            }
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            audit.append(
                    transaction,
                    actor,
                    entry("ALLOWANCE_RETURNS_KEPT", waiting.returned()).because(request.reason()));
            return true;
        });
    }

    /** They are not: each stays left out until their account is changed or called good by itself. */
    public void reject(Actor actor, long requestNo, String reason) throws SQLException {
        ending.end(actor, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes the own word back. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        ending.end(actor, requestNo, reason, Outcome.WITHDRAWN);
    }

    private static KeptReturn standing(Connection transaction, Actor actor, long runNo, String code)
            throws SQLException {
        KeptReturn returned = new ReturnsStore(transaction).standing(RunReads.run(transaction, actor, runNo), code);
        if (returned.people() < FEWEST) {
            throw new RefusedException(AllowanceRefusal.ACCOUNT_NOT_REFUSED);
        }
        return returned;
    }

    private static Optional<Waiting> find(Connection transaction, Actor actor, long runNo) throws SQLException {
        return new ReturnsStore(transaction).waiting(actor, runNo, 1).stream().findFirst();
    }

    private static AuditEntry ended(Connection transaction, Actor actor, long runNo, Outcome outcome)
            throws SQLException {
        KeptReturn returned = find(transaction, actor, runNo)
                .orElseThrow(() -> new RefusedException(AllowanceRefusal.OTHER_DISTRICT, "district"))
                .returned();
        Access.requireEnd(actor, outcome, returned.district());
        String act =
                outcome == Outcome.WITHDRAWN ? "ALLOWANCE_RETURNS_KEPT_WITHDRAWN" : "ALLOWANCE_RETURNS_KEPT_REJECTED";
        return entry(act, returned);
    }

    private static AuditEntry entry(String act, KeptReturn returned) {
        return AuditEntry.of(act, "ALLOWANCE_RUN", returned.runNo())
                .with(Map.of(
                        "run", Long.toString(returned.runNo()),
                        "code", returned.code(),
                        "people", Long.toString(returned.people()),
                        "fen", Long.toString(returned.fen())));
    }
}
