package cn.suinian.settlement.risk;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.risk.policy.Place;
import cn.suinian.settlement.risk.policy.RiskTap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads slices of taps and the trails they lie on, sorted by the database and row by row. The feed of an authority is
 * enrolled like a terminal, but it is an office and no reader: what it sends says nothing of where the holder was, so
 * it has no place.
 */
final class TrailStore {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Rows in memory at a time. */
    private static final int ROWS = 2000;

    /** No terminal's clock may be further ahead of ours: SUINIAN_CLOCK_TOLERANCE_SECONDS is at most as much. */
    private static final Duration CLOCK_AHEAD = Duration.ofHours(1);

    private static final String SLICES = """
            SELECT f.tap_date, min(f.tapped_at) AS first, max(f.tapped_at) AS last, count(*) AS taps
            FROM tap f
            WHERE f.tap_date >= ? AND %s
            GROUP BY f.tap_date
            ORDER BY f.tap_date
            """;

    private static final String TAPS = """
            SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id, t.settle_date, t.vendor_id, t.card_serial,
                   t.service, t.direction, t.reason, t.tapped_at, t.subsidy, t.delivery_subsidy, t.seen, t.station,
                   p.lat_e6, p.lon_e6, h.deceased_on
            FROM tap t
            LEFT JOIN terminal p ON p.terminal_id = t.terminal_id AND p.feeds = '{}'
            LEFT JOIN holder h USING (holder_id)
            """;

    private static final String AROUND = TAPS + """
            WHERE t.tap_date BETWEEN ? AND ? AND t.tapped_at BETWEEN ? AND ? AND t.received_at >= ?
              AND t.%1$s IN (SELECT f.%1$s FROM tap f WHERE %2$s)
            ORDER BY t.%1$s, t.tapped_at, t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id
            """;

    private static final String AFTER_DEATH =
            TAPS + "WHERE t.holder_id = ? AND t.tap_date > ? ORDER BY t.tapped_at, t.tap_date, t.terminal_id";

    private static final String SAME_NUMBER = TAPS + """
            WHERE t.tap_date = ? AND (t.terminal_id, t.terminal_seq) IN (
                SELECT f.terminal_id, f.terminal_seq
                FROM tap f
                JOIN tap o ON o.tap_date = f.tap_date AND o.terminal_id = f.terminal_id
                          AND o.terminal_seq = f.terminal_seq AND o.holder_id <> f.holder_id
                WHERE %s)
            ORDER BY t.terminal_id, t.terminal_seq, t.tapped_at, t.holder_id
            """;

    private final Connection connection;

    TrailStore(Connection connection) {
        this.connection = connection;
    }

    /** The slices of the taps that meet a condition, none older than a date. */
    List<Slice> listSlices(LocalDate earliest, Slice.Condition condition) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(earliest);
        arguments.addAll(condition.arguments());
        try (PreparedStatement statement = prepared(SLICES.formatted(condition.sql()), arguments);
                ResultSet rows = statement.executeQuery()) {
            List<Slice> slices = new ArrayList<>();
            while (rows.next()) {
                slices.add(new Slice(
                        rows.getObject("tap_date", LocalDate.class),
                        moment(rows, "first"),
                        moment(rows, "last"),
                        rows.getLong("taps"),
                        condition.sql(),
                        condition.arguments()));
            }
            return slices;
        }
    }

    /** Every tap around a slice of the holders in it, by holder and time. */
    void holders(Slice slice, Duration reach, Consumer<RiskTap> taps) throws SQLException {
        around("holder_id", slice, slice.first().minus(reach), slice.last().plus(reach), taps);
    }

    /** Every tap around a slice at the terminals in it, by terminal and time. */
    void terminals(Slice slice, Duration reach, Consumer<RiskTap> taps) throws SQLException {
        around("terminal_id", slice, slice.first().minus(reach), slice.last().plus(reach), taps);
    }

    /** Taps that share their terminal's number with a tap of the slice by somebody else. */
    void sameNumber(Slice slice, Consumer<RiskTap> taps) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(slice.tapDate());
        arguments.addAll(slice.argumentsOfDate());
        stream(SAME_NUMBER.formatted(slice.whichOfDate()), arguments, taps);
    }

    /** What somebody tapped after the day of their death, by time. */
    void afterDeath(DeathStore.Death death, Consumer<RiskTap> taps) throws SQLException {
        stream(AFTER_DEATH, List.of(death.holderId(), death.on()), taps);
    }

    private void around(String whose, Slice slice, Instant from, Instant to, Consumer<RiskTap> taps)
            throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(
                from.atZone(SHANGHAI).toLocalDate(),
                to.atZone(SHANGHAI).toLocalDate(),
                Slice.utc(from),
                Slice.utc(to),
                Slice.utc(from.minus(CLOCK_AHEAD))));
        arguments.addAll(slice.argumentsOfDate());
        stream(AROUND.formatted(whose, slice.whichOfDate()), arguments, taps);
    }

    private void stream(String sql, List<Object> arguments, Consumer<RiskTap> taps) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments)) {
            statement.setFetchSize(ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taps.accept(read(rows));
                }
            }
        }
    }

    private PreparedStatement prepared(String sql, List<Object> arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
        return statement;
    }

    private static RiskTap read(ResultSet row) throws SQLException {
        int direction = row.getInt("direction");
        int reason = row.getInt("reason");
        long seen = row.getLong("seen");
        boolean goodFaith = !row.wasNull() && FactsSeen.unpacked(seen).goodFaith();
        int latE6 = row.getInt("lat_e6");
        boolean placed = !row.wasNull();
        return new RiskTap(
                new TapKey(
                        row.getObject("tap_date", LocalDate.class),
                        row.getLong("terminal_id"),
                        row.getLong("terminal_seq"),
                        row.getLong("holder_id")),
                row.getObject("settle_date", LocalDate.class),
                row.getInt("vendor_id"),
                row.getInt("card_serial"),
                Service.ofCode(row.getInt("service")),
                direction == 0 ? null : Direction.ofCode(direction),
                reason == 0 ? null : DeclineReason.ofNumber(reason),
                moment(row, "tapped_at"),
                row.getInt("subsidy"),
                row.getInt("delivery_subsidy") > 0,
                goodFaith,
                row.getString("station"),
                placed ? new Place(latE6, row.getInt("lon_e6")) : null,
                row.getObject("deceased_on", LocalDate.class));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
