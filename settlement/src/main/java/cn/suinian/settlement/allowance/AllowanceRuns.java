package cn.suinian.settlement.allowance;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.approval.RequestEnd;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import cn.suinian.settlement.allowance.PaymentStore.Collection;
import cn.suinian.settlement.allowance.message.Notices;
import cn.suinian.settlement.allowance.payee.AccountChanges;
import cn.suinian.settlement.allowance.payee.Payees;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A district's month from the list to the order to pay. Each act is one transaction with its entry in the run's history
 * and in the audit trail; it is refused with a {@link RefusedException}, and either way nothing is half-done. Whoever
 * does an act again finds it done. Blocking; safe for any number of threads and nodes.
 */
public final class AllowanceRuns {

    /** The kind of request that asks for a run to be paid; its subject is the number of the run. */
    public static final String PAY = "PAY_ALLOWANCE";

    /** The kind of request that asks for a claim's money to be booked; its subject is the number of the collection. */
    public static final String COLLECT = "COLLECT_ALLOWANCE";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Hears how a list gets on, on the thread that makes it. */
    public interface Listener {

        /** Hears nothing. */
        Listener SILENT = (district, people) -> {};

        /** So many people of this district were looked at. */
        void reached(District district, long people);
    }

    private final Transactions transactions;
    private final AuditLog audit;
    private final Approvals approvals;
    private final Payees payees;
    private final Clock clock;
    private final RequestEnd collecting;

    public AllowanceRuns(Transactions transactions, DataVault vault, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.approvals = new Approvals(clock);
        this.payees = new Payees(vault);
        this.clock = clock;
        this.collecting = new RequestEnd(
                transactions, approvals, audit, COLLECT, AllowanceRefusal.REASON_NEEDED, AllowanceRuns::notCollected);
    }

