package cn.suinian.core.holder.register;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes documents. */
final class DocumentStore {
    private static final String OWNER = """
            SELECT p.holder_id, p.district FROM holder_document d JOIN holder_person p USING (holder_id)
            WHERE d.person_index = ? AND d.ended_at IS NULL""";
    private static final String OWNERS = """
            SELECT p.holder_id, p.district, d.person_index
            FROM holder_document d JOIN holder_person p USING (holder_id)
            WHERE d.person_index = ANY (?) AND d.ended_at IS NULL""";
    private static final String INSERT = """
            INSERT INTO holder_document (document_no, holder_id, kind, number_sealed, person_index, recorded_at,
                recorded_by)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person_index) WHERE ended_at IS NULL DO NOTHING""";
    private static final String LIVE = """
            SELECT document_no, kind, number_sealed FROM holder_document
            WHERE holder_id = ? AND ended_at IS NULL ORDER BY document_no""";
    private static final String END = """
            UPDATE holder_document SET ended_at = ? WHERE holder_id = ? AND kind = ? AND ended_at IS NULL""";

    /** Whose a document is, and who serves them. */
    record Owner(long holderId, District district) {}

    /** A document and its holder. */
    record Owned(long holderId, IdDocument document) {}

    private final Seals seals;

    DocumentStore(Seals seals) {
        this.seals = seals;
    }

    /** Whoever has a document with the same person key. */
    Optional<Owner> findOwner(Connection transaction, IdDocument document) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OWNER)) {
            select.setBytes(1, index(document));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Owner(row.getLong(1), District.ofCode(row.getInt(2))))
                        : Optional.empty();
            }
        }
    }

    /**
     * Adds a document; waits for whoever is adding the same.
     *
     * @return false: somebody has it already, and nothing was added
     */
    boolean add(Connection transaction, long holderId, IdDocument document, Actor actor, Instant now)
            throws SQLException {
        return addAll(transaction, List.of(new Owned(holderId, document)), actor, now);
    }

    /**
     * Adds many.
     *
     * @return false: somebody has one of them already; the others were added
     */
    boolean addAll(Connection transaction, List<Owned> documents, Actor actor, Instant now) throws SQLException {
        Sequence numbers = Sequence.take(transaction, "holder_document", "document_no", documents.size());
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            for (Owned each : documents) {
                long documentNo = numbers.next();
                IdDocument document = each.document();
                insert.setLong(1, documentNo);
                insert.setLong(2, each.holderId());
                insert.setString(3, document.kind().name());
                insert.setBytes(4, seals.seal(SealedColumn.DOCUMENT_NUMBER, documentNo, document.number()));
                insert.setBytes(5, index(document));
                insert.setTimestamp(6, Timestamp.from(now));
                insert.setString(7, actor.account());
                insert.addBatch();
            }
            return Arrays.stream(insert.executeBatch()).allMatch(added -> added == 1);
        }
    }

    /** Whoever has documents with these person keys, by the index of the document in hexadecimal. */
    Map<String, Owner> owners(Connection transaction, Collection<byte[]> indexes) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OWNERS)) {
            select.setArray(1, transaction.createArrayOf("bytea", indexes.toArray(byte[][]::new)));
            Map<String, Owner> owners = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owners.put(Hex.encode(row.getBytes(3)), new Owner(row.getLong(1), District.ofCode(row.getInt(2))));
                }
            }
            return owners;
        }
    }

    /** The documents of now. */
    List<IdDocument> list(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LIVE)) {
            select.setLong(1, holderId);
            List<IdDocument> documents = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    documents.add(IdDocument.read(
                            DocumentKind.valueOf(row.getString("kind")),
                            seals.open(SealedColumn.DOCUMENT_NUMBER, row.getLong(1), row.getBytes(3)),
                            "number"));
                }
            }
            return documents;
        }
    }

    /** Ends the document of a kind: another number takes its place. */
    void end(Connection transaction, long holderId, DocumentKind kind, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(END)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, holderId);
            update.setString(3, kind.name());
            update.executeUpdate();
        }
    }

    byte[] index(IdDocument document) {
        return seals.personIndex(document.kind().name(), document.personKey());
    }
}
