package cn.suinian.core.holder.register;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Constraint;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes deaths and moves. */
final class EventStore {
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('holder_event', 'event_no'))";
    private static final String INSERT = """
            INSERT INTO holder_event (event_no, holder_id, kind, effective_on, district, evidence_sealed, recorded_at,
                staff_id, actor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DEATH = """
            SELECT event_no, holder_id, effective_on, p.district
            FROM holder_event JOIN holder_person p USING (holder_id)
            WHERE kind = 'DEATH' AND undone_at IS NULL""";
    private static final String DEATH_OF = DEATH + " AND holder_id = ?";
    private static final String DEATH_NUMBERED = DEATH + " AND event_no = ?";
    private static final String UNDO = "UPDATE holder_event SET undone_at = ?, undone_request = ? WHERE event_no = ?";
    private static final String CARDS = """
            SELECT card_serial FROM card WHERE holder_id = ? AND status = ANY (?::text[]) ORDER BY card_serial""";

    private static final String ONE_DEATH = "one_death";

    /** What happens to people. */
    enum Kind {
        DEATH,
        MOVE_OUT,
        MOVE_DISTRICT
    }

    /** A death that stands. */
    record Death(long eventNo, long holderId, LocalDate on, District servedBy) {}

    private final Seals seals;

    EventStore(Seals seals) {
        this.seals = seals;
    }

    /**
     * Adds an event.
     *
     * @param district that a move leads to
     */
    long add(Connection transaction, Happened happened, @Nullable District district) throws SQLException {
        try (PreparedStatement next = transaction.prepareStatement(NEXT);
                ResultSet number = next.executeQuery();
                PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            number.next();
            long eventNo = number.getLong(1);
            insert.setLong(1, eventNo);
            insert.setLong(2, happened.holderId());
            insert.setString(3, happened.kind().name());
            insert.setObject(4, happened.on());
            insert.setObject(5, district == null ? null : district.code(), Types.SMALLINT);
            insert.setBytes(6, seals.seal(SealedColumn.EVENT_EVIDENCE, eventNo, happened.evidence()));
            insert.setTimestamp(7, Timestamp.from(happened.at()));
            insert.setObject(8, happened.actor().staffId(), Types.BIGINT);
            insert.setString(9, happened.actor().account());
            insert.executeUpdate();
            return eventNo;
        } catch (SQLException failure) {
            if (Constraint.broke(failure, ONE_DEATH)) {
                throw new RefusedException(HolderRefusal.ALREADY_DECEASED);
            }
            throw failure;
        }
    }

    Optional<Death> findDeathOf(Connection transaction, long holderId) throws SQLException {
        return findDeath(transaction, DEATH_OF, holderId);
    }

    Optional<Death> findDeath(Connection transaction, long eventNo) throws SQLException {
        return findDeath(transaction, DEATH_NUMBERED, eventNo);
    }

    void undo(Connection transaction, long eventNo, long requestNo, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(UNDO)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, requestNo);
            update.setLong(3, eventNo);
            update.executeUpdate();
        }
    }

    /** The cards of a holder that stand so, masked. */
    List<String> listCards(Connection transaction, long holderId, String... status) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(CARDS)) {
            select.setLong(1, holderId);
            select.setArray(2, transaction.createArrayOf("text", status));
            List<String> cards = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    cards.add(new CardNumber(row.getInt(1)).masked());
                }
            }
            return cards;
        }
    }

    private static Optional<Death> findDeath(Connection transaction, String sql, long number) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Death(
                                row.getLong("event_no"),
                                row.getLong("holder_id"),
                                row.getObject("effective_on", LocalDate.class),
                                District.ofCode(row.getInt(4))))
                        : Optional.empty();
            }
        }
    }

    /** What happened to whom, and who says so. */
    record Happened(long holderId, Kind kind, LocalDate on, String evidence, Actor actor, Instant at) {}
}
