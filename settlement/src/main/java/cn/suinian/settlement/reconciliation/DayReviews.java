package cn.suinian.settlement.reconciliation;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.DayReview.Adjusted;
import cn.suinian.settlement.reconciliation.DayReview.Excused;
import cn.suinian.settlement.reconciliation.DayReview.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what whoever signs a business day should know of it. Blocking. */
public final class DayReviews {
    /** Day, payer or null for all. */
    private static final String OPEN = """
            SELECT count(*), coalesce(sum(risk_fen), 0) FROM settlement_break
            WHERE day = ? AND status IN ('OPEN', 'ASKED') AND payer IS NOT DISTINCT FROM coalesce(?::smallint, payer)
            """;

    /** Day, payer, day, payer, day. */
    private static final String EXCUSED = """
            SELECT v.vendor_id, v.code, v.name, v.name_en, coalesce(o.fen, 0)::bigint AS fen
            FROM excuse_in_force e
            JOIN vendor v USING (vendor_id)
            LEFT JOIN (
                SELECT vendor_id, sum(fen) AS fen
                FROM (SELECT vendor_id, subsidy + operator_subsidy + delivery_subsidy AS fen
                      FROM clearing_line WHERE day = ? AND payer = coalesce(?::smallint, payer)
                      UNION ALL
                      SELECT vendor_id, -(subsidy + operator_subsidy + delivery_subsidy)
                      FROM clearing_reversal WHERE day = ? AND payer = coalesce(?::smallint, payer)) AS moved
                GROUP BY 1) AS o USING (vendor_id)
            WHERE e.day = ? ORDER BY 5 DESC, v.code
            """;

    /** Day, payer. */
    private static final String ADJUSTED = """
            SELECT v.vendor_id, v.code, v.name, v.name_en, a.break_no, a.fen,
                   (SELECT t.day FROM journal_transfer t
                    WHERE t.kind = 'ADJUSTMENT' AND t.reference = a.reference LIMIT 1) AS booked_on
            FROM settlement_break b
            JOIN break_adjustment a USING (break_no)
            JOIN vendor v USING (vendor_id)
            WHERE b.day = ? AND b.payer IS NOT DISTINCT FROM coalesce(?::smallint, b.payer)
              AND a.reference IS NOT NULL ORDER BY a.posted_at, a.request_no
            """;

    private DayReviews() {}

    /** Of a cleared day, for whoever may see reconciliation; staff of a district see their own payer's part. */
    public static DayReview find(Transactions transactions, Actor actor, LocalDate day) throws SQLException {
        if (!actor.may(Permission.RECONCILE_VIEW)) {
            throw new RefusedException(ReconciliationRefusal.NOT_ALLOWED);
        }
        Integer only = actor.scope().onlyPayer().map(Payer::code).orElse(null);
        return transactions.run(transaction -> {
            Open open = read(transaction, OPEN, row -> new Open(row.getLong(1), row.getLong(2)), day, only)
                    .get(0);
            List<Excused> excused = read(
                    transaction,
                    EXCUSED,
                    row -> new Excused(named(row), row.getLong("fen")),
                    day,
                    only,
                    day,
                    only,
                    day);
            List<Adjusted> adjusted = read(
                    transaction,
                    ADJUSTED,
                    row -> new Adjusted(
                            row.getLong("break_no"),
                            named(row),
                            row.getLong("fen"),
                            Optional.ofNullable(row.getObject("booked_on", LocalDate.class))),
                    day,
                    only);
            return new DayReview(open.breaks(), open.riskFen(), excused, adjusted);
        });
    }

    private static Named named(ResultSet row) throws SQLException {
        return new Named(
                row.getInt("vendor_id"), row.getString("code"), row.getString("name"), row.getString("name_en"));
    }

    private record Open(long breaks, long riskFen) {}

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(Connection transaction, String sql, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
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
