package cn.suinian.core.holder.lookup;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Period;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.person.Mask;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Reads all there is of one holder. */
final class PageStore {
    private static final String DISTRICT = "SELECT district FROM holder_person WHERE holder_id = ?";
    private static final String PERSON = """
            SELECT p.*, h.born_on, h.deceased_on,
                   EXISTS (SELECT FROM holder_photo f WHERE f.holder_id = p.holder_id) AS photo
            FROM holder_person p JOIN holder h USING (holder_id) WHERE p.holder_id = ?""";
    private static final String DOCUMENTS = """
            SELECT document_no, kind, number_sealed, recorded_at, recorded_by, ended_at FROM holder_document
            WHERE holder_id = ? ORDER BY ended_at IS NOT NULL, document_no""";
    private static final String HUKOU =
            "SELECT district, valid_from, valid_to FROM holder_hukou WHERE holder_id = ? ORDER BY valid_from DESC";
    private static final String CATEGORIES = """
            SELECT category, valid_from, valid_to FROM holder_category
            WHERE holder_id = ? ORDER BY valid_from DESC, category""";
    private static final String CARDS = """
            SELECT card_serial, status, status_since, expires_on FROM card
            WHERE holder_id = ? ORDER BY status_since DESC, card_serial DESC""";
    private static final String STATEMENTS =
            "SELECT * FROM holder_statement WHERE holder_id = ? ORDER BY statement_no DESC";
    // The trail alone says that a statement was a correction. Both are in the order in which they were made.
    private static final String CORRECTED = """
            SELECT substring(after FROM '(?n)^hukou=(.*)$') AS hukou, substring(after FROM '(?n)^from=(.*)$') AS now,
                   substring(before FROM '(?n)^from=(.*)$') AS was, reason
            FROM audit_log WHERE subject_kind = 'HOLDER' AND subject = ?::bigint::text AND act = 'HUKOU_CORRECTED'
            ORDER BY entry_no DESC""";
    private static final String EVENTS = """
            SELECT e.*, r.request_no, u.asked_as, u.decided_as FROM holder_event e
                 LEFT JOIN approval_request u ON u.request_no = e.undone_request
                 LEFT JOIN approval_request r ON r.kind = 'UNDO_DEATH' AND r.subject = e.event_no AND r.outcome IS NULL
            WHERE e.holder_id = ? ORDER BY e.event_no DESC""";
    private static final String CHANGES = """
            SELECT change_no, field, changed_at, actor, reason FROM holder_change
            WHERE holder_id = ? ORDER BY change_no DESC""";

    private interface Reader<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Seals seals;

    PageStore(Seals seals) {
        this.seals = seals;
    }

    /** Who serves a holder; empty when there is no such holder. */
    Optional<District> findDistrict(Connection transaction, long holderId) throws SQLException {
        return list(transaction, DISTRICT, holderId, row -> District.ofCode(row.getInt(1))).stream()
                .findFirst();
    }

