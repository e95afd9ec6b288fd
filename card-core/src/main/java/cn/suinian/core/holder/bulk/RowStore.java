package cn.suinian.core.holder.bulk;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.holder.bulk.sheet.SheetRow;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes rows that wait. */
final class RowStore {
    private static final String INSERT = """
            INSERT INTO bulk_row (row_id, file_no, content_sealed)
            SELECT row_id, ?, content FROM unnest(?::bigint[], ?::bytea[]) AS n (row_id, content)""";
    private static final String CHUNK = """
            SELECT row_id, content_sealed FROM bulk_row
            WHERE row_id > ? AND row_id < ? AND outcome = ? ORDER BY row_id LIMIT ?""";
    private static final String ONE =
            "SELECT row_id, content_sealed FROM bulk_row WHERE row_id = ? AND outcome = ? FOR UPDATE";
    private static final String SETTLE = """
            UPDATE bulk_row r SET outcome = n.outcome, person_index = n.person, alike_index = n.alike
            FROM unnest(?::bigint[], ?::text[], ?::bytea[], ?::bytea[]) AS n (row_id, outcome, person, alike)
            WHERE r.row_id = n.row_id""";
    private static final String REPEATED = """
            UPDATE bulk_row r SET outcome = ?
            FROM (SELECT row_id, first_value(row_id) OVER (PARTITION BY %1$s ORDER BY row_id) AS first
                  FROM bulk_row WHERE row_id > ? AND row_id < ? AND outcome = 'FIT') AS n
            WHERE r.row_id = n.row_id AND n.first <> n.row_id
            RETURNING r.row_id, r.content_sealed, n.first""";
    private static final String FORGET = "DELETE FROM bulk_row WHERE row_id > ? AND row_id < ? AND outcome <> ALL (?)";
    private static final String REGISTERED = """
            INSERT INTO bulk_registration (holder_id, file_no, row_no)
            SELECT holder_id, ?, row_no FROM unnest(?::bigint[], ?::int[]) AS n (holder_id, row_no)""";

    /** A row, what became of it, and by what its person is found, in hexadecimal; null: not known. */
    record Settled(
            long rowId,
            RowOutcome outcome,
            @Nullable String person,
            @Nullable String alike) {
        static Settled of(long rowId, RowOutcome outcome) {
            return new Settled(rowId, outcome, null, null);
        }
    }

    /** A row that says the same as one before it. */
    record Repeated(StagedRow row, int firstRowNo) {}

    /** Who was registered from which row. */
    record From(long holderId, int rowNo) {}

    private final Seals seals;

    RowStore(Seals seals) {
        this.seals = seals;
    }

    void insert(Connection transaction, long fileNo, List<SheetRow> rows) throws SQLException {
        Long[] ids = new Long[rows.size()];
        byte[][] contents = new byte[rows.size()][];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = StagedRow.rowId(fileNo, rows.get(i).rowNo());
            contents[i] = seals.seal(SealedColumn.BULK_ROW, ids[i], rows.get(i).packed());
        }
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setLong(1, fileNo);
            insert.setArray(2, transaction.createArrayOf("bigint", ids));
            insert.setArray(3, transaction.createArrayOf("bytea", contents));
            insert.executeUpdate();
        }
    }

    /** The next rows of a file with this outcome behind a row. */
    List<StagedRow> list(Connection transaction, long fileNo, int afterRow, RowOutcome outcome, int limit)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(CHUNK)) {
            select.setLong(1, StagedRow.rowId(fileNo, afterRow));
            select.setLong(2, StagedRow.rowId(fileNo + 1, 0));
            select.setString(3, outcome.name());
            select.setInt(4, limit);
            List<StagedRow> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(open(row));
                }
            }
            return rows;
        }
    }

    /** One row that has this outcome, held until the end of the transaction. */
    Optional<StagedRow> lock(Connection transaction, long rowId, RowOutcome outcome) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ONE)) {
            select.setLong(1, rowId);
            select.setString(2, outcome.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(open(row)) : Optional.empty();
            }
        }
    }

    void settle(Connection transaction, List<Settled> rows) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(SETTLE)) {
            update.setArray(
                    1,
                    transaction.createArrayOf(
                            "bigint", rows.stream().map(Settled::rowId).toArray()));
            update.setArray(
                    2,
                    transaction.createArrayOf(
                            "text",
                            rows.stream().map(row -> row.outcome().name()).toArray()));
            update.setArray(
                    3,
                    transaction.createArrayOf(
                            "bytea",
                            rows.stream().map(row -> bytes(row.person())).toArray(byte[][]::new)));
            update.setArray(
                    4,
                    transaction.createArrayOf(
                            "bytea",
                            rows.stream().map(row -> bytes(row.alike())).toArray(byte[][]::new)));
            update.executeUpdate();
        }
    }

    private static byte @Nullable [] bytes(@Nullable String hex) {
        return hex == null ? null : Hex.decode(hex);
    }

    /** Sets aside all rows about a person whom a row before is about, and returns them. */
    List<Repeated> setAsideTwice(Connection transaction, long fileNo) throws SQLException {
        return setAside(transaction, fileNo, RowOutcome.TWICE, "person_index");
    }

    /** Sets aside all rows with the name and birthday of a row before, and returns them. */
    List<Repeated> setAsideAlike(Connection transaction, long fileNo) throws SQLException {
        return setAside(transaction, fileNo, RowOutcome.ALIKE, "alike_index");
    }

    private List<Repeated> setAside(Connection transaction, long fileNo, RowOutcome outcome, String by)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(REPEATED.formatted(by))) {
            update.setString(1, outcome.name());
            update.setLong(2, StagedRow.rowId(fileNo, 0));
            update.setLong(3, StagedRow.rowId(fileNo + 1, 0));
            List<Repeated> repeated = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    repeated.add(new Repeated(open(row), StagedRow.rowNo(row.getLong(3))));
                }
            }
            return repeated;
        }
    }

    /** Forgets the rows of a file, but for those that a clerk has still to decide on. */
    void forgetDecided(Connection transaction, long fileNo) throws SQLException {
        forget(transaction, fileNo, RowOutcome.ALIKE.name());
    }

    /** Forgets all rows of a file. */
    void forgetAll(Connection transaction, long fileNo) throws SQLException {
        forget(transaction, fileNo);
    }

    private static void forget(Connection transaction, long fileNo, String... but) throws SQLException {
        try (PreparedStatement delete = transaction.prepareStatement(FORGET)) {
            delete.setLong(1, StagedRow.rowId(fileNo, 0));
            delete.setLong(2, StagedRow.rowId(fileNo + 1, 0));
            delete.setArray(3, transaction.createArrayOf("text", but));
            delete.executeUpdate();
        }
    }

    /** Keeps from which rows of a file holders came; fails when one of these rows was registered before. */
    static void registered(Connection transaction, long fileNo, List<From> holders) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(REGISTERED)) {
            insert.setLong(1, fileNo);
            insert.setArray(
                    2,
                    transaction.createArrayOf(
                            "bigint", holders.stream().map(From::holderId).toArray()));
            insert.setArray(
                    3,
                    transaction.createArrayOf(
                            "int", holders.stream().map(From::rowNo).toArray()));
            insert.executeUpdate();
        }
    }

    private StagedRow open(ResultSet row) throws SQLException {
        long rowId = row.getLong("row_id");
        String packed = seals.open(SealedColumn.BULK_ROW, rowId, row.getBytes("content_sealed"));
        return new StagedRow(rowId, SheetRow.unpacked(StagedRow.rowNo(rowId), packed));
    }
}
