package cn.suinian.gateway.console.form;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of forms there may be in memory at once, of everybody's together. Whoever brings more is told to come
 * again in a moment, before it is read where the length is known. Bytes take room when they come, not when they are
 * promised. Safe for any number of threads.
 */
public final class UploadRoom {

    /** A file is held once, copied once to be read, and a growing buffer has up to as much to spare. */
    private static final int COPIES = 4;

    /** Files that one member of staff may be sending at a moment. */
    private static final int MOST_OF_ONE = 2;

    private static final long STRANGERS_AT_LEAST = 4;

    private final long bytes;
    private final Map<Object, Integer> sending = new ConcurrentHashMap<>();
    private final AtomicLong taken = new AtomicLong();

    UploadRoom(long bytes) {
        this.bytes = bytes;
    }

    /** Half of this process's heap is the most that files come to, but one of the largest always has room. */
    public static UploadRoom ofHeap(long largest) {
        return new UploadRoom(Math.max(largest, Runtime.getRuntime().maxMemory() / 2 / COPIES));
    }

    /** For plain forms, an eighth of the heap: whoever needs no session for them takes no room from files. */
    public static UploadRoom ofPlainForms() {
        return new UploadRoom(Runtime.getRuntime().maxMemory() / 8 / COPIES);
    }

    /** For small files of those without a session, which are read past for the fields beside them. */
    public static UploadRoom ofStrangers() {
        return new UploadRoom(Math.max(
                STRANGERS_AT_LEAST * BodyLimit.WITH_PHOTO.bytes(),
                Runtime.getRuntime().maxMemory() / 16 / COPIES));
    }

    /** For plain forms of those without a session, a sixteenth of the heap: they take no room from whoever has one. */
    public static UploadRoom ofStrangersForms() {
        return new UploadRoom(Runtime.getRuntime().maxMemory() / 16 / COPIES);
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

    private void goes(Object who) {
        sending.computeIfPresent(who, (same, count) -> count == 1 ? null : count - 1);
    }

    /** What one request has taken. */
    public final class Place {
        private long mine;
        private boolean left;
        private @Nullable Object sender;

        private Place() {}

        /** Whether one more file of this member of staff may come; their place says so once. */
        public boolean isFor(long staffId) {
            return isFor(staffId, MOST_OF_ONE);
        }

        /** Whether one more of this network may come beside as many as so many less one; their place says so once. */
        public boolean isForNetwork(String network, int most) {
            return isFor(network, most);
        }

        private synchronized boolean isFor(Object who, int most) {
            if (left || sender != null) {
                return false;
            }
            if (sending.merge(who, 1, Integer::sum) > most) {
                goes(who);
                return false;
            }
            sender = who;
            return true;
        }

        /** Whether so many bytes would have room now; they take none. */
        boolean hasRoom(long all) {
            return all <= bytes - taken.get();
        }

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
                if (sender != null) {
                    goes(sender);
                }
            }
        }
    }
}
