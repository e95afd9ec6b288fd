package cn.suinian.gateway.http.guard;

/**
 * How much may still be asked for: tokens come in at a steady rate up to a burst, and each request takes one. What a
 * request turns out to cost beyond that is owed, so that a large one is never impossible, only paid for afterwards.
 *
 * <p>Counts in nanoseconds of refill, so nothing is lost by rounding. Safe for any number of threads.
 */
public final class TokenBucket {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final long nanosPerToken;
    private final long burstNanos;
    private long filledNanos;
    private long lastNanos;

    /**
     * A full bucket.
     *
     * @param perSecond tokens that come in
     * @param burst tokens it holds at most
     * @param nowNanos a clock that never goes back, such as {@link System#nanoTime}
     */
    public TokenBucket(int perSecond, int burst, long nowNanos) {
        this.nanosPerToken = SECOND_NANOS / perSecond;
        this.burstNanos = burst * nanosPerToken;
        this.filledNanos = burstNanos;
        this.lastNanos = nowNanos;
    }

    /** Takes a token and returns 0, or takes none and returns how many nanoseconds to wait for one. */
    public synchronized long take(long nowNanos) {
        refill(nowNanos);
        if (filledNanos < nanosPerToken) {
            return nanosPerToken - filledNanos;
        }
        filledNanos -= nanosPerToken;
        return 0;
    }

    /** Takes tokens whether or not they are there; the next requests wait for them. */
    public synchronized void owe(int tokens, long nowNanos) {
        refill(nowNanos);
        filledNanos -= tokens * nanosPerToken;
    }

    /** Whether the next request would have to wait; takes nothing. */
    public synchronized boolean isEmpty(long nowNanos) {
        refill(nowNanos);
        return filledNanos < nanosPerToken;
    }

    private void refill(long nowNanos) {
        long passed = nowNanos - lastNanos;
        if (passed <= 0) {
            return;
        }
        lastNanos = nowNanos;
        filledNanos = passed >= burstNanos - filledNanos ? burstNanos : filledNanos + passed;
    }
}
