package cn.suinian.core.card.stock;

import cn.suinian.core.postgres.Constraint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranges of card numbers in SQL. */
final class RangeStore {

    private static final String INSERT = """
            INSERT INTO card_range (first_serial, last_serial, next_serial, layout, key_version, added_by, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING range_id""";
    private static final String IN_USE = "SELECT EXISTS (SELECT FROM card WHERE card_serial BETWEEN ? AND ?)";
    private static final String LIST = "SELECT * FROM card_range ORDER BY first_serial";
    private static final String LOCK = "SELECT * FROM card_range WHERE range_id = ? FOR UPDATE";
    private static final String ADVANCE = "UPDATE card_range SET next_serial = ? WHERE range_id = ?";
    private static final String OVERLAP = "card_ranges_do_not_overlap";

    private RangeStore() {}

    static int insert(Connection transaction, CardRun run, String layout, int keyVersion, String addedBy, Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setInt(1, run.first());
            insert.setInt(2, run.last());
            insert.setInt(3, run.first());
            insert.setString(4, layout);
            insert.setInt(5, keyVersion);
            insert.setString(6, addedBy);
            insert.setTimestamp(7, Timestamp.from(now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static boolean overlaps(SQLException failure) {
        return Constraint.broke(failure, OVERLAP);
    }

    /** Whether a card with a number of this run was given to anybody. */
    static boolean inUse(Connection transaction, CardRun run) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(IN_USE)) {
            query.setInt(1, run.first());
            query.setInt(2, run.last());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    static Optional<CardRange> lock(Connection transaction, int rangeId) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(LOCK)) {
            query.setInt(1, rangeId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    static void advance(Connection transaction, int rangeId, int next) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(ADVANCE)) {
            update.setInt(1, next);
            update.setInt(2, rangeId);
            update.executeUpdate();
        }
    }

    static List<CardRange> list(Connection transaction) throws SQLException {
        List<CardRange> ranges = new ArrayList<>();
        try (PreparedStatement query = transaction.prepareStatement(LIST);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ranges.add(read(rows));
            }
        }
        return ranges;
    }

    private static CardRange read(ResultSet row) throws SQLException {
        return new CardRange(
                row.getInt("range_id"),
                row.getInt("first_serial"),
                row.getInt("last_serial"),
                row.getInt("next_serial"),
                row.getString("layout"),
                row.getInt("key_version"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }
}
