package cn.suinian.settlement.risk;

import cn.suinian.settlement.risk.policy.RiskLimits;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the scans have come, how far they may go, and what limits they go by. */
final class WatermarkStore {

    /**
     * Every tap that was received up to this moment, and is not visible to a statement that starts now, never will be:
     * a posting holds its lock from before its snapshot to after its commit (package {@code businessday}), and it began
     * after its taps were received, but for the time they waited and what the clocks differ, which is the argument.
     */
    private static final String HORIZON = """
            SELECT least(clock_timestamp(), min(a.xact_start),
                         (SELECT min(prepared) FROM pg_prepared_xacts WHERE database = current_database()))
                   - ? * interval '1 second' AS horizon
            FROM pg_locks l
            JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'relation' AND l.granted AND l.relation = 'tap'::regclass
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND l.mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
              AND l.pid <> pg_backend_pid()
            """;

    /** A pass that never ran starts a day back. */
    private static final String WATERMARK = """
            SELECT coalesce((SELECT received_up_to FROM risk_watermark WHERE pass = ?),
                            least(clock_timestamp(), o.day::timestamp AT TIME ZONE 'Asia/Shanghai')
                            - interval '1 day') AS watermark
            FROM open_business_day o
            """;

    private static final String MOVE = """
            INSERT INTO risk_watermark (pass, received_up_to) VALUES (?, ?)
            ON CONFLICT (pass) DO UPDATE SET received_up_to = excluded.received_up_to
            WHERE risk_watermark.received_up_to < excluded.received_up_to
            """;

    private static final String UNFINISHED = """
            SELECT day FROM business_day WHERE cleared_at IS NOT NULL AND day NOT IN (SELECT day FROM risk_day)
            ORDER BY day
            """;

    private static final String FINISH = "INSERT INTO risk_day (day, finished_by) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final Connection connection;

    WatermarkStore(Connection connection) {
        this.connection = connection;
    }

    Instant getHorizon(Duration behind) throws SQLException {
        return find(HORIZON, "horizon", (double) behind.toMillis() / 1000).orElseThrow();
    }

    /** Empty when no business day is open. */
    Optional<Instant> findWatermark(Pass pass) throws SQLException {
        return find(WATERMARK, "watermark", pass.name());
    }

    /** Moves it on, never back. */
    void move(Pass pass, Instant receivedUpTo) throws SQLException {
        update(MOVE, pass.name(), Slice.utc(receivedUpTo));
    }

    /** Cleared days that were not looked at as a whole, oldest first. */
    List<LocalDate> listUnfinished() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNFINISHED);
                ResultSet rows = statement.executeQuery()) {
            List<LocalDate> days = new ArrayList<>();
            while (rows.next()) {
                days.add(rows.getObject("day", LocalDate.class));
            }
            return days;
        }
    }

    void finish(LocalDate day, String by) throws SQLException {
        update(FINISH, day, by);
    }

    RiskLimits getLimits() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT name, value FROM risk_limit");
                ResultSet rows = statement.executeQuery()) {
            Map<String, Integer> limits = new HashMap<>();
            while (rows.next()) {
                limits.put(rows.getString("name"), rows.getInt("value"));
            }
            return RiskLimits.of(limits);
        }
    }

    private Optional<Instant> find(String sql, String column, Object argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                rows.getObject(column, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        }
    }

    private void update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }
}
