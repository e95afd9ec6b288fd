package cn.suinian.settlement.reconciliation;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule.Act;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what may be resolved without anybody looking; two supervisors let it. A house begins without rules. */
public final class ResolutionRules {
    /** The kind of request in the inbox of approvals; its subject is the rule. */
    public static final String KIND = "RESOLUTION_RULE";

    private static final String COLUMNS = "rule_id, vendor_id, kind, act, most_fen, most_day_fen, basis";
    private static final String IN_FORCE = "SELECT " + COLUMNS + """
             FROM resolution_rule
            WHERE confirmed_at IS NOT NULL AND ended_at IS NULL
              AND (?::int IS NULL OR vendor_id IS NULL OR vendor_id = ?) ORDER BY rule_id
            """;
    private static final String SIGNED = "SELECT " + COLUMNS + """
            , q.asked_as, q.decided_as, r.confirmed_at
            FROM resolution_rule r
            JOIN (SELECT request_no, asked_as, decided_as FROM approval_request) q USING (request_no)
            WHERE r.confirmed_at IS NOT NULL AND r.ended_at IS NULL ORDER BY rule_id
            """;
    private static final String WAITING = "SELECT " + COLUMNS
            + " FROM resolution_rule WHERE request_no = ? AND confirmed_at IS NULL AND ended_at IS NULL";
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('resolution_rule', 'rule_id'))";
    private static final String ADD = """
            INSERT INTO resolution_rule (vendor_id, kind, act, most_fen, most_day_fen, basis, rule_id, request_no)
            OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CONFIRM = "UPDATE resolution_rule SET confirmed_at = ? WHERE rule_id = ?";
    private static final String DECLINE = "UPDATE resolution_rule SET ended_at = ? WHERE rule_id = ?";
    private static final String END = DECLINE + " AND ended_at IS NULL AND confirmed_at IS NOT NULL";

    private final Transactions transactions;
    private final Approvals approvals;
    private final AuditLog audit;
    private final Clock clock;

    public ResolutionRules(Transactions transactions, Approvals approvals, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One in force and who signed it.
     *
     * @param askedAs the name that whoever asked signs in with
     * @param approvedAs the same of who approved it
     * @param since when it was approved
     */
    public record InForce(ResolutionRule rule, String askedAs, String approvedAs, Instant since) {}

    /** One that waits for its second signature. */
    public record Asked(ApprovalRequest request, ResolutionRule rule) {}

    /**
     * Asks for a rule; its number is given here.
     *
     * @return the number of the request
     */
    public long ask(Actor actor, ResolutionRule rule) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        String basis = StatedReason.of(rule.basis(), ReconciliationRefusal.REASON_MISSING);
        check(rule);
        return transactions.run(transaction -> {
            int ruleId = next(transaction);
            long request = approvals.ask(transaction, actor, KIND, ruleId, basis);
            insert(transaction, rule, basis, ruleId, request);
            record(transaction, actor, "RESOLUTION_RULE_ASKED", waiting(transaction, request), basis);
            return request;
        });
    }

    /** Lets a rule hold, as somebody else than asked: from the next comparison on. */
    public void approve(Actor actor, long requestNo) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, KIND, requestNo);
            ResolutionRule rule = waiting(transaction, requestNo);
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            set(transaction, CONFIRM, rule.ruleId());
            record(transaction, actor, "RESOLUTION_RULE_APPROVED", rule, request.reason());
            return request;
        });
    }

    /** Declines a rule, as somebody else than asked; it never held. */
    public void decline(Actor actor, long requestNo, String reason) throws SQLException {
        end(actor, requestNo, reason, Outcome.REJECTED, "RESOLUTION_RULE_DECLINED");
    }

    /** Takes an own request back; the rule never held. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        end(actor, requestNo, reason, Outcome.WITHDRAWN, "RESOLUTION_RULE_WITHDRAWN");
    }

    private void end(Actor actor, long requestNo, String reason, Outcome outcome, String act) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        String why = StatedReason.of(reason, ReconciliationRefusal.REASON_MISSING);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, KIND, requestNo, outcome);
            ResolutionRule rule = waiting(transaction, requestNo);
            approvals.decide(transaction, actor, request, outcome);
            set(transaction, DECLINE, rule.ruleId());
            record(transaction, actor, act, rule, why);
            return request;
        });
    }

    /** What waits, the oldest first. */
    public List<Asked> listOpen(Actor actor, int most) throws SQLException {
        ReconciliationRefusal.see(actor);
        return transactions.run(transaction -> {
            List<Asked> open = new ArrayList<>();
            for (ApprovalRequest request : approvals.listOpen(transaction, KIND, most)) {
                find(transaction, request.requestNo()).ifPresent(rule -> open.add(new Asked(request, rule)));
            }
            return open;
        });
    }

    /** Ends a rule; what it resolved stays resolved. */
    public void end(Actor actor, int ruleId, String reason) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        String why = StatedReason.of(reason, ReconciliationRefusal.REASON_MISSING);
        transactions.run(transaction -> {
            if (set(transaction, END, ruleId) == 0) {
                throw new RefusedException(ReconciliationRefusal.NO_SUCH_RULE);
            }
            return audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("RESOLUTION_RULE_ENDED", "RESOLUTION_RULE", ruleId)
                            .because(why));
        });
    }

    /** Those in force, with who signed them. */
    public List<InForce> listSigned(Actor actor) throws SQLException {
        ReconciliationRefusal.see(actor);
        return transactions.run(transaction -> {
            List<InForce> signed = new ArrayList<>();
            try (PreparedStatement select = transaction.prepareStatement(SIGNED);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    signed.add(new InForce(
                            rule(row),
                            row.getString("asked_as"),
                            row.getString("decided_as"),
                            row.getTimestamp("confirmed_at").toInstant()));
                }
            }
            return signed;
        });
    }

    /** Those in force. */
    public List<ResolutionRule> list(Actor actor) throws SQLException {
        ReconciliationRefusal.see(actor);
        return transactions.run(transaction -> inForce(transaction, null));
    }

    /** Those in force for a vendor; null: for any. */
    static List<ResolutionRule> inForce(Connection transaction, @Nullable Integer vendorId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(IN_FORCE)) {
            select.setObject(1, vendorId, Types.INTEGER);
            select.setObject(2, vendorId, Types.INTEGER);
            List<ResolutionRule> rules = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rules.add(rule(row));
                }
            }
            return rules;
        }
    }

    private static ResolutionRule waiting(Connection transaction, long requestNo) throws SQLException {
        return find(transaction, requestNo).orElseThrow(() -> new RefusedException(ReconciliationRefusal.NO_SUCH_RULE));
    }

    /** A rule is decided with its request, which is held then. */
    private static Optional<ResolutionRule> find(Connection transaction, long requestNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(WAITING)) {
            select.setLong(1, requestNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(rule(row)) : Optional.empty();
            }
        }
    }

    private static ResolutionRule rule(ResultSet row) throws SQLException {
        return new ResolutionRule(
                row.getInt(1),
                row.getObject(2, Integer.class),
                BreakKind.valueOf(row.getString(3)),
                Act.valueOf(row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                row.getString(7));
    }

    private static void check(ResolutionRule rule) {
        if (rule.kind().isAwaited()) {
            throw new RefusedException(ReconciliationRefusal.STILL_EXPECTED, "kind");
        }
        if (rule.mostFen() < 0 || rule.mostDayFen() < rule.mostFen()) {
            throw new RefusedException(ReconciliationRefusal.LIMITS_WRONG, "mostFen");
        }
        if (rule.mostFen() > ResolutionRule.HIGHEST_FEN) {
            throw new RefusedException(ReconciliationRefusal.LIMITS_TOO_HIGH, "mostFen");
        }
        if (rule.mostDayFen() > ResolutionRule.HIGHEST_DAY_FEN) {
            throw new RefusedException(ReconciliationRefusal.LIMITS_TOO_HIGH, "mostDayFen");
        }
    }

    private void record(Connection transaction, Actor actor, String act, ResolutionRule rule, String why)
            throws SQLException {
        audit.append(
                transaction,
                actor,
                AuditEntry.of(act, KIND, rule.ruleId())
                        .with(Map.of(
                                "vendor", rule.vendorId() == null ? "ALL" : Integer.toString(rule.vendorId()),
                                "kind", rule.kind().name(),
                                "act", rule.act().name(),
                                "mostFen", Long.toString(rule.mostFen()),
                                "mostDayFen", Long.toString(rule.mostDayFen())))
                        .because(why));
    }

    private int set(Connection transaction, String sql, int ruleId) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(sql)) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setInt(2, ruleId);
            return update.executeUpdate();
        }
    }

    private static int next(Connection transaction) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NEXT);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void insert(Connection transaction, ResolutionRule rule, String basis, int ruleId, long request)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setObject(1, rule.vendorId(), Types.INTEGER);
            insert.setString(2, rule.kind().name());
            insert.setString(3, rule.act().name());
            insert.setLong(4, rule.mostFen());
            insert.setLong(5, rule.mostDayFen());
            insert.setString(6, basis);
            insert.setInt(7, ruleId);
            insert.setLong(8, request);
            insert.executeUpdate();
        }
    }
}
