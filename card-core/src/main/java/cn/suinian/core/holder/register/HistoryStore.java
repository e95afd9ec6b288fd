package cn.suinian.core.holder.register;

import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps what was so before a correction. */
final class HistoryStore {
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('holder_change', 'change_no'))";
    private static final String INSERT = """
            INSERT INTO holder_change (change_no, holder_id, field, old_sealed, row_version, changed_at, staff_id,
                actor, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** What can be corrected. */
    enum Field {
        NAME,
        PHONE,
        BANK_ACCOUNT,
        SEX,
        BORN_ON,
        BIRTH_EVIDENCE,
        DISTRICT,
        CONSENT,
        DOCUMENT,
        PHOTO
    }

    private final Seals seals;

    HistoryStore(Seals seals) {
        this.seals = seals;
    }

    void add(Connection transaction, Person before, Field field, @Nullable String old, Why why) throws SQLException {
        try (PreparedStatement next = transaction.prepareStatement(NEXT);
                ResultSet number = next.executeQuery();
                PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            number.next();
            long changeNo = number.getLong(1);
            insert.setLong(1, changeNo);
            insert.setLong(2, before.holderId());
            insert.setString(3, field.name());
            insert.setBytes(4, seals.sealIfAny(SealedColumn.OLD_VALUE, changeNo, old));
            insert.setInt(5, before.rowVersion());
            insert.setTimestamp(6, Timestamp.from(why.at()));
            insert.setObject(7, why.actor().staffId(), Types.BIGINT);
            insert.setString(8, why.actor().account());
            insert.setString(9, why.reason());
            insert.executeUpdate();
        }
    }

    /** Who corrects, when and why. */
    record Why(Actor actor, Instant at, String reason) {}
}
