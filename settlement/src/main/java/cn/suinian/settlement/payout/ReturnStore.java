package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.payout.policy.Blocker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments that came back, in SQL. */
final class ReturnStore {
    private static final String OPEN = """
            INSERT INTO payment_return (payment_no, turn, kind, bank_reason, file_no, opened_at)
            SELECT ?, coalesce(max(turn), 0) + 1, ?, ?, ?, ? FROM payment_return WHERE payment_no = ?
            RETURNING turn
            """;
    private static final String SELECT = """
            SELECT r.*, b.payer, p.vendor_id, v.code, p.fen, f.received_by,
                   EXISTS (SELECT FROM approval_request a
                           WHERE a.kind = 'PAYMENT_RETURN_DISPROOF' AND a.subject = r.payment_no AND a.outcome IS NULL)
                   AND r.resolved_at IS NULL AS disputed
            FROM payment_return r
            JOIN bank_status_file f USING (file_no)
            JOIN payment p USING (payment_no)
            JOIN payout_batch b USING (batch_no)
            JOIN vendor v USING (vendor_id)
            """;
    /** Of a payment that came back again after it had not come back, the last time. */
    private static final String LAST = """
            NOT EXISTS (SELECT FROM payment_return n WHERE n.payment_no = r.payment_no AND n.turn > r.turn)
            """;

    private static final String FILTER = "WHERE " + LAST + """
            AND (?::smallint IS NULL OR b.payer = ?) AND (NOT ? OR r.resolved_at IS NULL)
            """;
    private static final String PAGE = SELECT + FILTER + "AND r.payment_no > ? ORDER BY r.payment_no LIMIT ?";
    private static final String COUNT = "SELECT count(*) FROM (" + SELECT + FILTER + ") x";
    private static final String FIND = SELECT + "WHERE r.payment_no = ? AND " + LAST;
    private static final String LOCK = SELECT + "WHERE r.payment_no = ? AND r.resolved_at IS NULL FOR UPDATE OF r";
    private static final String BLOCKERS = """
            SELECT p.vendor_id, r.payment_no
            FROM payment_return r JOIN payment p USING (payment_no)
            WHERE r.resolved_at IS NULL AND p.vendor_id = ANY (?)
            ORDER BY r.payment_no
            """;
    private static final String RESOLVE = """
            UPDATE payment_return SET resolved_by = ?, resolved_as = ?, resolved_at = ?, resolution = ?
            WHERE payment_no = ? AND resolved_at IS NULL
            """;

    private ReturnStore() {}

    /** Which time it is that this payment came back, from 1. */
    static int open(
            Connection transaction,
            long paymentNo,
            Payment.State kind,
            @Nullable String reason,
            long fileNo,
            Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(OPEN)) {
            insert.setLong(1, paymentNo);
            insert.setString(2, kind.name());
            insert.setString(3, reason);
            insert.setLong(4, fileNo);
            insert.setTimestamp(5, Timestamp.from(now));
            insert.setLong(6, paymentNo);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static List<PaymentReturn> page(
            Connection transaction, Optional<Payer> payer, boolean openOnly, long after, int limit)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PAGE)) {
            fill(select, payer, openOnly);
            select.setLong(4, after);
            select.setInt(5, limit);
            return read(select);
        }
    }

    static long count(Connection transaction, Optional<Payer> payer, boolean openOnly) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(COUNT)) {
            fill(select, payer, openOnly);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static Optional<PaymentReturn> find(Connection transaction, long paymentNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setLong(1, paymentNo);
            return read(select).stream().findFirst();
        }
    }

    /** What nobody has looked into, by vendor: whoever pays, the money goes to the same account. */
    static Map<Integer, List<Blocker>> blockers(Connection transaction, List<Integer> vendors) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(BLOCKERS)) {
            select.setArray(1, transaction.createArrayOf("int", vendors.toArray()));
            Map<Integer, List<Blocker>> all = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.computeIfAbsent(row.getInt("vendor_id"), any -> new ArrayList<>())
                            .add(new Blocker(Blocker.Kind.OPEN_RETURN, 0, "payment:" + row.getLong("payment_no")));
                }
            }
            return all;
        }
    }

    /** One that is open. */
    static Optional<PaymentReturn> lock(Connection transaction, long paymentNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LOCK)) {
            select.setLong(1, paymentNo);
            return read(select).stream().findFirst();
        }
    }

    static void resolve(Connection transaction, Actor actor, long paymentNo, String resolution, Instant now)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(RESOLVE)) {
            update.setObject(1, actor.staffId(), Types.BIGINT);
            update.setString(2, actor.account());
            update.setTimestamp(3, Timestamp.from(now));
            update.setString(4, resolution);
            update.setLong(5, paymentNo);
            update.executeUpdate();
        }
    }

    private static void fill(PreparedStatement select, Optional<Payer> payer, boolean openOnly) throws SQLException {
        Integer code = payer.map(Payer::code).orElse(null);
        select.setObject(1, code, Types.SMALLINT);
        select.setObject(2, code, Types.SMALLINT);
        select.setBoolean(3, openOnly);
    }

    private static List<PaymentReturn> read(PreparedStatement select) throws SQLException {
        List<PaymentReturn> all = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Timestamp resolved = row.getTimestamp("resolved_at");
                all.add(new PaymentReturn(
                        row.getLong("payment_no"),
                        new Payer(row.getInt("payer")),
                        row.getInt("vendor_id"),
                        row.getString("code"),
                        row.getLong("fen"),
                        Payment.State.valueOf(row.getString("kind")),
                        row.getString("bank_reason"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getObject("received_by", Long.class),
                        row.getString("resolved_as"),
                        resolved == null ? null : resolved.toInstant(),
                        row.getString("resolution"),
                        row.getBoolean("disputed"),
                        row.getObject("undone_request") != null));
            }
        }
        return all;
    }
}
