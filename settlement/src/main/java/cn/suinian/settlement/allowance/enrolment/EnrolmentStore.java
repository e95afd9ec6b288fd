package cn.suinian.settlement.allowance.enrolment;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invitations, replies and applications in SQL. */
final class EnrolmentStore {

    private static final int MOST = 500;

    /**
     * A birthday of 29 February is on 1 March of a common year, as everywhere in this house; seventy years after a leap
     * year is always one.
     */
    private static final String ABOUT = """
            WITH about AS (
                SELECT holder_id, born_on + interval '70 years'
                           + CASE WHEN to_char(born_on, 'MMDD') = '0229' THEN interval '1 day' ELSE interval '0' END
                           AS birthday
                FROM holder WHERE deceased_on IS NULL AND born_on BETWEEN ? AND ?)
            """;

    /** Whoever turns seventy by a day and was not invited; of one district, or of the city. */
    private static final String WHO = """
            FROM about a
            JOIN allowance_tier t ON 70 BETWEEN t.from_age AND t.to_age AND t.valid_from <= a.birthday
                AND (t.valid_to IS NULL OR t.valid_to > a.birthday)
            WHERE a.birthday > ? AND a.birthday <= ?
              AND EXISTS (SELECT FROM holder_hukou k WHERE k.holder_id = a.holder_id AND k.valid_from <= ?
                          AND (k.valid_to IS NULL OR k.valid_to > ?))
              AND (?::int IS NULL OR EXISTS (SELECT FROM holder_person p
                                             WHERE p.holder_id = a.holder_id AND p.district = ?))
              AND NOT EXISTS (SELECT FROM allowance_application x WHERE x.holder_id = a.holder_id)
              AND NOT EXISTS (SELECT FROM allowance_message x WHERE x.holder_id = a.holder_id AND x.kind = 'INVITATION')
            """;

    private static final String INVITE = ABOUT + """
            INSERT INTO allowance_message (holder_id, kind, month, fen, made_at, due_on)
            SELECT a.holder_id, 'INVITATION', date_trunc('month', a.birthday)::date, t.fen, ?, ?
            """ + WHO + """
            ORDER BY a.holder_id
            ON CONFLICT DO NOTHING
            """;
    private static final String COUNT = ABOUT + """
            SELECT count(*) AS people, count(n.phone_sealed) AS texts
            FROM holder h LEFT JOIN holder_person n USING (holder_id)
            WHERE h.holder_id IN (SELECT a.holder_id
            """ + WHO + ")";