    Optional<HolderPage> find(Connection transaction, long holderId, LocalDate today) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PERSON)) {
            select.setLong(1, holderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(page(transaction, holderId, row, today)) : Optional.empty();
            }
        }
    }

    private HolderPage page(Connection transaction, long holderId, ResultSet row, LocalDate today) throws SQLException {
        LocalDate bornOn = row.getObject("born_on", LocalDate.class);
        LocalDate deceasedOn = row.getObject("deceased_on", LocalDate.class);
        return new HolderPage(
                holderId,
                row.getInt("row_version"),
                person(holderId, row, bornOn),
                new Holder(bornOn, deceasedOn, List.of(), List.of()).ageOn(today),
                deceasedOn,
                District.ofCode(row.getInt("district")),
                list(transaction, DOCUMENTS, holderId, this::document),
                list(transaction, HUKOU, holderId, each -> period(District.ofCode(each.getInt(1)), each)),
                list(transaction, CATEGORIES, holderId, each -> period(Category.valueOf(each.getString(1)), each)),
                list(transaction, CARDS, holderId, PageStore::card),
                statements(transaction, holderId),
                list(transaction, EVENTS, holderId, PageStore::event),
                list(transaction, CHANGES, holderId, PageStore::change));
    }

    private HolderPage.Person person(long holderId, ResultSet row, LocalDate bornOn) throws SQLException {
        String phone = seals.openIfAny(SealedColumn.PHONE, holderId, row.getBytes("phone_sealed"));
        String account = seals.openIfAny(SealedColumn.BANK_ACCOUNT, holderId, row.getBytes("bank_account_sealed"));
        return new HolderPage.Person(
                Mask.name(seals.open(SealedColumn.NAME, holderId, row.getBytes("name_sealed"))),
                Mask.bornOn(bornOn),
                Sex.valueOf(row.getString("sex")),
                phone == null ? null : Mask.phone(phone),
                account == null ? null : Mask.bankAccount(account),
                row.getBoolean("photo"),
                row.getString("consent_version"),
                at(row, "consent_at"),
                at(row, "registered_at"),
                row.getString("registered_by"));
    }

    private HolderPage.Document document(ResultSet row) throws SQLException {
        DocumentKind kind = DocumentKind.valueOf(row.getString("kind"));
        String number =
                seals.open(SealedColumn.DOCUMENT_NUMBER, row.getLong("document_no"), row.getBytes("number_sealed"));
        return new HolderPage.Document(
                kind,
                IdDocument.read(kind, number, "number").masked(),
                at(row, "recorded_at"),
                row.getString("recorded_by"),
                atOrNull(row, "ended_at"));
    }

    private static HolderPage.Card card(ResultSet row) throws SQLException {
        return new HolderPage.Card(
                new CardNumber(row.getInt("card_serial")).masked(),
                CardStatus.valueOf(row.getString("status")),
                at(row, "status_since"),
                row.getObject("expires_on", LocalDate.class));
    }

    /** What was said, the newest first, each beside the correction that it was. */
    private static List<HolderPage.Statement> statements(Connection transaction, long holderId) throws SQLException {
        Queue<StartCorrected> corrected = new ArrayDeque<>(list(transaction, CORRECTED, holderId, StartCorrected::of));
        return list(transaction, STATEMENTS, holderId, row -> statement(row, corrected));
    }

    /** A correction of the first day of a hukou, as the audit trail has it. */
    private record StartCorrected(String district, LocalDate from, HolderPage.StartCorrection was) {
        static StartCorrected of(ResultSet row) throws SQLException {
            return new StartCorrected(
                    row.getString("hukou"),
                    LocalDate.parse(row.getString("now")),
                    new HolderPage.StartCorrection(LocalDate.parse(row.getString("was")), row.getString("reason")));
        }

        boolean said(ResultSet row) throws SQLException {
            District district = PageStore.district(row);
            return row.getString("act").equals("HUKOU_SET")
                    && district != null
                    && district.name().equals(this.district)
                    && from.equals(row.getObject("effective_on", LocalDate.class));
        }
    }

    private static HolderPage.Statement statement(ResultSet row, Queue<StartCorrected> corrected) throws SQLException {
        StartCorrected next = corrected.peek();
        HolderPage.StartCorrection corrects = null;
        if (next != null && next.said(row)) {
            corrects = next.was();
            corrected.remove();
        }
        String category = row.getString("category");
        return new HolderPage.Statement(
                row.getLong("statement_no"),
                row.getString("act"),
                district(row),
                category == null ? null : Category.valueOf(category),
                row.getString("grade"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                at(row, "recorded_at"),
                row.getString("actor"),
                corrects);
    }

    private static HolderPage.Event event(ResultSet row) throws SQLException {
        return new HolderPage.Event(
                row.getLong("event_no"),
                row.getString("kind"),
                row.getObject("effective_on", LocalDate.class),
                district(row),
                at(row, "recorded_at"),
                row.getString("actor"),
                atOrNull(row, "undone_at"),
                row.getString("asked_as") == null
                        ? null
                        : new HolderPage.Undoing(row.getString("asked_as"), row.getString("decided_as")),
                row.getObject("request_no", Long.class));
    }

    private static HolderPage.Change change(ResultSet row) throws SQLException {
        return new HolderPage.Change(
                row.getLong("change_no"),
                row.getString("field"),
                at(row, "changed_at"),
                row.getString("actor"),
                row.getString("reason"));
    }

    private static <T> Period<T> period(T what, ResultSet row) throws SQLException {
        return new Period<>(
                what, row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }

    private static @Nullable District district(ResultSet row) throws SQLException {
        int code = row.getInt("district");
        return row.wasNull() ? null : District.ofCode(code);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static <T> List<T> list(Connection transaction, String sql, long holderId, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setLong(1, holderId);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.of(row));
                }
            }
            return rows;
        }
    }
}
