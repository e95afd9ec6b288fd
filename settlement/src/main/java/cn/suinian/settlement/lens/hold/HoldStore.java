package cn.suinian.settlement.lens.hold;

import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.ItemRef.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Holds in SQL. */
final class HoldStore {

    private static final String COLUMNS = """
            SELECT h.hold_no, h.vendor_id, v.code, v.name, h.from_day, h.to_day, h.reason, h.placed_by, h.placed_as,
                   h.placed_at, h.released_at,
                   (SELECT count(*) FROM payment_hold_ground g WHERE g.hold_no = h.hold_no) AS grounds,
                   (SELECT r.request_no FROM approval_request r
                    WHERE r.kind = 'PAYMENT_HOLD_RELEASE' AND r.subject = h.hold_no AND r.outcome IS NULL) AS waiting
            FROM payment_hold h JOIN vendor v USING (vendor_id)
            """;
    private static final String FIND = COLUMNS + " WHERE h.hold_no = ?";
    private static final String LOCK = FIND + " FOR NO KEY UPDATE OF h";
    private static final String MATCHING = """
             WHERE (?::int IS NULL OR h.vendor_id = ?) AND (NOT ? OR h.released_at IS NULL)
              AND (NOT ? OR EXISTS (SELECT FROM approval_request r WHERE r.kind = 'PAYMENT_HOLD_RELEASE'
                                    AND r.subject = h.hold_no AND r.outcome IS NULL))
            """;
    private static final String PAGE = COLUMNS + MATCHING + " AND h.hold_no < ? ORDER BY h.hold_no DESC LIMIT ?";
    private static final String COUNT = "SELECT count(*) FROM payment_hold h" + MATCHING;
    private static final String INSERT = """
            INSERT INTO payment_hold (vendor_id, from_day, to_day, reason, placed_by, placed_as, placed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING hold_no
            """;
    private static final String GROUND = """
            INSERT INTO payment_hold_ground (hold_no, flag_id, finding_no)
            SELECT ?, CASE WHEN source = 'FLAG' THEN number END, CASE WHEN source = 'FINDING' THEN number END
            FROM lens_item
            WHERE source = ? AND number = ? AND vendor_id = ? AND (?::date IS NULL OR day BETWEEN ? AND ?)
            """;
    private static final String RELEASE =
            "UPDATE payment_hold SET released_at = ?, release_request = ? WHERE hold_no = ?";
    private static final String VENDOR = "SELECT 1 FROM vendor WHERE vendor_id = ? FOR NO KEY UPDATE";
    private static final String ITEMS = """
            SELECT (SELECT count(*) FROM risk_flag f WHERE f.vendor_id = h.vendor_id
                    AND (h.from_day IS NULL OR f.day BETWEEN h.from_day AND h.to_day))
                 + (SELECT count(*) FROM vendor_finding f WHERE f.vendor_id = h.vendor_id
                    AND (h.from_day IS NULL OR f.day BETWEEN h.from_day AND h.to_day))
            FROM payment_hold h WHERE h.hold_no = ?
            """;
    private static final String WAITING = """
            SELECT count(*) FROM payment_hold_ground g
            WHERE g.hold_no = ? AND coalesce((
                SELECT d.verdict FROM lens_disposition d
                WHERE d.flag_id = g.flag_id OR d.finding_no = g.finding_no
                ORDER BY d.disposition_no DESC LIMIT 1), 'REOPENED') = 'REOPENED'
            """;
    private static final String GROUNDS =
            "SELECT flag_id, finding_no FROM payment_hold_ground WHERE hold_no = ? ORDER BY ground_no";
    private static final String SIGNATURES = """
            SELECT request_no, reason, asked_as, asked_at, decided_as, decided_at, outcome FROM approval_request
            WHERE kind = 'PAYMENT_HOLD_RELEASE' AND subject = ? ORDER BY request_no
            """;
    private static final String BLOCKERS = """
            SELECT vendor_id, hold_no FROM payment_hold
            WHERE vendor_id = ANY (?) AND released_at IS NULL AND (from_day IS NULL OR from_day <= ?) ORDER BY hold_no
            """;

    private HoldStore() {}

