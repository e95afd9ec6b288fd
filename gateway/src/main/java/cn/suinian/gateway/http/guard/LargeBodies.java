package cn.suinian.gateway.http.guard;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory for bodies beyond the size of one tap, shared by all that arrive at a node: whoever sends them is not proven
 * before they are whole, and ten thousand connections with a mebibyte each would be the end of it.
 */
public final class LargeBodies {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** So many bytes for all of them together. */
    public LargeBodies(long mostBytes) {
        this.most = mostBytes;
    }

    /** An eighth of the heap. */
    public static LargeBodies ofThisProcess() {
        return new LargeBodies(Runtime.getRuntime().maxMemory() / 8);
    }

    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
