package cn.suinian.settlement.allowance;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.RunningSm3;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.money.Fen;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The file that tells the bank whom to pay: a header, a line a payment, a trailer with count and sum. Names and
 * accounts are opened one line at a time while it is written, and kept nowhere. It may be written again; each time is
 * in the audit trail with the digest of what was written.
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

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String HEADER = "序号,姓名,银行账号,金额(元),备注";
    private static final String TRAILER = "合计,%d,,%s,";

    private static final String PAYMENTS = """
            SELECT p.payment_no, p.holder_id, p.fen, h.name_sealed, h.bank_account_sealed
            FROM allowance_payment p JOIN holder_person h USING (holder_id)
            WHERE p.run_no = ? ORDER BY p.payment_no
            """;

    private final Transactions transactions;
    private final Seals seals;
    private final AuditLog audit;

    public PayFile(Transactions transactions, DataVault vault, AuditLog audit) {
        this.transactions = transactions;
        this.seals = new Seals(vault);
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
            Written written = write(transaction, run, encoding.charset(), out);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("ALLOWANCE_FILE_WRITTEN", "ALLOWANCE_RUN", runNo)
                            .with(Map.of(
                                    "run", run.reference(),
                                    "payments", Long.toString(written.payments()),
                                    "fen", Long.toString(written.fen()),
                                    "sm3", written.sm3())));
            return written;
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
        long holderId = row.getLong("holder_id");
        String name = seals.open(SealedColumn.NAME, holderId, row.getBytes("name_sealed"));
        byte[] account = row.getBytes("bank_account_sealed");
        return List.of(
                Long.toString(row.getLong("payment_no")),
                Csv.field(name),
                account == null ? "" : Csv.field(seals.open(SealedColumn.BANK_ACCOUNT, holderId, account)),
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