    /** Whether there is such a vendor; from here no batch that pays it is sent until the transaction ends. */
    static boolean lockVendor(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(VENDOR)) {
            query.setInt(1, vendorId);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Its number; empty when just these days are held already. */
    static OptionalLong insert(
            Connection transaction, HoldRequest hold, @Nullable Long placedBy, String placedAs, Instant at)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setInt(1, hold.vendorId());
            insert.setObject(2, hold.days().from(), Types.DATE);
            insert.setObject(3, hold.days().to(), Types.DATE);
            insert.setString(4, hold.reason());
            insert.setObject(5, placedBy, Types.BIGINT);
            insert.setString(6, placedAs);
            insert.setTimestamp(7, Timestamp.from(at));
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** False when it is not of the vendor and days of the hold. */
    static boolean addGround(Connection transaction, long holdNo, HoldRequest hold, ItemRef ground)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(GROUND)) {
            insert.setLong(1, holdNo);
            insert.setString(2, ground.source().name());
            insert.setLong(3, ground.number());
            insert.setInt(4, hold.vendorId());
            insert.setObject(5, hold.days().from(), Types.DATE);
            insert.setObject(6, hold.days().from(), Types.DATE);
            insert.setObject(7, hold.days().to(), Types.DATE);
            return insert.executeUpdate() == 1;
        }
    }

    static void release(Connection transaction, long holdNo, long requestNo, Instant at) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(RELEASE)) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setLong(2, requestNo);
            update.setLong(3, holdNo);
            update.executeUpdate();
        }
    }

    static Optional<Hold> find(Connection transaction, long holdNo) throws SQLException {
        return one(transaction, FIND, holdNo);
    }

    /** The same, held until the end of the transaction. */
    static Optional<Hold> lock(Connection transaction, long holdNo) throws SQLException {
        return one(transaction, LOCK, holdNo);
    }

    static List<Hold> page(Connection transaction, HoldFilter filter, long below, int limit) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(PAGE)) {
            int next = fill(query, filter);
            query.setLong(next, below);
            query.setInt(next + 1, limit);
            return read(query);
        }
    }

    static long count(Connection transaction, HoldFilter filter) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(COUNT)) {
            fill(query, filter);
            return number(query);
        }
    }

    /** How many flags and findings there are of its vendor and days. */
    static long items(Connection transaction, long holdNo) throws SQLException {
        return number(transaction, ITEMS, holdNo);
    }

    /** How many of its grounds wait for an answer. */
    static long waiting(Connection transaction, long holdNo) throws SQLException {
        return number(transaction, WAITING, holdNo);
    }

    static List<ItemRef> grounds(Connection transaction, long holdNo) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(GROUNDS)) {
            query.setLong(1, holdNo);
            List<ItemRef> grounds = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long flag = row.getLong("flag_id");
                    grounds.add(
                            row.wasNull()
                                    ? new ItemRef(Source.FINDING, row.getLong("finding_no"))
                                    : new ItemRef(Source.FLAG, flag));
                }
            }
            return grounds;
        }
    }

    static List<HoldView.Signature> signatures(Connection transaction, long holdNo) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(SIGNATURES)) {
            query.setLong(1, holdNo);
            List<HoldView.Signature> signatures = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    signatures.add(new HoldView.Signature(
                            row.getLong("request_no"),
                            row.getString("reason"),
                            row.getString("asked_as"),
                            row.getTimestamp("asked_at").toInstant(),
                            row.getString("decided_as"),
                            instant(row, "decided_at"),
                            row.getString("outcome")));
                }
            }
            return signatures;
        }
    }

    static Map<Integer, List<HoldBlocker>> blockers(Connection transaction, List<Integer> vendors, LocalDate throughDay)
            throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(BLOCKERS)) {
            query.setArray(1, transaction.createArrayOf("int", vendors.toArray()));
            query.setObject(2, throughDay);
            Map<Integer, List<HoldBlocker>> blockers = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    blockers.computeIfAbsent(row.getInt("vendor_id"), any -> new ArrayList<>())
                            .add(new HoldBlocker(row.getLong("hold_no")));
                }
            }
            return blockers;
        }
    }

    private static int fill(PreparedStatement query, HoldFilter filter) throws SQLException {
        query.setObject(1, filter.vendorId(), Types.INTEGER);
        query.setObject(2, filter.vendorId(), Types.INTEGER);
        query.setBoolean(3, filter.inForceOnly());
        query.setBoolean(4, filter.waitingOnly());
        return 5;
    }

    private static long number(Connection transaction, String sql, long holdNo) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(sql)) {
            query.setLong(1, holdNo);
            return number(query);
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Optional<Hold> one(Connection transaction, String sql, long holdNo) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(sql)) {
            query.setLong(1, holdNo);
            return read(query).stream().findFirst();
        }
    }

    private static List<Hold> read(PreparedStatement query) throws SQLException {
        List<Hold> holds = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                holds.add(new Hold(
                        row.getLong("hold_no"),
                        row.getInt("vendor_id"),
                        row.getString("code"),
                        row.getString("name"),
                        new HeldDays(
                                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                        row.getString("reason"),
                        row.getObject("placed_by", Long.class),
                        row.getString("placed_as"),
                        row.getTimestamp("placed_at").toInstant(),
                        row.getLong("grounds"),
                        row.getObject("waiting", Long.class),
                        instant(row, "released_at")));
            }
        }
        return holds;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
