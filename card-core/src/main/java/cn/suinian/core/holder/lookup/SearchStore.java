package cn.suinian.core.holder.lookup;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.person.Mask;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.staff.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds holders by what is compared. */
final class SearchStore {
    private static final String IN_SCOPE = " AND (?::smallint IS NULL OR p.district = ?) ORDER BY p.holder_id LIMIT ?";
    private static final String BY_CARD = """
            SELECT p.holder_id FROM card c JOIN holder_person p USING (holder_id)
            WHERE c.card_serial = ?""" + IN_SCOPE;
    private static final String BY_DOCUMENT = """
            SELECT p.holder_id FROM holder_document d JOIN holder_person p USING (holder_id)
            WHERE d.person_index = ? AND d.ended_at IS NULL""" + IN_SCOPE;
    private static final String BY_PHONE = "SELECT p.holder_id FROM holder_person p WHERE p.phone_index = ?" + IN_SCOPE;
    private static final String BY_NAME = "SELECT p.holder_id FROM holder_person p WHERE p.name_index = ?" + IN_SCOPE;
    private static final String BY_NAME_AND_BIRTH = """
            SELECT p.holder_id FROM holder_person p JOIN holder h USING (holder_id)
            WHERE p.name_index = ? AND h.born_on = ? ORDER BY p.holder_id LIMIT ?""";
    private static final String ELSEWHERE = """
            SELECT p.holder_id, p.name_sealed, p.district, c.card_serial, c.status
            FROM holder_person p JOIN card c USING (holder_id)
            WHERE c.status IN ('ISSUED', 'ACTIVE', 'LOST') AND p.district <> ? AND\s""";
    private static final String ELSEWHERE_BY_CARD = ELSEWHERE + "c.card_serial = ?";
    private static final String ELSEWHERE_BY_DOCUMENT = ELSEWHERE + """
            p.holder_id = (
                SELECT d.holder_id FROM holder_document d WHERE d.person_index = ? AND d.ended_at IS NULL)""";
    private static final String HITS = """
            SELECT p.holder_id, p.name_sealed, p.sex, p.district, h.born_on, h.deceased_on, c.card_serial, c.status
            FROM holder_person p JOIN holder h USING (holder_id)
                 LEFT JOIN card c ON c.holder_id = p.holder_id AND c.status IN ('ISSUED', 'ACTIVE', 'LOST')
            WHERE p.holder_id = ANY (?) ORDER BY p.holder_id""";
    private static final String DOCUMENTS = """
            SELECT document_no, kind, number_sealed FROM holder_document
            WHERE holder_id = ? AND ended_at IS NULL ORDER BY document_no""";

    private final Seals seals;

    /** A holder of another district, and what may be shown of them. */
    record Met(long holderId, Elsewhere shown) {}

    SearchStore(Seals seals) {
        this.seals = seals;
    }

    List<Long> byCard(Connection transaction, CardNumber card, Scope scope, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(BY_CARD)) {
            select.setInt(1, card.serial());
            return inScope(select, scope, most);
        }
    }

    List<Long> byDocument(Connection transaction, IdDocument document, Scope scope, int most) throws SQLException {
        return byIndex(transaction, BY_DOCUMENT, personIndex(document), scope, most);
    }

    List<Long> byPhone(Connection transaction, String phone, Scope scope, int most) throws SQLException {
        return byIndex(transaction, BY_PHONE, seals.phoneIndex(phone), scope, most);
    }

    List<Long> byName(Connection transaction, String comparedName, Scope scope, int most) throws SQLException {
        return byIndex(transaction, BY_NAME, seals.nameIndex(comparedName), scope, most);
    }

    /** Whoever has this name and birthday, in whatever district. */
    List<Long> byNameAndBirth(Connection transaction, String comparedName, LocalDate bornOn, int most)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(BY_NAME_AND_BIRTH)) {
            select.setBytes(1, seals.nameIndex(comparedName));
            select.setObject(2, bornOn);
            select.setInt(3, most);
            return ids(select);
        }
    }

    /** These holders, masked. */
    List<Hit> hits(Connection transaction, Collection<Long> holderIds, Scope scope) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(HITS)) {
            select.setArray(1, transaction.createArrayOf("bigint", holderIds.toArray()));
            List<Hit> hits = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hits.add(hit(row, documents(transaction, row.getLong("holder_id")), scope));
                }
            }
            return hits;
        }
    }

    /** Whose live card it is by a card's or a document's number, of holders outside this scope. */
    List<Met> elsewhere(Connection transaction, @Nullable CardNumber card, @Nullable IdDocument document, Scope scope)
            throws SQLException {
        District own = scope.district();
        if (own == null || (card == null && document == null)) {
            return List.of();
        }
        String sql = card == null ? ELSEWHERE_BY_DOCUMENT : ELSEWHERE_BY_CARD;
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setInt(1, own.code());
            select.setObject(2, card != null ? (Object) card.serial() : personIndex(Objects.requireNonNull(document)));
            List<Met> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(met(row));
                }
            }
            return found;
        }
    }

    private Met met(ResultSet row) throws SQLException {
        long holderId = row.getLong("holder_id");
        return new Met(
                holderId,
                new Elsewhere(
                        Mask.name(seals.open(SealedColumn.NAME, holderId, row.getBytes("name_sealed"))),
                        District.ofCode(row.getInt("district")),
                        row.getInt("card_serial"),
                        CardStatus.valueOf(row.getString("status"))));
    }

    private byte[] personIndex(IdDocument document) {
        return seals.personIndex(document.kind().name(), document.personKey());
    }

    private Hit hit(ResultSet row, List<String> documents, Scope scope) throws SQLException {
        long holderId = row.getLong("holder_id");
        District district = District.ofCode(row.getInt("district"));
        String status = row.getString("status");
        return new Hit(
                holderId,
                Mask.name(seals.open(SealedColumn.NAME, holderId, row.getBytes("name_sealed"))),
                Mask.bornOn(row.getObject("born_on", LocalDate.class)),
                Sex.valueOf(row.getString("sex")),
                row.getObject("deceased_on") != null,
                district,
                documents,
                status == null ? null : new CardNumber(row.getInt("card_serial")).masked(),
                status == null ? null : Integer.valueOf(row.getInt("card_serial")),
                status == null ? null : CardStatus.valueOf(status),
                scope.sees(district));
    }

    private List<String> documents(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(DOCUMENTS)) {
            select.setLong(1, holderId);
            List<String> masked = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String number = seals.open(
                            SealedColumn.DOCUMENT_NUMBER, row.getLong("document_no"), row.getBytes("number_sealed"));
                    masked.add(IdDocument.read(DocumentKind.valueOf(row.getString("kind")), number, "number")
                            .masked());
                }
            }
            return masked;
        }
    }

    private static List<Long> byIndex(Connection transaction, String sql, byte[] index, Scope scope, int most)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setBytes(1, index);
            return inScope(select, scope, most);
        }
    }

    private static List<Long> inScope(PreparedStatement select, Scope scope, int most) throws SQLException {
        @Nullable
        Integer district = scope.district() == null ? null : scope.district().code();
        select.setObject(2, district, Types.SMALLINT);
        select.setObject(3, district, Types.SMALLINT);
        select.setInt(4, most);
        return ids(select);
    }

    private static List<Long> ids(PreparedStatement select) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}
