package cn.suinian.settlement.allowance;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.audit.AuditRow;
import cn.suinian.core.audit.SubjectTrail;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.RunningSm3;
import cn.suinian.core.money.Fen;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.payee.Payees;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The file that tells the bank whom to pay: a header, a line a payment, a trailer with count and sum. Names and
 * accounts are those of the second signature, opened one line at a time while it is written. It may be written again
 * and is the same file then, to the byte; each time is in the audit trail with the digest of what was written.
 */
public final class PayFile {

    /** What the file may be written in. */
    public enum Encoding {
        UTF_8(StandardCharsets.UTF_8),
        GB18030(Charset.forName("GB18030"));

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }

        /** For whoever reads or writes such a file. */
        public Charset charset() {
            return charset;
        }
    }

    /** What was written. */
    public record Written(long payments, long fen, String sm3) {}

    private static final String TAKEN = "ALLOWANCE_FILE_WRITTEN";
    private static final String SUBJECT = "ALLOWANCE_RUN";
    private static final String ENCODING = "encoding";
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String HEADER = "序号,姓名,银行账号,金额(元),备注";
    private static final String TRAILER = "合计,%d,,%s,";

    private static final String PAYMENTS = """
            SELECT p.payment_no, p.holder_id, p.fen, y.payee_no, y.content_sealed
            FROM allowance_payment p LEFT JOIN allowance_payee y USING (run_no, holder_id)
            WHERE p.run_no = ? AND NOT p.withheld ORDER BY p.payment_no
            """;
    private static final String WRITTEN = """
            WITH first AS (
                INSERT INTO allowance_pay_file (run_no, encoding, payments, fen, sm3) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING RETURNING sm3)
            SELECT sm3 FROM first
            UNION ALL
            SELECT sm3 FROM allowance_pay_file WHERE run_no = ? AND encoding = ?
            """;

    private final Transactions transactions;
    private final Payees payees;
    private final AuditLog audit;

    public PayFile(Transactions transactions, DataVault vault, AuditLog audit) {
        this.transactions = transactions;
        this.payees = new Payees(vault);
        this.audit = audit;
    }

    /**
     * Writes the file of a run whose payments are ordered.
     *
     * @throws RefusedException when they are not
     * @throws UncheckedIOException when the stream does not take it; the file is worth nothing then
     */
    public Written write(Actor actor, long runNo, Encoding encoding, OutputStream out) throws SQLException {
        AtomicBoolean begun = new AtomicBoolean();
        return transactions.run(transaction -> {
            AllowanceRun run = ordered(transaction, actor, runNo);
            if (begun.getAndSet(true)) {
                throw new IllegalStateException("half a file is written already");
            }
            // Only of a run that was approved before payees were taken down.
            payees.freeze(transaction, runNo);
            Written written = write(transaction, run, encoding.charset(), out);
            requireSame(transaction, runNo, encoding, written);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of(TAKEN, SUBJECT, runNo)
                            .with(Map.of(
                                    "run",
                                    run.reference(),
                                    "payments",
                                    Long.toString(written.payments()),
                                    "fen",
                                    Long.toString(written.fen()),
                                    ENCODING,
                                    encoding.charset().name(),
                                    "sm3",
                                    written.sm3())));
            return written;
        });
    }

    /** Who had the file of a run written last, in each encoding; one in which nobody had is not in it. */
    public Map<Encoding, AuditRow> lastTaken(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> {
            RunReads.run(transaction, actor, runNo);
            Map<Encoding, AuditRow> last = new EnumMap<>(Encoding.class);
            for (Encoding encoding : Encoding.values()) {
                AuditEntry written = AuditEntry.of(TAKEN, SUBJECT, runNo)
                        .with(Map.of(ENCODING, encoding.charset().name()));
                SubjectTrail.last(transaction, written).ifPresent(row -> last.put(encoding, row));
            }
            return last;
        });
    }

    private static AllowanceRun ordered(Connection transaction, Actor actor, long runNo) throws SQLException {
        AllowanceRun run = new RunStore(transaction)
                .hold(runNo)
                .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_RUN, "run"));
        Access.require(actor, Permission.ALLOWANCE_PREPARE, run.district());
        return switch (run.state()) {
            case PAY_FILE, RECONCILED -> run;
            case LISTED, DISCARDED, CONFIRMED, APPROVED ->
                throw new RefusedException(AllowanceRefusal.WRONG_STATE, "run");
        };
    }

    private static void requireSame(Connection transaction, long runNo, Encoding encoding, Written written)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(WRITTEN)) {
            insert.setLong(1, runNo);
            insert.setString(2, encoding.name());
            insert.setLong(3, written.payments());
            insert.setLong(4, written.fen());
            insert.setString(5, written.sm3());
            insert.setLong(6, runNo);
            insert.setString(7, encoding.name());
            try (ResultSet row = insert.executeQuery()) {
                if (!row.next() || !row.getString("sm3").equals(written.sm3())) {
                    throw new IllegalStateException("the pay file of run " + runNo + " differs from the one before");
                }
            }
        }
    }

    private Written write(Connection transaction, AllowanceRun run, Charset charset, OutputStream out)
            throws SQLException {
        Sink sink = new Sink(out, charset);
        sink.line(List.of(HEADER));
        long payments = 0;
        long fen = 0;
        try (PreparedStatement select = transaction.prepareStatement(PAYMENTS)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setLong(1, run.runNo());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    payments++;
                    fen += row.getLong("fen");
                    sink.line(fields(row, run));
                }
            }
        }
        sink.line(List.of(TRAILER.formatted(payments, Fen.yuan(fen))));
        return new Written(payments, fen, sink.finish());
    }

    private List<String> fields(ResultSet row, AllowanceRun run) throws SQLException {
        Payees.Payee payee = payees.open(
                run.runNo(), row.getLong("holder_id"), row.getLong("payee_no"), row.getBytes("content_sealed"));
        return List.of(
                Long.toString(row.getLong("payment_no")),
                Csv.field(payee.name()),
                Csv.field(payee.account()),
                Fen.yuan(row.getLong("fen")),
                run.remark());
    }

    /** Lines to bytes, with a digest over them. */
    private static final class Sink {
        private final RunningSm3 out;
        private final Charset charset;

        Sink(OutputStream out, Charset charset) {
            this.out = new RunningSm3(out);
            this.charset = charset;
        }

        void line(List<String> fields) {
            try {
                out.write((String.join(",", fields) + "\r\n").getBytes(charset));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        String finish() {
            try {
                out.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return Hex.encode(out.soFar());
        }
    }
}
