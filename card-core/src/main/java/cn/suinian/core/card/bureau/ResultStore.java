package cn.suinian.core.card.bureau;

import cn.suinian.core.card.stock.StockStatus;
import cn.suinian.core.crypto.Hex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bureau's answers in SQL. */
final class ResultStore {

    private static final String LOCK = """
            SELECT card_serial, status FROM card_stock WHERE card_serial = ANY (?) AND batch_id = ?
            ORDER BY card_serial FOR UPDATE""";
    private static final String CHIPS_IN_USE =
            "SELECT chip_serial, card_serial FROM card_stock WHERE chip_serial = ANY (?)";
    private static final String MADE = """
            UPDATE card_stock SET status = 'IN_STOCK', status_since = ?, chip_serial = ? WHERE card_serial = ?""";
    private static final String FAILED = """
            UPDATE card_stock SET status = 'SPOILT', status_since = ?, spoilt_why = ? WHERE card_serial = ?""";
    private static final String WAITING = "SELECT count(*) FROM card_stock WHERE batch_id = ? AND status = 'ORDERED'";
    private static final String FIND = "SELECT * FROM card_batch_result WHERE batch_id = ? AND digest = ?";
    private static final String LIST =
            "SELECT * FROM card_batch_result WHERE batch_id = ? ORDER BY imported_at DESC, digest";
    private static final String INSERT = """
            INSERT INTO card_batch_result (batch_id, digest, imported_by, imported_at, lines, made, failed, already,
                                           duplicate, unknown, unreadable)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private ResultStore() {}

    static Map<Integer, StockStatus> lock(Connection transaction, int batchId, Collection<Integer> serials)
            throws SQLException {
        Map<Integer, StockStatus> found = new HashMap<>();
        try (PreparedStatement query = transaction.prepareStatement(LOCK)) {
            query.setArray(1, transaction.createArrayOf("int4", serials.toArray()));
            query.setInt(2, batchId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getInt(1), StockStatus.valueOf(rows.getString(2)));
                }
            }
        }
        return found;
    }

    /** Of these chips, those that are in a card already, each with its card. */
    static Map<String, Integer> chipsInUse(Connection transaction, Collection<String> chips) throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        try (PreparedStatement query = transaction.prepareStatement(CHIPS_IN_USE)) {
            query.setArray(1, transaction.createArrayOf("text", chips.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return found;
    }

    static void made(Connection transaction, List<ResultRow> rows, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(MADE)) {
            for (ResultRow row : rows) {
                update.setTimestamp(1, Timestamp.from(now));
                update.setString(2, row.chipSerial());
                update.setInt(3, row.serial());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static void failed(Connection transaction, List<ResultRow> rows, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(FAILED)) {
            for (ResultRow row : rows) {
                update.setTimestamp(1, Timestamp.from(now));
                update.setString(2, row.reason());
                update.setInt(3, row.serial());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static int waiting(Connection transaction, int batchId) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(WAITING)) {
            query.setInt(1, batchId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static Optional<BatchReport> find(Connection transaction, CardBatch batch, byte[] digest, boolean dryRun)
            throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(FIND)) {
            query.setInt(1, batch.id());
            query.setBytes(2, digest);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(read(row, batch, waiting(transaction, batch.id()), dryRun))
                        : Optional.empty();
            }
        }
    }

    static List<TakenAnswer> list(Connection transaction, int batchId) throws SQLException {
        List<TakenAnswer> answers = new ArrayList<>();
        try (PreparedStatement query = transaction.prepareStatement(LIST)) {
            query.setInt(1, batchId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    answers.add(new TakenAnswer(
                            Hex.encode(rows.getBytes("digest")),
                            rows.getString("imported_by"),
                            rows.getTimestamp("imported_at").toInstant(),
                            rows.getInt("lines"),
                            rows.getInt("made"),
                            rows.getInt("failed"),
                            rows.getInt("already"),
                            rows.getInt("duplicate") + rows.getInt("unknown") + rows.getInt("unreadable")));
                }
            }
        }
        return answers;
    }

    static void insert(Connection transaction, BatchReport report, byte[] digest, String by, Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setInt(1, report.batchId());
            insert.setBytes(2, digest);
            insert.setString(3, by);
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setInt(5, report.lines());
            insert.setInt(6, report.made());
            insert.setInt(7, report.failed());
            insert.setInt(8, report.already());
            insert.setInt(9, report.duplicate());
            insert.setInt(10, report.unknown());
            insert.setInt(11, report.unreadable());
            insert.executeUpdate();
        }
    }

    private static BatchReport read(ResultSet row, CardBatch batch, int waiting, boolean dryRun) throws SQLException {
        return new BatchReport(
                batch.id(),
                dryRun,
                true,
                batch.run().count(),
                row.getInt("lines"),
                row.getInt("made"),
                row.getInt("failed"),
                row.getInt("already"),
                row.getInt("duplicate"),
                row.getInt("unknown"),
                row.getInt("unreadable"),
                waiting,
                List.of());
    }
}
