package cn.suinian.settlement.statement;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.statement.Statement.Counts;
import cn.suinian.settlement.statement.Statement.Decision;
import cn.suinian.settlement.statement.Statement.Held;
import cn.suinian.settlement.statement.Statement.State;
import cn.suinian.settlement.statement.format.StatementFormat;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements in SQL. */
final class StatementStore {
    private static final String NEXT_ID = "SELECT nextval(pg_get_serial_sequence('vendor_statement', 'statement_id'))";
    private static final String VENDOR = "SELECT code FROM vendor WHERE vendor_id = ?";
    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(7310, ?), set_config('statement_timeout', '600s', true)";

    private static final String INSERT = """
            INSERT INTO vendor_statement (statement_id, vendor_id, day, digest, label, format, mapping_version, state,
                held_for, lines, rows_good, rows_bad, amount_fen, subsidy_fen, trailer_rows, trailer_amount,
                trailer_subsidy, first_date, last_date, received_by, received_as, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String COLUMNS = """
            SELECT statement_id, vendor_id, day, digest, label, format, state, held_for, lines, rows_good, rows_bad,
                   rows_repeated, rows_contrary, amount_fen, subsidy_fen, trailer_rows, trailer_amount,
                   trailer_subsidy, received_as, received_at, decided_as, decided_at, decided_why
            FROM vendor_statement
            """;
    private static final String BY_DIGEST = COLUMNS + "WHERE vendor_id = ? AND digest = ? AND state <> 'WITHDRAWN'";
    private static final String BY_ID = COLUMNS + "WHERE statement_id = ?";
    private static final String LOCK = COLUMNS + "WHERE statement_id = ? FOR UPDATE";
    private static final String PAGE = COLUMNS + """
            WHERE (?::int IS NULL OR vendor_id = ?) AND (?::date IS NULL OR day >= ?) AND (?::date IS NULL OR day <= ?)
              AND (?::text IS NULL OR state = ?) AND statement_id < ?
            ORDER BY statement_id DESC LIMIT ?
            """;

    /** The day stays as it is until the transaction ends; a question of its own, to see what the wait was for. */
    private static final String HOLD_DAY = """
            SELECT d.day FROM vendor_statement s JOIN business_day d ON d.day = s.day
            WHERE s.statement_id = ? FOR SHARE OF d
            """;

    private static final String APPROVED_WITH = """
            SELECT FROM vendor_statement s
            JOIN business_day d ON d.day = s.day AND d.state IN ('APPROVED', 'PAID', 'SEALED')
            JOIN business_day_act a ON a.day = s.day AND a.to_state = 'APPROVED' AND a.at > s.received_at
            WHERE s.statement_id = ?
            """;

    /** A city that never closed a day has only the one that is open. */
    private static final String BEFORE_FIRST_DAY = """
            SELECT FROM (SELECT least((SELECT min(day) FROM business_day),
                                      (SELECT day FROM open_business_day)) AS first) AS began
            WHERE ? < first
            """;

    private static final String DECIDE = """
            UPDATE vendor_statement SET state = ?, decided_by = ?, decided_as = ?, decided_at = ?, decided_why = ?
            WHERE statement_id = ?
            """;

    private static final int COLUMNS_BEFORE_TRAILER = 14;

    private final Connection transaction;

    StatementStore(Connection transaction) {
        this.transaction = transaction;
    }

    int nextId() throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NEXT_ID);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    Optional<String> findVendorCode(int vendorId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VENDOR)) {
            select.setInt(1, vendorId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Nobody else changes what counts for the vendor before this transaction ends. */
    void lockVendor(int vendorId) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            lock.setInt(1, vendorId);
            lock.execute();
        }
    }

    /** A statement as it came in. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Received(
            int statementId,
            int vendorId,
            LocalDate day,
            byte[] digest,
            String label,
            StatementFormat format,
            int mappingVersion,
            Set<Held> held,
            Tally tally,
            Actor actor,
            Instant at) {}

    void insert(Received received) throws SQLException {
        Tally tally = received.tally;
        Object[] values = {
            received.statementId,
            received.vendorId,
            received.day,
            received.digest,
            received.label,
            received.format.name(),
            received.mappingVersion,
            received.held.isEmpty() ? State.READY.name() : State.HELD.name(),
            transaction.createArrayOf(
                    "text", received.held.stream().map(Enum::name).sorted().toArray()),
            tally.lines(),
            tally.good(),
            tally.bad(),
            tally.amountFen(),
            tally.subsidyFen(),
        };
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            Trailer trailer = tally.trailer();
            int at = COLUMNS_BEFORE_TRAILER;
            insert.setObject(++at, trailer == null ? null : trailer.rows(), Types.BIGINT);
            insert.setObject(++at, trailer == null ? null : trailer.amountFen(), Types.BIGINT);
            insert.setObject(++at, trailer == null ? null : trailer.subsidyFen(), Types.BIGINT);
            insert.setObject(++at, tally.first(), Types.DATE);
            insert.setObject(++at, tally.last(), Types.DATE);
            insert.setObject(++at, received.actor.staffId(), Types.BIGINT);
            insert.setString(++at, received.actor.account());
            insert.setTimestamp(++at, Timestamp.from(received.at));
            insert.executeUpdate();
        }
    }

    void decide(int statementId, State state, Actor actor, Instant at, String why) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(DECIDE)) {
            update.setString(1, state.name());
            update.setObject(2, actor.staffId(), Types.BIGINT);
            update.setString(3, actor.account());
            update.setTimestamp(4, Timestamp.from(at));
            update.setString(5, why);
            update.setInt(6, statementId);
            update.executeUpdate();
        }
    }

    Optional<Statement> findByDigest(int vendorId, byte[] digest) throws SQLException {
        return list(BY_DIGEST, vendorId, digest).stream().findFirst();
    }

    Optional<Statement> find(int statementId) throws SQLException {
        return list(BY_ID, statementId).stream().findFirst();
    }

    Optional<Statement> lock(int statementId) throws SQLException {
        return list(LOCK, statementId).stream().findFirst();
    }

    /** Whether it was there when its business day was approved, and the day still is. */
    boolean isApprovedWith(int statementId) throws SQLException {
        return any(HOLD_DAY, statementId) && sawApproval(statementId);
    }

    /** The same as it is at this moment, for whoever only looks. */
    boolean sawApproval(int statementId) throws SQLException {
        return any(APPROVED_WITH, statementId);
    }

    /** Whether it is no business day and never will be. */
    boolean isBeforeFirstDay(LocalDate day) throws SQLException {
        return any(BEFORE_FIRST_DAY, day);
    }

    private boolean any(String question, Object about) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(question)) {
            select.setObject(1, about);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    List<Statement> page(StatementFilter filter, int before, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PAGE)) {
            int at = 0;
            at = twice(select, at, filter.vendorId(), Types.INTEGER);
            at = twice(select, at, filter.from(), Types.DATE);
            at = twice(select, at, filter.to(), Types.DATE);
            at = twice(
                    select, at, filter.state() == null ? null : filter.state().name(), Types.VARCHAR);
            select.setInt(++at, before);
            select.setInt(++at, most);
            return read(select);
        }
    }

    private static int twice(PreparedStatement select, int at, @Nullable Object value, int type) throws SQLException {
        select.setObject(at + 1, value, type);
        select.setObject(at + 2, value, type);
        return at + 2;
    }

    private List<Statement> list(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            return read(select);
        }
    }

    private static List<Statement> read(PreparedStatement select) throws SQLException {
        List<Statement> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(statement(row));
            }
        }
        return found;
    }

    private static Statement statement(ResultSet row) throws SQLException {
        String decidedAs = row.getString("decided_as");
        long trailerRows = row.getLong("trailer_rows");
        Optional<Trailer> trailer = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Trailer(
                        row.getInt("lines"),
                        trailerRows,
                        row.getLong("trailer_amount"),
                        row.getLong("trailer_subsidy")));
        return new Statement(
                row.getInt("statement_id"),
                row.getInt("vendor_id"),
                row.getObject("day", LocalDate.class),
                Hex.encode(row.getBytes("digest")),
                row.getString("label"),
                StatementFormat.valueOf(row.getString("format")),
                State.valueOf(row.getString("state")),
                held(row.getArray("held_for")),
                row.getLong("lines"),
                new Counts(
                        row.getLong("rows_good"),
                        row.getLong("rows_bad"),
                        row.getLong("rows_repeated"),
                        row.getLong("rows_contrary"),
                        row.getLong("amount_fen"),
                        row.getLong("subsidy_fen")),
                trailer,
                row.getString("received_as"),
                row.getTimestamp("received_at").toInstant(),
                decidedAs == null
                        ? Optional.empty()
                        : Optional.of(new Decision(
                                decidedAs, row.getTimestamp("decided_at").toInstant(), row.getString("decided_why"))));
    }

    private static Set<Held> held(Array names) throws SQLException {
        Set<Held> held = EnumSet.noneOf(Held.class);
        Arrays.stream((String[]) names.getArray()).map(Held::valueOf).forEach(held::add);
        return held;
    }
}
