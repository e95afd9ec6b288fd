package cn.suinian.settlement.allowance;

import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds a run up again from its rows, the way {@code verify} does for all of them: whoever signs sees that the figures
 * are those of the lines, the payments and the books.
 */
public final class RunFigures {

    /** What is compared. */
    public enum Figure {
        /** What is paid: the run and its lines. */
        PAYABLE,
        /** What is claimed back: the run and its lines. */
        RECOVERY,
        /** Claims that are withdrawn: the run and its lines. */
        WITHDRAWN,
        /** What is paid: the run and its payments. */
        PAYMENTS,
        /** What the district owes: the run and the journal. */
        BOOKS_OWED,
        /** What left the district's account: the run and the journal. */
        BOOKS_PAID,
        /** People who were ordered more for a month than any tier gives, by all runs together: none, and how many. */
        TWICE
    }

    /**
     * One comparison; in fen, but for {@link Figure#TWICE}.
     *
     * @param said what the run says
     * @param found what the rows come to
     */
    public record Compared(Figure figure, long said, long found) {

        public boolean agrees() {
            return said == found;
        }
    }

    private static final String ROWS = """
            SELECT coalesce(sum(fen) FILTER (WHERE kind IN ('REGULAR', 'ARREARS')), 0) AS payable,
                   coalesce(-sum(fen) FILTER (WHERE kind = 'RECOVERY'), 0) AS recovery,
                   coalesce(sum(fen) FILTER (WHERE kind = 'WITHDRAWN'), 0) AS withdrawn,
                   (SELECT coalesce(sum(fen), 0) FROM allowance_payment WHERE run_no = ?) AS payments,
                   (SELECT coalesce(sum(amount_fen), 0) FROM journal_transfer
                    WHERE kind = 'ALLOWANCE' AND reference = ?) AS owed,
                   (SELECT coalesce(sum(amount_fen), 0) FROM journal_transfer
                    WHERE kind = 'ALLOWANCE_PAYMENT' AND reference = ?) AS paid
            FROM allowance_line WHERE run_no = ?
            """;
    private static final String TWICE = """
            SELECT count(DISTINCT holder_id) AS people FROM (
                SELECT l.holder_id
                FROM allowance_line mine
                JOIN allowance_line l ON l.holder_id = mine.holder_id AND l.month = mine.month
                JOIN allowance_run r ON r.run_no = l.run_no AND r.state <> 'DISCARDED'
                LEFT JOIN allowance_payment p ON p.run_no = l.run_no AND p.holder_id = l.holder_id
                LEFT JOIN allowance_result b ON b.payment_no = p.payment_no AND b.outcome = 'RETURNED'
                WHERE mine.run_no = ? AND mine.kind IN ('REGULAR', 'ARREARS')
                  AND (b.payment_no IS NULL OR l.kind IN ('RECOVERY', 'WITHDRAWN'))
                GROUP BY l.holder_id, l.month
                HAVING sum(l.fen) > (SELECT max(fen) FROM allowance_tier)) AS more
            """;

    private final Transactions transactions;

    public RunFigures(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Every comparison that a run in this state allows. */
    public List<Compared> compare(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> {
            AllowanceRun run = RunReads.run(transaction, actor, runNo);
            List<Compared> compared = new ArrayList<>();
            sums(transaction, run, compared);
            if (run.state() != State.DISCARDED) {
                compared.add(new Compared(Figure.TWICE, 0, twice(transaction, runNo)));
            }
            return compared;
        });
    }

    private static void sums(Connection transaction, AllowanceRun run, List<Compared> compared) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ROWS)) {
            select.setLong(1, run.runNo());
            select.setString(2, run.reference());
            select.setString(3, run.reference());
            select.setLong(4, run.runNo());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                compared.add(new Compared(Figure.PAYABLE, run.payableFen(), row.getLong("payable")));
                compared.add(new Compared(Figure.RECOVERY, run.recoveryFen(), row.getLong("recovery")));
                compared.add(new Compared(Figure.WITHDRAWN, run.withdrawnFen(), row.getLong("withdrawn")));
                boolean ordered = run.state() == State.PAY_FILE || run.state() == State.RECONCILED;
                if (ordered || run.state() == State.APPROVED) {
                    long owed = run.payableFen() + run.withdrawnFen();
                    compared.add(new Compared(Figure.BOOKS_OWED, owed, row.getLong("owed")));
                }
                if (ordered) {
                    compared.add(new Compared(Figure.PAYMENTS, run.payableFen(), row.getLong("payments")));
                    compared.add(new Compared(Figure.BOOKS_PAID, run.payableFen(), row.getLong("paid")));
                }
            }
        }
    }

    private static long twice(Connection transaction, long runNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(TWICE)) {
            select.setLong(1, runNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong("people");
            }
        }
    }
}
