package cn.suinian.settlement.reconciliation;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.reconciliation.VendorDay.Detail;
import cn.suinian.settlement.reconciliation.VendorDay.Excuse;
import cn.suinian.settlement.reconciliation.VendorDay.Figures;
import cn.suinian.settlement.reconciliation.VendorDay.Line;
import cn.suinian.settlement.reconciliation.VendorDay.OfKind;
import cn.suinian.settlement.reconciliation.VendorDay.Run;
import cn.suinian.settlement.reconciliation.VendorDay.Standing;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vendors' business days in SQL. */
final class VendorDayStore {
    private static final String LAST_CLEARED =
            "SELECT day FROM business_day WHERE cleared_at IS NOT NULL ORDER BY day DESC LIMIT 1";
    private static final String WAITS = """
            SELECT coalesce(nullif(about, ''), '0')::int, value::int FROM settlement_limit_on(?)
            WHERE name = 'RECONCILE_DAYS' AND value IS NOT NULL
            """;

    /** What was cleared, with what was taken back below zero. Payer or null for all, day; the same again. */
    private static final String CLEARED = """
            SELECT vendor_id, payer = coalesce(?::smallint, payer) AS mine, service, taps, gross, subsidy,
                   operator_subsidy + delivery_subsidy AS extra
            FROM clearing_line WHERE day = ?
            UNION ALL
            SELECT vendor_id, payer = coalesce(?::smallint, payer), service, -taps, -gross, -subsidy,
                   -(operator_subsidy + delivery_subsidy)
            FROM clearing_reversal WHERE day = ?
            """;

    /** Rows that repeat or contradict are in a statement's own sums, so those few are added up again. */
    private static final String VENDORS = """
            WITH ours AS (
                SELECT vendor_id, sum(taps) FILTER (WHERE mine) AS taps, sum(gross) FILTER (WHERE mine) AS gross,
                       sum(subsidy) FILTER (WHERE mine) AS subsidy, sum(extra) FILTER (WHERE mine) AS extra
                FROM (%s) AS cleared GROUP BY 1
            ), theirs AS (
                SELECT s.vendor_id, bool_or(s.state = 'HELD') AS held, bool_or(s.state = 'READY') AS ready,
                       bool_or(s.state = 'READY' AND NOT coalesce(s.statement_id = ANY (u.statements), false)
                               OR s.state = 'WITHDRAWN' AND coalesce(s.statement_id = ANY (u.statements), false))
                           AS newer,
                       sum(c.taps) AS taps, sum(c.amount) AS amount, sum(c.subsidy) AS subsidy
                FROM vendor_statement s
                LEFT JOIN reconciliation_run u ON u.vendor_id = s.vendor_id AND u.day = s.day
                LEFT JOIN LATERAL (
                    SELECT s.rows_good AS taps, s.amount_fen AS amount, s.subsidy_fen AS subsidy
                    WHERE s.state = 'READY' AND s.rows_repeated + s.rows_contrary = 0
                    UNION ALL
                    SELECT count(*), coalesce(sum(r.amount), 0), coalesce(sum(r.subsidy), 0) FROM statement_row r
                    WHERE r.statement_id = s.statement_id AND r.standing = 0
                    HAVING s.state = 'READY' AND s.rows_repeated + s.rows_contrary > 0
                ) AS c ON true
                WHERE s.day = ? GROUP BY 1
            ), broken AS (
                SELECT vendor_id, count(*) AS breaks, count(*) FILTER (WHERE kind <> 'EXPECTED') AS to_decide,
                       sum(risk_fen) AS risk
                FROM settlement_break
                WHERE day = ? AND status IN ('OPEN', 'ASKED')
                  AND payer IS NOT DISTINCT FROM coalesce(?::smallint, payer) GROUP BY 1
            )
            SELECT v.vendor_id, o.taps, o.gross, o.subsidy, o.extra, t.held, t.ready, t.newer, t.taps AS their_taps,
                   t.amount AS their_amount, t.subsidy AS their_subsidy, b.breaks, b.to_decide, b.risk,
                   EXISTS (SELECT FROM excuse_in_force e WHERE e.vendor_id = v.vendor_id AND e.day = ?) AS excused,
                   EXISTS (SELECT FROM approval_request a WHERE a.kind = ? AND a.outcome IS NULL
                           AND a.subject = v.vendor_id * 1000000::bigint + ?) AS asked
            FROM vendor v LEFT JOIN ours o USING (vendor_id) LEFT JOIN theirs t USING (vendor_id)
            LEFT JOIN broken b USING (vendor_id)
            WHERE o.vendor_id IS NOT NULL OR t.vendor_id IS NOT NULL
            ORDER BY coalesce(o.subsidy, 0) DESC, v.code
            """.formatted(CLEARED);

