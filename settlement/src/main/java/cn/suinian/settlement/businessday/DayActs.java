package cn.suinian.settlement.businessday;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayActStore.Signed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What staff do with a business day after it is cleared: reconcile, approve, pay, seal, and take back what was not paid
 * yet. Each act is one transaction with its entries in the day's history and in the audit trail; it is refused with a
 * {@link RefusedException}, and either way nothing is half-done. The order of days holds in every state.
 *
 * <p>Blocking. Safe for any number of threads and nodes: whoever comes second is told so.
 */
public final class DayActs {

    /** The kind of request that asks for a day to be approved; its subject is the act that reconciled the day. */
    public static final String APPROVE = "APPROVE_DAY";

    /** The kind of request that asks for a day to be re-opened; its subject is the latest act of the day. */
    public static final String REOPEN = "REOPEN_DAY";

    /** What else belongs to a step: it commits with it or not at all. */
    @FunctionalInterface
    public interface DayWork {
        /** Works in the transaction of the step. */
        void on(Connection transaction, LocalDate day) throws SQLException;
    }

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Days that are asked for at once; who has more waiting asks again. */
    private static final int MOST_ASKED = 62;

    private static final DayWork NOTHING = (transaction, day) -> {};

    private final Transactions transactions;
    private final List<DayGate> gates;
    private final AuditLog audit;
    private final Approvals approvals;
    private final Clock clock;

    /**
     * Acts on the days of this database.
     *
     * @param gates all that may block a step
     */
    public DayActs(Transactions transactions, List<DayGate> gates, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.gates = List.copyOf(gates);
        this.audit = audit;
        this.approvals = new Approvals(clock);
        this.clock = clock;
    }

    /**
     * A cleared day is reconciled: every statement was compared, or is excused by whoever may.
     *
     * @return false when it was so already
     */
    public boolean reconcile(Actor actor, LocalDate day) throws SQLException {
        require(actor, Permission.RECONCILE_ACT);
        return step(actor, day, State.RECONCILED, NOTHING);
    }

    /**
     * Asks for a reconciled day to be approved for payment, once the day before is approved or asked for.
     *
     * @return the number of the request, which another person decides
     */
    public long askToApprove(Actor actor, LocalDate day, String reason) throws SQLException {
        require(actor, Permission.RECONCILE_ACT);
        String why = StatedReason.of(reason, DayRefusal.REASON_NEEDED);
        return transactions.run(transaction -> {
            DayTurn turn = new DayTurn(transaction, gates).take();
            turn.requireAskable(day, approvals);
            return ask(transaction, actor, APPROVE, day, why);
        });
    }

    /**
     * What came of asking for one day of several.
     *
     * @param request that waits now; empty: it was not asked for
     * @param why it was not; empty: it was
     */
    public record Asked(LocalDate day, OptionalLong request, Optional<RefusedException> why) {}

    /** Days up to this one that are cleared or reconciled and not asked for, the oldest first, at most 62. */
    public List<LocalDate> listToAsk(Actor actor, LocalDate through) throws SQLException {
        require(actor, Permission.RECONCILE_ACT);
        return transactions.run(transaction -> {
            BusinessDayStore days = new BusinessDayStore(transaction);
            DayActStore acts = new DayActStore(transaction);
            List<LocalDate> toAsk = new ArrayList<>();
            for (State state : List.of(State.RECONCILED, State.CLEARED)) {
                for (BusinessDay each : days.listIn(state, MOST_ASKED)) {
                    long last = acts.getLast(each.day()).actNo();
                    if (!each.day().isAfter(through) && !approvals.isOpen(transaction, APPROVE, last)) {
                        toAsk.add(each.day());
                    }
                }
            }
            toAsk.sort(Comparator.naturalOrder());
            return List.copyOf(toAsk.subList(0, Math.min(MOST_ASKED, toAsk.size())));
        });
    }

    /**
     * Asks for all of those to be approved, with one reason, as after a weekend. A cleared day that nothing blocks is
     * reconciled and a reconciled one asked for, both in one transaction for the day; what is refused of one day
     * leaves it as it is, and the others go on.
     */
    public List<Asked> askToApproveThrough(Actor actor, LocalDate through, String reason) throws SQLException {
        String why = StatedReason.of(reason, DayRefusal.REASON_NEEDED);
        List<Asked> asked = new ArrayList<>();
        for (LocalDate day : listToAsk(actor, through)) {
            try {
                long request = transactions.run(transaction -> reconcileAndAsk(transaction, actor, day, why));
                asked.add(new Asked(day, OptionalLong.of(request), Optional.empty()));
            } catch (RefusedException refused) {
                asked.add(new Asked(day, OptionalLong.empty(), Optional.of(refused)));
            }
        }
        return asked;
    }

