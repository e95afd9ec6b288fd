package cn.suinian.settlement.allowance;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.policy.Ordered;
import cn.suinian.settlement.allowance.policy.RunLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Why somebody gets what they get: what a run lists for them, what it notes of them, and what other runs did. All of it
 * was frozen when the lists were made, so it explains the amount as it was decided. Looking at a person is in the audit
 * trail.
 */
public final class HolderLooks {

    private static final int MOST = 120;

    private static final String LINES = """
            SELECT l.run_no, r.month AS of_month, r.district, r.state, l.month, l.kind, l.fen, l.from_age, l.reason,
                   res.outcome, coalesce(p.withheld, false) AS withheld, c.run_no IS NOT NULL AS collected,
                   f.run_no IS NOT NULL AS refunded,
                   EXISTS (SELECT FROM allowance_line w WHERE w.holder_id = l.holder_id AND w.month = l.month
                           AND w.kind = 'WITHDRAWN' AND w.run_no > l.run_no) AS withdrawn,
                   l.kind = 'RECOVERY' AND
            """ + RunReads.RETURNED_BY_BANK + """
                   AS returned_by_bank
            FROM allowance_line l
            JOIN allowance_run r USING (run_no)
            LEFT JOIN allowance_payment p ON p.run_no = l.run_no AND p.holder_id = l.holder_id
            LEFT JOIN allowance_result res ON res.payment_no = p.payment_no
            LEFT JOIN allowance_collected c ON c.run_no = l.run_no AND c.holder_id = l.holder_id
                AND c.month = l.month AND l.kind = 'RECOVERY'
            LEFT JOIN allowance_refunded f ON f.run_no = c.run_no AND f.holder_id = c.holder_id AND f.month = c.month
            WHERE l.holder_id = ? AND (r.state <> 'DISCARDED' OR l.run_no = ?)
            ORDER BY r.month DESC, l.run_no DESC, l.month DESC, l.kind LIMIT ?
            """;
    private static final String NOTES = """
            SELECT kind, reason, before_fen, after_fen FROM allowance_note
            WHERE run_no = ? AND holder_id = ? ORDER BY kind
            """;

    private final Transactions transactions;
    private final AuditLog audit;

    public HolderLooks(Transactions transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What became of a line. */
    public enum Fate {
        /** On a list that nobody approved yet. */
        LISTED,
        /** Approved; the bank said nothing yet. */
        UNDER_WAY,
        PAID,
        RETURNED,
        /** Ordered for nobody: the holder was known to be dead, or the bank had returned their last payment. */
        WITHHELD,
        /** A claim that is open. */
        CLAIMED,
        /** A claim whose money came back. */
        COLLECTED,
        /** The same, and then it was given back, since the bank had returned the payment. */
        REFUNDED,
        /** A claim that the next list takes back, since the bank returned the payment. */
        RETURNED_BY_BANK,
        /** A claim that was taken back. */
        WITHDRAWN
    }

    /** A line of this run or of another one. */
    public record Listed(long runNo, District district, RunLine line, Fate fate) {}

    /**
     * Everything about one person that a run has to do with.
     *
     * @param here what this run lists
     * @param elsewhere what other runs list, the latest first
     */
    public record Look(AllowanceRun run, long holderId, List<Listed> here, List<Note> notes, List<Listed> elsewhere) {}

    /**
     * Looks at somebody.
     *
     * @throws RefusedException when the run says nothing of them
     */
    public Look look(Actor actor, long runNo, long holderId) throws SQLException {
        return transactions.run(transaction -> {
            AllowanceRun run = RunReads.run(transaction, actor, runNo);
            List<Listed> all = lines(transaction, runNo, holderId);
            List<Listed> here =
                    all.stream().filter(each -> each.runNo() == runNo).toList();
            List<Note> notes = notes(transaction, runNo, holderId);
            if (here.isEmpty() && notes.isEmpty()) {
                throw new RefusedException(AllowanceRefusal.NO_SUCH_HOLDER);
            }
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("ALLOWANCE_LOOKED_AT", "HOLDER", holderId).with(Map.of("run", run.reference())));
            List<Listed> elsewhere =
                    all.stream().filter(each -> each.runNo() != runNo).toList();
            return new Look(run, holderId, here, notes, elsewhere);
        });
    }

    private static List<Listed> lines(Connection transaction, long runNo, long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LINES)) {
            select.setLong(1, holderId);
            select.setLong(2, runNo);
            select.setInt(3, MOST);
            List<Listed> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    RunLine line = new RunLine(
                            RunReads.month(row),
                            Ordered.Kind.valueOf(row.getString("kind")),
                            row.getLong("fen"),
                            row.getInt("from_age"),
                            row.getString("reason"));
                    lines.add(new Listed(
                            row.getLong("run_no"), District.ofCode(row.getInt("district")), line, fate(row, line)));
                }
            }
            return lines;
        }
    }

    private static Fate fate(ResultSet row, RunLine line) throws SQLException {
        boolean approved =
                switch (AllowanceRun.State.valueOf(row.getString("state"))) {
                    case LISTED, DISCARDED, CONFIRMED -> false;
                    case APPROVED, PAY_FILE, RECONCILED -> true;
                };
        if (!approved) {
            return Fate.LISTED;
        }
        return switch (line.kind()) {
            case WITHDRAWN -> Fate.WITHDRAWN;
            case RECOVERY -> claim(row);
            case REGULAR, ARREARS -> {
                String outcome = row.getBoolean("withheld") ? Fate.WITHHELD.name() : row.getString("outcome");
                yield outcome == null ? Fate.UNDER_WAY : Fate.valueOf(outcome);
            }
        };
    }

    private static Fate claim(ResultSet row) throws SQLException {
        if (row.getBoolean("refunded")) {
            return Fate.REFUNDED;
        }
        if (row.getBoolean("collected")) {
            return Fate.COLLECTED;
        }
        if (row.getBoolean("withdrawn")) {
            return Fate.WITHDRAWN;
        }
        return row.getBoolean("returned_by_bank") ? Fate.RETURNED_BY_BANK : Fate.CLAIMED;
    }

    private static List<Note> notes(Connection transaction, long runNo, long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NOTES)) {
            select.setLong(1, runNo);
            select.setLong(2, holderId);
            List<Note> notes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notes.add(new Note(
                            holderId,
                            Note.Kind.valueOf(row.getString("kind")),
                            row.getString("reason"),
                            row.getLong("before_fen"),
                            row.getLong("after_fen")));
                }
            }
            return notes;
        }
    }
}
