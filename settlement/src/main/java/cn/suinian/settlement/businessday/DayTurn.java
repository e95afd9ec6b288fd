package cn.suinian.settlement.businessday;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayActStore.Signed;
import cn.suinian.settlement.businessday.DayActStore.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One step of one day in one transaction, whose turn no other node has meanwhile. */
final class DayTurn {

    private static final String TURN = "SELECT pg_try_advisory_xact_lock(" + CloseLock.KEY + ")";

    private final Connection transaction;
    private final List<DayGate> gates;
    private final BusinessDayStore days;
    private final DayActStore acts;

    DayTurn(Connection transaction, List<DayGate> gates) {
        this.transaction = transaction;
        this.gates = gates;
        this.days = new BusinessDayStore(transaction);
        this.acts = new DayActStore(transaction);
    }

    /** Has the turn until the transaction ends; the same lock that a close holds for its session. */
    DayTurn take() throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery(TURN)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new RefusedException(DayRefusal.DAY_BUSY);
            }
        }
        return this;
    }

    State state(LocalDate day) throws SQLException {
        return days.hold(day)
                .orElseThrow(() -> new RefusedException(DayRefusal.NO_SUCH_DAY, "day"))
                .state();
    }

    /** The day may make the step to this state now: it and the day before are where they have to be, nothing blocks. */
    void requireReady(LocalDate day, State next) throws SQLException {
        requireReached(day, before(next));
        if (isBehind(day.minusDays(1), next)) {
            throw earlierFirst(day);
        }
        requireNothingBlocks(day, next);
    }

    /**
     * The day may be asked to be approved: as for its approval, but that the day before may be asked for and wait. When
     * it is approved the order of days is looked at again.
     */
    void requireAskable(LocalDate day, Approvals approvals) throws SQLException {
        requireReached(day, State.RECONCILED);
        LocalDate yesterday = day.minusDays(1);
        if (isBehind(yesterday, State.APPROVED)
                && !approvals.isOpen(
                        transaction, DayActs.APPROVE, acts.getLast(yesterday).actNo())) {
            throw earlierFirst(day);
        }
        requireNothingBlocks(day, State.APPROVED);
    }

    private void requireReached(LocalDate day, State state) throws SQLException {
        if (state(day) != state) {
            throw new RefusedException(DayRefusal.NOT_THERE_YET, "day");
        }
    }

    private boolean isBehind(LocalDate day, State state) throws SQLException {
        return days.find(day)
                .filter(earlier -> earlier.state().compareTo(state) < 0)
                .isPresent();
    }

    private static RefusedException earlierFirst(LocalDate day) {
        return new RefusedException(
                DayRefusal.EARLIER_DAY_FIRST,
                "day",
                Map.of("day", day.minusDays(1).toString()));
    }

    private void requireNothingBlocks(LocalDate day, State next) throws SQLException {
        List<Blocker> blockers = blockers(day, next);
        if (!blockers.isEmpty()) {
            String what = blockers.stream()
                    .map(blocker -> blocker.code() + " " + blocker.count())
                    .collect(Collectors.joining(", "));
            throw new RefusedException(DayRefusal.BLOCKED, "day", Map.of("blockers", what));
        }
    }

    /** The day may go back: nothing of it is paid, and no later day builds on it. */
    void requireReopenable(LocalDate day) throws SQLException {
        switch (state(day)) {
            case OPEN, CUT, CLEARED -> throw new RefusedException(DayRefusal.NOT_RECONCILED, "day");
            case PAID, SEALED -> throw new RefusedException(DayRefusal.PAID_ALREADY, "day");
            case RECONCILED, APPROVED -> {
                if (!blockers(day, State.CLEARED).isEmpty()) {
                    throw new RefusedException(DayRefusal.PARTLY_PAID, "day");
                }
                requireLast(day);
            }
        }
    }

    private void requireLast(LocalDate day) throws SQLException {
        LocalDate tomorrow = day.plusDays(1);
        if (days.find(tomorrow)
                .filter(later -> later.state().compareTo(State.CLEARED) > 0)
                .isPresent()) {
            throw new RefusedException(DayRefusal.LATER_DAY_FIRST, "day", Map.of("day", tomorrow.toString()));
        }
    }

    List<Blocker> blockers(LocalDate day, State next) throws SQLException {
        List<Blocker> blockers = new ArrayList<>();
        for (DayGate gate : gates) {
            blockers.addAll(gate.blockers(transaction, day, next));
        }
        return blockers;
    }

    /** The same for a page about this day alone. */
    List<Blocker> told(LocalDate day, State next) throws SQLException {
        List<Blocker> blockers = new ArrayList<>();
        for (DayGate gate : gates) {
            blockers.addAll(gate.told(transaction, day, next));
        }
        return blockers;
    }

    /** Moves the day, and writes down that and who. */
    void move(LocalDate day, State to, Actor actor, Signed signed) throws SQLException {
        State from = state(day);
        if (!days.move(day, from, to)) {
            throw new IllegalStateException(day + " moved under our hands");
        }
        acts.record(Step.byStaff(day, from, to, actor, signed));
    }

    /** The audit entry of a move; nothing may follow it. */
    void audit(AuditLog audit, LocalDate day, State to, Actor actor, Signed signed) throws SQLException {
        AuditEntry entry = AuditEntry.of("DAY_" + to, "BUSINESS_DAY", day)
                .with(
                        signed.request() == null
                                ? Map.of()
                                : Map.of("request", signed.request().toString()));
        audit.append(transaction, actor, signed.reason().isEmpty() ? entry : entry.because(signed.reason()));
    }

    private static State before(State next) {
        return switch (next) {
            case RECONCILED -> State.CLEARED;
            case APPROVED -> State.RECONCILED;
            case PAID -> State.APPROVED;
            case SEALED -> State.PAID;
            case OPEN, CUT, CLEARED -> throw new IllegalArgumentException("nobody takes a day to " + next);
        };
    }
}
