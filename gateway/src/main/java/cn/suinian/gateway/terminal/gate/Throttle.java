package cn.suinian.gateway.terminal.gate;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.guard.TokenBucket;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What one terminal may ask of one node: so many requests in a second, so many taps under way. One that has gone mad
 * hears 429 and takes nobody's place in the lanes.
 *
 * <p>Only proven terminals come here: a stranger cannot use up what is another's, and there is at most one entry for
 * each registered terminal.
 */
public final class Throttle {

    /** Seconds' worth of requests that may come at once. */
    private static final int BURST_SECONDS = 2;

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final int perSecond;
    private final int mostUnderWay;
    private final LongSupplier nanos;
    private final Map<Long, Use> uses = new ConcurrentHashMap<>();

    private record Use(TokenBucket bucket, AtomicInteger underWay) {}

    public Throttle(int perSecond, int mostUnderWay, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.mostUnderWay = mostUnderWay;
        this.nanos = nanos;
    }

    /** Counts a request; refuses it when its terminal has asked too often. */
    public void admit(long terminalId) {
        long wait = use(terminalId).bucket.take(nanos.getAsLong());
        if (wait > 0) {
            throw new Refused(ProblemCode.RATE_LIMITED, "this terminal asks too often; nothing was done, send it again")
                    .after(Math.toIntExact(Math.min(3600, 1 + wait / SECOND_NANOS)));
        }
    }

    /** Counts what an admitted request costs beyond the first. */
    public void owe(long terminalId, int more) {
        use(terminalId).bucket.owe(more, nanos.getAsLong());
    }

    /**
     * Counts taps as under way until they are answered. A terminal that has none under way may always send one batch.
     *
     * @throws Refused when too many of this terminal's taps are under way
     */
    public <T> Future<T> hold(long terminalId, int taps, Supplier<Future<T>> work) {
        AtomicInteger underWay = use(terminalId).underWay;
        int before = underWay.getAndAdd(taps);
        if (before > 0 && before + taps > mostUnderWay) {
            underWay.addAndGet(-taps);
            throw new Refused(
                            ProblemCode.RATE_LIMITED,
                            "too many taps of this terminal are not answered yet; nothing was done, send it again")
                    .after(1);
        }
        try {
            return work.get().onComplete(answered -> underWay.addAndGet(-taps));
        } catch (RuntimeException failure) {
            underWay.addAndGet(-taps);
            throw failure;
        }
    }

    private Use use(long terminalId) {
        Use known = uses.get(terminalId);
        return known != null ? known : uses.computeIfAbsent(terminalId, any -> fresh());
    }

    private Use fresh() {
        TokenBucket bucket = new TokenBucket(perSecond, perSecond * BURST_SECONDS, nanos.getAsLong());
        return new Use(bucket, new AtomicInteger());
    }
}
