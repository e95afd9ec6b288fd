package cn.suinian.load.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the database says, through SQL that shares nothing with the gateway's.
 *
 * @param rows every tap, whatever its date
 * @param reversals every reversal
 * @param lunchBreaks holders with more subsidised lunches in a day or a week than allowed, in words
 * @param blockedApprovals taps approved although the card is not active, in words
 */
public record Books(
        List<TapRow> rows, List<ReversalRow> reversals, List<String> lunchBreaks, List<String> blockedApprovals) {
    private static final String TAPS = """
            SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.card_serial, t.holder_id, t.tac, t.card_counter,
                   t.service, t.amount, t.reason, t.subsidy, coalesce(t.payer, 0) AS payer, t.operator_subsidy,
                   t.delivery_subsidy, v.code AS vendor
              FROM tap t JOIN vendor v USING (vendor_id)
            """;
    private static final String REVERSALS = """
            SELECT r.tap_date, r.terminal_id, r.terminal_seq, t.card_serial, r.service, r.amount, r.subsidy,
                   coalesce(r.payer, 0) AS payer, r.operator_subsidy, r.delivery_subsidy, v.code AS vendor
              FROM tap_reversal r
              JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
              JOIN vendor v ON v.vendor_id = r.vendor_id
            """;
    private static final String LUNCH_BREAKS = """
            SELECT 'holder ' || holder_id || ' had ' || count(*) || ' subsidised lunches on ' || tap_date
              FROM tap LEFT JOIN tap_reversal r USING (tap_date, terminal_id, terminal_seq, holder_id)
             WHERE tap.service = 2 AND reason = 0 AND tap.subsidy > 0 AND r.cause IS NULL
             GROUP BY holder_id, tap_date HAVING count(*) > 1
            UNION ALL
            SELECT 'holder ' || holder_id || ' had ' || count(*) || ' in the week of '
                   || date_trunc('week', tap_date::timestamp)::date
              FROM tap LEFT JOIN tap_reversal r USING (tap_date, terminal_id, terminal_seq, holder_id)
             WHERE tap.service = 2 AND reason = 0 AND tap.subsidy > 0 AND r.cause IS NULL
             GROUP BY holder_id, date_trunc('week', tap_date::timestamp) HAVING count(*) > 5
            """;
    private static final String BLOCKED_APPROVALS = """
            SELECT 'card ' || t.card_serial || ' is ' || c.status || ' but was approved on ' || t.tap_date
              FROM tap t JOIN card c USING (card_serial)
             WHERE c.status <> 'ACTIVE' AND t.reason = 0
            """;
    private static final String CALENDAR = "SELECT day FROM calendar_day WHERE kind = ?";
    private static final String VENDOR_KINDS = "SELECT code, kind FROM vendor";

    /** Reads the books; the run must have ended. */
    public static Books read(Connection connection) throws SQLException {
        return new Books(
                readAll(connection, TAPS, Books::tap),
                readAll(connection, REVERSALS, Books::reversal),
                readLines(connection, LUNCH_BREAKS),
                readLines(connection, BLOCKED_APPROVALS));
    }

    /** The days of a kind, HOLIDAY or MAKEUP_WORKDAY. */
    public static Set<LocalDate> readCalendar(Connection connection, String kind) throws SQLException {
        Set<LocalDate> days = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(CALENDAR)) {
            statement.setString(1, kind);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject(1, LocalDate.class));
                }
            }
        }
        return days;
    }

    /** METRO, BUS or CANTEEN by vendor code. */
    public static Map<String, String> readVendorKinds(Connection connection) throws SQLException {
        Map<String, String> kinds = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VENDOR_KINDS)) {
            while (row.next()) {
                kinds.put(row.getString(1), row.getString(2));
            }
        }
        return kinds;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> readAll(Connection connection, String sql, Reader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(reader.read(row));
            }
        }
        return rows;
    }

    private static TapKey key(ResultSet row) throws SQLException {
        return new TapKey(
                row.getObject("tap_date", LocalDate.class),
                row.getLong("terminal_id"),
                row.getLong("terminal_seq"),
                row.getInt("card_serial"));
    }

    private static ReversalRow reversal(ResultSet row) throws SQLException {
        return new ReversalRow(
                key(row),
                row.getInt("service"),
                row.getLong("amount"),
                row.getLong("subsidy"),
                row.getInt("payer"),
                row.getLong("operator_subsidy"),
                row.getLong("delivery_subsidy"),
                row.getString("vendor"));
    }

    private static TapRow tap(ResultSet row) throws SQLException {
        return new TapRow(
                key(row),
                row.getLong("holder_id"),
                row.getLong("tac"),
                row.getLong("card_counter"),
                row.getInt("service"),
                row.getLong("amount"),
                row.getInt("reason"),
                row.getLong("subsidy"),
                row.getInt("payer"),
                row.getLong("operator_subsidy"),
                row.getLong("delivery_subsidy"),
                row.getString("vendor"));
    }

    private static List<String> readLines(Connection connection, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }
}
