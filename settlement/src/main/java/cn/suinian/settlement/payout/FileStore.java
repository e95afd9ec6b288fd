package cn.suinian.settlement.payout;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Signature;
import cn.suinian.settlement.payout.PayoutFile.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of batches in SQL. */
final class FileStore {
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('payment_file', 'file_no'))";
    private static final String ADD = """
            INSERT INTO payment_file (file_no, batch_no, kind, name, bytes, sm3, key_version, signature,
                                      content_sealed, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String COLUMNS =
            "SELECT file_no, batch_no, kind, name, bytes, sm3, key_version, signature, made_at";
    private static final String OF_BATCH = COLUMNS + " FROM payment_file WHERE batch_no = ? ORDER BY file_no";
    private static final String FIND = COLUMNS + ", content_sealed FROM payment_file WHERE file_no = ?";

    /** A file with its content as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(PayoutFile file, byte[] sealed) {}

    private FileStore() {}

    static long nextNo(Connection transaction) throws SQLException {
        try (PreparedStatement next = transaction.prepareStatement(NEXT);
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static void add(Connection transaction, PayoutFile file, byte[] sealed) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setLong(1, file.fileNo());
            insert.setLong(2, file.batchNo());
            insert.setString(3, file.kind().name());
            insert.setString(4, file.name());
            insert.setInt(5, file.bytes());
            insert.setBytes(6, Hex.decode(file.sm3()));
            insert.setInt(7, file.signature().keyVersion());
            insert.setString(8, file.signature().hex());
            insert.setBytes(9, sealed);
            insert.setTimestamp(10, Timestamp.from(file.madeAt()));
            insert.executeUpdate();
        }
    }

    static List<PayoutFile> list(Connection transaction, long batchNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_BATCH)) {
            select.setLong(1, batchNo);
            List<PayoutFile> files = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    files.add(file(row));
                }
            }
            return files;
        }
    }

    static Optional<Kept> find(Connection transaction, long fileNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setLong(1, fileNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Kept(file(row), row.getBytes("content_sealed"))) : Optional.empty();
            }
        }
    }

    private static PayoutFile file(ResultSet row) throws SQLException {
        return new PayoutFile(
                row.getLong("file_no"),
                row.getLong("batch_no"),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("bytes"),
                Hex.encode(row.getBytes("sm3")),
                new Signature(row.getInt("key_version"), row.getString("signature")),
                row.getTimestamp("made_at").toInstant());
    }
}
