package cn.suinian.settlement.allowance;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.money.Fen;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.policy.RunLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run as a file to keep: CSV in UTF-8, a row a line, money in yuan. People are numbers in it. Each export has a
 * reason and is in the audit trail.
 */
public final class RunExports {

    /** What of a run. */
    public enum Part {
        /** Who gets or owes what for which month. */
        LINES("holder,month,kind,yuan,from_age,reason"),
        /** Who is left out, and what differs from the month before. */
        DIFFERENCES("holder,kind,reason,before_yuan,after_yuan"),
        /** Every payment and what the bank made of it. */
        PAYMENTS("payment,holder,yuan,outcome,code");

        private final String heads;

        Part(String heads) {
            this.heads = heads;
        }
    }

    private static final int ROWS_AT_A_TIME = 2_000;

    private static final String NOTES = """
            SELECT holder_id, kind, reason, before_fen, after_fen FROM allowance_note
            WHERE run_no = ? ORDER BY kind, holder_id
            """;
    private static final String PAYMENTS = """
            SELECT p.payment_no, p.holder_id, p.fen, coalesce(r.outcome, '') AS outcome, coalesce(r.code, '') AS code
            FROM allowance_payment p LEFT JOIN allowance_result r USING (payment_no)
            WHERE p.run_no = ? ORDER BY p.payment_no
            """;

    private final Transactions transactions;
    private final AuditLog audit;

    public RunExports(Transactions transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Writes a part of a run.
     *
     * @throws UncheckedIOException when the stream does not take it; the file is worth nothing then
     */
    public void write(Actor actor, long runNo, Part part, String reason, OutputStream out) throws SQLException {
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        AtomicBoolean begun = new AtomicBoolean();
        transactions.run(transaction -> {
            AllowanceRun run = RunReads.run(transaction, actor, runNo);
            if (begun.getAndSet(true)) {
                throw new IllegalStateException("half a file is written already");
            }
            Sheet sheet = new Sheet(out);
            sheet.row(part.heads);
            switch (part) {
                case LINES -> lines(transaction, runNo, sheet);
                case DIFFERENCES -> differences(transaction, runNo, sheet);
                case PAYMENTS -> payments(transaction, runNo, sheet);
            }
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("ALLOWANCE_EXPORTED", "ALLOWANCE_RUN", runNo)
                            .with(Map.of("run", run.reference(), "part", part.name(), "rows", "" + sheet.rows()))
                            .because(why));
            return true;
        });
    }

    private static void lines(Connection transaction, long runNo, Sheet sheet) throws SQLException {
        RunReads.lines(transaction, new RunReads.Wanted(runNo, null, 0), each -> {
            RunLine line = each.line();
            sheet.row(each.holderId(), line.month(), line.kind(), Fen.yuan(line.fen()), line.fromAge(), line.reason());
            return true;
        });
    }

    private static void differences(Connection transaction, long runNo, Sheet sheet) throws SQLException {
        each(
                transaction,
                NOTES,
                runNo,
                row -> sheet.row(
                        row.getLong("holder_id"),
                        row.getString("kind"),
                        row.getString("reason"),
                        Fen.yuan(row.getLong("before_fen")),
                        Fen.yuan(row.getLong("after_fen"))));
    }

    private static void payments(Connection transaction, long runNo, Sheet sheet) throws SQLException {
        each(
                transaction,
                PAYMENTS,
                runNo,
                row -> sheet.row(
                        row.getLong("payment_no"),
                        row.getLong("holder_id"),
                        Fen.yuan(row.getLong("fen")),
                        row.getString("outcome"),
                        Csv.field(row.getString("code"))));
    }

    private interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Connection transaction, String sql, long runNo, Taking taking) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setLong(1, runNo);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taking.take(row);
                }
            }
        }
    }

    /** Rows to bytes. */
    private static final class Sheet {
        private final OutputStream out;
        private long rows = -1;

        Sheet(OutputStream out) {
            this.out = out;
        }

        void row(Object... fields) {
            StringBuilder line = new StringBuilder();
            for (Object field : fields) {
                line.append(line.length() == 0 ? "" : ",").append(field);
            }
            try {
                out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            rows++;
        }

        /** Without the heads. */
        long rows() {
            return rows;
        }
    }
}
