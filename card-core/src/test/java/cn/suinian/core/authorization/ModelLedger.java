package cn.suinian.core.authorization;

import cn.suinian.core.authorization.LedgerFailure.Kind;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapKey;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection to the {@link ModelDatabase} on which anything can go wrong, one call at a time. */
final class ModelLedger implements TapLedger {

    /** What a call asks for. */
    enum Call {
        LOAD,
        LOOK_UP,
        POST
    }

    /** What befalls a call. */
    enum Mishap {
        NONE,
        /** The connection breaks before the database heard of it. */
        LOST_BEFORE,
        /** It is done, and the connection breaks before the reply. */
        LOST_AFTER,
        /** The connection breaks, and the statement that was already sent is carried out a little later. */
        LOST_AND_DONE_LATER,
        /** Rolled back, as after a deadlock. */
        ROLLED_BACK,
        /** Nothing comes back until the connection is dropped. */
        HANGS
    }

    static final long MILLIS = 10;
    static final long MUCH_LATER_MILLIS = 35;

    private final Track track;
    private final ModelDatabase database;
    private final Map<Call, Queue<Mishap>> mishaps = new EnumMap<>(Call.class);
    private Promise<?> underWay = answered();
    private int calls;
    private int closed;
    private @Nullable Call throwing;

    ModelLedger(Track track, ModelDatabase database) {
        this.track = track;
        this.database = database;
        for (Call call : Call.values()) {
            mishaps.put(call, new ArrayDeque<>());
        }
    }

    /** The next calls of this kind meet with these. */
    void befall(Call call, Mishap... next) {
        mishaps.get(call).addAll(List.of(next));
    }

    /** The next call of this kind throws instead of failing its future, as no ledger should. */
    void throwOnce(Call call) {
        throwing = call;
    }

    int calls() {
        return calls;
    }

    boolean closed() {
        return closed > 0;
    }

    @Override
    public Future<Loaded> load(Collection<Long> holderIds) {
        return call(Call.LOAD, () -> database.load(holderIds));
    }

    @Override
    public Future<Map<TapKey, StoredTap>> lookUp(Collection<TapKey> keys) {
        return call(Call.LOOK_UP, () -> database.lookUp(keys));
    }

    @Override
    public Future<Set<Long>> post(Batch batch) {
        return call(Call.POST, () -> database.post(batch));
    }

    @Override
    public void abandon() {
        underWay.tryFail(lost());
    }

    @Override
    public Future<Void> close() {
        closed++;
        return Future.succeededFuture();
    }

    private <T> Future<T> call(Call call, Supplier<T> transaction) {
        if (closed > 0) {
            throw new AssertionError("a call after the connection was closed");
        }
        if (!underWay.future().isComplete()) {
            throw new AssertionError("two calls at once on one connection");
        }
        calls++;
        if (call == throwing) {
            throwing = null;
            throw new IllegalStateException("thrown on purpose");
        }
        Promise<T> reply = Promise.promise();
        underWay = reply;
        Mishap mishap =
                mishaps.get(call).isEmpty() ? Mishap.NONE : mishaps.get(call).remove();
        switch (mishap) {
            case NONE -> track.later(MILLIS, () -> carryOut(transaction, reply));
            case LOST_BEFORE -> track.later(MILLIS, () -> reply.tryFail(lost()));
            case LOST_AFTER ->
                track.later(MILLIS, () -> {
                    carryOut(transaction, Promise.promise());
                    reply.tryFail(lost());
                });
            case LOST_AND_DONE_LATER -> {
                track.later(MILLIS, () -> reply.tryFail(lost()));
                track.later(MUCH_LATER_MILLIS, () -> carryOut(transaction, Promise.promise()));
            }
            case ROLLED_BACK ->
                track.later(MILLIS, () -> reply.tryFail(new LedgerFailure(Kind.ROLLED_BACK, "40P01", null)));
            case HANGS -> {}
        }
        return reply.future();
    }

    private static <T> void carryOut(Supplier<T> transaction, Promise<T> reply) {
        try {
            reply.tryComplete(transaction.get());
        } catch (LedgerFailure failure) {
            reply.tryFail(failure);
        }
    }

    private static Promise<Void> answered() {
        Promise<Void> reply = Promise.promise();
        reply.complete();
        return reply;
    }

    private static LedgerFailure lost() {
        return new LedgerFailure(Kind.OUTCOME_UNKNOWN, "the connection failed", null);
    }
}
