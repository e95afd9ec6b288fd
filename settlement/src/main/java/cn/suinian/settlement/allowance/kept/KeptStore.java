package cn.suinian.settlement.allowance.kept;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.Access;
import cn.suinian.settlement.allowance.payee.RefusedAccount;
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

/** Accounts that the bank refused and somebody calls good, in SQL. */
final class KeptStore {

    /**
     * SQL of the newest run that leaves a holder out for it. Where they are is asked and decided, and how much waits by
     * now, is told by it alone: an older one may be of a district that they left.
     */
    private static final String NEWEST = """
            (SELECT newest.run_no FROM allowance_run newest
             WHERE newest.state <> 'DISCARDED' AND EXISTS (
                 SELECT FROM allowance_note named
                 WHERE named.run_no = newest.run_no AND named.kind = 'EXCLUDED' AND named.holder_id = %s
                   AND named.reason = 'ACCOUNT_REFUSED')
             ORDER BY newest.run_no DESC LIMIT 1)
            """;

    /** Whom a run left out for it, as far as it holds now and no newer run does. */
    private static final String LEFT_OUT = """
            SELECT u.run_no, u.month, u.district, n.holder_id, n.after_fen, p.payment_no, p.run_no AS paid_by, b.code,
                   q.request_no IS NOT NULL AS waits
            FROM allowance_note n
            JOIN allowance_run u USING (run_no)
            JOIN allowance_payment p ON p.payment_no =
            """ + RefusedAccount.payment("n.holder_id") + """
            JOIN allowance_result b ON b.payment_no = p.payment_no
            LEFT JOIN approval_request q ON q.kind = ? AND q.subject = p.payment_no AND q.outcome IS NULL
            WHERE n.kind = 'EXCLUDED' AND n.reason = 'ACCOUNT_REFUSED' AND n.run_no = ?
              AND (?::bigint IS NULL OR n.holder_id = ?) AND n.run_no =
            """
            + NEWEST.formatted("n.holder_id") + "ORDER BY n.holder_id";

    private static final String WAITING = """
            SELECT k.payment_no
            FROM approval_request q
            JOIN allowance_account_kept k USING (request_no)
            JOIN allowance_payment p ON p.payment_no = k.payment_no
            JOIN allowance_run u ON u.run_no = coalesce(
            """ + NEWEST.formatted("p.holder_id") + """
                , k.run_no)
            WHERE q.kind = ? AND q.outcome IS NULL AND (?::smallint IS NULL OR u.district = ?)
            ORDER BY q.request_no LIMIT ?
            """;
    private static final String ABOUT =
            """
            SELECT u.run_no, u.month, u.district, p.holder_id, coalesce(n.after_fen, 0) AS after_fen, p.payment_no,
                   p.run_no AS paid_by, coalesce(b.code, '') AS code, true AS waits,
                   q.request_no, q.kind, q.subject, q.reason, q.asked_by, q.asked_as, q.asked_at,
                   p.payment_no IS NOT DISTINCT FROM
            """ + RefusedAccount.payment("p.holder_id") + """
                   AS stands
            FROM approval_request q
            JOIN allowance_account_kept k USING (request_no)
            JOIN allowance_payment p ON p.payment_no = k.payment_no
            JOIN allowance_run u ON u.run_no = coalesce(
            """ + NEWEST.formatted("p.holder_id") + """
                , k.run_no)
            LEFT JOIN allowance_result b ON b.payment_no = p.payment_no
            LEFT JOIN allowance_note n ON n.run_no = u.run_no AND n.kind = 'EXCLUDED' AND n.holder_id = p.holder_id
            WHERE q.kind = ? AND q.subject = ? AND q.outcome IS NULL
            """;
    private static final String ADD =
            "INSERT INTO allowance_account_kept (request_no, payment_no, run_no) VALUES (?, ?, ?)";

    private final Connection transaction;

    KeptStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** Those of a run, by holder; with a holder, this one alone. */
    List<KeptAccount> leftOut(long runNo, @Nullable Long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LEFT_OUT)) {
            select.setString(1, KeptAccounts.REQUEST);
            select.setLong(2, runNo);
            select.setObject(3, holderId, Types.BIGINT);
            select.setObject(4, holderId, Types.BIGINT);
            List<KeptAccount> accounts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    accounts.add(account(row));
                }
            }
            return accounts;
        }
    }

    /** Payments about which something waits that the actor may see, the longest first. */
    List<Long> waiting(Actor actor, int most) throws SQLException {
        List<Long> payments = new ArrayList<>();
        try (PreparedStatement select = transaction.prepareStatement(WAITING)) {
            select.setString(1, KeptAccounts.REQUEST);
            Access.bind(actor, select, 2);
            select.setInt(4, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    payments.add(row.getLong("payment_no"));
                }
            }
        }
        return payments;
    }

    /** What waits about a payment, whether or not it still could be approved. */
    Optional<KeptAccounts.Waiting> about(long paymentNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ABOUT)) {
            select.setString(1, KeptAccounts.REQUEST);
            select.setLong(2, paymentNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new KeptAccounts.Waiting(
                                account(row), Approvals.request(row), row.getBoolean("stands")))
                        : Optional.empty();
            }
        }
    }

    void add(long requestNo, KeptAccount account) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setLong(1, requestNo);
            insert.setLong(2, account.paymentNo());
            insert.setLong(3, account.runNo());
            insert.executeUpdate();
        }
    }

    private static KeptAccount account(ResultSet row) throws SQLException {
        return new KeptAccount(
                row.getLong("run_no"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                District.ofCode(row.getInt("district")),
                row.getLong("holder_id"),
                row.getLong("after_fen"),
                row.getLong("payment_no"),
                row.getLong("paid_by"),
                row.getString("code"),
                row.getBoolean("waits"));
    }
}
