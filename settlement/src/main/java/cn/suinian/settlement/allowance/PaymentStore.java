package cn.suinian.settlement.allowance;

import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.payee.RefusedAccount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;

/** Payments and claims of a run in SQL. */
final class PaymentStore {

    /** Listed to be paid, and known by now to be dead before a month of theirs or to have no account to pay to. */
    private static final String UNPAYABLE = """
            SELECT count(DISTINCT l.holder_id)
            FROM allowance_line l
            JOIN holder h USING (holder_id)
            LEFT JOIN holder_person p USING (holder_id)
            WHERE l.run_no = ? AND l.kind IN ('REGULAR', 'ARREARS')
              AND (p.bank_account_sealed IS NULL OR h.deceased_on < l.month OR
            """ + RefusedAccount.is("l.holder_id") + ")";

    private static final String ORDER = """
            INSERT INTO allowance_payment (run_no, holder_id, fen, withheld)
            SELECT l.run_no, l.holder_id, sum(l.fen), coalesce(bool_or(h.deceased_on < l.month), false) OR
            """ + RefusedAccount.is("l.holder_id", "l.run_no") + """
            FROM allowance_line l JOIN holder h USING (holder_id)
            WHERE l.run_no = ? AND l.kind IN ('REGULAR', 'ARREARS')
            GROUP BY l.run_no, l.holder_id ORDER BY l.holder_id
            """;
    /** They come back at once: what is still due of them is listed again by the next run. */
    private static final String WITHHOLD = """
            INSERT INTO allowance_result (payment_no, outcome, code, actor)
            SELECT p.payment_no, 'RETURNED', CASE WHEN EXISTS (
                       SELECT FROM allowance_line l JOIN holder h USING (holder_id)
                       WHERE l.run_no = p.run_no AND l.holder_id = p.holder_id AND l.kind IN ('REGULAR', 'ARREARS')
                         AND h.deceased_on < l.month) THEN 'DECEASED' ELSE 'ACCOUNT_REFUSED' END, ?
            FROM allowance_payment p WHERE p.run_no = ? AND p.withheld
            """;

    private static final String OUTCOME = """
            SELECT count(*) FILTER (WHERE r.outcome IS NULL) AS open,
                   coalesce(sum(p.fen) FILTER (WHERE r.outcome = 'PAID'), 0) AS paid,
                   coalesce(sum(p.fen) FILTER (WHERE r.outcome = 'RETURNED'), 0) AS returned,
                   count(*) FILTER (WHERE r.outcome = 'RETURNED') AS returns,
                   coalesce(sum(p.fen) FILTER (WHERE r.late_request IS NOT NULL), 0) AS late,
                   string_agg(DISTINCT r.actor, ', ') FILTER (
                       WHERE r.outcome = 'RETURNED' AND r.late_request IS NULL AND NOT p.withheld) AS taken_by,
                   coalesce(bool_or(r.outcome = 'RETURNED' AND r.late_request IS NULL AND NOT p.withheld
                                    AND (r.staff_id = ? OR r.staff_id IS NULL AND r.actor = ?)), false) AS own
            FROM allowance_payment p LEFT JOIN allowance_result r USING (payment_no)
            WHERE p.run_no = ?
            """;
    /** What was claimed and not withdrawn, of a month of which the holder has as much as is claimed of it. */
    private static final String CLAIM = "claim AS (SELECT run_no, holder_id, month, -fen AS fen FROM allowance_line l"
            + " WHERE run_no = ? AND holder_id = ? AND month = ? AND kind = 'RECOVERY'"
            + RunReads.NOT_WITHDRAWN + " AND NOT " + RunReads.RETURNED_BY_BANK + ")";

    private static final String RETURNED_BY_BANK = """
            SELECT 1 FROM allowance_line l
            LEFT JOIN allowance_collected c USING (run_no, holder_id, month)
            WHERE run_no = ? AND holder_id = ? AND month = ? AND l.kind = 'RECOVERY' AND c.actor IS NULL
            """ + RunReads.NOT_WITHDRAWN + "AND " + RunReads.RETURNED_BY_BANK;

