package cn.suinian.settlement.allowance.enrolment;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of invitations, replies and applications, in SQL. */
final class EnrolmentStore {

    private static final int MOST = 500;

    private static final String LIST = """
            SELECT m.message_no, m.holder_id, m.month, m.fen, coalesce(m.fate, 'WAITING') AS fate, r.agreed,
                   a.applied_on, u.received_on AS unclear_on, u.reply_no, u.text_sealed
            FROM allowance_message m
            LEFT JOIN allowance_reply r USING (message_no)
            LEFT JOIN allowance_application a USING (holder_id)
            LEFT JOIN holder_person p USING (holder_id)
            LEFT JOIN LATERAL (SELECT x.received_on, x.reply_no, x.text_sealed FROM allowance_unclear_reply x
                               WHERE x.message_no = m.message_no ORDER BY x.reply_no DESC LIMIT 1) u ON true
            WHERE m.kind = 'INVITATION' AND m.message_no > ? AND (?::int IS NULL OR p.district = ?)
              AND CASE ? WHEN 'UNANSWERED' THEN r.agreed IS NULL AND a.applied_on IS NULL AND u.reply_no IS NULL
                         WHEN 'UNCLEAR' THEN r.agreed IS NULL AND a.applied_on IS NULL AND u.reply_no IS NOT NULL
                         WHEN 'APPLIED' THEN a.applied_on IS NOT NULL
                         WHEN 'NOT_APPLIED' THEN NOT r.agreed AND a.applied_on IS NULL
                         ELSE true END
            ORDER BY m.message_no LIMIT ?
            """;
    private static final String INVITED =
            "SELECT holder_id, fate FROM allowance_message m WHERE message_no = ? AND kind = 'INVITATION'"
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
    private final Seals seals;

    EnrolmentStore(Connection transaction, Seals seals) {
        this.transaction = transaction;
        this.seals = seals;
    }

    /** What a reply came to. */
    enum Taken {
        APPLIED,
        NOT_APPLIED,
        /** Somebody has to ask them. */
        UNCLEAR,
        /** A clear reply to this invitation, or this unclear one, is known already. */
        KNOWN,
        /** The message that it answers was not sent. */
        NOT_SENT,
        /** No such invitation in the actor's district, or a reply from before it or from the future. */
        UNKNOWN
    }

    /** With what people wrote, for a reader who may know it. */
    List<Invitation> list(
            @Nullable Integer district, Invitation.Wanted wanted, long after, int count, boolean withTexts)
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
                    invitations.add(invitation(row, withTexts));
                }
            }
            return invitations;
        }
    }

    private Invitation invitation(ResultSet row, boolean withTexts) throws SQLException {
        boolean agreed = row.getBoolean("agreed");
        Optional<Boolean> reply = row.wasNull() ? Optional.empty() : Optional.of(agreed);
        LocalDate unclearOn = row.getObject("unclear_on", LocalDate.class);
        return new Invitation(
                row.getLong("message_no"),
                row.getLong("holder_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("fen"),
                Invitation.Fate.valueOf(row.getString("fate")),
                reply,
                unclearOn == null
                        ? Optional.empty()
                        : Optional.of(new Invitation.Unclear(
                                unclearOn,
                                withTexts ? Optional.ofNullable(UnclearStore.text(seals, row)) : Optional.empty())),
                Optional.ofNullable(row.getObject("applied_on", LocalDate.class)));
    }

    /** Takes a reply by message in. */
    Taken take(ReplyLines.Reply reply, LocalDate today, Actor actor) throws SQLException {
        Invited invited = invited(reply.messageNo(), reply.on(), actor.scope().district());
        if (invited == null || reply.on().isAfter(today)) {
            return Taken.UNKNOWN;
        }
        if (!invited.sent()) {
            return Taken.NOT_SENT;
        }
        return switch (reply.meaning()) {
            case AGREED -> answer(invited, reply.messageNo(), reply.on(), true, actor);
            case REFUSED -> answer(invited, reply.messageNo(), reply.on(), false, actor);
            case UNCLEAR -> new UnclearStore(transaction, seals).take(reply) ? Taken.UNCLEAR : Taken.KNOWN;
        };
    }

    /** Records what somebody says at a counter, whether the message was sent or not. */
    Taken record(long messageNo, LocalDate on, boolean agreed, Actor actor) throws SQLException {
        Invited invited = invited(messageNo, on, actor.scope().district());
        return invited == null ? Taken.UNKNOWN : answer(invited, messageNo, on, agreed, actor);
    }

    private Taken answer(Invited invited, long messageNo, LocalDate on, boolean agreed, Actor actor)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(REPLY)) {
            insert.setLong(1, messageNo);
            insert.setBoolean(2, agreed);
            insert.setObject(3, on);
            if (insert.executeUpdate() == 0) {
                return Taken.KNOWN;
            }
        }
        UnclearStore.forget(transaction, invited.holderId());
        if (!agreed) {
            return Taken.NOT_APPLIED;
        }
        return apply(invited.holderId(), on, messageNo, null, actor.account()) ? Taken.APPLIED : Taken.KNOWN;
    }

    /** Records an application made at a desk; false when there is one. */
    boolean apply(long holderId, LocalDate on, Actor actor) throws SQLException {
        boolean applied = apply(holderId, on, null, actor.staffId(), actor.account());
        if (applied) {
            UnclearStore.forget(transaction, holderId);
        }
        return applied;
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

    /** Whom a message invited, and whether it went out. */
    private record Invited(long holderId, boolean sent) {}

    private @Nullable Invited invited(long messageNo, LocalDate on, @Nullable District district) throws SQLException {
        Integer code = district == null ? null : district.code();
        try (PreparedStatement select = transaction.prepareStatement(INVITED)) {
            select.setLong(1, messageNo);
            select.setObject(2, on);
            select.setObject(3, code, Types.INTEGER);
            select.setObject(4, code, Types.INTEGER);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Invited(row.getLong(1), "SENT".equals(row.getString("fate"))) : null;
            }
        }
    }
}
