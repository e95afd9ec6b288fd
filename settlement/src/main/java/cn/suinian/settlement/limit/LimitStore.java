package cn.suinian.settlement.limit;

import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.limit.LimitVersion.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of limits in SQL. */
final class LimitStore {
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7217)";
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('settlement_limit', 'limit_no'))";
    private static final String ADD = """
            INSERT INTO settlement_limit (limit_no, name, about, value, wanted_from, request_no, asked_by, asked_as,
                                          asked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DECIDE = """
            UPDATE settlement_limit SET state = ?, holds_from = ?, decided_by = ?, decided_as = ?, decided_at = ?
            WHERE limit_no = ?
            """;
    private static final String SELECT = """
            SELECT l.*, coalesce(r.reason, '') AS reason
            FROM settlement_limit l LEFT JOIN approval_request r USING (request_no)
            """;
    private static final String BY_REQUEST = SELECT + "WHERE request_no = ? FOR UPDATE OF l";
    private static final String WAITING = SELECT + "WHERE name = ? AND about = ? AND state = 'WAITING'";
    private static final String OF_NAMES = SELECT + "WHERE name = ANY (?) ORDER BY limit_no DESC LIMIT ?";
    private static final String IN_FORCE = SELECT + """
            WHERE limit_no IN (
                SELECT DISTINCT ON (name, about) limit_no FROM settlement_limit
                WHERE name = ANY (?) AND state = 'CONFIRMED' AND holds_from <= ?
                ORDER BY name, about, holds_from DESC, limit_no DESC)
            """;
    private static final String VENDOR = "SELECT 1 FROM vendor WHERE vendor_id = ?";

    private final Connection transaction;

    LimitStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** What is asked for. */
    record Asked(
            long limitNo,
            Limit limit,
            String about,
            @Nullable String value,
            @Nullable LocalDate from) {}

    /** Of two who ask at once, the second sees what the first asked for. */
    void takeTurn() throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            lock.execute();
        }
    }

    boolean hasVendor(int vendorId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VENDOR)) {
            select.setInt(1, vendorId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    long nextNo() throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NEXT);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void add(Actor actor, Asked asked, long request, Instant now) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setLong(1, asked.limitNo);
            insert.setString(2, asked.limit.name());
            insert.setString(3, asked.about);
            insert.setString(4, asked.value);
            insert.setObject(5, asked.from);
            insert.setLong(6, request);
            insert.setObject(7, actor.staffId());
            insert.setString(8, actor.account());
            insert.setTimestamp(9, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    void decide(Actor actor, long limitNo, State state, @Nullable LocalDate holdsFrom, Instant now)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(DECIDE)) {
            update.setString(1, state.name());
            update.setObject(2, holdsFrom);
            update.setObject(3, actor.staffId());
            update.setString(4, actor.account());
            update.setTimestamp(5, Timestamp.from(now));
            update.setLong(6, limitNo);
            update.executeUpdate();
        }
    }

    /** Held until the transaction ends. */
    Optional<LimitVersion> lockRequested(long requestNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(BY_REQUEST)) {
            select.setLong(1, requestNo);
            return read(select).stream().findFirst();
        }
    }

    boolean isWaiting(Limit limit, String about) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(WAITING)) {
            select.setString(1, limit.name());
            select.setString(2, about);
            return !read(select).isEmpty();
        }
    }

    /** Of a room, the newest first. */
    List<LimitVersion> list(LimitRoom room, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_NAMES)) {
            select.setArray(1, transaction.createArrayOf("text", names(room)));
            select.setInt(2, most);
            return read(select);
        }
    }

    /** What holds on a day in a room. */
    List<LimitVersion> inForce(LimitRoom room, LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(IN_FORCE)) {
            select.setArray(1, transaction.createArrayOf("text", names(room)));
            select.setObject(2, day);
            return read(select);
        }
    }

    private static Object[] names(LimitRoom room) {
        return Arrays.stream(Limit.values())
                .filter(limit -> limit.room() == room)
                .map(Enum::name)
                .toArray();
    }

    private static List<LimitVersion> read(PreparedStatement select) throws SQLException {
        List<LimitVersion> all = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Timestamp decided = row.getTimestamp("decided_at");
                all.add(new LimitVersion(
                        row.getLong("limit_no"),
                        Limit.valueOf(row.getString("name")),
                        row.getString("about"),
                        row.getString("value"),
                        row.getObject("wanted_from", LocalDate.class),
                        State.valueOf(row.getString("state")),
                        row.getObject("holds_from", LocalDate.class),
                        row.getLong("request_no"),
                        row.getString("reason"),
                        row.getObject("asked_by", Long.class),
                        row.getString("asked_as"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getString("decided_as"),
                        decided == null ? null : decided.toInstant()));
            }
        }
        return all;
    }
}
