package cn.suinian.settlement.allowance;

import cn.suinian.core.money.Fen;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.ResultLines.Numbered;
import cn.suinian.settlement.allowance.ResultLines.Result;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Looks a bank's file through before it is taken in, and names every line that stands against it, so that whoever asks
 * the bank asks once. Changes nothing; {@link BankResults} decides again by itself.
 */
public final class ResultCheck {

    /** Why a line cannot be taken. */
    public enum Wrong {
        /** It does not say number, yuan, PAID or RETURNED, code; or is of another encoding. */
        UNREADABLE,
        /** No payment of this run has the number. */
        NO_SUCH_PAYMENT,
        /** Another amount was ordered. */
        OTHER_AMOUNT,
        /** Another outcome is known already, or stands in an earlier line of the same file. */
        OTHER_OUTCOME,
        /** It is paid by the books and came back since: to be recorded as a late return. */
        RETURNED_AFTER_PAID
    }

    /**
     * A line that cannot be taken.
     *
     * @param paymentNo 0 when it cannot be read
     * @param known what the books say instead: an amount in yuan, or an outcome; empty: nothing
     */
    public record Bad(long lineNo, long paymentNo, Wrong why, String known) {}

    /**
     * What a file comes to.
     *
     * @param added lines that say something new
     * @param wrong how many cannot be taken; the file is taken only without any
     * @param bad the first of them
     */
    public record Report(long lines, long added, long wrong, List<Bad> bad) {}

    /** Of a file of another bank every line is wrong; the first few hundred say so. */
    static final int MOST_NAMED = 200;

    private static final int BATCH = 2_000;

    private static final String KNOWN = """
            SELECT s.payment_no, p.fen, r.outcome, r.late_request IS NOT NULL AS late
            FROM unnest(?::bigint[]) AS s (payment_no)
            JOIN allowance_payment p ON p.payment_no = s.payment_no AND p.run_no = ?
            LEFT JOIN allowance_result r ON r.payment_no = p.payment_no
            """;

    private final Transactions transactions;

    public ResultCheck(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Looks a file of a run through. */
    public Report check(Actor actor, long runNo, PayFile.Encoding encoding, InputStream file) throws SQLException {
        AtomicBoolean begun = new AtomicBoolean();
        return transactions.run(transaction -> {
            AllowanceRun run = new RunStore(transaction)
                    .find(runNo)
                    .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_RUN, "run"));
            Access.require(actor, Permission.ALLOWANCE_PREPARE, run.district());
            if (begun.getAndSet(true)) {
                throw new IllegalStateException("half the file is read already");
            }
            return new Reading(transaction, runNo).read(new ResultLines(file, encoding.charset()));
        });
    }

    /**
     * What the books have of a payment.
     *
     * @param late whether it came back after it was paid, so that a file which says the one or the other is right
     */
    private record Known(long fen, @Nullable String outcome, boolean late) {}

    private static final class Reading {
        private final Connection transaction;
        private final long runNo;
        private final Map<Long, String> said = new HashMap<>();
        private final List<Bad> bad = new ArrayList<>();
        private long lines;
        private long added;
        private long wrong;

        Reading(Connection transaction, long runNo) {
            this.transaction = transaction;
            this.runNo = runNo;
        }

        Report read(ResultLines file) throws SQLException {
            List<Numbered> batch = new ArrayList<>();
            for (Numbered next = file.nextOrUnreadable(); next != null; next = file.nextOrUnreadable()) {
                batch.add(next);
                if (batch.size() == BATCH) {
                    judge(batch);
                }
            }
            judge(batch);
            return new Report(lines, added, wrong, List.copyOf(bad));
        }

        private void judge(List<Numbered> batch) throws SQLException {
            Map<Long, Known> known = known(batch);
            for (Numbered each : batch) {
                lines++;
                Result result = each.result();
                if (result == null) {
                    note(each.lineNo(), 0, Wrong.UNREADABLE, "");
                } else {
                    judge(each.lineNo(), result, known.get(result.paymentNo()));
                }
            }
            batch.clear();
        }

        private void judge(long lineNo, Result result, @Nullable Known known) {
            if (known == null) {
                note(lineNo, result.paymentNo(), Wrong.NO_SUCH_PAYMENT, "");
                return;
            }
            if (known.fen() != result.fen()) {
                note(lineNo, result.paymentNo(), Wrong.OTHER_AMOUNT, Fen.yuan(known.fen()));
                return;
            }
            String before = said.putIfAbsent(result.paymentNo(), result.outcome());
            String outcome = known.outcome() == null ? before : known.outcome();
            if (outcome == null) {
                added++;
            } else if ("PAID".equals(known.outcome()) && result.outcome().equals("RETURNED")) {
                note(lineNo, result.paymentNo(), Wrong.RETURNED_AFTER_PAID, outcome);
            } else if (!outcome.equals(result.outcome()) && !known.late()) {
                note(lineNo, result.paymentNo(), Wrong.OTHER_OUTCOME, outcome);
            }
        }

        private void note(long lineNo, long paymentNo, Wrong why, String known) {
            wrong++;
            if (bad.size() < MOST_NAMED) {
                bad.add(new Bad(lineNo, paymentNo, why, known));
            }
        }

        private Map<Long, Known> known(List<Numbered> batch) throws SQLException {
            List<Long> numbers = new ArrayList<>();
            for (Numbered each : batch) {
                Result result = each.result();
                if (result != null) {
                    numbers.add(result.paymentNo());
                }
            }
            Map<Long, Known> known = new HashMap<>();
            try (PreparedStatement select = transaction.prepareStatement(KNOWN)) {
                select.setArray(1, transaction.createArrayOf("bigint", numbers.toArray()));
                select.setLong(2, runNo);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        known.put(
                                row.getLong("payment_no"),
                                new Known(row.getLong("fen"), row.getString("outcome"), row.getBoolean("late")));
                    }
                }
            }
            return known;
        }
    }
}