    /** Lists a month of a district (by the 10th), or gives the list that is there. */
    public AllowanceRun list(Actor actor, YearMonth month, District district, Listener listener) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_PREPARE, district);
        if (month.isAfter(YearMonth.from(today()))) {
            throw new RefusedException(AllowanceRefusal.MONTH_TOO_EARLY, "month");
        }
        return transactions.run(transaction -> {
            RunStore runs = new RunStore(transaction);
            Optional<AllowanceRun> found = runs.find(month, district);
            return found.isPresent() ? found.get() : list(transaction, actor, month, district, listener, "");
        });
    }

    /** Makes the list of a run again, with what became known since; the old list stays, discarded. */
    public AllowanceRun listAgain(Actor actor, long runNo, String reason, Listener listener) throws SQLException {
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        return transactions.run(transaction -> {
            RunStore runs = new RunStore(transaction);
            AllowanceRun run = held(runs, actor, Permission.ALLOWANCE_PREPARE, runNo, State.LISTED);
            runs.move(run, State.DISCARDED, actor, why, null);
            return list(transaction, actor, run.month(), run.district(), listener, why);
        });
    }

    /**
     * One person of the district confirms the list and asks for it to be paid.
     *
     * @return the number of the request, which another person decides
     */
    public long confirm(Actor actor, long runNo, String reason) throws SQLException {
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        return transactions.run(transaction -> {
            RunStore runs = new RunStore(transaction);
            AllowanceRun run = held(runs, actor, Permission.ALLOWANCE_PREPARE, runNo, State.LISTED);
            long requestNo = approvals.ask(transaction, actor, PAY, runNo, why);
            runs.move(run, State.CONFIRMED, actor, why, requestNo);
            return recorded(
                    transaction,
                    actor,
                    entry("ALLOWANCE_CONFIRMED", run, requestNo).because(why),
                    requestNo);
        });
    }

    /**
     * Another person approves the payment: the books have it, accounts are taken down as they are now, and whoever is
     * stopped or changed will be told.
     *
     * @param seen the latest change of an account that they were shown, as {@link AccountChanges#last()}; 0: none
     * @throws RefusedException with {@code ACCOUNTS_CHANGED} when there is a later one
     */
    public void approve(Actor actor, long requestNo, long seen) throws SQLException {
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, PAY, requestNo);
            RunStore runs = new RunStore(transaction);
            AllowanceRun run = held(runs, actor, Permission.ALLOWANCE_APPROVE, request.subject(), State.CONFIRMED);
            requireUnchanged(new PaymentStore(transaction).countUnpayable(run));
            requireUnchanged(run.holders() - payees.freeze(transaction, run.runNo()));
            // After the accounts are taken down: what comes in between is then refused and never unseen.
            AccountChanges changes = AccountChanges.count(transaction, run.runNo());
            if (changes.last() > seen) {
                throw new RefusedException(
                        AllowanceRefusal.ACCOUNTS_CHANGED, null, Map.of("people", Long.toString(changes.people())));
            }
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            new RunPostings(transaction, run).approved();
            new Notices(transaction).queue(run.runNo(), today());
            runs.move(run, State.APPROVED, actor, request.reason(), requestNo);
            audit.append(
                    transaction,
                    actor,
                    entry("ALLOWANCE_APPROVED", run, requestNo).because(request.reason()));
            return true;
        });
    }

    /** The same for whoever was shown no account that changed; refused when one did. */
    public void approve(Actor actor, long requestNo) throws SQLException {
        approve(actor, requestNo, 0);
    }

    /** Declines to pay a run: it is a list again, which may be made again. */
    public void reject(Actor actor, long requestNo, String reason) throws SQLException {
        end(actor, Permission.ALLOWANCE_APPROVE, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes the own confirmation of a run back: it is a list again, which may be made again. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        end(actor, Permission.ALLOWANCE_PREPARE, requestNo, reason, Outcome.WITHDRAWN);
    }

    private void end(Actor actor, Permission permission, long requestNo, String reason, Outcome outcome)
            throws SQLException {
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, PAY, requestNo, outcome);
            RunStore runs = new RunStore(transaction);
            AllowanceRun run = held(runs, actor, permission, request.subject(), State.CONFIRMED);
            approvals.decide(transaction, actor, request, outcome);
            runs.move(run, State.LISTED, actor, why, requestNo);
            String act = outcome == Outcome.WITHDRAWN ? "ALLOWANCE_WITHDRAWN" : "ALLOWANCE_REJECTED";
            audit.append(transaction, actor, entry(act, run, requestNo).because(why));
            return true;
        });
    }

    /**
     * Orders the payments of an approved run (by the 20th): one a holder, whatever months it is for. Who is known by
     * now to have died before one of them, or whose last payment the bank returned from the same account, is not paid:
     * the payment counts as returned, and the next run judges its months.
     *
     * @return false when they were ordered already
     */
    public boolean order(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> {
            RunStore runs = new RunStore(transaction);
            AllowanceRun run = held(runs, actor, Permission.ALLOWANCE_PREPARE, runNo);
            if (run.state() == State.PAY_FILE || run.state() == State.RECONCILED) {
                return false;
            }
            requireState(run, State.APPROVED);
            int withheld = new PaymentStore(transaction).order(run, actor);
            new RunPostings(transaction, run).ordered();
            runs.move(run, State.PAY_FILE, actor, "", null);
            audit.append(
                    transaction,
                    actor,
                    entry("ALLOWANCE_ORDERED", run, 0)
                            .with(Map.of(
                                    "run", run.reference(),
                                    "holders", Integer.toString(run.holders()),
                                    "payableFen", Long.toString(run.payableFen()),
                                    "withheld", Integer.toString(withheld))));
            return true;
        });
    }

    /**
     * Every payment was paid or returned, and together they are what was confirmed, to the fen. What was returned is
     * owed again and comes back as arrears once the account is changed or good: so whoever took in that something was
     * returned does not settle the run, or one person with a file of their own making could have it paid again.
     *
     * @return false when it was reconciled already
     */
    public boolean reconcile(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> {
            RunStore runs = new RunStore(transaction);
            AllowanceRun run = held(runs, actor, Permission.ALLOWANCE_PREPARE, runNo);
            if (run.state() == State.RECONCILED) {
                return false;
            }
            requireState(run, State.PAY_FILE);
            PaymentStore.Outcome outcome = new PaymentStore(transaction).outcome(actor, runNo);
            if (outcome.open() > 0) {
                throw new RefusedException(
                        AllowanceRefusal.RESULTS_MISSING, null, Map.of("payments", Long.toString(outcome.open())));
            }
            if (outcome.own()) {
                throw new RefusedException(AllowanceRefusal.TOOK_THE_RESULTS, "run");
            }
            if (outcome.paidFen() + outcome.returnedFen() != run.payableFen()) {
                throw new IllegalStateException("run " + runNo + " ordered another sum than it lists");
            }
            new RunPostings(transaction, run).returned(outcome.returnedFen() - outcome.lateFen());
            runs.move(run, State.RECONCILED, actor, "", null);
            audit.append(
                    transaction,
                    actor,
                    entry("ALLOWANCE_RECONCILED", run, 0)
                            .with(Map.of(
                                    "run", run.reference(),
                                    "paidFen", Long.toString(outcome.paidFen()),
                                    "returnedFen", Long.toString(outcome.returnedFen()))));
            return true;
        });
    }

    /**
     * One person says that the money of a claim came back to the district's account.
     *
     * @return the number of the request, which another person decides
     */
    public long askCollected(Actor actor, long runNo, long holderId, YearMonth month, String reason)
            throws SQLException {
        String why = StatedReason.of(reason, AllowanceRefusal.REASON_NEEDED);
        return transactions.run(transaction -> {
            AllowanceRun run = held(new RunStore(transaction), actor, Permission.ALLOWANCE_PREPARE, runNo);
            Collection claim = new Collection(runNo, holderId, month);
            PaymentStore payments = new PaymentStore(transaction);
            long collectionNo = had(payments.ask(claim), payments, claim);
            long requestNo = approvals.ask(transaction, actor, COLLECT, collectionNo, why);
            AuditEntry entry = entry("ALLOWANCE_COLLECTION_ASKED", run, claim).because(why);
            return recorded(transaction, actor, entry, requestNo);
        });
    }

    /** Another person, who saw the money too, books it: the claim is settled. Not while a list is made (BUSY). */
    public void approveCollected(Actor actor, long requestNo) throws SQLException {
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, COLLECT, requestNo);
            // A list that is being made could withdraw the claim without knowing that it is collected.
            RunLister.oneAtATime(transaction);
            PaymentStore payments = new PaymentStore(transaction);
            Collection claim = payments.asked(request.subject());
            AllowanceRun run = held(new RunStore(transaction), actor, Permission.ALLOWANCE_APPROVE, claim.runNo());
            long fen = had(payments.collect(claim, actor, requestNo), payments, claim);
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            new RunPostings(transaction, run).collected(claim.holderId(), claim.month(), fen);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("ALLOWANCE_COLLECTED", "HOLDER", claim.holderId())
                            .with(Map.of(
                                    "run", run.reference(),
                                    "month", claim.month().toString(),
                                    "fen", Long.toString(fen)))
                            .because(request.reason()));
            return true;
        });
    }

    private static long had(OptionalLong found, PaymentStore payments, Collection claim) throws SQLException {
        if (found.isEmpty()) {
            throw new RefusedException(payments.whyNot(claim));
        }
        return found.getAsLong();
    }

    /** The money is not there: the claim stays open. */
    public void rejectCollected(Actor actor, long requestNo, String reason) throws SQLException {
        collecting.end(actor, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes the own word back that the money came: the claim stays open. */
    public void withdrawCollected(Actor actor, long requestNo, String reason) throws SQLException {
        collecting.end(actor, requestNo, reason, Outcome.WITHDRAWN);
    }

    private AllowanceRun list(
            Connection transaction, Actor actor, YearMonth month, District district, Listener listener, String why)
            throws SQLException {
        RunStore runs = new RunStore(transaction);
        RunStore.Months there = runs.months(district, month);
        if (there.last() != null && there.last().isAfter(month)) {
            throw new RefusedException(AllowanceRefusal.MONTH_TOO_LATE, "month");
        }
        if (there.openBefore()) {
            throw new RefusedException(AllowanceRefusal.EARLIER_RUN_OPEN, "month");
        }
        long runNo = new RunLister(transaction, listener).list(month, district);
        runs.record(runNo, null, State.LISTED, actor, why, null);
        AllowanceRun run = runs.hold(runNo).orElseThrow();
        audit.append(transaction, actor, entry("ALLOWANCE_LISTED", run, 0));
        return run;
    }

    private static AllowanceRun held(RunStore runs, Actor actor, Permission permission, long runNo, State... states)
            throws SQLException {
        AllowanceRun run =
                runs.hold(runNo).orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_RUN, "run"));
        Access.require(actor, permission, run.district());
        for (State state : states) {
            requireState(run, state);
        }
        return run;
    }

    private static void requireUnchanged(long people) {
        if (people > 0) {
            throw new RefusedException(AllowanceRefusal.FACTS_CHANGED, null, Map.of("people", Long.toString(people)));
        }
    }

    private static void requireState(AllowanceRun run, State state) {
        if (run.state() != state) {
            throw new RefusedException(
                    AllowanceRefusal.WRONG_STATE,
                    "run",
                    Map.of("state", run.state().name()));
        }
    }

    /** What was asked for is on record; the number of the request. */
    private long recorded(Connection transaction, Actor actor, AuditEntry entry, long requestNo) throws SQLException {
        audit.append(transaction, actor, entry);
        return requestNo;
    }

    private static AuditEntry notCollected(Connection transaction, Actor actor, long collectionNo, Outcome outcome)
            throws SQLException {
        Collection claim = new PaymentStore(transaction).asked(collectionNo);
        AllowanceRun run = new RunStore(transaction).hold(claim.runNo()).orElseThrow();
        Access.requireEnd(actor, outcome, run.district());
        String act = outcome == Outcome.WITHDRAWN ? "ALLOWANCE_COLLECTION_WITHDRAWN" : "ALLOWANCE_COLLECTION_REJECTED";
        return entry(act, run, claim);
    }

    private static AuditEntry entry(String act, AllowanceRun run, Collection claim) {
        return AuditEntry.of(act, "HOLDER", claim.holderId())
                .with(Map.of("run", run.reference(), "month", claim.month().toString()));
    }

    private static AuditEntry entry(String act, AllowanceRun run, long requestNo) {
        Map<String, String> values = Map.of(
                "run", run.reference(),
                "holders", Integer.toString(run.holders()),
                "payableFen", Long.toString(run.payableFen()),
                "recoveryFen", Long.toString(run.recoveryFen()),
                "request", requestNo == 0 ? "" : Long.toString(requestNo));
        return AuditEntry.of(act, "ALLOWANCE_RUN", run.runNo()).with(values);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }
}
