package cn.suinian.settlement.seal.publication;

import cn.suinian.core.crypto.Signature;
import cn.suinian.settlement.seal.publication.Totals.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Totals and what was published of them, in SQL. */
final class TotalsStore {
    private static final String TOTALS = """
            WITH settled AS (
                SELECT tap_date, holder_id, service, coalesce(payer, 0) AS payer, amount, subsidy, operator_subsidy,
                       delivery_subsidy
                FROM tap WHERE tap_date = ? AND settle_date = ? AND reason = 0
                UNION ALL
                SELECT tap_date, holder_id, service, coalesce(payer, 0), amount, subsidy, operator_subsidy,
                       delivery_subsidy
                FROM tap WHERE settle_date = ? AND settle_date <> tap_date AND tap_date < ? AND reason = 0
            ), people AS (
                SELECT coalesce(h.district, 0) AS district, s.service, s.payer, s.holder_id, count(*) AS taps,
                       sum(s.amount) AS gross, sum(s.subsidy + s.operator_subsidy + s.delivery_subsidy) AS payable
                FROM settled s
                LEFT JOIN holder_hukou h ON h.holder_id = s.holder_id AND s.tap_date >= h.valid_from
                     AND (h.valid_to IS NULL OR s.tap_date < h.valid_to)
                GROUP BY 1, 2, 3, 4)
            SELECT district, service, payer, count(DISTINCT holder_id) AS holders, sum(taps) AS taps,
                   sum(gross) AS gross, sum(payable) AS payable
            FROM people
            GROUP BY GROUPING SETS ((district, service, payer), (district), (service), (payer), ())
            ORDER BY district NULLS FIRST, service NULLS FIRST, payer NULLS FIRST
            """;
    private static final String FIND =
            "SELECT content, key_version, signature, published_at FROM day_publication WHERE day = ?";
    private static final String UNPUBLISHED = """
            SELECT day FROM business_day d
            WHERE state = 'SEALED' AND NOT EXISTS (SELECT FROM day_publication p WHERE p.day = d.day)
            ORDER BY day LIMIT ?
            """;
    private static final String PUBLISHED = "SELECT day FROM day_publication WHERE day < ? ORDER BY day DESC LIMIT ?";
    private static final String ADD = """
            INSERT INTO day_publication (day, content, key_version, signature, published_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private TotalsStore() {}

    static Totals totals(Connection transaction, LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(TOTALS)) {
            for (int i = 1; i <= 4; i++) {
                select.setObject(i, day);
            }
            List<Line> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new Line(
                            row.getObject("district", Integer.class),
                            row.getObject("service", Integer.class),
                            row.getObject("payer", Integer.class),
                            row.getLong("holders"),
                            row.getLong("taps"),
                            row.getLong("gross"),
                            row.getLong("payable")));
                }
            }
            return new Totals(lines);
        }
    }

    static Optional<Publication> find(Connection transaction, LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Publication(
                                day,
                                row.getBytes("content"),
                                new Signature(row.getInt("key_version"), row.getString("signature")),
                                row.getTimestamp("published_at").toInstant()))
                        : Optional.empty();
            }
        }
    }

    static List<LocalDate> listUnpublished(Connection connection, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNPUBLISHED)) {
            select.setInt(1, most);
            List<LocalDate> days = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject("day", LocalDate.class));
                }
            }
            return days;
        }
    }

    static List<LocalDate> listPublished(Connection connection, LocalDate before, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PUBLISHED)) {
            select.setObject(1, before);
            select.setInt(2, most);
            List<LocalDate> days = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject("day", LocalDate.class));
                }
            }
            return days;
        }
    }

    /** Keeps it, unless the day was published meanwhile. */
    static void add(Connection transaction, Publication publication) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setObject(1, publication.day());
            insert.setBytes(2, publication.content());
            insert.setInt(3, publication.signature().keyVersion());
            insert.setString(4, publication.signature().hex());
            insert.setTimestamp(5, Timestamp.from(publication.publishedAt()));
            insert.executeUpdate();
        }
    }
}
