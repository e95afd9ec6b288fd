package cn.suinian.settlement.allowance.kept;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.Access;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.kept.KeptReturns.Next;
import cn.suinian.settlement.allowance.kept.KeptReturns.Waiting;
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
import org.jspecify.annotations.Nullable;

/** Payments of a run that came back with one code and somebody calls good accounts, in SQL. */
final class ReturnsStore {

    /** Whom it keeps from being paid; of a request, only what was taken in before it was asked. */
    private static final String COUNT = """
            SELECT count(*) AS people, coalesce(sum(coalesce(
                   (SELECT n.after_fen FROM allowance_run u JOIN allowance_note n USING (run_no)
                    WHERE n.holder_id = p.holder_id AND n.kind = 'EXCLUDED' AND n.reason = 'ACCOUNT_REFUSED'
                      AND u.state <> 'DISCARDED' AND u.run_no > p.run_no
                    ORDER BY u.run_no DESC LIMIT 1), p.fen)), 0) AS fen
            FROM allowance_payment p JOIN allowance_result b USING (payment_no)
            WHERE p.run_no = ? AND b.outcome = 'RETURNED' AND coalesce(b.code, '') = ?
              AND coalesce(b.late_at, b.recorded_at) <= coalesce(
                  (SELECT k.said_at FROM allowance_returns_kept k WHERE k.request_no = ?), 'infinity')
              AND p.payment_no =
            """ + RefusedAccount.payment("p.holder_id");

    private static final String OPEN = """
            SELECT k.run_no, k.code, u.month, u.district,
                   q.request_no, q.kind, q.subject, q.reason, q.asked_by, q.asked_as, q.asked_at
            FROM approval_request q
            JOIN allowance_returns_kept k USING (request_no)
            JOIN allowance_run u USING (run_no)
            WHERE q.kind = ? AND q.outcome IS NULL AND (?::bigint IS NULL OR q.subject = ?)
              AND (?::smallint IS NULL OR u.district = ?)
            ORDER BY q.request_no LIMIT ?
            """;
    private static final String NEXT = """
            SELECT k.code FROM allowance_run u
            LEFT JOIN approval_request q ON q.kind = ? AND q.outcome IS NULL AND q.subject = u.run_no
            LEFT JOIN allowance_returns_kept k ON k.request_no = q.request_no
            WHERE u.run_no = ? AND (?::smallint IS NULL OR u.district = ?)
            """;
    private static final String ADD = "INSERT INTO allowance_returns_kept (request_no, run_no, code) VALUES (?, ?, ?)";

    private final Connection transaction;

    ReturnsStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** What a run paid that stands with this code now. */
    KeptReturn standing(AllowanceRun run, String code) throws SQLException {
        return count(new KeptReturn(run.runNo(), run.month(), run.district(), code, 0, 0), null);
    }

    /** What waits that the actor may see, of one run or of all, the longest first. */
    List<Waiting> waiting(Actor actor, @Nullable Long runNo, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OPEN)) {
            select.setString(1, KeptReturns.REQUEST);
            select.setObject(2, runNo, Types.BIGINT);
            select.setObject(3, runNo, Types.BIGINT);
            Access.bind(actor, select, 4);
            select.setInt(6, most);
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    KeptReturn named = new KeptReturn(
                            row.getLong("run_no"),
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            District.ofCode(row.getInt("district")),
                            row.getString("code"),
                            0,
                            0);
                    waiting.add(new Waiting(count(named, row.getLong("request_no")), Approvals.request(row)));
                }
            }
            return waiting;
        }
    }

    /** What is to be done about this code of a run. */
    Next next(Actor actor, long runNo, String code) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NEXT)) {
            select.setString(1, KeptReturns.REQUEST);
            select.setLong(2, runNo);
            Access.bind(actor, select, 3);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Next.NOTHING;
                }
                String waits = row.getString("code");
                if (waits == null) {
                    return Next.ASK;
                }
                return waits.equals(code) ? Next.DECIDE : Next.NOTHING;
            }
        }
    }

    void add(long requestNo, KeptReturn returned) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setLong(1, requestNo);
            insert.setLong(2, returned.runNo());
            insert.setString(3, returned.code());
            insert.executeUpdate();
        }
    }

    private KeptReturn count(KeptReturn named, @Nullable Long requestNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(COUNT)) {
            select.setLong(1, named.runNo());
            select.setString(2, named.code());
            select.setObject(3, requestNo, Types.BIGINT);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new KeptReturn(
                        named.runNo(),
                        named.month(),
                        named.district(),
                        named.code(),
                        row.getLong("people"),
                        row.getLong("fen"));
            }
        }
    }
}
