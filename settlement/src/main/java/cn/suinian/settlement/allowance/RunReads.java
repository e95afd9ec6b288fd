package cn.suinian.settlement.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.policy.Ordered;
import cn.suinian.settlement.allowance.policy.RunLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of runs: lists by page (the key is where the page before ended, 0 at first), and counts. People
 * appear by the holder's number only; a page that shows names looks them up through the register.
 */
public final class RunReads {

    private static final int MOST = 500;
    private static final int ROWS_AT_A_TIME = 2_000;

    private static final String LINES = """
            SELECT holder_id, month, kind, fen, from_age, reason FROM allowance_line
            WHERE run_no = ? AND holder_id > ? AND (?::text IS NULL OR kind = ?) ORDER BY holder_id, month, kind
            """;
    private static final String NOTES = """
            SELECT holder_id, kind, reason, before_fen, after_fen FROM allowance_note
            WHERE run_no = ? AND kind = ? AND holder_id > ? AND (?::text IS NULL OR reason = ?)
            ORDER BY holder_id LIMIT ?
            """;
    private static final String COUNTS = """
            SELECT kind || ' ' || reason AS what, count(*) AS people FROM allowance_note WHERE run_no = ? GROUP BY 1
            """;
    private static final String RETURNED = """
            SELECT p.payment_no, p.holder_id, p.fen, r.code, p.withheld, d.returned_on
            FROM allowance_payment p JOIN allowance_result r USING (payment_no)
            LEFT JOIN allowance_late_return d ON d.request_no = r.late_request
            WHERE p.run_no = ? AND r.outcome = 'RETURNED' AND p.payment_no > ? ORDER BY p.payment_no LIMIT ?
            """;

    /** SQL of a line {@code l} that claims something back: no later run takes the claim back. */
    public static final String NOT_WITHDRAWN = """
              AND NOT EXISTS (SELECT FROM allowance_line w JOIN allowance_run later USING (run_no)
                              WHERE w.holder_id = l.holder_id AND w.month = l.month AND w.kind = 'WITHDRAWN'
                                AND w.run_no > l.run_no AND later.state <> 'DISCARDED')
            """;

    /**
     * SQL of such a line: the bank returned what is claimed, so that there is nothing to collect and the next list
     * withdraws the claim.
     */
    public static final String RETURNED_BY_BANK = """
            (SELECT sum(m.fen) FROM allowance_line m JOIN allowance_run x USING (run_no)
             LEFT JOIN allowance_payment p ON p.run_no = m.run_no AND p.holder_id = m.holder_id
             LEFT JOIN allowance_result b ON b.payment_no = p.payment_no AND b.outcome = 'RETURNED'
             WHERE m.holder_id = l.holder_id AND m.month = l.month AND x.state <> 'DISCARDED'
               AND (b.payment_no IS NULL OR m.kind IN ('RECOVERY', 'WITHDRAWN'))) < 0
            """;

    private static final String CLAIMS = """
            SELECT l.run_no, l.holder_id, l.month, -l.fen AS fen, l.reason
            FROM allowance_line l
            JOIN allowance_run r ON r.run_no = l.run_no AND r.district = ?
                AND r.state IN ('APPROVED', 'PAY_FILE', 'RECONCILED')
            LEFT JOIN allowance_collected c
                ON c.run_no = l.run_no AND c.holder_id = l.holder_id AND c.month = l.month
            WHERE l.kind = 'RECOVERY' AND c.run_no IS NULL AND l.holder_id > ?
            """ + NOT_WITHDRAWN + "ORDER BY l.holder_id FETCH FIRST (?) ROWS WITH TIES";

    private final Transactions transactions;

    public RunReads(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A line with whose it is. */
    public record Line(long holderId, RunLine line) {}

    /**
     * A payment that came back.
     *
     * @param code the bank's own
     * @param withheld whether no bank saw it: at the order a death was known, or that the last payment came back
     * @param lateOn on which day, after the bank had said that it was paid; null: it never said so
     */
    public record Returned(
            long paymentNo,
            long holderId,
            long fen,
            String code,
            boolean withheld,
            @Nullable LocalDate lateOn) {}

    /** Money that holders or families have to give back, and did not yet. */
    public record Claim(long runNo, long holderId, YearMonth month, long fen, String reason) {}

    /** A page of runs, the newest first. */
    public List<AllowanceRun> listRuns(Actor actor, long before, Optional<District> district, int count)
            throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        District own = actor.scope().district();
        District only = own != null ? own : district.orElse(null);
        long from = before == 0 ? Long.MAX_VALUE : before;
        return transactions.run(transaction -> new RunStore(transaction).list(from, only, Math.min(count, MOST)));
    }

