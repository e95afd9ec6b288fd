package cn.suinian.gateway.console.form;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of files there may be in memory at once, of everybody's forms together. Whoever brings more is told to
 * come again in a moment, before it is read where the length is known. Safe for any number of threads.
 */
public final class UploadRoom {

    /** A file is held once, copied once to be read, and a growing buffer has up to as much to spare. */
    private static final int COPIES = 4;

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    UploadRoom(long bytes) {
        this.bytes = bytes;
    }

    /** Half of this process's heap is the most that files come to, but one of the largest always has room. */
    public static UploadRoom ofHeap(long largest) {
        return new UploadRoom(Math.max(largest, Runtime.getRuntime().maxMemory() / 2 / COPIES));
    }

    /** A place for what one request brings; it takes nothing yet. */
    public Place place() {
        return new Place();
    }

    /** The bytes that are taken now. */
    long taken() {
        return taken.get();
    }

    private boolean take(long more) {
        if (taken.addAndGet(more) <= bytes) {
            return true;
        }
        taken.addAndGet(-more);
        return false;
    }

    /** What one request has taken. */
    public final class Place {
        private long mine;
        private boolean left;

        private Place() {}

        /** Whether there is room for so many bytes in all. */
        synchronized boolean hold(long all) {
            if (left) {
                return false;
            }
            if (all > mine) {
                if (!take(all - mine)) {
                    return false;
                }
                mine = all;
            }
            return true;
        }

        /** Nothing of it is needed any more; once is enough. */
        public synchronized void leave() {
            if (!left) {
                left = true;
                taken.addAndGet(-mine);
            }
        }
    }
}
