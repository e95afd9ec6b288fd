package cn.suinian.gateway.counter.gate;

import cn.suinian.core.crypto.credential.RandomToken;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.guard.TokenBucket;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one client may ask of one node, and how often an address may fail to prove itself. Who failed too often waits;
 * whoever was given a token here, or proved one, in the last half hour is not kept waiting by others at the same
 * address, and a right secret never is.
 */
public final class ClientThrottle {

    private static final int FAILURES_PER_SECOND = 10;
    private static final int FAILURES_AT_ONCE = 100;
    private static final int BURST_SECONDS = 2;
    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final int perSecond;
    private final LongSupplier nanos;
    private final Cache<String, TokenBucket> clients = bounded().build();
    private final Cache<String, TokenBucket> addresses = bounded().build();
    private final Cache<ByteBuffer, Boolean> proven = bounded().build();

    public ClientThrottle(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    private static Caffeine<Object, Object> bounded() {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(REMEMBERED);
    }

    /** Counts a request of a client; refuses it when the client has asked too often. */
    void admit(String account) {
        TokenBucket bucket =
                clients.get(account, any -> new TokenBucket(perSecond, perSecond * BURST_SECONDS, nanos.getAsLong()));
        long wait = bucket.take(nanos.getAsLong());
        if (wait > 0) {
            throw new Refused(ProblemCode.RATE_LIMITED, "this client asks too often; nothing was done, send it again")
                    .after((int) (1 + wait / SECOND_NANOS));
        }
    }

    /**
     * Refuses to look at a proof from an address that failed too often.
     *
     * @param proof a token, or an id with its secret; only its hash is kept
     */
    public void requireMayTry(String address, String proof) {
        TokenBucket bucket = addresses.getIfPresent(address);
        if (bucket != null && bucket.isEmpty(nanos.getAsLong()) && proven.getIfPresent(hash(proof)) == null) {
            throw new Refused(
                            ProblemCode.RATE_LIMITED,
                            "too many tokens or secrets from this address were wrong; wait a moment")
                    .after(1);
        }
    }

    /** A proof from this address was wrong. */
    public void failed(String address, String proof) {
        proven.invalidate(hash(proof));
        addresses
                .get(address, any -> new TokenBucket(FAILURES_PER_SECOND, FAILURES_AT_ONCE, nanos.getAsLong()))
                .owe(1, nanos.getAsLong());
    }

    /** A proof was good. */
    public void proved(String proof) {
        proven.put(hash(proof), true);
    }

    private static ByteBuffer hash(String proof) {
        return ByteBuffer.wrap(RandomToken.hash(proof));
    }
}
