package cn.suinian.settlement.reconciliation;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayGate;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cleared day may be called reconciled: each vendor with lines was compared with its statements, or excused,
 * so was each that states something of a day on which we have nothing of it, and what its breaks are about was compared
 * since the day was cleared. Open breaks do not hold a day up, they hold up money.
 */
public final class ReconciliationGate {
    /** Payer whose money is told, or null for all, day, day, day, day, day. */
    private static final String VENDORS = """
            WITH lines AS (
                SELECT vendor_id, coalesce(sum(fen) FILTER (WHERE payer = coalesce(?::smallint, payer)), 0) AS fen
                FROM (SELECT vendor_id, payer, subsidy + operator_subsidy + delivery_subsidy AS fen, true AS cleared
                      FROM clearing_line WHERE day = ?
                      UNION ALL
                      SELECT vendor_id, payer, -(subsidy + operator_subsidy + delivery_subsidy), false
                      FROM clearing_reversal WHERE day = ?) AS moved
                GROUP BY 1 HAVING bool_or(cleared)
            ), stated AS (
                SELECT s.vendor_id, bool_or(s.state = 'HELD') AS held, bool_or(s.state = 'READY') AS ready,
                       array_agg(s.statement_id ORDER BY s.statement_id) FILTER (WHERE s.state = 'HELD') AS held_ones,
                       bool_or(s.state = 'READY' AND NOT coalesce(s.statement_id = ANY (u.statements), false)
                               OR s.state = 'WITHDRAWN' AND coalesce(s.statement_id = ANY (u.statements), false))
                           AS newer
                FROM vendor_statement s
                LEFT JOIN reconciliation_run u ON u.vendor_id = s.vendor_id AND u.day = s.day
                WHERE s.day = ? GROUP BY 1
            ), asked AS (
                SELECT vendor_id FROM lines UNION SELECT vendor_id FROM stated
            )
            SELECT a.vendor_id, v.code, coalesce(l.fen, 0) AS fen, s.held_ones, CASE
                       WHEN s.held THEN 'STATEMENT_HELD'
                       WHEN s.newer THEN 'STATEMENT_NOT_MATCHED'
                       WHEN l.fen IS NOT NULL AND s.ready IS NOT TRUE AND e.day IS NULL THEN 'STATEMENT_MISSING'
                       WHEN EXISTS (SELECT FROM settlement_break b WHERE b.vendor_id = a.vendor_id
                                      AND (b.status IN ('OPEN', 'ASKED') OR b.adjusted_fen <> 0))
                            AND NOT EXISTS (SELECT FROM break_recheck k WHERE k.vendor_id = a.vendor_id
                                            AND k.through_day >= ?)
                           THEN 'BREAKS_NOT_COMPARED' END AS blocker
            FROM asked a
            JOIN vendor v USING (vendor_id)
            LEFT JOIN lines l USING (vendor_id)
            LEFT JOIN stated s USING (vendor_id)
            LEFT JOIN excuse_in_force e ON e.vendor_id = a.vendor_id AND e.day = ?
            ORDER BY 3 DESC, v.code
            """;

    private ReconciliationGate() {}

    /**
     * Something that holds a day up.
     *
     * @param code stable, in upper case
     * @param vendorCode as in the register
     * @param fen the three subsidies of the vendor's day, less what was taken back on it; for staff of a district those
     *     of their own payer
     * @param held numbers of its statements that are held
     */
    public record Blocker(
            String code, String zh, String en, int vendorId, String vendorCode, long fen, List<Integer> held) {
        public Blocker {
            held = List.copyOf(held);
        }
    }

    private enum Cause {
        STATEMENT_MISSING(
                "没有对账单，请催收，或由主管免对账单。", "There is no statement. Ask for it, or let a supervisor excuse the vendor."),
        STATEMENT_HELD("对账单待处理，请核对后接受或撤回。", "A statement is held. Accept it with a reason, or withdraw it."),
        STATEMENT_NOT_MATCHED("对账单还没有比对，请对账。", "A statement came or went since the day was compared. Reconcile it."),
        BREAKS_NOT_COMPARED(
                "清分以后差错还没有重新比对：一分钟内自动比对，或重新比对当天。",
                "Breaks were not compared since the day was cleared. It happens within a minute; or compare again.");

        private final String zh;
        private final String en;

        Cause(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /** What holds the day up, the most money first; empty: it is reconciled. */
    public static List<Blocker> blockers(Connection transaction, LocalDate day) throws SQLException {
        return blockers(transaction, day, Optional.empty());
    }

    private static List<Blocker> blockers(Connection transaction, LocalDate day, Optional<Payer> only)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VENDORS)) {
            select.setObject(1, only.map(Payer::code).orElse(null), Types.INTEGER);
            for (int at = 2; at <= 6; at++) {
                select.setObject(at, day);
            }
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
                                row.getLong("fen"),
                                numbers(row.getArray("held_ones"))));
                    }
                }
            }
            return blockers;
        }
    }

    private static List<Integer> numbers(@Nullable Array held) throws SQLException {
        return held == null ? List.of() : List.of((Integer[]) held.getArray());
    }

    /** The same for whoever may see it: {@link Permission#RECONCILE_VIEW}. */
    public static List<Blocker> listBlockers(Transactions transactions, Actor actor, LocalDate day)
            throws SQLException {
        if (!actor.may(Permission.RECONCILE_VIEW)) {
            throw new RefusedException(ReconciliationRefusal.NOT_ALLOWED);
        }
        return transactions.run(
                transaction -> blockers(transaction, day, actor.scope().onlyPayer()));
    }

    /**
     * The same as a gate of business days: statements keep a day from being reconciled, and from being approved when
     * one came or was withdrawn meanwhile.
     */
    public static DayGate ofDays() {
        return (transaction, day, next) ->
                next == State.RECONCILED || next == State.APPROVED ? byCause(blockers(transaction, day)) : List.of();
    }

    private static List<cn.suinian.settlement.businessday.Blocker> byCause(List<Blocker> vendors) {
        List<cn.suinian.settlement.businessday.Blocker> causes = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            List<Blocker> of = vendors.stream()
                    .filter(vendor -> vendor.code().equals(cause.name()))
                    .toList();
            if (!of.isEmpty()) {
                long fen = of.stream().mapToLong(Blocker::fen).reduce(0, Math::addExact);
                causes.add(new cn.suinian.settlement.businessday.Blocker(
                        cause.name(), cause.zh, cause.en, of.size(), fen));
            }
        }
        return causes;
    }
}
