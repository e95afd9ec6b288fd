package cn.suinian.settlement.allowance;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.money.Fen;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.policy.RunLine;
import cn.suinian.settlement.csv.CsvRow;
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
import java.util.function.UnaryOperator;

/**
 * A run as a file to keep: CSV in UTF-8, a row a line, money in yuan. People are numbers in it. Each export has a
 * reason and is in the audit trail.
 */
public final class RunExports {

    /** What of a run. */
    public enum Part {
        /** Who gets or owes what for which month. */
        LINES("持卡人 holder,津贴月份 month,类型 kind,金额（元） yuan,起始年龄 from age,原因 reason,"
                + "类型（文字） kind in words,原因（文字） reason in words"),
        /** Who is left out, and what differs from the month before. */
        DIFFERENCES("持卡人 holder,类型 kind,原因 reason,上月（元） before yuan,本月（元） after yuan,"
                + "类型（文字） kind in words,原因（文字） reason in words"),
        /** Every payment and what the bank made of it. */
        PAYMENTS("付款序号 payment,持卡人 holder,金额（元） yuan,结果 outcome,银行代码 code,"
                + "结果（文字） outcome in words,银行代码（文字） code in words");

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
     * @param words what a code is called, in both languages; nothing for one that has no words
     * @throws UncheckedIOException when the stream does not take it; the file is worth nothing then
     */
    public void write(Actor actor, long runNo, Part part, String reason, UnaryOperator<String> words, OutputStream out)
            throws SQLException {
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        AtomicBoolean begun = new AtomicBoolean();
        transactions.run(transaction -> {
            AllowanceRun run = RunReads.run(transaction, actor, runNo);
            if (begun.getAndSet(true)) {
                throw new IllegalStateException("half a file is written already");
            }
            Sheet sheet = new Sheet(out);
            sheet.row(CsvRow.BYTE_ORDER_MARK + part.heads);
            UnaryOperator<String> said = code -> code.isEmpty() ? "" : Csv.field(words.apply(code));
            switch (part) {
                case LINES -> lines(transaction, runNo, said, sheet);
                case DIFFERENCES -> differences(transaction, runNo, said, sheet);
                case PAYMENTS -> payments(transaction, runNo, said, sheet);
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

    private static void lines(Connection transaction, long runNo, UnaryOperator<String> said, Sheet sheet)
            throws SQLException {
        RunReads.lines(transaction, new RunReads.Wanted(runNo, null, 0), each -> {
            RunLine line = each.line();
            sheet.row(
                    each.holderId(),
                    line.month(),
                    line.kind(),
                    Fen.yuan(line.fen()),
                    line.fromAge(),
                    line.reason(),
                    said.apply(line.kind().name()),
                    said.apply(line.reason()));
            return true;
        });
    }

    private static void differences(Connection transaction, long runNo, UnaryOperator<String> said, Sheet sheet)
            throws SQLException {
        each(
                transaction,
                NOTES,
                runNo,
                row -> sheet.row(
                        row.getLong("holder_id"),
                        row.getString("kind"),
                        row.getString("reason"),
                        Fen.yuan(row.getLong("before_fen")),
                        Fen.yuan(row.getLong("after_fen")),
                        said.apply(row.getString("kind")),
                        said.apply(row.getString("reason"))));
    }

    private static void payments(Connection transaction, long runNo, UnaryOperator<String> said, Sheet sheet)
            throws SQLException {
        each(
                transaction,
                PAYMENTS,
                runNo,
                row -> sheet.row(
                        row.getLong("payment_no"),
                        row.getLong("holder_id"),
                        Fen.yuan(row.getLong("fen")),
                        row.getString("outcome"),
                        Csv.field(row.getString("code")),
                        said.apply(row.getString("outcome")),
                        said.apply(row.getString("code"))));
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
