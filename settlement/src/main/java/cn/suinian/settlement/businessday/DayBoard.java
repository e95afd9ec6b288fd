package cn.suinian.settlement.businessday;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.businessday.BusinessDay.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What staff see of business days: where each is, what keeps it there, what runs, what waits for a signature. */
public final class DayBoard {

    private static final int MOST_DAYS = 100;
    private static final int MOST_WAITING = 200;

    /**
     * A day on the board.
     *
     * @param last the step that brought it to where it is; empty: the first day of a city that never closed one
     * @param next the state it can go to; empty: it is sealed, or not closed yet
     * @param earlier the day before, when that one has to make the same step first
     * @param blockers what keeps it from there, without the order of days; in a list they are looked up only for
     *     days whose turn it is, since a gate may read all that is payable
     * @param stays what keeps it from ever being opened again, as money that went to the bank; looked up for a page of
     *     one day alone
     * @param later the day after, when that one has to be opened again first; looked up for a page of one day alone
     * @param progress a long step that is under way, or that died; see {@link DayProgress#seen()}
     */
    public record Line(
            BusinessDay day,
            Optional<DayAct> last,
            Optional<State> next,
            Optional<LocalDate> earlier,
            List<Blocker> blockers,
            Optional<Blocker> stays,
            Optional<LocalDate> later,
            Optional<DayProgress> progress) {
        public Line {
            blockers = List.copyOf(blockers);
        }
    }

    /**
     * A request about a day that waits for a second person.
     *
     * @param stale the day moved since: it can only be rejected
     */
    public record Waiting(ApprovalRequest request, LocalDate day, boolean stale) {}

    private final Transactions transactions;
    private final List<DayGate> gates;
    private final Approvals approvals;

    public DayBoard(Transactions transactions, List<DayGate> gates, Clock clock) {
        this.transactions = transactions;
        this.gates = List.copyOf(gates);
        this.approvals = new Approvals(clock);
    }

    /**
     * Days, newest first, a page at a time.
     *
     * @param before the day at the end of the page before; empty: from the newest
     * @param count at most 100
     */
    public List<Line> list(Actor actor, Optional<LocalDate> before, int count) throws SQLException {
        require(actor);
        int most = Math.min(count, MOST_DAYS);
        return transactions.run(transaction -> {
            BusinessDayStore days = new BusinessDayStore(transaction);
            List<BusinessDay> page = page(days, before, most);
            if (page.isEmpty()) {
                page = first(days, before);
            }
            if (page.isEmpty()) {
                // The first close wrote a day down between the two looks.
                page = page(days, before, most);
            }
            List<Line> lines = new ArrayList<>();
            for (BusinessDay day : page) {
                lines.add(line(transaction, day, false));
            }
            return lines;
        });
    }

    private static List<BusinessDay> page(BusinessDayStore days, Optional<LocalDate> before, int most)
            throws SQLException {
        return before.isPresent() ? days.listBefore(before.get(), most) : days.listLatest(most);
    }

    /** One day as the board shows it. */
    public Optional<Line> find(Actor actor, LocalDate day) throws SQLException {
        require(actor);
        return transactions.run(transaction -> {
            BusinessDayStore days = new BusinessDayStore(transaction);
            Optional<BusinessDay> found = days.find(day);
            if (found.isEmpty()) {
                found = first(days, Optional.of(day.plusDays(1))).stream()
                        .filter(open -> open.day().equals(day))
                        .findFirst();
            }
            if (found.isEmpty()) {
                // Its first close wrote it down between the two looks.
                found = days.find(day);
            }
            return found.isEmpty() ? Optional.empty() : Optional.of(line(transaction, found.get(), true));
        });
    }

    /**
     * How many days before this one are in one of these states, however long ago they were; a city that never closed
     * one has its open day alone.
     */
    public long countBefore(Actor actor, LocalDate day, Set<State> states) throws SQLException {
        require(actor);
        return transactions.run(transaction -> {
            BusinessDayStore days = new BusinessDayStore(transaction);
            long never =
                    states.contains(State.OPEN) ? first(days, Optional.of(day)).size() : 0;
            return days.countBefore(day, states) + never;
        });
    }

