package cn.suinian.core.staff.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.crypto.credential.RandomToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of sessions. */
final class SessionStore {

    private static final String FIND = "SELECT " + SessionRow.COLUMNS + """
            FROM staff_session s JOIN staff a USING (staff_id)
            WHERE (s.token_hash = ? OR s.rotated_from = ?)
              AND s.generation = a.session_generation AND a.status = 'ACTIVE'
            FOR UPDATE OF s
            """;
    private static final String OPEN = """
            INSERT INTO staff_session (staff_id, stage, generation, token_hash, token_since, csrf, address,
                                       user_agent_hash, created_at, last_used_at, expires_at, proved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADVANCE = """
            UPDATE staff_session s
            SET stage = ?, token_hash = ?, token_since = ?, rotated_from = NULL, csrf = ?, enrolling = NULL,
                wrong_codes = 0, last_used_at = ?, expires_at = ?, proved_at = ?, generation = a.session_generation
            FROM staff a WHERE a.staff_id = s.staff_id AND session_id = ?
            """;
    private static final String ROTATE = """
            UPDATE staff_session SET rotated_from = token_hash, token_hash = ?, token_since = ?, last_used_at = ?
            WHERE session_id = ?
            """;
    private static final String TOUCH = "UPDATE staff_session SET last_used_at = ? WHERE session_id = ?";
    private static final String ENROL = "UPDATE staff_session SET enrolling = ? WHERE session_id = ?";
    private static final String WRONG_CODE =
            "UPDATE staff_session SET wrong_codes = wrong_codes + 1 WHERE session_id = ?";
    private static final String END = "DELETE FROM staff_session WHERE session_id = ?";
    private static final String END_ALL = "DELETE FROM staff_session WHERE staff_id = ?";
    private static final String SWEEP = """
            DELETE FROM staff_session s USING staff a
            WHERE a.staff_id = s.staff_id
              AND (s.expires_at < ? OR s.last_used_at < ? OR s.generation <> a.session_generation
                   OR a.status <> 'ACTIVE')
            """;

    private static final String OPEN_OF = """
            SELECT s.session_id, s.address, s.created_at, s.last_used_at
            FROM staff_session s JOIN staff a USING (staff_id)
            WHERE s.staff_id = ? AND s.stage = 'OPEN' AND s.expires_at > ? AND s.last_used_at > ?
              AND s.generation = a.session_generation AND a.status = 'ACTIVE'
            ORDER BY s.created_at DESC, s.session_id DESC
            """;

    private SessionStore() {}

    /** The session of a token that is valid or was until a moment ago; locked. Says nothing about time. */
    static Optional<SessionRow> find(Connection transaction, String token) throws SQLException {
        byte[] hash = RandomToken.hash(token);
        try (PreparedStatement find = transaction.prepareStatement(FIND)) {
            find.setBytes(1, hash);
            find.setBytes(2, hash);
            find.setBytes(3, hash);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(SessionRow.read(row)) : Optional.empty();
            }
        }
    }

    /**
     * When a session begins and ends.
     *
     * @param proved when they proved who they are
     */
    record Span(Instant now, Instant expires, Instant proved) {}

    static void open(
            Connection transaction, StaffRow staff, SignInStage stage, Tokens tokens, Visitor visitor, Span span)
            throws SQLException {
        Timestamp now = Timestamp.from(span.now());
        try (PreparedStatement open = transaction.prepareStatement(OPEN)) {
            open.setLong(1, staff.staffId());
            open.setString(2, stage.name());
            open.setInt(3, staff.generation());
            open.setBytes(4, RandomToken.hash(tokens.token()));
            open.setTimestamp(5, now);
            open.setString(6, tokens.csrf());
            open.setString(7, visitor.address());
            open.setBytes(8, userAgentHash(visitor));
            open.setTimestamp(9, now);
            open.setTimestamp(10, now);
            open.setTimestamp(11, Timestamp.from(span.expires()));
            open.setTimestamp(12, Timestamp.from(span.proved()));
            open.executeUpdate();
        }
    }

    /** The next step, under another token; the one before is void at once. */
    static void advance(
            Connection transaction, long sessionId, SignInStage stage, Tokens tokens, Instant now, Instant expires)
            throws SQLException {
        try (PreparedStatement advance = transaction.prepareStatement(ADVANCE)) {
            advance.setString(1, stage.name());
            advance.setBytes(2, RandomToken.hash(tokens.token()));
            advance.setTimestamp(3, Timestamp.from(now));
            advance.setString(4, tokens.csrf());
            advance.setTimestamp(5, Timestamp.from(now));
            advance.setTimestamp(6, Timestamp.from(expires));
            advance.setTimestamp(7, Timestamp.from(now));
            advance.setLong(8, sessionId);
            advance.executeUpdate();
        }
    }

    static void rotate(Connection transaction, long sessionId, String token, Instant now) throws SQLException {
        try (PreparedStatement rotate = transaction.prepareStatement(ROTATE)) {
            rotate.setBytes(1, RandomToken.hash(token));
            rotate.setTimestamp(2, Timestamp.from(now));
            rotate.setTimestamp(3, Timestamp.from(now));
            rotate.setLong(4, sessionId);
            rotate.executeUpdate();
        }
    }

    static void touch(Connection transaction, long sessionId, Instant now) throws SQLException {
        try (PreparedStatement touch = transaction.prepareStatement(TOUCH)) {
            touch.setTimestamp(1, Timestamp.from(now));
            touch.setLong(2, sessionId);
            touch.executeUpdate();
        }
    }

    static void keepEnrolling(Connection transaction, long sessionId, byte[] sealed) throws SQLException {
        try (PreparedStatement enrol = transaction.prepareStatement(ENROL)) {
            enrol.setBytes(1, sealed);
            enrol.setLong(2, sessionId);
            enrol.executeUpdate();
        }
    }

    static void countWrongCode(Connection transaction, long sessionId) throws SQLException {
        update(transaction, WRONG_CODE, sessionId);
    }

    static void end(Connection transaction, long sessionId) throws SQLException {
        update(transaction, END, sessionId);
    }

    static int endAll(Connection transaction, long staffId) throws SQLException {
        return update(transaction, END_ALL, staffId);
    }

    static List<OpenSession> listOpen(Connection transaction, long staffId, Instant now, Instant idleSince)
            throws SQLException {
        try (PreparedStatement list = transaction.prepareStatement(OPEN_OF)) {
            list.setLong(1, staffId);
            list.setTimestamp(2, Timestamp.from(now));
            list.setTimestamp(3, Timestamp.from(idleSince));
            try (ResultSet row = list.executeQuery()) {
                List<OpenSession> open = new ArrayList<>();
                while (row.next()) {
                    open.add(new OpenSession(
                            row.getLong(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            row.getTimestamp(4).toInstant()));
                }
                return open;
            }
        }
    }

    /** Drops the sessions that are over. */
    static int sweep(Connection transaction, Instant now, Instant idleSince) throws SQLException {
        try (PreparedStatement sweep = transaction.prepareStatement(SWEEP)) {
            sweep.setTimestamp(1, Timestamp.from(now));
            sweep.setTimestamp(2, Timestamp.from(idleSince));
            return sweep.executeUpdate();
        }
    }

    static byte[] userAgentHash(Visitor visitor) {
        return Sm3.digest(visitor.userAgent().getBytes(UTF_8));
    }

    private static int update(Connection transaction, String sql, long id) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(sql)) {
            update.setLong(1, id);
            return update.executeUpdate();
        }
    }
}