    private long reconcileAndAsk(Connection transaction, Actor actor, LocalDate day, String why) throws SQLException {
        DayTurn turn = new DayTurn(transaction, gates).take();
        boolean reconciles = turn.state(day) == State.CLEARED;
        if (reconciles) {
            turn.requireReady(day, State.RECONCILED);
            turn.move(day, State.RECONCILED, actor, Signed.PLAIN);
        }
        turn.requireAskable(day, approvals);
        if (reconciles) {
            turn.audit(audit, day, State.RECONCILED, actor, Signed.PLAIN);
        }
        return ask(transaction, actor, APPROVE, day, why);
    }

    /** Approves a day, as the state of this very moment allows; whoever asked cannot. */
    public void approve(Actor actor, long requestNo) throws SQLException {
        approve(actor, requestNo, Optional.empty());
    }

    /** The same for a reason of whoever approves, as one that holds for several days; the trail has it. */
    public void approve(Actor actor, long requestNo, String reason) throws SQLException {
        approve(actor, requestNo, Optional.of(StatedReason.of(reason, DayRefusal.REASON_NEEDED)));
    }

    private void approve(Actor actor, long requestNo, Optional<String> said) throws SQLException {
        require(actor, Permission.DAY_APPROVE);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, APPROVE, requestNo);
            DayTurn turn = new DayTurn(transaction, gates).take();
            LocalDate day = dayOf(transaction, request);
            turn.requireReady(day, State.APPROVED);
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            Signed signed = new Signed(request.reason(), requestNo);
            turn.move(day, State.APPROVED, actor, signed);
            turn.audit(audit, day, State.APPROVED, actor, new Signed(said.orElse(request.reason()), requestNo));
            return true;
        });
    }

    /** Declines to approve a day; it stays reconciled. */
    public void rejectApproval(Actor actor, long requestNo, String reason) throws SQLException {
        require(actor, Permission.DAY_APPROVE);
        end(actor, APPROVE, requestNo, reason, Outcome.REJECTED);
    }

    /**
     * An approved day is paid: its payment orders went out.
     *
     * @return false when it was so already
     */
    public boolean markPaid(Actor actor, LocalDate day) throws SQLException {
        return markPaid(actor, day, NOTHING);
    }

    /** The same, with whatever else has to happen in that transaction. */
    public boolean markPaid(Actor actor, LocalDate day, DayWork work) throws SQLException {
        require(actor, Permission.PAYOUT_APPROVE);
        return step(actor, day, State.PAID, work);
    }

    /**
     * A paid day is sealed.
     *
     * @param seal writes the seal, in the same transaction; a long one says how far it is through {@link DayProgress}
     * @return false when it was sealed already
     */
    public boolean seal(Actor actor, LocalDate day, DayWork seal) throws SQLException {
        require(actor, Permission.DAY_APPROVE);
        return step(actor, day, State.SEALED, seal);
    }

    /**
     * Asks for a day that is reconciled or approved, and not paid, to go back to cleared.
     *
     * @return the number of the request, which another person decides
     */
    public long askToReopen(Actor actor, LocalDate day, String reason) throws SQLException {
        require(actor, Permission.RECONCILE_ACT);
        String why = StatedReason.of(reason, DayRefusal.REASON_NEEDED);
        return transactions.run(transaction -> {
            DayTurn turn = new DayTurn(transaction, gates).take();
            turn.requireReopenable(day);
            return ask(transaction, actor, REOPEN, day, why);
        });
    }

    /** Re-opens a day; whoever asked cannot. */
    public void reopen(Actor actor, long requestNo) throws SQLException {
        require(actor, Permission.DAY_APPROVE);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, REOPEN, requestNo);
            DayTurn turn = new DayTurn(transaction, gates).take();
            LocalDate day = dayOf(transaction, request);
            turn.requireReopenable(day);
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            Signed signed = new Signed(request.reason(), requestNo);
            turn.move(day, State.CLEARED, actor, signed);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("DAY_REOPENED", "BUSINESS_DAY", day)
                            .with(Map.of("request", Long.toString(requestNo)))
                            .because(request.reason()));
            return true;
        });
    }

    /** Declines to re-open a day; it stays where it is. */
    public void rejectReopening(Actor actor, long requestNo, String reason) throws SQLException {
        require(actor, Permission.DAY_APPROVE);
        end(actor, REOPEN, requestNo, reason, Outcome.REJECTED);
    }

    /**
     * Takes an own request back; the day stays where it is.
     *
     * @param kind {@link #APPROVE} or {@link #REOPEN}
     */
    public void withdraw(Actor actor, String kind, long requestNo, String reason) throws SQLException {
        require(actor, Permission.RECONCILE_ACT);
        end(actor, kind, requestNo, reason, Outcome.WITHDRAWN);
    }

    /**
     * Somebody wants the days up to this one to be closed now and not at their hour; the trail has it before
     * {@link DayClose} begins.
     */
    public void startClose(Actor actor, LocalDate through) throws SQLException {
        require(actor, Permission.DAY_APPROVE);
        if (!through.isBefore(LocalDate.now(clock.withZone(SHANGHAI)))) {
            throw new RefusedException(DayRefusal.NOT_OVER, "day");
        }
        transactions.run(transaction -> {
            BusinessDayStore days = new BusinessDayStore(transaction);
            Optional<BusinessDay> day = days.find(through);
            if (day.isEmpty() && !days.findOpenDay().equals(Optional.of(through))) {
                throw new RefusedException(DayRefusal.NO_SUCH_DAY, "day");
            }
            if (day.filter(BusinessDay::isCleared).isPresent()) {
                throw new RefusedException(DayRefusal.CLOSED_ALREADY, "day");
            }
            return audit.append(transaction, actor, AuditEntry.of("DAY_CLOSE_STARTED", "BUSINESS_DAY", through));
        });
    }

    private boolean step(Actor actor, LocalDate day, State next, DayWork work) throws SQLException {
        return transactions.run(transaction -> {
            DayTurn turn = new DayTurn(transaction, gates).take();
            if (turn.state(day).compareTo(next) >= 0) {
                return false;
            }
            turn.requireReady(day, next);
            work.on(transaction, day);
            turn.move(day, next, actor, Signed.PLAIN);
            turn.audit(audit, day, next, actor, Signed.PLAIN);
            return true;
        });
    }

    private long ask(Connection transaction, Actor actor, String kind, LocalDate day, String why) throws SQLException {
        long subject = new DayActStore(transaction).getLast(day).actNo();
        long requestNo = approvals.ask(transaction, actor, kind, subject, why);
        audit.append(
                transaction,
                actor,
                AuditEntry.of(kind + "_ASKED", "BUSINESS_DAY", day)
                        .with(Map.of("request", Long.toString(requestNo)))
                        .because(why));
        return requestNo;
    }

    private void end(Actor actor, String kind, long requestNo, String reason, Outcome outcome) throws SQLException {
        String why = StatedReason.of(reason, DayRefusal.REASON_NEEDED);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, kind, requestNo, outcome);
            approvals.decide(transaction, actor, request, outcome);
            LocalDate day = new DayActStore(transaction)
                    .find(request.subject())
                    .orElseThrow()
                    .day();
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of(kind + "_" + outcome, "BUSINESS_DAY", day)
                            .with(Map.of("request", Long.toString(requestNo)))
                            .because(why));
            return true;
        });
    }

    /** The day, if it still is where it was when this was asked for. */
    private static LocalDate dayOf(Connection transaction, ApprovalRequest request) throws SQLException {
        DayActStore acts = new DayActStore(transaction);
        LocalDate day = acts.find(request.subject()).orElseThrow().day();
        if (acts.getLast(day).actNo() != request.subject()) {
            throw new RefusedException(DayRefusal.MOVED_MEANWHILE);
        }
        return day;
    }

    /**
     * For what is done to a business day, here and in other rooms.
     *
     * @throws RefusedException when they may not, or work for a part of the city: a day is of the whole
     */
    public static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(DayRefusal.NOT_ALLOWED);
        }
        if (actor.scope().district() != null) {
            throw new RefusedException(DayRefusal.CITY_ONLY);
        }
    }
}
