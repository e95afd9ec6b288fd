package cn.suinian.settlement.reconciliation;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what may be resolved without anybody looking. A house has no rules until its supervisor makes some. */
public final class ResolutionRules {
    private static final String IN_FORCE = """
            SELECT rule_id, vendor_id, kind, act, most_fen, most_day_fen, basis FROM resolution_rule
            WHERE ended_at IS NULL AND (?::int IS NULL OR vendor_id IS NULL OR vendor_id = ?) ORDER BY rule_id
            """;
    private static final String ADD = """
            INSERT INTO resolution_rule (vendor_id, kind, act, most_fen, most_day_fen, basis) VALUES (?, ?, ?, ?, ?, ?)
            RETURNING rule_id
            """;
    private static final String END = "UPDATE resolution_rule SET ended_at = ? WHERE rule_id = ? AND ended_at IS NULL";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public ResolutionRules(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a rule; its number is given here. */
    public int add(Actor actor, ResolutionRule rule) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        String basis = StatedReason.of(rule.basis(), ReconciliationRefusal.REASON_MISSING);
        if (rule.mostFen() < 0 || rule.mostDayFen() < rule.mostFen()) {
            throw new RefusedException(ReconciliationRefusal.LIMITS_WRONG, "mostFen");
        }
        return transactions.run(transaction -> {
            int ruleId = insert(transaction, rule, basis);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("RESOLUTION_RULE_ADDED", "RESOLUTION_RULE", ruleId)
                            .with(Map.of(
                                    "vendor", rule.vendorId() == null ? "ALL" : Integer.toString(rule.vendorId()),
                                    "kind", rule.kind().name(),
                                    "act", rule.act().name(),
                                    "mostFen", Long.toString(rule.mostFen()),
                                    "mostDayFen", Long.toString(rule.mostDayFen())))
                            .because(basis));
            return ruleId;
        });
    }

    /** Ends a rule; what it resolved stays resolved. */
    public void end(Actor actor, int ruleId, String reason) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        String why = StatedReason.of(reason, ReconciliationRefusal.REASON_MISSING);
        transactions.run(transaction -> {
            try (PreparedStatement end = transaction.prepareStatement(END)) {
                end.setTimestamp(1, Timestamp.from(clock.instant()));
                end.setInt(2, ruleId);
                if (end.executeUpdate() == 0) {
                    throw new RefusedException(ReconciliationRefusal.NO_SUCH_RULE);
                }
            }
            return audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("RESOLUTION_RULE_ENDED", "RESOLUTION_RULE", ruleId)
                            .because(why));
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
                    rules.add(new ResolutionRule(
                            row.getInt(1),
                            row.getObject(2, Integer.class),
                            BreakKind.valueOf(row.getString(3)),
                            Act.valueOf(row.getString(4)),
                            row.getLong(5),
                            row.getLong(6),
                            row.getString(7)));
                }
            }
            return rules;
        }
    }

    private static int insert(Connection transaction, ResolutionRule rule, String basis) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setObject(1, rule.vendorId(), Types.INTEGER);
            insert.setString(2, rule.kind().name());
            insert.setString(3, rule.act().name());
            insert.setLong(4, rule.mostFen());
            insert.setLong(5, rule.mostDayFen());
            insert.setString(6, basis);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
