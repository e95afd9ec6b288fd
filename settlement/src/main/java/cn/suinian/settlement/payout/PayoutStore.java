package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.payout.PayoutBatch.Act;
import cn.suinian.settlement.payout.PayoutBatch.State;
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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Batches in SQL. */
final class PayoutStore {
    /** Waits for a batch of the same payer that is just being sent or cancelled. */
    private static final String INSERT = """
            INSERT INTO payout_batch (payer, through_day, payer_account, prepared_by, prepared_as, prepared_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (payer) WHERE state IN ('PREPARED', 'APPROVED') DO NOTHING
            RETURNING batch_no
            """;

    private static final String REQUESTED = "UPDATE payout_batch SET request_no = ? WHERE batch_no = ?";
    private static final String LOCK = "SELECT FROM payout_batch WHERE batch_no = ? FOR UPDATE";
    private static final String SELECT = """
            SELECT b.*, s.payments, s.fen, w.vendors,
                   coalesce((SELECT r.reason FROM approval_request r WHERE r.request_no = b.request_no), '') AS reason
            FROM payout_batch b
            CROSS JOIN LATERAL (SELECT count(*) AS payments, coalesce(sum(p.fen), 0) AS fen
                                FROM payment p WHERE p.batch_no = b.batch_no) s
            CROSS JOIN LATERAL (SELECT count(DISTINCT x.vendor_id) AS vendors
                                FROM payment_withheld x WHERE x.batch_no = b.batch_no) w
            """;
    private static final String FIND = SELECT + "WHERE b.batch_no = ?";
    private static final String OF_PAYMENT =
            SELECT + "WHERE b.batch_no = (SELECT p.batch_no FROM payment p WHERE p.payment_no = ?)";
    private static final String UNSENT = SELECT + "WHERE b.payer = ? AND b.state IN ('PREPARED', 'APPROVED')";
    private static final String FILTER = """
            WHERE (?::smallint IS NULL OR b.payer = ?) AND (?::text IS NULL OR b.state = ?)
            """;
    private static final String PAGE = SELECT + FILTER + "AND b.batch_no < ? ORDER BY b.batch_no DESC LIMIT ?";
    private static final String COUNT = "SELECT count(*) FROM payout_batch b " + FILTER;
    private static final String APPROVED = """
            UPDATE payout_batch SET state = 'APPROVED', approved_by = ?, approved_as = ?, approved_at = ?
            WHERE batch_no = ?
            """;
    private static final String CANCELLED = """
            UPDATE payout_batch SET state = 'CANCELLED', cancelled_by = ?, cancelled_as = ?, cancelled_at = ?,
                                    cancel_reason = ?
            WHERE batch_no = ?
            """;
    private static final String SENT = """
            UPDATE payout_batch SET state = 'SENT', sent_by = ?, sent_as = ?, sent_at = ?, execute_on = ?
            WHERE batch_no = ?
            """;

    private PayoutStore() {}

    /** The number of a new batch; empty when the payer has one that is not sent. */
    static OptionalLong add(
            Connection transaction, Actor actor, Payer payer, LocalDate throughDay, long account, Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setInt(1, payer.code());
            insert.setObject(2, throughDay);
            insert.setLong(3, account);
            insert.setObject(4, actor.staffId(), Types.BIGINT);
            insert.setString(5, actor.account());
            insert.setTimestamp(6, Timestamp.from(now));
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    static void requested(Connection transaction, long batchNo, long requestNo) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(REQUESTED)) {
            update.setLong(1, requestNo);
            update.setLong(2, batchNo);
            update.executeUpdate();
        }
    }

    /** A batch that nobody else changes until the transaction ends. */
    static Optional<PayoutBatch> lock(Connection transaction, long batchNo) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
            lock.setLong(1, batchNo);
            lock.executeQuery().close();
        }
        return find(transaction, batchNo);
    }

    static Optional<PayoutBatch> find(Connection transaction, long batchNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setLong(1, batchNo);
            return read(select).stream().findFirst();
        }
    }

    /** The batch that a payment is in. */
    static Optional<PayoutBatch> findOfPayment(Connection transaction, long paymentNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_PAYMENT)) {
            select.setLong(1, paymentNo);
            return read(select).stream().findFirst();
        }
    }

    /** The batch of a payer that is not sent yet; there is one at most. */
    static Optional<PayoutBatch> findUnsent(Connection transaction, Payer payer) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(UNSENT)) {
            select.setInt(1, payer.code());
            return read(select).stream().findFirst();
        }
    }

    static List<PayoutBatch> page(Connection transaction, BatchFilter filter, long before, int limit)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PAGE)) {
            fill(select, filter);
            select.setLong(5, before);
            select.setInt(6, limit);
            return read(select);
        }
    }

    static long count(Connection transaction, BatchFilter filter) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(COUNT)) {
            fill(select, filter);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void approved(Connection transaction, Actor actor, long batchNo, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(APPROVED)) {
            who(update, actor, now);
            update.setLong(4, batchNo);
            update.executeUpdate();
        }
    }

    static void cancelled(Connection transaction, Actor actor, long batchNo, String reason, Instant now)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(CANCELLED)) {
            who(update, actor, now);
            update.setString(4, reason);
            update.setLong(5, batchNo);
            update.executeUpdate();
        }
    }

    static void sent(Connection transaction, Actor actor, long batchNo, LocalDate executeOn, Instant now)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(SENT)) {
            who(update, actor, now);
            update.setObject(4, executeOn);
            update.setLong(5, batchNo);
            update.executeUpdate();
        }
    }

    private static void who(PreparedStatement update, Actor actor, Instant now) throws SQLException {
        update.setObject(1, actor.staffId(), Types.BIGINT);
        update.setString(2, actor.account());
        update.setTimestamp(3, Timestamp.from(now));
    }

    private static void fill(PreparedStatement select, BatchFilter filter) throws SQLException {
        Integer payer = filter.payer().map(Payer::code).orElse(null);
        String state = filter.state().map(State::name).orElse(null);
        select.setObject(1, payer, Types.SMALLINT);
        select.setObject(2, payer, Types.SMALLINT);
        select.setString(3, state);
        select.setString(4, state);
    }

    private static List<PayoutBatch> read(PreparedStatement select) throws SQLException {
        List<PayoutBatch> batches = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Act prepared = act(row, "prepared");
                if (prepared == null) {
                    throw new IllegalStateException("a batch that nobody prepared");
                }
                batches.add(new PayoutBatch(
                        row.getLong("batch_no"),
                        new Payer(row.getInt("payer")),
                        row.getObject("through_day", LocalDate.class),
                        row.getLong("payer_account"),
                        State.valueOf(row.getString("state")),
                        row.getLong("request_no"),
                        row.getString("reason"),
                        prepared,
                        act(row, "approved"),
                        act(row, "sent"),
                        row.getObject("execute_on", LocalDate.class),
                        act(row, "cancelled"),
                        row.getString("cancel_reason"),
                        row.getInt("payments"),
                        row.getLong("fen"),
                        row.getInt("vendors")));
            }
        }
        return batches;
    }

    private static @Nullable Act act(ResultSet row, String name) throws SQLException {
        Timestamp at = row.getTimestamp(name + "_at");
        return at == null ? null : new Act(row.getLong(name + "_by"), row.getString(name + "_as"), at.toInstant());
    }
}
