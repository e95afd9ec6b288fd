package cn.suinian.core.holder.bulk;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.bulk.sheet.SheetFormat;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes files. */
final class FileStore {
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('bulk_file', 'file_no'))";
    private static final String INSERT = """
            INSERT INTO bulk_file (file_no, digest, label_sealed, format, bytes, rows, district, received_by,
                received_as, received_from, received_at, state, state_since, pass_began_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CHECKING', ?, ?)""";
    private static final String SAME = "SELECT file_no FROM bulk_file WHERE digest = ? AND coalesce(district, 0) = ?";
    private static final String FIND = "SELECT * FROM bulk_file WHERE file_no = ?";
    private static final String LOCK = FIND + " FOR NO KEY UPDATE";
    private static final String LIST = """
            SELECT * FROM bulk_file WHERE file_no < ? AND (?::smallint IS NULL OR district = ?)
            ORDER BY file_no DESC LIMIT ?""";
    private static final String UNDER_WAY = """
            SELECT count(*) FROM bulk_file
            WHERE state IN ('CHECKING', 'RUNNING') AND (?::smallint IS NULL OR district = ?)""";
    private static final String MOVE = """
            UPDATE bulk_file SET state = ?, state_since = ?, failures = 0, retry_at = NULL, starter_gone = false,
                digest = CASE WHEN ? THEN NULL ELSE digest END
            WHERE file_no = ?""";
    private static final String START = """
            UPDATE bulk_file SET state = 'RUNNING', state_since = ?, started_by = ?, started_as = ?, started_from = ?,
                started_at = ?, last_row = 0, passed = 0, pass_began_at = ?, chunk_at = NULL, failures = 0,
                retry_at = NULL
            WHERE file_no = ?""";
    private static final String GO_ON = """
            UPDATE bulk_file SET state = 'RUNNING', state_since = ?, started_by = ?, started_as = ?, started_from = ?,
                failures = 0, retry_at = NULL, starter_gone = false
            WHERE file_no = ?""";
    private static final String STARTER_GONE =
            "UPDATE bulk_file SET state = 'STOPPED', state_since = ?, starter_gone = true WHERE file_no = ?";
    private static final String ROWS = "UPDATE bulk_file SET rows = ? WHERE file_no = ?";
    private static final String ADVANCE = """
            UPDATE bulk_file SET last_row = greatest(last_row, ?), passed = passed + ?,
                chunk_at = coalesce(?, chunk_at), failures = 0, retry_at = NULL, fit = fit + ?,
                registered = registered + ?, wrong = wrong + ?, known = known + ?, alike = alike + ?,
                twice = twice + ?, left_out = left_out + ?
            WHERE file_no = ?""";

    /** A file with what only those who work on it need. */
    record Held(
            BulkFile file,
            int lastRow,
            int failures,
            @Nullable Actor starter,
            Actor receiver) {

        /** Who does what is done to the file now: whoever let it begin, with the right to register and no other. */
        Actor actor() {
            return starter == null ? receiver : starter;
        }
    }

    private final Seals seals;

    FileStore(Seals seals) {
        this.seals = seals;
    }

    /**
     * A file that was received, as it is stored.
     *
     * @param digest blind index of the content, in hexadecimal
     */
    record Received(
            String digest,
            String name,
            String ignored,
            SheetFormat format,
            int bytes,
            int rows,
            @Nullable District district) {}

    static long nextNumber(Connection transaction) throws SQLException {
        try (PreparedStatement next = transaction.prepareStatement(NEXT);
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void insert(Connection transaction, long fileNo, Received given, Actor actor, Instant now) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setLong(1, fileNo);
            insert.setBytes(2, Hex.decode(given.digest()));
            insert.setBytes(3, seals.seal(SealedColumn.BULK_FILE, fileNo, given.name() + '\n' + given.ignored()));
            insert.setString(4, given.format().name());
            insert.setInt(5, given.bytes());
            insert.setInt(6, given.rows());
            insert.setObject(7, code(given.district()), Types.SMALLINT);
            insert.setObject(8, actor.staffId(), Types.BIGINT);
            insert.setString(9, actor.account());
            insert.setString(10, actor.address());
            insert.setTimestamp(11, Timestamp.from(now));
            insert.setTimestamp(12, Timestamp.from(now));
            insert.setTimestamp(13, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    /** The file of the same content and district, if it is not forgotten. */
    static Optional<Long> findSame(Connection transaction, byte[] digest, @Nullable District district)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(SAME)) {
            select.setBytes(1, digest);
            select.setInt(2, district == null ? 0 : district.code());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    Optional<BulkFile> find(Connection transaction, long fileNo) throws SQLException {
        return held(transaction, FIND, fileNo).map(Held::file);
    }

    /** The file, held until the end of the transaction. */
    Optional<Held> lock(Connection transaction, long fileNo) throws SQLException {
        return held(transaction, LOCK, fileNo);
    }

    private Optional<Held> held(Connection transaction, String sql, long fileNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setLong(1, fileNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(held(row)) : Optional.empty();
            }
        }
    }

    /** How many of them a node works on, or should. */
    static long countUnderWay(Connection transaction, @Nullable District district) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(UNDER_WAY)) {
            select.setObject(1, code(district), Types.SMALLINT);
            select.setObject(2, code(district), Types.SMALLINT);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Files with numbers below this one, the newest first; of a district, or of all. */
    List<BulkFile> list(Connection transaction, @Nullable District district, long before, int limit)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LIST)) {
            select.setLong(1, before);
            select.setObject(2, code(district), Types.SMALLINT);
            select.setObject(3, code(district), Types.SMALLINT);
            select.setInt(4, limit);
            List<BulkFile> files = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    files.add(file(row));
                }
            }
            return files;
        }
    }

    /** Moves a file to a state; one that is cancelled may be sent again. */
    static void move(Connection transaction, long fileNo, BulkState state, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(MOVE)) {
            update.setString(1, state.name());
            update.setTimestamp(2, Timestamp.from(now));
            update.setBoolean(3, state == BulkState.CANCELLED);
            update.setLong(4, fileNo);
            update.executeUpdate();
        }
    }

    static void start(Connection transaction, long fileNo, Actor actor, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(START)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, actor.staffId(), Types.BIGINT);
            update.setString(3, actor.account());
            update.setString(4, actor.address());
            update.setTimestamp(5, Timestamp.from(now));
            update.setTimestamp(6, Timestamp.from(now));
            update.setLong(7, fileNo);
            update.executeUpdate();
        }
    }

    /** Lets a run that was stopped go on where it was, in somebody's name from now on. */
    static void goOn(Connection transaction, long fileNo, Actor actor, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(GO_ON)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, actor.staffId(), Types.BIGINT);
            update.setString(3, actor.account());
            update.setString(4, actor.address());
            update.setLong(5, fileNo);
            update.executeUpdate();
        }
    }

    static void stopWithoutStarter(Connection transaction, long fileNo, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(STARTER_GONE)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, fileNo);
            update.executeUpdate();
        }
    }

    static void setRows(Connection transaction, long fileNo, int rows) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(ROWS)) {
            update.setInt(1, rows);
            update.setLong(2, fileNo);
            update.executeUpdate();
        }
    }

    /** Keeps how far a file is, and what its counts are by now. */
    static void advance(Connection transaction, long fileNo, int lastRow, int passed, Tally.Moves moves, Instant now)
            throws SQLException {
        advance(transaction, fileNo, lastRow, passed, moves, Timestamp.from(now));
    }

    /** Keeps what its counts are by now. */
    static void count(Connection transaction, long fileNo, Tally.Moves moves) throws SQLException {
        advance(transaction, fileNo, 0, 0, moves, (Timestamp) null);
    }

    private static void advance(
            Connection transaction, long fileNo, int lastRow, int passed, Tally.Moves moves, @Nullable Timestamp at)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(ADVANCE)) {
            update.setInt(1, lastRow);
            update.setInt(2, passed);
            update.setTimestamp(3, at);
            update.setInt(4, moves.of(RowOutcome.FIT));
            update.setInt(5, moves.of(RowOutcome.REGISTERED));
            update.setInt(6, moves.of(RowOutcome.WRONG));
            update.setInt(7, moves.of(RowOutcome.KNOWN));
            update.setInt(8, moves.of(RowOutcome.ALIKE));
            update.setInt(9, moves.of(RowOutcome.TWICE));
            update.setInt(10, moves.of(RowOutcome.LEFT_OUT));
            update.setLong(11, fileNo);
            update.executeUpdate();
        }
    }

    private Held held(ResultSet row) throws SQLException {
        BulkFile file = file(row);
        return new Held(
                file,
                row.getInt("last_row"),
                row.getInt("failures"),
                file.startedAs() == null ? null : actor(row, "started", file.district()),
                actor(row, "received", file.district()));
    }

    private static Actor actor(ResultSet row, String who, @Nullable District district) throws SQLException {
        return new Actor(
                row.getObject(who + "_by", Long.class),
                row.getString(who + "_as"),
                Set.of(Permission.HOLDER_REGISTER),
                district == null ? Scope.CITY : new Scope(district, null),
                row.getString(who + "_from"));
    }

    private BulkFile file(ResultSet row) throws SQLException {
        long fileNo = row.getLong("file_no");
        String label = seals.open(SealedColumn.BULK_FILE, fileNo, row.getBytes("label_sealed"));
        int end = label.indexOf('\n');
        int district = row.getInt("district");
        return new BulkFile(
                fileNo,
                label.substring(0, end),
                label.substring(end + 1),
                SheetFormat.valueOf(row.getString("format")),
                row.getInt("bytes"),
                row.getInt("rows"),
                district == 0 ? null : District.ofCode(district),
                row.getString("received_as"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("started_as"),
                BulkState.valueOf(row.getString("state")),
                row.getTimestamp("state_since").toInstant(),
                row.getInt("passed"),
                instant(row, "pass_began_at"),
                instant(row, "chunk_at"),
                row.getBoolean("starter_gone"),
                row.getTimestamp("purged_at") != null,
                new Tally(
                        row.getInt("fit"),
                        row.getInt("registered"),
                        row.getInt("wrong"),
                        row.getInt("known"),
                        row.getInt("alike"),
                        row.getInt("twice"),
                        row.getInt("left_out")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Integer code(@Nullable District district) {
        return district == null ? null : district.code();
    }
}
