package cn.suinian.settlement.businessday;

import cn.suinian.settlement.businessday.CloseRefused.Reason;
import cn.suinian.settlement.businessday.DayActStore.Closer;
import cn.suinian.settlement.businessday.DayClose.Turn;
import cn.suinian.settlement.businessday.TapWriters.Writer;
import cn.suinian.settlement.clearing.Clearing;
import cn.suinian.settlement.clearing.TapCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The steps of closing one day; each is whole or did not happen. */
final class DayCloseSteps {

    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final Connection connection;
    private final ClosePolicy policy;
    private final Closer by;
    private final Turn turn;
    private final LocalDate day;

    DayCloseSteps(Connection connection, ClosePolicy policy, Closer by, Turn turn) {
        this.connection = connection;
        this.policy = policy;
        this.by = by;
        this.turn = turn;
        this.day = turn.day();
    }

    /** From here on, postings find the next day open. */
    void cut() throws SQLException {
        Transaction.run(connection, open -> {
            if (!new BusinessDayStore(open).cut(day, by)) {
                throw new CloseRefused(
                        Reason.OPEN_DAY_MOVED,
                        "%s is open for settlement, but not for posting: open_business_day was changed by hand"
                                .formatted(day));
            }
            return null;
        });
        turn.reached(CloseStep.CUT, "taps settle in " + day.plusDays(1) + " now");
    }

    /** Waits for the transactions that were writing taps after the cut: their snapshots may be older than it. */
    void awaitTapsUnderWay() throws SQLException {
        TapWriters writers = new TapWriters(connection);
        long patience = System.nanoTime() + policy.patience().toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        int told = 0;
        List<Writer> left = writers.list();
        while (!left.isEmpty()) {
            if (left.size() != told) {
                told = left.size();
                turn.reached(CloseStep.WAITING, told + " transactions that write taps are under way");
            }
            if (System.nanoTime() > patience) {
                throw tapsUnderWay(left);
            }
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            left = writers.listAmong(left);
        }
        turn.reached(CloseStep.FINAL, "no tap can join the day any more");
    }

    /** Lines, journal and state in one transaction. */
    void clear() throws SQLException {
        TapCounts taps = Transaction.run(connection, open -> {
            Clearing clearing = new Clearing(open);
            TapCounts added = clearing.addLines(day);
            long reversed = clearing.addReversals(day);
            turn.reached(
                    CloseStep.LINES_ADDED,
                    "%d taps approved, %d declined, %d reversed"
                            .formatted(added.approved(), added.declined(), reversed));
            int entries = clearing.postJournal(day);
            turn.reached(CloseStep.JOURNAL_POSTED, entries + " journal entries");
            if (!new BusinessDayStore(open).cleared(day, by, added)) {
                throw new IllegalStateException(day + " is not cut");
            }
            return added;
        });
        turn.reached(
                CloseStep.CLEARED,
                "%d taps, %d of them late".formatted(taps.approved() + taps.declined(), taps.late()));
    }

    private CloseRefused tapsUnderWay(List<Writer> left) {
        Writer oldest =
                left.stream().max(Comparator.comparingLong(Writer::seconds)).orElseThrow();
        return new CloseRefused(
                Reason.TAPS_UNDER_WAY,
                ("%s is cut but not cleared: %d transactions that may hold taps of it did not end within %d s."
                                + " The oldest: %s. End it if it hangs (SELECT pg_terminate_backend(%d)),"
                                + " then close the day again")
                        .formatted(day, left.size(), policy.patience().toSeconds(), oldest.described(), oldest.pid()));
    }

    /** PostgreSQL tells nobody when a transaction ends, so we look again, ever less often. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CloseRefused(Reason.INTERRUPTED, "the close was interrupted; run it again");
        }
    }
}
