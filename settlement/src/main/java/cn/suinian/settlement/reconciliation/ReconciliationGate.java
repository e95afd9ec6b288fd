package cn.suinian.settlement.reconciliation;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a cleared day may be called reconciled: each vendor with lines was compared with its statements, or excused.
 * Open breaks do not hold a day up, they hold up money.
 */
public final class ReconciliationGate {
    private static final String VENDORS = """
            WITH lines AS (
                SELECT vendor_id, sum(subsidy + operator_subsidy + delivery_subsidy) AS fen
                FROM clearing_line WHERE day = ? GROUP BY 1
            ), stated AS (
                SELECT s.vendor_id, bool_or(s.state = 'HELD') AS held, bool_or(s.state = 'READY') AS ready,
                       bool_or(s.state = 'READY' AND NOT coalesce(s.statement_id = ANY (u.statements), false)
                               OR s.state = 'WITHDRAWN' AND coalesce(s.statement_id = ANY (u.statements), false))
                           AS newer
                FROM vendor_statement s
                LEFT JOIN reconciliation_run u ON u.vendor_id = s.vendor_id AND u.day = s.day
                WHERE s.day = ? GROUP BY 1
            )
            SELECT l.vendor_id, v.code, l.fen, CASE
                       WHEN s.held THEN 'STATEMENT_HELD'
                       WHEN s.newer THEN 'STATEMENT_NOT_MATCHED'
                       WHEN s.ready IS NOT TRUE AND e.day IS NULL THEN 'STATEMENT_MISSING' END AS blocker
            FROM lines l
            JOIN vendor v USING (vendor_id)
            LEFT JOIN stated s USING (vendor_id)
            LEFT JOIN statement_excuse e ON e.vendor_id = l.vendor_id AND e.day = ?
            ORDER BY l.fen DESC, v.code
            """;
    private static final String EXCUSE = """
            INSERT INTO statement_excuse (vendor_id, day, reason, excused_by, excused_as, excused_at)
            SELECT vendor_id, ?, ?, ?, ?, ? FROM vendor WHERE vendor_id = ?
            ON CONFLICT DO NOTHING
            """;

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public ReconciliationGate(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Something that holds a day up.
     *
     * @param code stable, in upper case
     * @param vendorCode as in the register
     * @param fen the subsidies of the vendor's day
     */
    public record Blocker(String code, String zh, String en, int vendorId, String vendorCode, long fen) {}

    private enum Cause {
        STATEMENT_MISSING(
                "没有对账单，请催收，或由主管免对账单。", "There is no statement. Ask for it, or let a supervisor excuse the vendor."),
        STATEMENT_HELD("对账单待处理，请核对后接受或撤回。", "A statement is held. Accept it with a reason, or withdraw it."),
        STATEMENT_NOT_MATCHED("对账单还没有比对，请对账。", "A statement came or went since the day was compared. Reconcile it.");

        private final String zh;
        private final String en;

        Cause(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /** What holds the day up, the most money first; empty: it is reconciled. */
    public static List<Blocker> blockers(Connection transaction, LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VENDORS)) {
            select.setObject(1, day);
            select.setObject(2, day);
            select.setObject(3, day);
            List<Blocker> blockers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String code = row.getString("blocker");
                    if (code != null) {
                        Cause cause = Cause.valueOf(code);
                        blockers.add(new Blocker(
                                code,
                                cause.zh,
                                cause.en,
                                row.getInt("vendor_id"),
                                row.getString("code"),
                                row.getLong("fen")));
                    }
                }
            }
            return blockers;
        }
    }

    /** Lets a day be reconciled without a statement of this vendor, for a reason. */
    public void excuse(Actor actor, int vendorId, LocalDate day, String reason) throws SQLException {
        if (!actor.may(Permission.RECONCILE_APPROVE)) {
            throw new RefusedException(ReconciliationRefusal.NOT_ALLOWED);
        }
        Long staffId = actor.staffId();
        if (staffId == null) {
            throw new RefusedException(ReconciliationRefusal.NOT_A_PERSON);
        }
        String why = StatedReason.of(reason, ReconciliationRefusal.REASON_MISSING);
        transactions.run(transaction -> {
            try (PreparedStatement insert = transaction.prepareStatement(EXCUSE)) {
                insert.setObject(1, day);
                insert.setString(2, why);
                insert.setLong(3, staffId);
                insert.setString(4, actor.account());
                insert.setTimestamp(5, Timestamp.from(clock.instant()));
                insert.setInt(6, vendorId);
                if (insert.executeUpdate() == 0) {
                    throw new RefusedException(ReconciliationRefusal.EXCUSED_ALREADY);
                }
            }
            return audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("STATEMENT_EXCUSED", "VENDOR", vendorId)
                            .with(Map.of("day", day.toString()))
                            .because(why));
        });
    }
}
