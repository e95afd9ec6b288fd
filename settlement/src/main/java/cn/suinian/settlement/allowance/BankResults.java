package cn.suinian.settlement.allowance;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.ResultLines.Result;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes in what the bank says became of a run's payments: a line each, {@code number,yuan,PAID|RETURNED,code}. A file
 * is taken whole or not at all; one that was taken in before, or overlaps with one, adds what is new.
 */
public final class BankResults {

    /**
     * What a file held.
     *
     * @param lines payments that it speaks of
     * @param added of which nothing was known before
     * @param collected payments of this run that came back although their money was collected from the family; it is
     *     owed back once the run is settled
     */
    public record Taken(long lines, long added, List<Long> collected) {
        public Taken {
            collected = List.copyOf(collected);
        }
    }

    private static final int BATCH = 2_000;

    private static final String ADD = """
            WITH said AS (
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[])
                    AS s (payment_no, fen, outcome, code)),
            added AS (
                INSERT INTO allowance_result (payment_no, outcome, code, actor, staff_id)
                SELECT s.payment_no, s.outcome, s.code, ?, ? FROM said s
                JOIN allowance_payment p ON p.payment_no = s.payment_no AND p.run_no = ? AND p.fen = s.fen
                ON CONFLICT DO NOTHING RETURNING payment_no)
            SELECT (SELECT count(*) FROM added) AS added
            """;

    /**
     * What the file says and the books do not: another run's payment, another amount, another outcome. That one was
     * paid which came back later is known, and no difference.
     */
    private static final String DIFFERS = """
            SELECT s.payment_no, coalesce(r.outcome, '') = 'PAID' AND s.outcome = 'RETURNED' AS returned_after
            FROM unnest(?::bigint[], ?::bigint[], ?::text[]) AS s (payment_no, fen, outcome)
            LEFT JOIN allowance_payment p ON p.payment_no = s.payment_no AND p.run_no = ? AND p.fen = s.fen
            LEFT JOIN allowance_result r ON r.payment_no = p.payment_no
            WHERE r.payment_no IS NULL
               OR r.outcome <> s.outcome AND NOT (s.outcome = 'PAID' AND r.late_request IS NOT NULL)
            ORDER BY s.payment_no LIMIT 1
            """;

    private static final String COLLECTED = """
            SELECT DISTINCT p.payment_no
            FROM allowance_collected g
            JOIN allowance_line l ON l.holder_id = g.holder_id AND l.month = g.month
                AND l.kind IN ('REGULAR', 'ARREARS')
            JOIN allowance_payment p ON p.run_no = l.run_no AND p.holder_id = l.holder_id
            JOIN allowance_result r ON r.payment_no = p.payment_no AND r.outcome = 'RETURNED'
            WHERE p.run_no = ? ORDER BY 1
            """;

    private final Transactions transactions;
    private final AuditLog audit;

    public BankResults(Transactions transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Takes a file in.
     *
     * @throws RefusedException naming the line that cannot be read, or the payment that differs
     */
    public Taken take(Actor actor, long runNo, PayFile.Encoding encoding, InputStream file) throws SQLException {
        AtomicBoolean begun = new AtomicBoolean();
        return transactions.run(transaction -> {
            AllowanceRun run = new RunStore(transaction)
                    .hold(runNo)
                    .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_RUN, "run"));
            Access.require(actor, Permission.ALLOWANCE_PREPARE, run.district());
            if (run.state() != AllowanceRun.State.PAY_FILE && run.state() != AllowanceRun.State.RECONCILED) {
                throw new RefusedException(AllowanceRefusal.WRONG_STATE, "run");
            }
            if (begun.getAndSet(true)) {
                throw new IllegalStateException("half the file is read already");
            }
            Taken taken = read(transaction, actor, runNo, new ResultLines(file, encoding.charset()));
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("ALLOWANCE_RESULTS", "ALLOWANCE_RUN", runNo)
                            .with(Map.of(
                                    "run", run.reference(),
                                    "lines", Long.toString(taken.lines()),
                                    "added", Long.toString(taken.added()))));
            return taken;
        });
    }

    private static Taken read(Connection transaction, Actor actor, long runNo, ResultLines lines) throws SQLException {
        long read = 0;
        long added = 0;
        List<Result> batch = new ArrayList<>();
        for (Result next = lines.next(); next != null; next = lines.next()) {
            batch.add(next);
            if (batch.size() == BATCH) {
                read += batch.size();
                added += add(transaction, actor, runNo, batch);
            }
        }
        read += batch.size();
        added += add(transaction, actor, runNo, batch);
        return new Taken(read, added, collected(transaction, runNo));
    }

    private static List<Long> collected(Connection transaction, long runNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(COLLECTED)) {
            select.setLong(1, runNo);
            List<Long> payments = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    payments.add(row.getLong(1));
                }
            }
            return payments;
        }
    }

    private static long add(Connection transaction, Actor actor, long runNo, List<Result> batch) throws SQLException {
        Object[] numbers = batch.stream().map(Result::paymentNo).toArray();
        Object[] amounts = batch.stream().map(Result::fen).toArray();
        Object[] outcomes = batch.stream().map(Result::outcome).toArray();
        Object[] codes = batch.stream().map(Result::code).toArray();
        batch.clear();
        long added;
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setArray(1, transaction.createArrayOf("bigint", numbers));
            insert.setArray(2, transaction.createArrayOf("bigint", amounts));
            insert.setArray(3, transaction.createArrayOf("text", outcomes));
            insert.setArray(4, transaction.createArrayOf("text", codes));
            insert.setString(5, actor.account());
            insert.setObject(6, actor.staffId(), Types.BIGINT);
            insert.setLong(7, runNo);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                added = row.getLong("added");
            }
        }
        try (PreparedStatement differs = transaction.prepareStatement(DIFFERS)) {
            differs.setArray(1, transaction.createArrayOf("bigint", numbers));
            differs.setArray(2, transaction.createArrayOf("bigint", amounts));
            differs.setArray(3, transaction.createArrayOf("text", outcomes));
            differs.setLong(4, runNo);
            try (ResultSet row = differs.executeQuery()) {
                if (row.next()) {
                    throw new RefusedException(
                            row.getBoolean("returned_after")
                                    ? AllowanceRefusal.RETURNED_AFTER_PAID
                                    : AllowanceRefusal.RESULT_DIFFERS,
                            "file",
                            Map.of("payment", Long.toString(row.getLong("payment_no"))));
                }
            }
        }
        return added;
    }
}
