package cn.suinian.core.holder.register;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes persons. */
final class PersonStore {
    private static final String NEW_HOLDER = "INSERT INTO holder (born_on) VALUES (?) RETURNING holder_id";
    private static final String NEW_HOLDERS =
            "INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE VALUES (?, ?)";
    private static final String INSERT = """
            INSERT INTO holder_person (name_sealed, name_index, phone_sealed, phone_index, bank_account_sealed,
                birth_evidence_sealed, sex, district, consent_version, consent_at, holder_id, registered_at,
                registered_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE holder_person SET name_sealed = ?, name_index = ?, phone_sealed = ?, phone_index = ?,
                bank_account_sealed = ?, birth_evidence_sealed = ?, sex = ?, district = ?, consent_version = ?,
                consent_at = ?, row_version = row_version + 1
            WHERE holder_id = ?""";
    private static final String TOUCH = "UPDATE holder_person SET row_version = row_version + 1 WHERE holder_id = ?";
    private static final String LOCK = """
            SELECT district FROM holder_person WHERE holder_id = ? FOR NO KEY UPDATE""";
    private static final String FIND = """
            SELECT p.*, h.born_on, h.deceased_on FROM holder_person p JOIN holder h USING (holder_id)
            WHERE p.holder_id = ?""";
    private static final String BORN = "UPDATE holder SET born_on = ? WHERE holder_id = ? AND born_on <> ?";
    private static final String DECEASED = "UPDATE holder SET deceased_on = ? WHERE holder_id = ?";
    private static final String PHOTO_NUMBER = "SELECT nextval(pg_get_serial_sequence('holder_photo', 'photo_no'))";
    private static final String PHOTO = """
            INSERT INTO holder_photo (photo_no, holder_id, type, content_sealed, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private final Seals seals;

    PersonStore(Seals seals) {
        this.seals = seals;
    }

    /** A new holder's number. */
    long newHolder(Connection transaction, LocalDate bornOn) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(NEW_HOLDER)) {
            insert.setObject(1, bornOn);
            return number(insert);
        }
    }

    void insert(Connection transaction, Person person, Actor actor, Instant now) throws SQLException {
        insertAll(transaction, List.of(person), actor, now);
    }

    void insertAll(Connection transaction, List<Person> persons, Actor actor, Instant now) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            for (Person person : persons) {
                bind(insert, person);
                insert.setTimestamp(12, Timestamp.from(now));
                insert.setString(13, actor.account());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Holders with these numbers, each taken from {@link Sequence}. */
    void newHolders(Connection transaction, List<Person> persons) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(NEW_HOLDERS)) {
            for (Person person : persons) {
                insert.setLong(1, person.holderId());
                insert.setObject(2, person.bornOn());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * The person, held until the end of the transaction: acts on one person come one after the other. Read by a second
     * statement: the one that waits for the lock would tell of the other table what was so before it waited.
     *
     * @throws RefusedException when there is none, or another district serves them
     */
    Person lock(Connection transaction, Actor actor, long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LOCK)) {
            select.setLong(1, holderId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !actor.scope().sees(District.ofCode(row.getInt("district")))) {
                    throw new RefusedException(HolderRefusal.NO_SUCH_HOLDER);
                }
            }
        }
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setLong(1, holderId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return person(holderId, row);
            }
        }
    }

    /** Writes everything of a person anew, and moves the row's version. */
    void update(Connection transaction, Person person) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(UPDATE)) {
            bind(update, person);
            update.executeUpdate();
        }
        try (PreparedStatement update = transaction.prepareStatement(BORN)) {
            update.setObject(1, person.bornOn());
            update.setLong(2, person.holderId());
            update.setObject(3, person.bornOn());
            update.executeUpdate();
        }
    }

    /** Moves the row's version: something else on the page changed. */
    void touch(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(TOUCH)) {
            update.setLong(1, holderId);
            update.executeUpdate();
        }
    }

    void setDeceased(Connection transaction, long holderId, @Nullable LocalDate day) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(DECEASED)) {
            update.setObject(1, day, Types.DATE);
            update.setLong(2, holderId);
            update.executeUpdate();
        }
    }

    void addPhoto(Connection transaction, long holderId, Photo photo, Actor actor, Instant now) throws SQLException {
        long photoNo;
        try (PreparedStatement next = transaction.prepareStatement(PHOTO_NUMBER)) {
            photoNo = number(next);
        }
        try (PreparedStatement insert = transaction.prepareStatement(PHOTO)) {
            insert.setLong(1, photoNo);
            insert.setLong(2, holderId);
            insert.setString(3, photo.type().name());
            insert.setBytes(4, seals.seal(SealedColumn.PHOTO, photoNo, photo.content()));
            insert.setTimestamp(5, Timestamp.from(now));
            insert.setString(6, actor.account());
            insert.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, Person person) throws SQLException {
        long id = person.holderId();
        String phone = person.phone();
        statement.setBytes(1, seals.seal(SealedColumn.NAME, id, person.name()));
        statement.setBytes(2, seals.nameIndex(PersonalText.comparedName(person.name())));
        statement.setBytes(3, seals.sealIfAny(SealedColumn.PHONE, id, phone));
        statement.setBytes(4, phone == null ? null : seals.phoneIndex(phone));
        statement.setBytes(5, seals.sealIfAny(SealedColumn.BANK_ACCOUNT, id, person.bankAccount()));
        statement.setBytes(6, seals.sealIfAny(SealedColumn.BIRTH_EVIDENCE, id, person.birthEvidence()));
        statement.setString(7, person.sex().name());
        statement.setInt(8, person.district().code());
        statement.setString(9, person.consentVersion());
        statement.setTimestamp(10, Timestamp.from(person.consentAt()));
        statement.setLong(11, id);
    }

    private Person person(long holderId, ResultSet row) throws SQLException {
        return new Person(
                holderId,
                row.getInt("row_version"),
                seals.open(SealedColumn.NAME, holderId, row.getBytes("name_sealed")),
                seals.openIfAny(SealedColumn.PHONE, holderId, row.getBytes("phone_sealed")),
                seals.openIfAny(SealedColumn.BANK_ACCOUNT, holderId, row.getBytes("bank_account_sealed")),
                row.getObject("born_on", LocalDate.class),
                seals.openIfAny(SealedColumn.BIRTH_EVIDENCE, holderId, row.getBytes("birth_evidence_sealed")),
                row.getObject("deceased_on", LocalDate.class),
                Sex.valueOf(row.getString("sex")),
                District.ofCode(row.getInt("district")),
                row.getString("consent_version"),
                row.getTimestamp("consent_at").toInstant());
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
