package cn.suinian.core.card.stock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards of the stock in SQL. */
final class StockStore {

    private static final String COLUMNS =
            "card_serial, range_id, batch_id, counter_id, status, status_since, key_version";
    private static final String LOCK = "SELECT " + COLUMNS + " FROM card_stock WHERE card_serial = ? FOR UPDATE";
    private static final String NEXT = "SELECT " + COLUMNS + """
             FROM card_stock WHERE status = 'IN_STOCK' AND counter_id = ?
            ORDER BY card_serial LIMIT 1""";
    private static final String TAKE_NEXT = NEXT + " FOR UPDATE SKIP LOCKED";
    private static final String ISSUED =
            "UPDATE card_stock SET status = 'ISSUED', status_since = ? WHERE card_serial = ?";
    private static final String SPOILT =
            "UPDATE card_stock SET status = 'SPOILT', status_since = ?, spoilt_why = ? WHERE card_serial = ?";
    private static final String STOCK_UP = """
            INSERT INTO card_stock (card_serial, range_id, batch_id, counter_id, status, status_since, key_version)
            SELECT serial, ?, ?, ?, ?, ?, ? FROM generate_series(?, ?) AS serial""";
    private static final String MOVE = """
            WITH wanted AS (
                SELECT card_serial FROM card_stock
                WHERE card_serial BETWEEN ? AND ? AND status = 'IN_STOCK' AND counter_id IS NOT DISTINCT FROM ?
                ORDER BY card_serial FOR UPDATE)
            UPDATE card_stock SET counter_id = ? WHERE card_serial IN (SELECT card_serial FROM wanted)""";
    private static final String COUNT = """
            SELECT counter_id,
                   count(*) FILTER (WHERE status = 'ORDERED') AS ordered,
                   count(*) FILTER (WHERE status = 'IN_STOCK') AS in_stock,
                   count(*) FILTER (WHERE status = 'ISSUED') AS issued,
                   count(*) FILTER (WHERE status = 'SPOILT') AS spoilt
            FROM card_stock GROUP BY counter_id ORDER BY counter_id NULLS FIRST""";

    /** Numbers that follow each other have the same distance to their rank. */
    private static final String RUNS = """
            SELECT min(card_serial), max(card_serial) FROM (
                SELECT card_serial, card_serial - row_number() OVER (ORDER BY card_serial) AS run
                FROM card_stock WHERE""";

    private static final String BY_RUN = ") AS cards GROUP BY run ORDER BY 1 LIMIT ?";
    private static final String ON_SHELF = RUNS + " status = 'IN_STOCK' AND counter_id IS NOT DISTINCT FROM ?" + BY_RUN;
    private static final String ORDERED = RUNS + " status = 'ORDERED' AND batch_id = ?" + BY_RUN;

    private StockStore() {}

    static Optional<StockCard> lock(Connection transaction, int serial) throws SQLException {
        return one(transaction, LOCK, serial);
    }

    static Optional<StockCard> takeNext(Connection transaction, int counterId) throws SQLException {
        return one(transaction, TAKE_NEXT, counterId);
    }

    static Optional<StockCard> next(Connection transaction, int counterId) throws SQLException {
        return one(transaction, NEXT, counterId);
    }

    static void issued(Connection transaction, int serial, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(ISSUED)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setInt(2, serial);
            update.executeUpdate();
        }
    }

    static void spoilt(Connection transaction, int serial, Instant now, String why) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(SPOILT)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setString(2, why);
            update.setInt(3, serial);
            update.executeUpdate();
        }
    }

    /** Makes stock of the numbers of a run. */
    static void stockUp(
            Connection transaction,
            CardRange range,
            CardRun run,
            @Nullable Integer batchId,
            StockStatus as,
            Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(STOCK_UP)) {
            insert.setInt(1, range.id());
            insert.setObject(2, batchId, java.sql.Types.INTEGER);
            insert.setNull(3, java.sql.Types.INTEGER);
            insert.setString(4, as.name());
            insert.setTimestamp(5, Timestamp.from(now));
            insert.setInt(6, range.keyVersion());
            insert.setInt(7, run.first());
            insert.setInt(8, run.last());
            insert.executeUpdate();
        }
    }

    /** How many moved. */
    static int move(Connection transaction, CardRun run, @Nullable Integer from, @Nullable Integer to)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(MOVE)) {
            update.setInt(1, run.first());
            update.setInt(2, run.last());
            update.setObject(3, from, java.sql.Types.INTEGER);
            update.setObject(4, to, java.sql.Types.INTEGER);
            return update.executeUpdate();
        }
    }

    static List<StockCount> count(Connection transaction) throws SQLException {
        List<StockCount> counts = new ArrayList<>();
        try (PreparedStatement query = transaction.prepareStatement(COUNT);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                counts.add(new StockCount(
                        rows.getObject("counter_id", Integer.class),
                        rows.getInt("ordered"),
                        rows.getInt("in_stock"),
                        rows.getInt("issued"),
                        rows.getInt("spoilt")));
            }
        }
        return counts;
    }

    static List<CardRun> onShelf(Connection transaction, @Nullable Integer counterId, int limit) throws SQLException {
        return runs(transaction, ON_SHELF, counterId, limit);
    }

    static List<CardRun> ordered(Connection transaction, int batchId, int limit) throws SQLException {
        return runs(transaction, ORDERED, batchId, limit);
    }

    private static List<CardRun> runs(Connection transaction, String sql, @Nullable Integer key, int limit)
            throws SQLException {
        List<CardRun> runs = new ArrayList<>();
        try (PreparedStatement query = transaction.prepareStatement(sql)) {
            query.setObject(1, key, java.sql.Types.INTEGER);
            query.setInt(2, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    runs.add(new CardRun(rows.getInt(1), rows.getInt(2)));
                }
            }
        }
        return runs;
    }

    private static Optional<StockCard> one(Connection transaction, String sql, int key) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(sql)) {
            query.setInt(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static StockCard read(ResultSet row) throws SQLException {
        return new StockCard(
                row.getInt("card_serial"),
                row.getInt("range_id"),
                row.getObject("batch_id", Integer.class),
                row.getObject("counter_id", Integer.class),
                StockStatus.valueOf(row.getString("status")),
                row.getTimestamp("status_since").toInstant(),
                row.getInt("key_version"));
    }
}