    /** A run. */
    public AllowanceRun getRun(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> run(transaction, actor, runNo));
    }

    /** A page of a run's lines, by holder; a holder's lines are never torn apart. */
    public List<Line> listLines(Actor actor, long runNo, long afterHolder, int holders) throws SQLException {
        return listLines(actor, runNo, null, afterHolder, holders);
    }

    /** The same of one kind; null: of all. */
    public List<Line> listLines(Actor actor, long runNo, Ordered.@Nullable Kind kind, long afterHolder, int holders)
            throws SQLException {
        return transactions.run(transaction -> {
            run(transaction, actor, runNo);
            List<Line> lines = new ArrayList<>();
            long[] seen = {0, 0};
            lines(transaction, new Wanted(runNo, kind, afterHolder), line -> {
                seen[0] += line.holderId() == seen[1] ? 0 : 1;
                seen[1] = line.holderId();
                if (seen[0] > Math.min(holders, MOST)) {
                    return false;
                }
                lines.add(line);
                return true;
            });
            return lines;
        });
    }

    /** A page of who is left out, new, stopped or changed. */
    public List<Note> listNotes(Actor actor, long runNo, Note.Kind kind, long afterHolder, int count)
            throws SQLException {
        return listNotes(actor, runNo, kind, "", afterHolder, count);
    }

    /** The same for one reason; empty: for all. */
    public List<Note> listNotes(Actor actor, long runNo, Note.Kind kind, String reason, long afterHolder, int count)
            throws SQLException {
        return transactions.run(transaction -> {
            run(transaction, actor, runNo);
            try (PreparedStatement select = transaction.prepareStatement(NOTES)) {
                select.setLong(1, runNo);
                select.setString(2, kind.name());
                select.setLong(3, afterHolder);
                select.setString(4, reason.isEmpty() ? null : reason);
                select.setString(5, reason);
                select.setInt(6, Math.min(count, MOST));
                List<Note> notes = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        notes.add(new Note(
                                row.getLong("holder_id"),
                                kind,
                                row.getString("reason"),
                                row.getLong("before_fen"),
                                row.getLong("after_fen")));
                    }
                }
                return notes;
            }
        });
    }

    /** How many people by kind and reason of note, as {@code STOPPED CHECK_MISSED}. */
    public Map<String, Long> countNotes(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> {
            run(transaction, actor, runNo);
            try (PreparedStatement select = transaction.prepareStatement(COUNTS)) {
                select.setLong(1, runNo);
                Map<String, Long> counts = new TreeMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        counts.put(row.getString("what"), row.getLong("people"));
                    }
                }
                return counts;
            }
        });
    }

    /** A page of payments that came back, or never went out. */
    public List<Returned> listReturned(Actor actor, long runNo, long afterPayment, int count) throws SQLException {
        return transactions.run(transaction -> {
            run(transaction, actor, runNo);
            try (PreparedStatement select = transaction.prepareStatement(RETURNED)) {
                select.setLong(1, runNo);
                select.setLong(2, afterPayment);
                select.setInt(3, Math.min(count, MOST));
                List<Returned> returned = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        returned.add(new Returned(
                                row.getLong("payment_no"),
                                row.getLong("holder_id"),
                                row.getLong("fen"),
                                row.getString("code"),
                                row.getBoolean("withheld"),
                                row.getObject("returned_on", LocalDate.class)));
                    }
                }
                return returned;
            }
        });
    }

    /** A page of a district's claims that are open, by holder; a holder's claims are never torn apart. */
    public List<Claim> listClaims(Actor actor, District district, long afterHolder, int count) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW, district);
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(CLAIMS)) {
                select.setShort(1, (short) district.code());
                select.setLong(2, afterHolder);
                select.setInt(3, Math.min(count, MOST));
                List<Claim> claims = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        claims.add(new Claim(
                                row.getLong("run_no"),
                                row.getLong("holder_id"),
                                month(row),
                                row.getLong("fen"),
                                row.getString("reason")));
                    }
                }
                claims.sort(Comparator.comparingLong(Claim::holderId).thenComparing(Claim::month));
                return claims;
            }
        });
    }

    /** Takes lines in turn, until it says that it has enough. */
    interface Taking {
        boolean take(Line line);
    }

    /** Which lines. */
    record Wanted(long runNo, Ordered.@Nullable Kind kind, long afterHolder) {}

    static void lines(Connection transaction, Wanted wanted, Taking taking) throws SQLException {
        String kind = wanted.kind() == null ? null : wanted.kind().name();
        try (PreparedStatement select = transaction.prepareStatement(LINES)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setLong(1, wanted.runNo());
            select.setLong(2, wanted.afterHolder());
            select.setString(3, kind);
            select.setString(4, kind);
            try (ResultSet row = select.executeQuery()) {
                boolean more = row.next();
                while (more) {
                    more = taking.take(line(row)) && row.next();
                }
            }
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("holder_id"),
                new RunLine(
                        month(row),
                        Ordered.Kind.valueOf(row.getString("kind")),
                        row.getLong("fen"),
                        row.getInt("from_age"),
                        row.getString("reason")));
    }

    /** The run, for somebody who may see it. */
    public static AllowanceRun run(Connection transaction, Actor actor, long runNo) throws SQLException {
        AllowanceRun run = new RunStore(transaction)
                .find(runNo)
                .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_RUN, "run"));
        Access.require(actor, Permission.ALLOWANCE_VIEW, run.district());
        return run;
    }

    static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }
}
