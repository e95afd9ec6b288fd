package cn.suinian.settlement.reconciliation;

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
    record Stated(List<Integer> statements, long rows) {}

    /** Money and number of what is open for the day. */
    record Left(long breaks, long riskFen) {}

    Stated begin() throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            lock.setInt(1, vendorId);
            lock.execute();
        }
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
        try (Statement create = transaction.createStatement()) {
            create.execute(FindingSql.TABLE);
        }
        if (!stated.statements.isEmpty()) {
            update(FindingSql.ROWS_OF_THE_DAY, vendorId, day, terms.toleranceFen(), vendorId);
            update(FindingSql.TAPS_OF_THE_DAY, terms.lastOverdue(), day, day, vendorId, vendorId);
        } else {
            update(FORGET_RUN, vendorId, day);
        }
        update(FindingSql.ROWS_OF_OTHER_DAYS, vendorId, day, terms.toleranceFen(), vendorId);
        update(FindingSql.TAPS_OF_OTHER_DAYS, terms.lastOverdue(), vendorId, day, vendorId, vendorId);
        long grouped = group(GroupSql.ROWS_OF_ONE_TAP) + group(GroupSql.TAPS_OF_ONE_ROW);
        update(GroupSql.DIFFERENCES, vendorId, day, at, terms.toleranceFen());
        update(FindingSql.WITH_ADJUSTMENTS, vendorId);
        update(FindingSql.MOVED_FOR_NOTHING, vendorId, vendorId);
        update(FindingSql.DROP_ADJUSTED, vendorId);
        return grouped;
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