    /** Every step a day made, in order. */
    public List<DayAct> listActs(Actor actor, LocalDate day) throws SQLException {
        require(actor);
        return transactions.run(transaction -> new DayActStore(transaction).list(day));
    }

    /** What waits for a second signature, the oldest first, at most 200 of each kind. */
    public List<Waiting> listWaiting(Actor actor) throws SQLException {
        require(actor);
        return transactions.run(transaction -> {
            DayActStore acts = new DayActStore(transaction);
            List<Waiting> waiting = new ArrayList<>();
            for (String kind : List.of(DayActs.APPROVE, DayActs.REOPEN)) {
                for (ApprovalRequest request : approvals.listOpen(transaction, kind, MOST_WAITING)) {
                    LocalDate day = acts.find(request.subject()).orElseThrow().day();
                    boolean stale = acts.getLast(day).actNo() != request.subject();
                    waiting.add(new Waiting(request, day, stale));
                }
            }
            return waiting;
        });
    }

    private Line line(Connection transaction, BusinessDay day, boolean alone) throws SQLException {
        Optional<State> next = next(day.state());
        Optional<LocalDate> earlier = next.isEmpty()
                ? Optional.empty()
                : earlier(transaction, day.day().minusDays(1), next.get());
        boolean look = next.isPresent() && (alone || earlier.isEmpty());
        DayTurn turn = new DayTurn(transaction, gates);
        List<Blocker> blockers =
                !look ? List.of() : alone ? turn.told(day.day(), next.get()) : turn.blockers(day.day(), next.get());
        boolean back = alone && (day.state() == State.RECONCILED || day.state() == State.APPROVED);
        List<Blocker> stays = back ? turn.blockers(day.day(), State.CLEARED) : List.of();
        return new Line(
                day,
                new DayActStore(transaction).findLast(day.day()),
                next,
                earlier,
                blockers,
                stays.stream().findFirst(),
                back ? later(transaction, day.day().plusDays(1)) : Optional.empty(),
                DayProgress.find(transaction, day.day()));
    }

    private static Optional<LocalDate> earlier(Connection transaction, LocalDate before, State next)
            throws SQLException {
        return new BusinessDayStore(transaction)
                .find(before)
                .filter(day -> day.state().compareTo(next) < 0)
                .map(BusinessDay::day);
    }

    private static Optional<LocalDate> later(Connection transaction, LocalDate after) throws SQLException {
        return new BusinessDayStore(transaction)
                .find(after)
                .filter(day -> day.state().compareTo(State.CLEARED) > 0)
                .map(BusinessDay::day);
    }

    /** A city that never closed a day has an open one, which is not written down before its first close. */
    private static List<BusinessDay> first(BusinessDayStore days, Optional<LocalDate> before) throws SQLException {
        if (!days.listLatest(1).isEmpty()) {
            return List.of();
        }
        return days
                .findOpenDay()
                .filter(open -> before.isEmpty() || open.isBefore(before.get()))
                .map(open -> new BusinessDay(open, State.OPEN, Optional.empty(), Optional.empty(), Optional.empty()))
                .stream()
                .toList();
    }

    private static Optional<State> next(State state) {
        return switch (state) {
            case OPEN, CUT, SEALED -> Optional.empty();
            case CLEARED -> Optional.of(State.RECONCILED);
            case RECONCILED -> Optional.of(State.APPROVED);
            case APPROVED -> Optional.of(State.PAID);
            case PAID -> Optional.of(State.SEALED);
        };
    }

    private static void require(Actor actor) {
        if (!actor.may(Permission.DAY_VIEW)) {
            throw new RefusedException(DayRefusal.NOT_ALLOWED);
        }
    }
}
