package cn.suinian.settlement.payout;

import cn.suinian.settlement.payout.Payment.State;
import cn.suinian.settlement.payout.policy.Plan;
import cn.suinian.settlement.payout.policy.Plan.Due;
import cn.suinian.settlement.payout.policy.Plan.Reason;
import cn.suinian.settlement.payout.policy.Plan.Withheld;
import cn.suinian.settlement.payout.policy.Withholding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments and who is withheld, in SQL. */
final class PaymentStore {
    private static final String ADD = """
            INSERT INTO payment (batch_no, vendor_id, fen, account_version, state_at) VALUES (?, ?, ?, ?, ?)
            """;
    private static final String WITHHOLD = """
            INSERT INTO payment_withheld (batch_no, vendor_id, code, fen, detail) VALUES (?, ?, ?, ?, ?)
            """;
    private static final String SELECT = """
            SELECT p.*, v.code, v.name FROM payment p JOIN vendor v USING (vendor_id)
            """;
    private static final String OF_BATCH = SELECT + "WHERE p.batch_no = ? ORDER BY v.code";
    private static final String LOCK = SELECT + "WHERE p.batch_no = ? ORDER BY v.code FOR UPDATE OF p";
    private static final String LOCK_VENDORS = """
            SELECT FROM vendor WHERE vendor_id IN (SELECT vendor_id FROM payment WHERE batch_no = ?)
            ORDER BY vendor_id FOR SHARE
            """;
    private static final String OF_VENDOR =
            SELECT + "WHERE p.vendor_id = ? AND p.payment_no < ? ORDER BY p.payment_no DESC LIMIT ?";
    private static final String WITHHELD = """
            SELECT w.*, v.code AS vendor_code, v.name FROM payment_withheld w JOIN vendor v USING (vendor_id)
            WHERE w.batch_no = ? ORDER BY v.code, w.code
            """;
    private static final String MOVE_ALL = "UPDATE payment SET state = ?, state_at = ? WHERE batch_no = ?";
    private static final String MOVE = """
            UPDATE payment SET state = ?, settled = ?, bank_status = ?, bank_reason = ?, state_at = ?
            WHERE payment_no = ?
            """;

    private PaymentStore() {}

    static void add(Connection transaction, long batchNo, Plan plan, Instant now) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            for (Due due : plan.payments()) {
                insert.setLong(1, batchNo);
                insert.setInt(2, due.vendorId());
                insert.setLong(3, due.fen());
                insert.setLong(4, due.account());
                insert.setTimestamp(5, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = transaction.prepareStatement(WITHHOLD)) {
            for (Withheld withheld : plan.withheld()) {
                for (Reason reason : withheld.reasons()) {
                    insert.setLong(1, batchNo);
                    insert.setInt(2, withheld.vendorId());
                    insert.setString(3, reason.code().name());
                    insert.setLong(4, withheld.fen());
                    insert.setString(5, reason.detail());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** By vendor code. */
    static List<Payment> list(Connection transaction, long batchNo) throws SQLException {
        return ofBatch(transaction, OF_BATCH, batchNo);
    }

    /** The same, which nobody else changes until the transaction ends. */
    static List<Payment> lock(Connection transaction, long batchNo) throws SQLException {
        return ofBatch(transaction, LOCK, batchNo);
    }

    /** From here nobody places a hold on a vendor of the batch until the transaction ends. */
    static void lockVendors(Connection transaction, long batchNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LOCK_VENDORS)) {
            select.setLong(1, batchNo);
            select.execute();
        }
    }

    private static List<Payment> ofBatch(Connection transaction, String sql, long batchNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setLong(1, batchNo);
            return read(select);
        }
    }

    static List<Payment> listOfVendor(Connection transaction, int vendorId, long before, int limit)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_VENDOR)) {
            select.setInt(1, vendorId);
            select.setLong(2, before);
            select.setInt(3, limit);
            return read(select);
        }
    }

    static List<WithheldVendor> listWithheld(Connection transaction, long batchNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(WITHHELD)) {
            select.setLong(1, batchNo);
            List<WithheldVendor> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new WithheldVendor(
                            batchNo,
                            row.getInt("vendor_id"),
                            row.getString("vendor_code"),
                            row.getString("name"),
                            Withholding.valueOf(row.getString("code")),
                            row.getLong("fen"),
                            row.getString("detail")));
                }
            }
            return all;
        }
    }

    static void moveAll(Connection transaction, long batchNo, State state, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(MOVE_ALL)) {
            update.setString(1, state.name());
            update.setTimestamp(2, Timestamp.from(now));
            update.setLong(3, batchNo);
            update.executeUpdate();
        }
    }

    /** What the bank said of one. */
    static void move(
            Connection transaction,
            long paymentNo,
            State state,
            boolean settled,
            String status,
            @Nullable String reason,
            Instant now)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(MOVE)) {
            update.setString(1, state.name());
            update.setBoolean(2, settled);
            update.setString(3, status);
            update.setString(4, reason);
            update.setTimestamp(5, Timestamp.from(now));
            update.setLong(6, paymentNo);
            update.executeUpdate();
        }
    }

    private static List<Payment> read(PreparedStatement select) throws SQLException {
        List<Payment> payments = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                payments.add(new Payment(
                        row.getLong("payment_no"),
                        row.getLong("batch_no"),
                        row.getInt("vendor_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("fen"),
                        row.getLong("account_version"),
                        State.valueOf(row.getString("state")),
                        row.getBoolean("settled"),
                        row.getString("bank_status"),
                        row.getString("bank_reason"),
                        row.getTimestamp("state_at").toInstant()));
            }
        }
        return payments;
    }
}
