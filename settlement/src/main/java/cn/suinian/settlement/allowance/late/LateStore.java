package cn.suinian.settlement.allowance.late;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.Access;
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

/** Returns of what was paid, in SQL. */
final class LateStore {
    private static final String PAYMENT = """
            SELECT p.payment_no, p.run_no, p.holder_id, p.fen, u.month, u.district,
                   r.outcome, coalesce(r.code, '') AS code, r.staff_id, coalesce(r.actor, '') AS actor
            FROM allowance_payment p
            JOIN allowance_run u USING (run_no)
            LEFT JOIN allowance_result r USING (payment_no)
            WHERE p.payment_no = ?
            """;
    /** Whoever decides about the same payment waits here. */
    private static final String HOLD = "SELECT 1 FROM allowance_result WHERE payment_no = ? FOR NO KEY UPDATE";

    private static final String ADD = """
            INSERT INTO allowance_late_return (request_no, payment_no, returned_on, code, paid_code)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String WAITING = """
            SELECT a.request_no, a.kind, a.subject, a.reason, a.asked_by, a.asked_as, a.asked_at,
                   d.payment_no, d.returned_on, d.code
            FROM approval_request a JOIN allowance_late_return d USING (request_no)
            JOIN allowance_payment p USING (payment_no) JOIN allowance_run u USING (run_no)
            WHERE a.kind = ? AND a.outcome IS NULL AND (?::smallint IS NULL OR u.district = ?)
              AND (?::bigint IS NULL OR d.payment_no = ?)
            ORDER BY a.request_no LIMIT ?
            """;
    private static final String SAID = "SELECT returned_on, code FROM allowance_late_return WHERE request_no = ?";
    private static final String RETURNED = """
            UPDATE allowance_result SET outcome = 'RETURNED', code = ?, late_request = ?, late_at = ?
            WHERE payment_no = ? AND outcome = 'PAID'
            """;

    private final Connection transaction;

    LateStore(Connection transaction) {
        this.transaction = transaction;
    }

    Optional<PaidPayment> find(long paymentNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PAYMENT)) {
            select.setLong(1, paymentNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(payment(row)) : Optional.empty();
            }
        }
    }

    /** The same, and what became of it stays until the transaction ends. */
    Optional<PaidPayment> hold(long paymentNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(HOLD)) {
            select.setLong(1, paymentNo);
            select.executeQuery().close();
        }
        return find(paymentNo);
    }

    void add(long requestNo, PaidPayment payment, LocalDate returnedOn, String code) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setLong(1, requestNo);
            insert.setLong(2, payment.paymentNo());
            insert.setObject(3, returnedOn);
            insert.setString(4, code);
            insert.setString(5, payment.code());
            insert.executeUpdate();
        }
    }

    /** What was said with a request. */
    LateReturn said(ApprovalRequest request, PaidPayment payment) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(SAID)) {
            select.setLong(1, request.requestNo());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("request " + request.requestNo() + " does not say what came back");
                }
                LocalDate returnedOn = row.getObject("returned_on", LocalDate.class);
                return new LateReturn(request, payment, returnedOn, row.getString("code"));
            }
        }
    }

    /**
     * What the actor may see, the longest waiting first.
     *
     * @param paymentNo null: of any payment
     */
    List<LateReturn> waiting(Actor actor, @Nullable Long paymentNo, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(WAITING)) {
            select.setString(1, LateReturns.REQUEST);
            Access.bind(actor, select, 2);
            select.setObject(4, paymentNo, Types.BIGINT);
            select.setObject(5, paymentNo, Types.BIGINT);
            select.setInt(6, most);
            List<LateReturn> waiting = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ApprovalRequest request = new ApprovalRequest(
                            row.getLong("request_no"),
                            row.getString("kind"),
                            row.getLong("subject"),
                            row.getString("reason"),
                            row.getLong("asked_by"),
                            row.getString("asked_as"),
                            row.getTimestamp("asked_at").toInstant());
                    PaidPayment payment = find(row.getLong("payment_no")).orElseThrow();
                    LocalDate returnedOn = row.getObject("returned_on", LocalDate.class);
                    waiting.add(new LateReturn(request, payment, returnedOn, row.getString("code")));
                }
            }
            return waiting;
        }
    }

    void returned(LateReturn late, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(RETURNED)) {
            update.setString(1, late.code());
            update.setLong(2, late.request().requestNo());
            update.setTimestamp(3, Timestamp.from(now));
            update.setLong(4, late.payment().paymentNo());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("payment " + late.payment().paymentNo() + " is held and not paid");
            }
        }
    }

    private static PaidPayment payment(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new PaidPayment(
                row.getLong("payment_no"),
                row.getLong("run_no"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                District.ofCode(row.getInt("district")),
                row.getLong("holder_id"),
                row.getLong("fen"),
                outcome,
                row.getString("code"),
                row.getObject("staff_id", Long.class),
                row.getString("actor"));
    }
}
