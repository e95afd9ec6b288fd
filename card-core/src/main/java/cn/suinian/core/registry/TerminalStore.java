package cn.suinian.core.registry;

import cn.suinian.core.registry.TerminalEntry.Position;
import cn.suinian.core.terminal.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Terminals in SQL. */
final class TerminalStore {

    private static final String SELECT = """
            SELECT t.*, v.code, h.version AS head, s.last_seen, s.denylist_version, s.stored_taps, s.clock_skew_millis,
                   s.key_version AS used_key_version, s.software
            FROM terminal t JOIN vendor v USING (vendor_id) CROSS JOIN denylist_head h
                 LEFT JOIN terminal_status s USING (terminal_id)
            """;
    private static final String FIND = SELECT + "WHERE t.terminal_id = ?";
    private static final String LOCK = SELECT + "WHERE t.terminal_id = ? FOR NO KEY UPDATE OF t";
    private static final String PAGE = SELECT + """
            WHERE t.terminal_id > ?
              AND (?::int IS NULL OR t.vendor_id = ?)
              AND (?::text IS NULL OR t.status = ?)
              AND (t.services & ?) = ?
              AND (?::timestamptz IS NULL OR s.last_seen IS NULL OR s.last_seen < ?)
              AND (NOT ? OR s.denylist_version IS NULL OR s.denylist_version < h.version)
            ORDER BY t.terminal_id LIMIT ?""";
    private static final String INSERT = """
            INSERT INTO terminal (terminal_id, vendor_id, services, place_kind, lat_e6, lon_e6, key_version)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (terminal_id) DO NOTHING""";
    private static final String UPDATE = """
            UPDATE terminal SET vendor_id = ?, services = ?, place_kind = ?, lat_e6 = ?, lon_e6 = ?,
                                row_version = row_version + 1
            WHERE terminal_id = ?""";
    private static final String SET_STATUS = """
            UPDATE terminal SET status = ?, suspended_why = ?, row_version = row_version + 1 WHERE terminal_id = ?""";
    private static final String PLACES = "SELECT code, zh, en FROM place_kind ORDER BY service, code";
    private static final String KNOWN_PLACE = "SELECT EXISTS (SELECT FROM place_kind WHERE code = ?)";
    private static final String KNOWN_VENDOR = "SELECT EXISTS (SELECT FROM vendor WHERE vendor_id = ?)";

    private TerminalStore() {}

    static Optional<TerminalSeen> find(Connection transaction, long id) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(FIND)) {
            query.setLong(1, id);
            return read(query).stream().findFirst();
        }
    }

    static Optional<TerminalSeen> lock(Connection transaction, long id) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(LOCK)) {
            query.setLong(1, id);
            return read(query).stream().findFirst();
        }
    }

    static List<TerminalSeen> page(Connection transaction, TerminalFilter filter, long after, int limit)
            throws SQLException {
        int bit = filter.service() == null ? 0 : filter.service().bit();
        String status = filter.suspended() == null ? null : filter.suspended() ? "SUSPENDED" : "ACTIVE";
        Timestamp silent = filter.silentSince() == null ? null : Timestamp.from(filter.silentSince());
        try (PreparedStatement query = transaction.prepareStatement(PAGE)) {
            query.setLong(1, after);
            query.setObject(2, filter.vendorId(), Types.INTEGER);
            query.setObject(3, filter.vendorId(), Types.INTEGER);
            query.setString(4, status);
            query.setString(5, status);
            query.setInt(6, bit);
            query.setInt(7, bit);
            query.setTimestamp(8, silent);
            query.setTimestamp(9, silent);
            query.setBoolean(10, filter.staleOnly());
            query.setInt(11, limit);
            return read(query);
        }
    }

    /** Whether the number was free. */
    static boolean insert(Connection transaction, TerminalEntry terminal, int keyVersion) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setLong(1, terminal.id());
            values(insert, 2, terminal);
            insert.setInt(7, keyVersion);
            return insert.executeUpdate() == 1;
        }
    }

    static void update(Connection transaction, TerminalEntry terminal) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(UPDATE)) {
            values(update, 1, terminal);
            update.setLong(6, terminal.id());
            update.executeUpdate();
        }
    }

    static void setStatus(Connection transaction, long id, boolean suspended, @Nullable String why)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(SET_STATUS)) {
            update.setString(1, suspended ? "SUSPENDED" : "ACTIVE");
            update.setString(2, why);
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    static List<PlaceKind> places(Connection transaction) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(PLACES);
                ResultSet rows = query.executeQuery()) {
            List<PlaceKind> places = new ArrayList<>();
            while (rows.next()) {
                places.add(new PlaceKind(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return places;
        }
    }

    static boolean knowsPlace(Connection transaction, String kind) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(KNOWN_PLACE)) {
            query.setString(1, kind);
            return isTrue(query);
        }
    }

    static boolean knowsVendor(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(KNOWN_VENDOR)) {
            query.setInt(1, vendorId);
            return isTrue(query);
        }
    }

    private static boolean isTrue(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void values(PreparedStatement statement, int first, TerminalEntry terminal) throws SQLException {
        Position position = terminal.position();
        statement.setInt(first, terminal.vendorId());
        statement.setInt(
                first + 1, terminal.services().stream().mapToInt(Service::bit).sum());
        statement.setString(first + 2, terminal.placeKind());
        statement.setObject(first + 3, position == null ? null : position.latE6(), Types.INTEGER);
        statement.setObject(first + 4, position == null ? null : position.lonE6(), Types.INTEGER);
    }

    private static List<TerminalSeen> read(PreparedStatement query) throws SQLException {
        List<TerminalSeen> terminals = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                terminals.add(new TerminalSeen(
                        entry(rows),
                        rows.getString("code"),
                        rows.getString("status").equals("SUSPENDED"),
                        rows.getString("suspended_why"),
                        rows.getInt("oldest_key_version"),
                        rows.getLong("head"),
                        said(rows)));
            }
        }
        return terminals;
    }

    private static TerminalSeen.@Nullable Said said(ResultSet row) throws SQLException {
        Timestamp lastSeen = row.getTimestamp("last_seen");
        return lastSeen == null
                ? null
                : new TerminalSeen.Said(
                        lastSeen.toInstant(),
                        row.getObject("used_key_version", Integer.class),
                        row.getObject("denylist_version", Long.class),
                        row.getObject("stored_taps", Integer.class),
                        row.getObject("clock_skew_millis", Long.class),
                        row.getString("software"));
    }

    private static TerminalEntry entry(ResultSet row) throws SQLException {
        Integer lat = row.getObject("lat_e6", Integer.class);
        return new TerminalEntry(
                row.getLong("terminal_id"),
                row.getInt("row_version"),
                row.getInt("vendor_id"),
                services(row.getInt("services")),
                row.getString("place_kind"),
                lat == null ? null : new Position(lat, row.getInt("lon_e6")));
    }

    private static Set<Service> services(int bits) {
        Set<Service> services = EnumSet.noneOf(Service.class);
        for (Service service : Service.values()) {
            if ((bits & service.bit()) != 0) {
                services.add(service);
            }
        }
        return services;
    }
}