    /** Payer, day, payer, day, vendor, vendor, day, payer. */
    private static final String LINES = """
            WITH ours AS (
                SELECT service, sum(taps) AS taps, sum(gross) AS gross, sum(subsidy) AS subsidy, sum(extra) AS extra
                FROM (%s) AS cleared WHERE vendor_id = ? AND mine GROUP BY 1
            ), theirs AS (
                SELECT r.service, count(*) AS taps, sum(r.amount) AS gross, sum(r.subsidy) AS subsidy,
                       coalesce(sum(r.extra), 0) AS extra, count(r.extra) AS extras
                FROM vendor_statement s JOIN statement_row r USING (statement_id)
                WHERE s.vendor_id = ? AND s.day = ? AND s.state = 'READY' AND r.standing = 0
                  AND ?::smallint IS NULL GROUP BY 1
            )
            SELECT service, o.taps, o.gross, o.subsidy, o.extra, t.taps AS their_taps, t.gross AS their_gross,
                   t.subsidy AS their_subsidy, t.extra AS their_extra,
                   CASE WHEN t.taps > 0 THEN t.extras > 0 ELSE coalesce(sum(t.extras) OVER (), 0) > 0 END AS stated
            FROM ours o FULL JOIN theirs t USING (service) ORDER BY 1
            """.formatted(CLEARED);

    private static final String KINDS = """
            SELECT kind, count(*) FILTER (WHERE status IN ('OPEN', 'ASKED')) AS open,
                   coalesce(sum(risk_fen) FILTER (WHERE status IN ('OPEN', 'ASKED')), 0) AS risk,
                   coalesce(sum(theirs_fen - ours_fen) FILTER (WHERE status IN ('OPEN', 'ASKED')), 0) AS difference,
                   count(*) FILTER (WHERE status NOT IN ('OPEN', 'ASKED', 'HEALED')) AS resolved
            FROM settlement_break WHERE vendor_id = ? AND day = ? AND status <> 'HEALED'
              AND payer IS NOT DISTINCT FROM coalesce(?::smallint, payer)
            GROUP BY 1 ORDER BY 3 DESC, 1
            """;
    private static final String RUN =
            "SELECT runs, rows, ran_at, ran_by FROM reconciliation_run WHERE vendor_id = ? AND day = ?";
    private static final String EXCUSE =
            "SELECT reason, excused_as, excused_at FROM excuse_in_force WHERE vendor_id = ? AND day = ?";

    private final Connection transaction;
    private final @Nullable Integer payer;

    /**
     * The store.
     *
     * @param only the payer of whom everything is; empty: all
     */
    VendorDayStore(Connection transaction, Optional<Payer> only) {
        this.transaction = transaction;
        this.payer = only.map(Payer::code).orElse(null);
    }

    /** Whether a vendor's statement should have been there by now. */
    interface Overdue {
        boolean is(int vendorId);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    Optional<LocalDate> findLastCleared() throws SQLException {
        return read(LAST_CLEARED, row -> row.getObject(1, LocalDate.class)).stream()
                .findFirst();
    }

