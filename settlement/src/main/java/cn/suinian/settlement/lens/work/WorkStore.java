package cn.suinian.settlement.lens.work;

import cn.suinian.core.registry.VendorKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The worklist in SQL. */
final class WorkStore {

    private static final String ROWS = """
            WITH days AS (
                SELECT vendor_id, day,
                       coalesce(sum(score) FILTER (WHERE verdict IS DISTINCT FROM 'EXPLAINED'), 0) AS score,
                       count(*) AS items, count(*) FILTER (WHERE source = 'FINDING') AS findings,
                       count(*) FILTER (WHERE verdict IS NULL) AS waiting, bool_or(kind = ?) AS of_kind
                FROM lens_item WHERE day BETWEEN ? AND ? GROUP BY 1, 2
            ), listed AS (
                SELECT d.*, v.code, v.name, v.kind,
                       EXISTS (SELECT FROM payment_hold h WHERE h.vendor_id = d.vendor_id AND h.released_at IS NULL
                               AND (h.from_day IS NULL OR d.day BETWEEN h.from_day AND h.to_day)) AS held
                FROM days d JOIN vendor v USING (vendor_id)
                WHERE (?::text IS NULL OR v.kind = ?) AND (?::text IS NULL OR of_kind) AND (NOT ? OR waiting > 0)
                  AND score >= ?
            )
            """;
    private static final String PAGE = ROWS + """
            SELECT * FROM listed WHERE (NOT ? OR held)
              AND (?::bigint IS NULL OR (score, day, -vendor_id) < (?::bigint, ?::date, ?))
            ORDER BY score DESC, day DESC, vendor_id LIMIT ?
            """;
    private static final String TOTALS = ROWS + """
            SELECT count(*) AS days, coalesce(sum(score), 0) AS score, coalesce(sum(items), 0) AS items,
                   coalesce(sum(waiting), 0) AS waiting, count(*) FILTER (WHERE held) AS held
            FROM listed WHERE (NOT ? OR held)
            """;

    private WorkStore() {}

    static List<WorkRow> page(Connection transaction, WorkFilter filter, WorkRow.@Nullable Key after, int limit)
            throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(PAGE)) {
            int next = fill(query, filter);
            query.setObject(next, after == null ? null : after.score(), Types.BIGINT);
            query.setObject(next + 1, after == null ? null : after.score(), Types.BIGINT);
            query.setObject(next + 2, after == null ? null : after.day(), Types.DATE);
            query.setInt(next + 3, after == null ? 0 : -after.vendorId());
            query.setInt(next + 4, limit);
            List<WorkRow> page = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    page.add(read(row));
                }
            }
            return page;
        }
    }

    static WorkTotals totals(Connection transaction, WorkFilter filter) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(TOTALS)) {
            fill(query, filter);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new WorkTotals(
                        row.getLong("days"),
                        row.getLong("score"),
                        row.getLong("items"),
                        row.getLong("waiting"),
                        row.getLong("held"));
            }
        }
    }

    private static int fill(PreparedStatement query, WorkFilter filter) throws SQLException {
        VendorKind kind = filter.vendorKind();
        query.setString(1, filter.itemKind());
        query.setObject(2, filter.from());
        query.setObject(3, filter.to());
        query.setString(4, kind == null ? null : kind.name());
        query.setString(5, kind == null ? null : kind.name());
        query.setString(6, filter.itemKind());
        query.setBoolean(7, filter.waitingOnly());
        query.setLong(8, filter.leastScore());
        query.setBoolean(9, filter.heldOnly());
        return 10;
    }

    private static WorkRow read(ResultSet row) throws SQLException {
        return new WorkRow(
                new WorkRow.Key(row.getLong("score"), row.getObject("day", LocalDate.class), row.getInt("vendor_id")),
                row.getString("code"),
                row.getString("name"),
                VendorKind.valueOf(row.getString("kind")),
                row.getLong("items"),
                row.getLong("findings"),
                row.getLong("waiting"),
                row.getBoolean("held"));
    }
}
