package cn.suinian.settlement.reconciliation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One comparison of a vendor's day, step by step, in the transaction of a run. */
final class Comparison {
    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(7310, ?), set_config('statement_timeout', '600s', true)";
    private static final String STATEMENTS = """
            SELECT coalesce(array_agg(statement_id ORDER BY statement_id), '{}'),
                   coalesce(sum(rows_good - rows_repeated - rows_contrary), 0)
            FROM vendor_statement WHERE vendor_id = ? AND day = ? AND state = 'READY'
            """;
    private static final String NUMBERS = "SELECT coalesce(array_agg(statement_id), '{}') FROM vendor_statement s"
            + " WHERE state = 'READY' AND vendor_id = ?";
    private static final String OF_DAY = NUMBERS + " AND ? BETWEEN first_date AND last_date";
    private static final String THAT_COUNT = NUMBERS + " AND last_date >= ?::date - 400";
    private static final String COMPARED_BEFORE = NUMBERS
            + " AND s.day <> ? AND EXISTS (SELECT FROM reconciliation_run u"
            + " WHERE u.vendor_id = s.vendor_id AND u.day = s.day)";
    private static final long LARGE_DAY = 50_000;

    private static final String FORGET_RUN = "DELETE FROM reconciliation_run WHERE vendor_id = ? AND day = ?";
    private static final String KEEP_RUN = """
            INSERT INTO reconciliation_run (vendor_id, day, statements, rows, open_breaks, ran_at, ran_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (vendor_id, day) DO UPDATE SET runs = reconciliation_run.runs + 1,
                statements = excluded.statements, rows = excluded.rows, open_breaks = excluded.open_breaks,
                ran_at = excluded.ran_at, ran_by = excluded.ran_by
            """;
    private static final String OPEN_OF_DAY = """
            SELECT count(*), coalesce(sum(risk_fen), 0) FROM settlement_break
            WHERE vendor_id = ? AND day = ? AND status IN ('OPEN', 'ASKED')
            """;

    private final Connection transaction;
    private final int vendorId;
    private final LocalDate day;
    private final Terms terms;
    private final Timestamp at;
    private final String by;

    Comparison(Connection transaction, int vendorId, LocalDate day, Terms terms, Instant at, String by) {
        this.transaction = transaction;
        this.vendorId = vendorId;
        this.day = day;
        this.terms = terms;
        this.at = Timestamp.from(at);
        this.by = by;
    }

    /** What counts for the day. */
    record Stated(List<Integer> statements, long rows) {
        static final Stated NOTHING = new Stated(List.of(), 0);
    }

    /** Money and number of what is open for the day. */
    record Left(long breaks, long riskFen) {}

    /** Until the transaction ends nobody else compares this vendor or takes in a statement of it. */
    static void takeTurn(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            lock.setInt(1, vendorId);
            lock.execute();
        }
    }

    static Stated stated(Connection transaction, int vendorId, LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(STATEMENTS)) {
            select.setInt(1, vendorId);
            select.setObject(2, day);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Stated(List.of((Integer[]) row.getArray(1).getArray()), row.getLong(2));
            }
        }
    }

    /** Everything that differs, as rows of the temporary table. */
    long find(Stated stated) throws SQLException {
        update(GroupSql.DISSOLVE, at, by, vendorId);
        execute(FindingSql.TABLE);
        // Before the last run is forgotten: it tells which statements were withdrawn since.
        update(FindingSql.RECHECK, vendorId, vendorId, vendorId, at, vendorId, at, vendorId, day, vendorId, day);
        execute("ANALYZE recheck");
        if (stated.statements.isEmpty()) {
            update(FORGET_RUN, vendorId, day);
        } else {
            compareDay(stated);
        }
        update(FindingSql.ROWS_OF_OTHER_DAYS, numbers(COMPARED_BEFORE), terms.toleranceFen(), vendorId);
        update(FindingSql.TAPS_OF_OTHER_DAYS, terms.lastOverdue(), day, vendorId, vendorId, numbers(THAT_COUNT));
        execute("ANALYZE finding");
        long grouped = group(GroupSql.ROWS_OF_ONE_TAP) + group(GroupSql.TAPS_OF_ONE_ROW);
        update(GroupSql.DIFFERENCES, vendorId, day, at, terms.toleranceFen());
        update(FindingSql.OF_OTHER_PAYERS, vendorId);
        update(FindingSql.WITH_ADJUSTMENTS, vendorId);
        update(FindingSql.MOVED_FOR_NOTHING, vendorId, vendorId);
        update(FindingSql.DROP_ADJUSTED, vendorId);
        return grouped;
    }

    /** A large day is joined as a whole; of a small one each row is looked up. */
    private void compareDay(Stated stated) throws SQLException {
        Array statements = transaction.createArrayOf("int4", stated.statements.toArray());
        boolean large = stated.rows > LARGE_DAY;
        execute(large ? "SET LOCAL enable_nestloop = off" : "SET LOCAL enable_nestloop = on");
        update(FindingSql.ROWS_OF_THE_DAY, statements, day, terms.toleranceFen(), vendorId);
        update(FindingSql.TAPS_OF_THE_DAY, terms.lastOverdue(), day, vendorId, numbers(OF_DAY));
        execute("SET LOCAL enable_nestloop = on");
        update(FindingSql.ROWS_OF_EARLIER_TAPS, statements, day, terms.toleranceFen(), vendorId);
        update(FindingSql.LATE_TAPS, terms.lastOverdue(), day, vendorId, numbers(THAT_COUNT));
    }

    /** Numbers of the vendor's statements that a query tells apart by the day. */
    private Array numbers(String sql) throws SQLException {
        try (PreparedStatement select = fill(transaction.prepareStatement(sql), vendorId, day);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getArray(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(sql);
        }
    }

    long open() throws SQLException {
        return update(BreakSql.OPEN, vendorId, at, by);
    }

    long change() throws SQLException {
        return update(BreakSql.CHANGE, vendorId, at, by);
    }

    long heal() throws SQLException {
        return update(BreakSql.HEAL, at, vendorId, vendorId, by);
    }

    Left end(Stated stated) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OPEN_OF_DAY)) {
            select.setInt(1, vendorId);
            select.setObject(2, day);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Left left = new Left(row.getLong(1), row.getLong(2));
                if (!stated.statements.isEmpty()) {
                    update(
                            KEEP_RUN,
                            vendorId,
                            day,
                            transaction.createArrayOf("int4", stated.statements.toArray()),
                            stated.rows,
                            left.breaks,
                            at,
                            by);
                }
                return left;
            }
        }
    }

    private long group(String sql) throws SQLException {
        long groups;
        try (PreparedStatement select = fill(
                        transaction.prepareStatement(sql),
                        terms.toleranceSeconds(),
                        terms.toleranceFen(),
                        vendorId,
                        by,
                        at);
                ResultSet row = select.executeQuery()) {
            row.next();
            groups = row.getLong(1);
        }
        if (groups > 0) {
            update(GroupSql.DROP_GROUPED);
        }
        return groups;
    }

    private long update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement update = fill(transaction.prepareStatement(sql), arguments)) {
            return update.executeLargeUpdate();
        }
    }

    private static PreparedStatement fill(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
