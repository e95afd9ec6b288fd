package cn.suinian.core.authorization;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A track whose time is moved by the test. Work runs in order of its time and, at one time, in order of being asked
 * for; nothing runs unless the test says so.
 */
public final class ManualTrack implements Track {

    private record Work(long at, long order, Runnable what) {}

    private final PriorityQueue<Work> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Work::at).thenComparingLong(Work::order));
    private long now = 1_000;
    private long asked;

    @Override
    public void run(Runnable work) {
        later(0, work);
    }

    @Override
    public void later(long millis, Runnable work) {
        agenda.add(new Work(now + millis, asked++, work));
    }

    @Override
    public long nowMillis() {
        return now;
    }

    /** How many things wait to be done, now or later. */
    public int waiting() {
        return agenda.size();
    }

    /** When the next thing is due; never when nothing waits. */
    public long nextMillis() {
        Work next = agenda.peek();
        return next == null ? Long.MAX_VALUE : next.at;
    }

    /** Does everything that is due now. */
    void runDue() {
        while (!agenda.isEmpty() && agenda.peek().at <= now) {
            agenda.poll().what.run();
        }
    }

    /** Does the next thing, moving time to it. */
    public boolean step() {
        Work next = agenda.poll();
        if (next == null) {
            return false;
        }
        now = Math.max(now, next.at);
        next.what.run();
        return true;
    }

    /** Moves time on, doing what becomes due on the way. */
    public void advance(long millis) {
        long until = now + millis;
        while (!agenda.isEmpty() && agenda.peek().at <= until) {
            step();
        }
        now = until;
    }

    /** Goes on until nothing is left to do. */
    void runAll() {
        for (int steps = 0; step(); steps++) {
            if (steps > 1_000_000) {
                throw new AssertionError("never comes to rest");
            }
        }
    }
}