    private static final String LIST = """
            SELECT m.message_no, m.holder_id, m.month, m.fen, coalesce(m.fate, 'WAITING') AS fate, r.agreed,
                   a.applied_on
            FROM allowance_message m
            LEFT JOIN allowance_reply r USING (message_no)
            LEFT JOIN allowance_application a USING (holder_id)
            LEFT JOIN holder_person p USING (holder_id)
            WHERE m.kind = 'INVITATION' AND m.message_no > ? AND (?::int IS NULL OR p.district = ?)
              AND CASE ? WHEN 'UNANSWERED' THEN r.agreed IS NULL AND a.applied_on IS NULL
                         WHEN 'APPLIED' THEN a.applied_on IS NOT NULL
                         WHEN 'NOT_APPLIED' THEN NOT r.agreed AND a.applied_on IS NULL
                         ELSE true END
            ORDER BY m.message_no LIMIT ?
            """;
    private static final String INVITED =
            "SELECT holder_id FROM allowance_message m WHERE message_no = ? AND kind = 'INVITATION'"
                    + " AND (made_at AT TIME ZONE 'Asia/Shanghai')::date <= ?"
                    + " AND (?::int IS NULL OR EXISTS (SELECT FROM holder_person p"
                    + " WHERE p.holder_id = m.holder_id AND p.district = ?))";
    private static final String WHOM =
            "SELECT holder_id FROM allowance_message WHERE message_no = ? AND kind = 'INVITATION'";
    private static final String REPLY =
            "INSERT INTO allowance_reply (message_no, agreed, received_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String APPLY = """
            INSERT INTO allowance_application (holder_id, applied_on, message_no, staff_id, actor)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (holder_id) DO NOTHING
            """;
    private static final String SERVED_BY = "SELECT district FROM holder_person WHERE holder_id = ?";

    private final Connection transaction;

    EnrolmentStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** What a reply came to. */
    enum Taken {
        APPLIED,
        NOT_APPLIED,
        /** A reply to this invitation is known already. */
        KNOWN,
        /** No such invitation in the actor's district, or a reply from before it or from the future. */
        UNKNOWN
    }

    /** Of one district, or of the whole city when it is null. */
    int invite(@Nullable Integer district, Instant now, LocalDate today, LocalDate until) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INVITE)) {
            insert.setObject(1, today.minusYears(70).minusDays(2));
            insert.setObject(2, until.minusYears(70).plusDays(2));
            insert.setTimestamp(3, Timestamp.from(now));
            insert.setObject(4, until);
            who(insert, 5, district, today, until);
            return insert.executeUpdate();
        }
    }

    /** How many that would be now. */
    Enrolment.Invitable count(@Nullable Integer district, LocalDate today, LocalDate until) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(COUNT)) {
            select.setObject(1, today.minusYears(70).minusDays(2));
            select.setObject(2, until.minusYears(70).plusDays(2));
            who(select, 3, district, today, until);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Enrolment.Invitable(row.getLong("people"), row.getLong("texts"));
            }
        }
    }

    private static void who(
            PreparedStatement sql, int first, @Nullable Integer district, LocalDate today, LocalDate until)
            throws SQLException {
        sql.setObject(first, today);
        sql.setObject(first + 1, until);
        sql.setObject(first + 2, today);
        sql.setObject(first + 3, today);
        sql.setObject(first + 4, district, Types.INTEGER);
        sql.setObject(first + 5, district, Types.INTEGER);
    }

    List<Invitation> list(@Nullable Integer district, Invitation.Wanted wanted, long after, int count)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LIST)) {
            select.setLong(1, after);
            select.setObject(2, district, Types.INTEGER);
            select.setObject(3, district, Types.INTEGER);
            select.setString(4, wanted.name());
            select.setInt(5, Math.min(count, MOST));
            List<Invitation> invitations = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean agreed = row.getBoolean("agreed");
                    Optional<Boolean> reply = row.wasNull() ? Optional.empty() : Optional.of(agreed);
                    invitations.add(new Invitation(
                            row.getLong("message_no"),
                            row.getLong("holder_id"),
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            row.getLong("fen"),
                            Invitation.Fate.valueOf(row.getString("fate")),
                            reply,
                            Optional.ofNullable(row.getObject("applied_on", LocalDate.class))));
                }
            }
            return invitations;
        }
    }

    Taken take(ReplyLines.Reply reply, LocalDate today, Actor actor) throws SQLException {
        Long holderId = invited(reply, actor.scope().district());
        if (holderId == null || reply.on().isAfter(today)) {
            return Taken.UNKNOWN;
        }
        try (PreparedStatement insert = transaction.prepareStatement(REPLY)) {
            insert.setLong(1, reply.messageNo());
            insert.setBoolean(2, reply.agreed());
            insert.setObject(3, reply.on());
            if (insert.executeUpdate() == 0) {
                return Taken.KNOWN;
            }
        }
        if (!reply.agreed()) {
            return Taken.NOT_APPLIED;
        }
        return apply(holderId, reply.on(), reply.messageNo(), null, actor.account()) ? Taken.APPLIED : Taken.KNOWN;
    }

    /** Records an application made at a desk; false when there is one. */
    boolean apply(long holderId, LocalDate on, Actor actor) throws SQLException {
        return apply(holderId, on, null, actor.staffId(), actor.account());
    }

    /** Whom an invitation went to; empty: there is no such one. */
    Optional<Long> findInvited(long messageNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(WHOM)) {
            select.setLong(1, messageNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    boolean isVisible(long holderId, Scope scope) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(SERVED_BY)) {
            select.setLong(1, holderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        && (scope.district() == null || scope.district().code() == row.getInt("district"));
            }
        }
    }

    private boolean apply(long holderId, LocalDate on, @Nullable Long messageNo, @Nullable Long staffId, String actor)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(APPLY)) {
            insert.setLong(1, holderId);
            insert.setObject(2, on);
            insert.setObject(3, messageNo, Types.BIGINT);
            insert.setObject(4, staffId, Types.BIGINT);
            insert.setString(5, actor);
            return insert.executeUpdate() == 1;
        }
    }

    private @Nullable Long invited(ReplyLines.Reply reply, @Nullable District district) throws SQLException {
        Integer code = district == null ? null : district.code();
        try (PreparedStatement select = transaction.prepareStatement(INVITED)) {
            select.setLong(1, reply.messageNo());
            select.setObject(2, reply.on());
            select.setObject(3, code, Types.INTEGER);
            select.setObject(4, code, Types.INTEGER);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }
}
