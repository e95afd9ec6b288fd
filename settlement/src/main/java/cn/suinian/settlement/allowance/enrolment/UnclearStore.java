package cn.suinian.settlement.allowance.enrolment;

import cn.suinian.core.crypto.SealBrokenException;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replies that are neither a yes nor a no, in SQL; their texts are sealed. */
final class UnclearStore {

    /** A short message has no more. */
    private static final int LONGEST = 500;

    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('allowance_unclear_reply', 'reply_no'))";
    private static final String ANSWERED = """
            SELECT 1 FROM allowance_message m JOIN holder h USING (holder_id)
            WHERE m.message_no = ?
              AND (h.deceased_on IS NOT NULL
                   OR EXISTS (SELECT FROM allowance_reply r WHERE r.message_no = m.message_no)
                   OR EXISTS (SELECT FROM allowance_application a WHERE a.holder_id = m.holder_id))
            """;
    private static final String OF_DAY =
            "SELECT reply_no, text_sealed FROM allowance_unclear_reply WHERE message_no = ? AND received_on = ?";
    private static final String ADD =
            "INSERT INTO allowance_unclear_reply (reply_no, message_no, text_sealed, received_on) VALUES (?, ?, ?, ?)";
    private static final String FORGET = """
            DELETE FROM allowance_unclear_reply u USING allowance_message m
            WHERE m.message_no = u.message_no AND m.holder_id = ?
            """;
    private static final String DROP_OLD = """
            DELETE FROM allowance_unclear_reply u USING allowance_message m, holder h
            WHERE m.message_no = u.message_no AND h.holder_id = m.holder_id AND u.reply_no IN (
                SELECT x.reply_no
                FROM allowance_unclear_reply x
                JOIN allowance_message y USING (message_no) JOIN holder d USING (holder_id)
                WHERE d.deceased_on IS NOT NULL OR x.received_on < ?
                ORDER BY x.reply_no LIMIT ?)
            RETURNING u.message_no, m.holder_id, u.received_on, h.deceased_on IS NOT NULL AS dead
            """;

    private final Connection transaction;
    private final Seals seals;

    UnclearStore(Connection transaction, Seals seals) {
        this.transaction = transaction;
        this.seals = seals;
    }

    /** False: the matter is ended, there is nobody to ask, or this very text of this day is known. */
    boolean take(ReplyLines.Reply reply) throws SQLException {
        String text = reply.text().substring(0, Math.min(reply.text().length(), LONGEST));
        if (isAnswered(reply.messageNo()) || isKnown(reply, text)) {
            return false;
        }
        long replyNo = next();
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setLong(1, replyNo);
            insert.setLong(2, reply.messageNo());
            insert.setBytes(3, seals.seal(SealedColumn.UNCLEAR_REPLY, replyNo, text));
            insert.setObject(4, reply.on());
            insert.executeUpdate();
        }
        return true;
    }

    /** What was written, of a row of a list; null: nothing unclear; empty: it does not open, and has to be asked. */
    static @Nullable String text(Seals seals, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("text_sealed");
        if (sealed == null) {
            return null;
        }
        try {
            return seals.open(SealedColumn.UNCLEAR_REPLY, row.getLong("reply_no"), sealed);
        } catch (SealBrokenException unreadable) {
            return "";
        }
    }

    /** What somebody wrote is gone once it is clear what they want. */
    static void forget(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement delete = transaction.prepareStatement(FORGET)) {
            delete.setLong(1, holderId);
            delete.executeUpdate();
        }
    }

    /** Forgets some of those that nobody can be asked about, and those of before a day. */
    List<OldReplies.Gone> dropOld(LocalDate before, int most) throws SQLException {
        try (PreparedStatement delete = transaction.prepareStatement(DROP_OLD)) {
            delete.setObject(1, before);
            delete.setInt(2, most);
            List<OldReplies.Gone> gone = new ArrayList<>();
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    gone.add(new OldReplies.Gone(
                            row.getLong("message_no"),
                            row.getLong("holder_id"),
                            row.getObject("received_on", LocalDate.class),
                            row.getBoolean("dead")));
                }
            }
            return gone;
        }
    }

    private boolean isAnswered(long messageNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ANSWERED)) {
            select.setLong(1, messageNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private boolean isKnown(ReplyLines.Reply reply, String text) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_DAY)) {
            select.setLong(1, reply.messageNo());
            select.setObject(2, reply.on());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (text.equals(text(seals, row))) {
                        return true;
                    }
                }
                return false;
            }
        }
    }

    private long next() throws SQLException {
        try (Statement select = transaction.createStatement();
                ResultSet row = select.executeQuery(NEXT)) {
            row.next();
            return row.getLong(1);
        }
    }
}
