package cn.suinian.core.approval;

import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How requests of a kind end that are not approved: another person rejects one, or who asked withdraws it. Either way
 * all is as it was before it was asked for. Blocks; safe for any number of threads.
 *
 * @param reasonNeeded refuses an end without a reason
 * @param subject finds what a request is about, whether or not it could still be approved
 */
public record RequestEnd(
        Transactions transactions,
        Approvals approvals,
        AuditLog audit,
        String kind,
        Refusal reasonNeeded,
        Subject subject) {

    /** What requests of a kind are about. */
    @FunctionalInterface
    public interface Subject {
        /**
         * What the audit trail says, without the reason; refuses whoever may not end it so.
         *
         * @param subject of the request
         */
        AuditEntry entry(Connection transaction, Actor actor, long subject, Outcome outcome) throws SQLException;
    }

    /** Ends one. */
    public void end(Actor actor, long requestNo, String reason, Outcome outcome) throws SQLException {
        String why = StatedReason.of(reason, reasonNeeded);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, kind, requestNo, outcome);
            AuditEntry entry = subject.entry(transaction, actor, request.subject(), outcome);
            approvals.decide(transaction, actor, request, outcome);
            audit.append(transaction, actor, entry.because(why));
            return true;
        });
    }
}
