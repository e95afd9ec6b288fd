package cn.suinian.settlement.allowance;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.payee.AccountChanges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a run came to where it is, who has to decide what, and what its payments came to. */
public final class RunHistory {

    /** A run has a handful of steps; one that is sent back every day of its month has not this many. */
    private static final int MOST = 100;

    private static final String ACTS = """
            SELECT to_state, at, by, reason FROM allowance_run_act WHERE run_no = ? ORDER BY act_no DESC LIMIT ?
            """;
    private static final String REQUESTED = """
            SELECT q.subject FROM approval_request q JOIN allowance_run r ON r.run_no = q.subject
            WHERE q.kind = ? AND q.outcome IS NULL AND (?::smallint IS NULL OR r.district = ?)
            ORDER BY q.request_no LIMIT ?
            """;

    private static final String CLAIMS = """
            SELECT q.request_no, q.kind, q.subject, q.reason, q.asked_by, q.asked_as, q.asked_at, c.run_no, c.holder_id,
                   c.month, -l.fen AS fen, l.reason AS why, r.district
            FROM approval_request q
            JOIN allowance_collection c ON c.collection_no = q.subject
            JOIN allowance_line l ON l.run_no = c.run_no AND l.holder_id = c.holder_id AND l.month = c.month
                AND l.kind = c.kind
            JOIN allowance_run r ON r.run_no = c.run_no
            WHERE q.kind = ? AND q.outcome IS NULL AND (?::smallint IS NULL OR r.district = ?)
            """;
    private static final String EACH_CLAIM = CLAIMS + "ORDER BY q.request_no LIMIT ?";
    private static final String ONE_CLAIM = CLAIMS + "AND c.run_no = ? AND c.holder_id = ? AND c.month = ?";

    private final Transactions transactions;

    public RunHistory(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A step. */
    public record Act(AllowanceRun.State to, Instant at, String by, String reason) {}

    /**
     * What became of the payments; all 0 before they are ordered.
     *
     * @param takenBy who took in that some came back, by the names they sign in with; empty: nobody
     * @param own whether the reader is one of them, and so does not settle the run
     */
    public record Payments(long open, long paidFen, long returned, long returnedFen, String takenBy, boolean own) {}

    /**
     * A run with all that.
     *
     * @param acts the latest first
     * @param request what waits for a second person
     * @param accounts what changed under it since the list was made; none when nothing waits
     */
    public record Told(
            AllowanceRun run,
            List<Act> acts,
            Optional<ApprovalRequest> request,
            Payments payments,
            AccountChanges accounts) {}

    /**
     * A run that waits for a second person.
     *
     * @param changed how many on its list can no longer be paid; above zero: it can only be rejected
     * @param accounts of how many on its list the bank account changed since it was made
     */
    public record Waiting(AllowanceRun run, ApprovalRequest request, long changed, long accounts) {}

    /** A claim whose money is said to be there, and waits for a second person. */
    public record WaitingClaim(RunReads.Claim claim, District district, ApprovalRequest request) {}

    /** What waits for a second person and the actor may see, the longest first; at most a hundred. */
    public List<Waiting> listWaiting(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> {
            List<Waiting> waiting = new ArrayList<>();
            for (long runNo : requested(transaction, actor)) {
                AllowanceRun run = new RunStore(transaction).find(runNo).orElseThrow();
                Optional<ApprovalRequest> request = Approvals.findOpen(transaction, AllowanceRuns.PAY, runNo);
                if (request.isPresent()) {
                    long changed = new PaymentStore(transaction).countUnpayable(run);
                    long accounts = AccountChanges.count(transaction, runNo).people();
                    waiting.add(new Waiting(run, request.get(), changed, accounts));
                }
            }
            return waiting;
        });
    }

    private static List<Long> requested(Connection transaction, Actor actor) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(REQUESTED)) {
            select.setString(1, AllowanceRuns.PAY);
            Access.bind(actor, select, 2);
            select.setInt(4, MOST);
            List<Long> runs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    runs.add(row.getLong(1));
                }
            }
            return runs;
        }
    }

    /** Claims whose money waits for a second person and the actor may see, the longest first; at most a hundred. */
    public List<WaitingClaim> listWaitingClaims(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(EACH_CLAIM)) {
                of(actor, select);
                select.setInt(4, MOST);
                return waitingClaims(select);
            }
        });
    }

    /** The same of one claim. */
    public Optional<WaitingClaim> findWaitingClaim(Actor actor, RunReads.Claim claim) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(ONE_CLAIM)) {
                of(actor, select);
                select.setLong(4, claim.runNo());
                select.setLong(5, claim.holderId());
                select.setObject(6, claim.month().atDay(1));
                return waitingClaims(select).stream().findFirst();
            }
        });
    }

    private static void of(Actor actor, PreparedStatement select) throws SQLException {
        select.setString(1, AllowanceRuns.COLLECT);
        Access.bind(actor, select, 2);
    }

    private static List<WaitingClaim> waitingClaims(PreparedStatement select) throws SQLException {
        List<WaitingClaim> waiting = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                District district = District.ofCode(row.getInt("district"));
                waiting.add(new WaitingClaim(claim(row), district, Approvals.request(row)));
            }
        }
        return waiting;
    }

    private static RunReads.Claim claim(ResultSet row) throws SQLException {
        return new RunReads.Claim(
                row.getLong("run_no"),
                row.getLong("holder_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("fen"),
                row.getString("why"));
    }

    /** Tells of a run. */
    public Told tell(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> {
            AllowanceRun run = RunReads.run(transaction, actor, runNo);
            PaymentStore.Outcome outcome = new PaymentStore(transaction).outcome(actor, runNo);
            Optional<ApprovalRequest> request = Approvals.findOpen(transaction, AllowanceRuns.PAY, runNo);
            return new Told(
                    run,
                    acts(transaction, runNo),
                    request,
                    new Payments(
                            outcome.open(),
                            outcome.paidFen(),
                            outcome.returns(),
                            outcome.returnedFen(),
                            outcome.takenBy(),
                            outcome.own()),
                    request.isPresent() ? AccountChanges.tell(transaction, runNo) : AccountChanges.NONE);
        });
    }

    private static List<Act> acts(Connection transaction, long runNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ACTS)) {
            select.setLong(1, runNo);
            select.setInt(2, MOST);
            List<Act> acts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    acts.add(new Act(
                            AllowanceRun.State.valueOf(row.getString("to_state")),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("by"),
                            row.getString("reason")));
                }
            }
            return acts;
        }
    }
}
