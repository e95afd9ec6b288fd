package cn.suinian.settlement.payout.disproof;

import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Returns that were none, in SQL. */
final class DisproofStore {
    private static final String LOCK = """
            SELECT r.turn, b.payer, f.received_by
            FROM payment_return r
            JOIN bank_status_file f USING (file_no)
            JOIN payment p USING (payment_no)
            JOIN payout_batch b USING (batch_no)
            WHERE r.payment_no = ? AND r.resolved_at IS NULL
            FOR UPDATE OF r
            """;
    private static final String ADD = """
            INSERT INTO payment_return_disproof (request_no, payment_no, turn, evidence) VALUES (?, ?, ?, ?)
            """;
    private static final String WAITING = """
            SELECT a.*, d.payment_no, d.turn, d.evidence, b.payer, p.vendor_id, v.code, p.fen, f.received_by
            FROM approval_request a
            JOIN payment_return_disproof d USING (request_no)
            JOIN payment_return r USING (payment_no, turn)
            JOIN bank_status_file f USING (file_no)
            JOIN payment p USING (payment_no)
            JOIN payout_batch b USING (batch_no)
            JOIN vendor v USING (vendor_id)
            WHERE a.outcome IS NULL AND (?::bigint IS NULL OR d.payment_no = ?) AND (?::smallint IS NULL OR b.payer = ?)
            ORDER BY a.request_no LIMIT ?
            """;
    private static final String UNDO = """
            UPDATE payment_return SET resolved_by = ?, resolved_as = ?, resolved_at = ?, resolution = ?,
                                      undone_request = ?
            WHERE payment_no = ? AND turn = ?
            """;
    private static final String PAID = """
            UPDATE payment SET state = 'ACCEPTED', settled = true, state_at = ? WHERE payment_no = ?
            """;

    /** A return that nobody resolved, held until the transaction ends. */
    record Open(int turn, Payer payer, @Nullable Long takenBy) {}

    private DisproofStore() {}

    static Optional<Open> lock(Connection transaction, long paymentNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LOCK)) {
            select.setLong(1, paymentNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Open(
                                row.getInt("turn"),
                                new Payer(row.getInt("payer")),
                                row.getObject("received_by", Long.class)))
                        : Optional.empty();
            }
        }
    }

    static void add(Connection transaction, long requestNo, long paymentNo, int turn, String evidence)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setLong(1, requestNo);
            insert.setLong(2, paymentNo);
            insert.setInt(3, turn);
            insert.setString(4, evidence);
            insert.executeUpdate();
        }
    }

    static Optional<Disproof> findWaiting(Connection transaction, long paymentNo) throws SQLException {
        return waiting(transaction, paymentNo, Optional.empty(), 1).stream().findFirst();
    }

    /** The oldest first. */
    static List<Disproof> listWaiting(Connection transaction, Optional<Payer> payer, int most) throws SQLException {
        return waiting(transaction, null, payer, most);
    }

    private static List<Disproof> waiting(
            Connection transaction, @Nullable Long paymentNo, Optional<Payer> payer, int most) throws SQLException {
        Integer code = payer.map(Payer::code).orElse(null);
        try (PreparedStatement select = transaction.prepareStatement(WAITING)) {
            select.setObject(1, paymentNo, Types.BIGINT);
            select.setObject(2, paymentNo, Types.BIGINT);
            select.setObject(3, code, Types.SMALLINT);
            select.setObject(4, code, Types.SMALLINT);
            select.setInt(5, most);
            List<Disproof> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Disproof(
                            row.getLong("request_no"),
                            row.getLong("payment_no"),
                            row.getInt("turn"),
                            new Payer(row.getInt("payer")),
                            row.getInt("vendor_id"),
                            row.getString("code"),
                            row.getLong("fen"),
                            row.getObject("received_by", Long.class),
                            row.getString("reason"),
                            row.getString("evidence"),
                            row.getLong("asked_by"),
                            row.getString("asked_as"),
                            row.getTimestamp("asked_at").toInstant()));
                }
            }
            return all;
        }
    }

    /** From here the vendor is not blocked by it, and the payment counts as paid. */
    static void undo(Connection transaction, Actor actor, Disproof disproof, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(UNDO)) {
            update.setObject(1, actor.staffId(), Types.BIGINT);
            update.setString(2, actor.account());
            update.setTimestamp(3, Timestamp.from(now));
            update.setString(4, disproof.reason());
            update.setLong(5, disproof.requestNo());
            update.setLong(6, disproof.paymentNo());
            update.setInt(7, disproof.turn());
            update.executeUpdate();
        }
        try (PreparedStatement update = transaction.prepareStatement(PAID)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, disproof.paymentNo());
            update.executeUpdate();
        }
    }
}
