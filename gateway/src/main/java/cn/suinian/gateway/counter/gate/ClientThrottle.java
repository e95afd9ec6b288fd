package cn.suinian.gateway.counter.gate;

import cn.suinian.core.crypto.credential.RandomToken;
import cn.suinian.core.network.IpAddress;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.guard.TokenBucket;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * What one client may ask of one node, and how often an address may fail to prove itself (of IPv6 a network of 64
 * bits, since one machine has all of it). Who failed too often waits; whoever was given a token here, or proved one, in
 * the last half hour is not kept waiting by others at the same address, and a right secret only while several others
 * from there are being looked at.
 */
public final class ClientThrottle {

    private static final int FAILURES_PER_SECOND = 10;
    private static final int FAILURES_AT_ONCE = 100;
    private static final int BURST_SECONDS = 2;
    private static final int TOKENS_PER_SECOND = 20;
    private static final int SUSPECTS_AT_ONCE = 4;
    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final int perSecond;
    private final LongSupplier nanos;
    private final Cache<String, TokenBucket> clients = bounded().build();
    private final Cache<String, TokenBucket> tokens = bounded().build();
    private final Semaphore suspects = new Semaphore(SUSPECTS_AT_ONCE);
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
        admit(clients, account, perSecond);
    }

    /** The same of the tokens that it is given, each of which is a row: whoever needs more of them has a loop. */
    public void admitToken(String account) {
        admit(tokens, account, TOKENS_PER_SECOND);
    }

    private void admit(Cache<String, TokenBucket> buckets, String account, int rate) {
        TokenBucket bucket =
                buckets.get(account, any -> new TokenBucket(rate, rate * BURST_SECONDS, nanos.getAsLong()));
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
        if (suspect(address, proof)) {
            throw tooManyWrong();
        }
    }

    /** Looks into the database whether a secret is right. */
    @FunctionalInterface
    public interface Look<T> {
        /** What whoever has the right one gets. */
        T at() throws SQLException;
    }

    /**
     * Looks at a secret; at those from addresses that failed too often a few at once, so that guessing takes neither
     * the workers nor the connections of everybody else. One that was right in the last half hour does not wait.
     */
    public <T> T look(String address, String proof, Look<T> look) throws SQLException {
        if (!suspect(address, proof)) {
            return look.at();
        }
        if (!suspects.tryAcquire()) {
            throw tooManyWrong();
        }
        try {
            return look.at();
        } finally {
            suspects.release();
        }
    }

    private boolean suspect(String address, String proof) {
        TokenBucket bucket = addresses.getIfPresent(IpAddress.networkOf(address));
        return bucket != null && bucket.isEmpty(nanos.getAsLong()) && proven.getIfPresent(hash(proof)) == null;
    }

    private static Refused tooManyWrong() {
        return new Refused(
                        ProblemCode.RATE_LIMITED,
                        "too many tokens or secrets from this address were wrong; wait a moment")
                .after(1);
    }

    /** A proof from this address was wrong. */
    public void failed(String address, String proof) {
        proven.invalidate(hash(proof));
        addresses
                .get(
                        IpAddress.networkOf(address),
                        any -> new TokenBucket(FAILURES_PER_SECOND, FAILURES_AT_ONCE, nanos.getAsLong()))
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
