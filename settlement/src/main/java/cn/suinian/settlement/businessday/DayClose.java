package cn.suinian.settlement.businessday;

import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.CloseListener.Progress;
import cn.suinian.settlement.businessday.CloseRefused.Reason;
import cn.suinian.settlement.businessday.DayActStore.Closer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Closes business days, in order, one node at a time. A close that was killed or refused may be run again at any time
 * and goes on where it was; a day that is closed stays as it is.
 */
public final class DayClose {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final DataSource database;
    private final Clock clock;
    private final ClosePolicy policy;
    private final String by;

    /**
     * Closes days of this database.
     *
     * @param database gives a session of its own at every call, not one of a pool
     * @param by which node and process this is; others read it while this one holds the lock
     */
    public DayClose(DataSource database, Clock clock, ClosePolicy policy, String by) {
        this.database = database;
        this.clock = clock;
        this.policy = policy;
        this.by = by;
    }

    /**
     * Closes one day, which must be the first that is not closed.
     *
     * @return whether this call closed it; false when it was closed before
     * @throws CloseRefused when it may not be closed now
     * @throws SQLException when the database failed: run it again
     */
    public boolean close(LocalDate day, CloseListener listener) throws SQLException {
        refuseUnlessOver(day);
        try (CloseLock lock = CloseLock.take(database, by)) {
            BusinessDayStore days = new BusinessDayStore(lock.connection());
            LocalDate next = firstUncleared(days);
            if (day.isBefore(next)) {
                return alreadyClosed(days, day);
            }
            if (day.isAfter(next)) {
                throw new CloseRefused(
                        Reason.OUT_OF_ORDER, day + " cannot be closed yet: " + next + " has to be closed first");
            }
            try (ToldProgress told = new ToldProgress(database, by, listener)) {
                closeNext(lock, new Turn(day, 1, 1, told), Closer.node(by));
            }
            return true;
        }
    }

    /**
     * Closes every day that is not closed yet, up to and with this one, oldest first.
     *
     * @return the days this call closed; none when there was nothing to close
     * @throws CloseRefused as {@link #close}; the days before the one it names are closed
     * @throws SQLException when the database failed: run it again
     */
    public List<LocalDate> closeThrough(LocalDate last, CloseListener listener) throws SQLException {
        return closeThrough(last, listener, Closer.node(by));
    }

    /** The same because a member of staff wants it now: the history of those days names them. */
    public List<LocalDate> closeThrough(LocalDate last, CloseListener listener, Actor wanted) throws SQLException {
        return closeThrough(last, listener, Closer.staff(wanted));
    }

    private List<LocalDate> closeThrough(LocalDate last, CloseListener listener, Closer closer) throws SQLException {
        refuseUnlessOver(last);
        try (CloseLock lock = CloseLock.take(database, by)) {
            LocalDate first = firstUncleared(new BusinessDayStore(lock.connection()));
            long count = ChronoUnit.DAYS.between(first, last) + 1;
            List<LocalDate> closed = new ArrayList<>();
            try (ToldProgress told = new ToldProgress(database, by, listener)) {
                for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                    closeNext(lock, new Turn(day, closed.size() + 1L, count, told), closer);
                    closed.add(day);
                }
            }
            return closed;
        }
    }

    private void refuseUnlessOver(LocalDate day) {
        LocalDate today = LocalDate.now(clock.withZone(SHANGHAI));
        if (day.isAfter(today) || (day.equals(today) && !policy.todayToo())) {
            throw new CloseRefused(Reason.DAY_NOT_OVER, day + " is not over: in Shenzhen it is " + today);
        }
    }

    private static LocalDate firstUncleared(BusinessDayStore days) throws SQLException {
        days.start();
        return days.findFirstUncleared()
                .orElseThrow(() -> new CloseRefused(
                        Reason.NO_OPEN_DAY, "no business day is open: this database was not set up yet"));
    }

    private static boolean alreadyClosed(BusinessDayStore days, LocalDate day) throws SQLException {
        if (days.find(day).isEmpty()) {
            throw new CloseRefused(Reason.DAY_NEVER_OPENED, day + " was never a business day here");
        }
        return false;
    }

    private void closeNext(CloseLock lock, Turn turn, Closer closer) throws SQLException {
        Optional<BusinessDay> found = new BusinessDayStore(lock.connection()).find(turn.day());
        State state = found.map(BusinessDay::state).orElse(State.OPEN);
        turn.reached(CloseStep.STARTED, "the day is " + state);
        DayCloseSteps steps = new DayCloseSteps(lock.connection(), policy, closer, turn);
        if (state == State.OPEN) {
            steps.cut();
        }
        steps.awaitTapsUnderWay();
        steps.clear();
    }

    /** A day whose turn it is, and who wants to hear of it. */
    record Turn(LocalDate day, long ordinal, long of, CloseListener listener) {

        void reached(CloseStep step, String detail) {
            listener.reached(new Progress(day, ordinal, of, step, detail));
        }
    }
}
