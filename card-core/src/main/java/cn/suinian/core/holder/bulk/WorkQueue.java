package cn.suinian.core.holder.bulk;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which file is next, and whose turn it is. */
final class WorkQueue {
    static final Duration LAPSES = Duration.ofDays(7);
    static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_FAILURES = 5;
    private static final int LOCK_CLASS = 7316;
    private static final String UNDER_WAY = """
            SELECT file_no FROM bulk_file WHERE state IN ('CHECKING', 'RUNNING') AND (retry_at IS NULL OR retry_at <= ?)
            ORDER BY chunk_at NULLS FIRST, file_no LIMIT 16""";
    private static final String TRY = "SELECT pg_try_advisory_xact_lock(?, ?)";
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(?)";
    private static final String FAILED = """
            UPDATE bulk_file SET failures = failures + 1, chunk_at = ?, retry_at = ?::timestamptz
                    + make_interval(secs => 10 * (failures + 1)),
                state = CASE WHEN failures + 1 >= ? THEN 'STOPPED' ELSE state END,
                state_since = CASE WHEN failures + 1 >= ? THEN ? ELSE state_since END
            WHERE file_no = ? RETURNING state = 'STOPPED'""";
    private static final String ABANDONED = """
            SELECT file_no FROM bulk_file
            WHERE state IN ('CHECKED', 'STOPPED') AND purged_at IS NULL AND state_since < ?
            ORDER BY state_since LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED""";
    private static final String LONG_OVER = """
            SELECT file_no FROM bulk_file
            WHERE state IN ('DONE', 'CANCELLED') AND purged_at IS NULL AND state_since < ?
            ORDER BY state_since LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED""";
    private static final String PURGED = "UPDATE bulk_file SET purged_at = ?, digest = NULL WHERE file_no = ?";

    private WorkQueue() {}

    /** Files that want a chunk done, the one that has waited longest first. */
    static List<Long> underWay(Connection transaction, Instant now) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(UNDER_WAY)) {
            select.setTimestamp(1, Timestamp.from(now));
            List<Long> files = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    files.add(row.getLong(1));
                }
            }
            return files;
        }
    }

    /** Whether nobody else is at this file; if so, nobody will be before the end of the transaction. */
    static boolean tryLock(Connection transaction, long fileNo) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(TRY)) {
            lock.setInt(1, LOCK_CLASS);
            lock.setInt(2, (int) fileNo);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Whoever sends the same content waits until this one is taken in. */
    static void lockContent(Connection transaction, byte[] digest) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            lock.setLong(1, ByteBuffer.wrap(digest).getLong());
            lock.execute();
        }
    }

    /** Puts a file off; whether that was once too often and it is stopped. */
    static boolean failed(Connection transaction, long fileNo, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(FAILED)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setTimestamp(2, Timestamp.from(now));
            update.setInt(3, MOST_FAILURES);
            update.setInt(4, MOST_FAILURES);
            update.setTimestamp(5, Timestamp.from(now));
            update.setLong(6, fileNo);
            try (ResultSet row = update.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** A file that nobody has let go on for a week, held. */
    static Optional<Long> abandoned(Connection transaction, Instant now) throws SQLException {
        return one(transaction, ABANDONED, now.minus(LAPSES));
    }

    /** A file that has been over for a month, held. */
    static Optional<Long> longOver(Connection transaction, Instant now) throws SQLException {
        return one(transaction, LONG_OVER, now.minus(KEPT));
    }

    /** Nothing is left of what was sent; the same file may be sent again. */
    static void purged(Connection transaction, long fileNo, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(PURGED)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, fileNo);
            update.executeUpdate();
        }
    }

    private static Optional<Long> one(Connection transaction, String sql, Instant before) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setTimestamp(1, Timestamp.from(before));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }
}