    /** Working days that are waited, by vendor; 0: everybody else. */
    Map<Integer, Integer> waits(LocalDate today) throws SQLException {
        Map<Integer, Integer> waits = new HashMap<>();
        read(WAITS, row -> waits.put(row.getInt(1), row.getInt(2)), today);
        return waits;
    }

    List<VendorDay> list(LocalDate day, Overdue overdue) throws SQLException {
        List<VendorDay> days = read(
                VENDORS,
                row -> vendorDay(row, day, overdue),
                payer,
                day,
                payer,
                day,
                day,
                day,
                payer,
                day,
                Excuses.KIND,
                day.toEpochDay());
        days.sort(VendorDay.FIRST_TO_DO);
        return days;
    }

    Detail detail(VendorDay it) throws SQLException {
        int vendor = it.vendorId();
        LocalDate day = it.day();
        List<Line> lines = read(
                LINES,
                row -> new Line(
                        Service.ofCode(row.getInt("service")),
                        figures(row, "taps", "gross", "subsidy", "extra"),
                        figures(row, "their_taps", "their_gross", "their_subsidy", "their_extra"),
                        row.getBoolean("stated")),
                payer,
                day,
                payer,
                day,
                vendor,
                vendor,
                day,
                payer);
        List<OfKind> kinds = read(
                KINDS,
                row -> new OfKind(
                        BreakKind.valueOf(row.getString("kind")),
                        row.getLong("open"),
                        row.getLong("risk"),
                        row.getLong("difference"),
                        row.getLong("resolved")),
                vendor,
                day,
                payer);
        List<Run> run = read(
                RUN,
                row -> new Run(
                        row.getInt(1), row.getLong(2), row.getTimestamp(3).toInstant(), row.getString(4)),
                vendor,
                day);
        List<Excuse> excuse = read(
                EXCUSE,
                row -> new Excuse(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()),
                vendor,
                day);
        return new Detail(
                it,
                lines,
                kinds,
                run.stream().findFirst(),
                excuse.stream().findFirst(),
                run.isEmpty() ? Optional.empty() : bridge(it));
    }

    private Optional<Bridge> bridge(VendorDay it) throws SQLException {
        if (it.theirs().isEmpty()) {
            return Optional.empty();
        }
        long theirs = it.theirs().get().subsidyFen();
        return Optional.of(
                Bridge.read(transaction, it.vendorId(), it.day(), it.ours().subsidyFen(), theirs));
    }

    private VendorDay vendorDay(ResultSet row, LocalDate day, Overdue overdue) throws SQLException {
        int vendorId = row.getInt("vendor_id");
        boolean stated = payer == null && row.getBoolean("ready");
        return new VendorDay(
                vendorId,
                day,
                standing(row, overdue.is(vendorId)),
                figures(row, "taps", "gross", "subsidy", "extra"),
                stated
                        ? Optional.of(new Figures(
                                row.getLong("their_taps"),
                                row.getLong("their_amount"),
                                row.getLong("their_subsidy"),
                                0))
                        : Optional.empty(),
                row.getLong("breaks"),
                row.getLong("to_decide"),
                row.getLong("risk"));
    }

    private static Standing standing(ResultSet row, boolean overdue) throws SQLException {
        if (row.getBoolean("held")) {
            return Standing.HELD;
        }
        if (row.getBoolean("newer")) {
            return Standing.NOT_COMPARED;
        }
        if (row.getBoolean("ready")) {
            return Standing.COMPARED;
        }
        if (row.getBoolean("excused")) {
            return Standing.EXCUSED;
        }
        if (row.getBoolean("asked")) {
            return Standing.EXCUSE_ASKED;
        }
        return overdue ? Standing.OVERDUE : Standing.AWAITED;
    }

    private static Figures figures(ResultSet row, String taps, String amount, String subsidy, String extra)
            throws SQLException {
        return new Figures(row.getLong(taps), row.getLong(amount), row.getLong(subsidy), row.getLong(extra));
    }

    private <T> List<T> read(String sql, Reading<T> reading, @Nullable Object... values) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<T> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(reading.of(row));
                }
            }
            return all;
        }
    }
}