    private static final String ASK = "WITH " + CLAIM + """
            , asked AS (
                INSERT INTO allowance_collection (run_no, holder_id, month)
                SELECT run_no, holder_id, month FROM claim c
                WHERE NOT EXISTS (SELECT FROM allowance_collected d WHERE d.run_no = c.run_no
                                    AND d.holder_id = c.holder_id AND d.month = c.month)
                ON CONFLICT DO NOTHING RETURNING collection_no)
            SELECT collection_no FROM asked
            UNION ALL
            SELECT n.collection_no FROM claim JOIN allowance_collection n USING (run_no, holder_id, month)
            LEFT JOIN allowance_collected d USING (run_no, holder_id, month)
            WHERE d.run_no IS NULL
            """;
    private static final String ASKED =
            "SELECT run_no, holder_id, month FROM allowance_collection WHERE collection_no = ?";
    private static final String COLLECT = "WITH " + CLAIM + """
            , collected AS (
                INSERT INTO allowance_collected (run_no, holder_id, month, staff_id, actor, request_no)
                SELECT run_no, holder_id, month, ?, ?, ? FROM claim
                ON CONFLICT DO NOTHING RETURNING run_no)
            SELECT fen FROM claim WHERE EXISTS (SELECT FROM collected)
            """;

    private final Connection transaction;

    PaymentStore(Connection transaction) {
        this.transaction = transaction;
    }

    /**
     * What became of a run's payments.
     *
     * @param open without a result yet
     * @param lateFen what came back after it was paid, of what came back: the books have it already
     * @param takenBy who took in that some came back, by the names they sign in with; empty: nobody
     * @param own whether this reader is one of them, and so does not settle the run
     */
    record Outcome(
            long open, long paidFen, long returnedFen, long returns, long lateFen, String takenBy, boolean own) {}

    /** A claim whose money is said to be there. */
    record Collection(long runNo, long holderId, YearMonth month) {}

    long countUnpayable(AllowanceRun run) throws SQLException {
        try (PreparedStatement count = transaction.prepareStatement(UNPAYABLE)) {
            count.setLong(1, run.runNo());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** One payment a holder; those of the dead and to accounts that the bank refused go no further. How many. */
    int order(AllowanceRun run, Actor actor) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ORDER)) {
            insert.setLong(1, run.runNo());
            int ordered = insert.executeUpdate();
            if (ordered != run.holders()) {
                throw new IllegalStateException(
                        "run %d lists %d people and would pay %d".formatted(run.runNo(), run.holders(), ordered));
            }
        }
        try (PreparedStatement insert = transaction.prepareStatement(WITHHOLD)) {
            insert.setString(1, actor.account());
            insert.setLong(2, run.runNo());
            return insert.executeUpdate();
        }
    }

    Outcome outcome(Actor reader, long runNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OUTCOME)) {
            select.setObject(1, reader.staffId(), Types.BIGINT);
            select.setString(2, reader.account());
            select.setLong(3, runNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String takenBy = row.getString("taken_by");
                return new Outcome(
                        row.getLong("open"),
                        row.getLong("paid"),
                        row.getLong("returned"),
                        row.getLong("returns"),
                        row.getLong("late"),
                        takenBy == null ? "" : takenBy,
                        row.getBoolean("own"));
            }
        }
    }

    /** Why the money of a claim cannot be booked. */
    AllowanceRefusal whyNot(Collection claim) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(RETURNED_BY_BANK)) {
            select.setLong(1, claim.runNo());
            select.setLong(2, claim.holderId());
            select.setObject(3, claim.month().atDay(1));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? AllowanceRefusal.CLAIM_RETURNED : AllowanceRefusal.NO_SUCH_CLAIM;
            }
        }
    }

    /** The number under which the money of a claim is asked to be booked; empty: as {@link #collect}. */
    OptionalLong ask(Collection claim) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ASK)) {
            insert.setLong(1, claim.runNo());
            insert.setLong(2, claim.holderId());
            insert.setObject(3, claim.month().atDay(1));
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** What was asked under a number. */
    Collection asked(long collectionNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ASKED)) {
            select.setLong(1, collectionNo);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no collection " + collectionNo);
                }
                LocalDate month = row.getObject("month", LocalDate.class);
                return new Collection(row.getLong("run_no"), row.getLong("holder_id"), YearMonth.from(month));
            }
        }
    }

    /**
     * The amount of a claim whose money came back just now; empty: no such claim, it was recorded before or withdrawn,
     * or the bank had returned the payment.
     */
    OptionalLong collect(Collection claim, Actor actor, long requestNo) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(COLLECT)) {
            insert.setLong(1, claim.runNo());
            insert.setLong(2, claim.holderId());
            insert.setObject(3, claim.month().atDay(1));
            insert.setObject(4, actor.staffId(), Types.BIGINT);
            insert.setString(5, actor.account());
            insert.setLong(6, requestNo);
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong("fen")) : OptionalLong.empty();
            }
        }
    }
}
