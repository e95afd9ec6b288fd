package cn.suinian.core.holder.lookup;

import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Opens everything of one holder. */
final class FullStore {
    private static final String PERSON = """
            SELECT p.name_sealed, p.phone_sealed, p.bank_account_sealed, p.birth_evidence_sealed, h.born_on
            FROM holder_person p JOIN holder h USING (holder_id) WHERE p.holder_id = ?""";
    private static final String DOCUMENTS = """
            SELECT document_no, kind, number_sealed FROM holder_document WHERE holder_id = ? AND ended_at IS NULL""";
    private static final String STATEMENTS =
            "SELECT statement_no, evidence_sealed FROM holder_statement WHERE holder_id = ?";
    private static final String EVENTS = "SELECT event_no, evidence_sealed FROM holder_event WHERE holder_id = ?";
    private static final String CHANGES =
            "SELECT change_no, old_sealed FROM holder_change WHERE holder_id = ? AND old_sealed IS NOT NULL";
    private static final String PHOTO = """
            SELECT photo_no, type, content_sealed FROM holder_photo
            WHERE holder_id = ? ORDER BY photo_no DESC LIMIT 1""";

    private final Seals seals;

    FullStore(Seals seals) {
        this.seals = seals;
    }

    Optional<FullRecord> find(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PERSON)) {
            select.setLong(1, holderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(record(transaction, holderId, row)) : Optional.empty();
            }
        }
    }

    Optional<Photo> findPhoto(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PHOTO)) {
            select.setLong(1, holderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(Photo.stored(
                                Photo.Type.valueOf(row.getString("type")),
                                seals.openBytes(
                                        SealedColumn.PHOTO, row.getLong("photo_no"), row.getBytes("content_sealed"))))
                        : Optional.empty();
            }
        }
    }

    private FullRecord record(Connection transaction, long holderId, ResultSet row) throws SQLException {
        return new FullRecord(
                holderId,
                seals.open(SealedColumn.NAME, holderId, row.getBytes("name_sealed")),
                row.getObject("born_on", LocalDate.class),
                seals.openIfAny(SealedColumn.BIRTH_EVIDENCE, holderId, row.getBytes("birth_evidence_sealed")),
                seals.openIfAny(SealedColumn.PHONE, holderId, row.getBytes("phone_sealed")),
                seals.openIfAny(SealedColumn.BANK_ACCOUNT, holderId, row.getBytes("bank_account_sealed")),
                documents(transaction, holderId),
                opened(transaction, STATEMENTS, SealedColumn.STATEMENT_EVIDENCE, holderId),
                opened(transaction, EVENTS, SealedColumn.EVENT_EVIDENCE, holderId),
                opened(transaction, CHANGES, SealedColumn.OLD_VALUE, holderId));
    }

    private Map<DocumentKind, String> documents(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(DOCUMENTS)) {
            select.setLong(1, holderId);
            Map<DocumentKind, String> documents = new EnumMap<>(DocumentKind.class);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    documents.put(
                            DocumentKind.valueOf(row.getString("kind")),
                            seals.open(SealedColumn.DOCUMENT_NUMBER, row.getLong(1), row.getBytes(3)));
                }
            }
            return documents;
        }
    }

    private Map<Long, String> opened(Connection transaction, String sql, SealedColumn column, long holderId)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setLong(1, holderId);
            Map<Long, String> opened = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    opened.put(row.getLong(1), seals.open(column, row.getLong(1), row.getBytes(2)));
                }
            }
            return opened;
        }
    }
}
