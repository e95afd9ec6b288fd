package cn.suinian.core.card.bureau;

import cn.suinian.core.card.stock.CardRun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Orders of cards in SQL. */
final class BatchStore {

    private static final String SELECT = """
            SELECT b.batch_id, b.first_serial, b.last_serial, r.layout, r.key_version, b.ordered_by, b.ordered_at,
                   b.exported_times, b.last_exported_at
            FROM card_batch b JOIN card_range r USING (range_id)
            """;
    private static final String INSERT = """
            INSERT INTO card_batch (range_id, first_serial, last_serial, ordered_by, ordered_at)
            VALUES (?, ?, ?, ?, ?) RETURNING batch_id""";
    private static final String LOCK = SELECT + "WHERE b.batch_id = ? FOR UPDATE OF b";
    private static final String EXPORTED = """
            UPDATE card_batch SET exported_times = exported_times + 1, last_exported_at = ? WHERE batch_id = ?""";
    private static final String TO_MAKE =
            "SELECT card_serial FROM card_stock WHERE batch_id = ? AND status <> 'SPOILT'";
    private static final String COUNTED = """
            SELECT b.*, s.* FROM (
            """ + SELECT + """
            WHERE b.batch_id <= ? ORDER BY b.batch_id DESC LIMIT ?) AS b
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE status = 'ORDERED') AS waiting,
                       count(*) FILTER (WHERE status IN ('IN_STOCK', 'ISSUED')) AS made,
                       count(*) FILTER (WHERE status = 'SPOILT') AS spoilt
                FROM card_stock WHERE card_stock.batch_id = b.batch_id) AS s
            ORDER BY batch_id DESC""";

    private BatchStore() {}

    static int insert(Connection transaction, int rangeId, CardRun run, String by, Instant now) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setInt(1, rangeId);
            insert.setInt(2, run.first());
            insert.setInt(3, run.last());
            insert.setString(4, by);
            insert.setTimestamp(5, Timestamp.from(now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static Optional<CardBatch> lock(Connection transaction, int batchId) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(LOCK)) {
            query.setInt(1, batchId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    static void exported(Connection transaction, int batchId, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(EXPORTED)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setInt(2, batchId);
            update.executeUpdate();
        }
    }

    /** The cards of an order that are not spoilt: bit i is its first serial plus i. */
    static BitSet toMake(Connection transaction, CardBatch batch) throws SQLException {
        BitSet cards = new BitSet(batch.run().count());
        try (PreparedStatement query = transaction.prepareStatement(TO_MAKE)) {
            query.setInt(1, batch.id());
            query.setFetchSize(10_000);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    cards.set(rows.getInt(1) - batch.run().first());
                }
            }
        }
        return cards;
    }

    /** From this one down. */
    static List<BatchCount> list(Connection transaction, int from, int limit) throws SQLException {
        List<BatchCount> batches = new ArrayList<>();
        try (PreparedStatement query = transaction.prepareStatement(COUNTED)) {
            query.setInt(1, from);
            query.setInt(2, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    batches.add(new BatchCount(
                            read(rows), rows.getInt("waiting"), rows.getInt("made"), rows.getInt("spoilt")));
                }
            }
        }
        return batches;
    }

    private static CardBatch read(ResultSet row) throws SQLException {
        Timestamp exported = row.getTimestamp("last_exported_at");
        return new CardBatch(
                row.getInt("batch_id"),
                new CardRun(row.getInt("first_serial"), row.getInt("last_serial")),
                row.getString("layout"),
                row.getInt("key_version"),
                row.getString("ordered_by"),
                row.getTimestamp("ordered_at").toInstant(),
                row.getInt("exported_times"),
                exported == null ? null : exported.toInstant());
    }
}
