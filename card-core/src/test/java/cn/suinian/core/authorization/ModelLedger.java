package cn.suinian.core.authorization;

import cn.suinian.core.authorization.Fate.Call;
import cn.suinian.core.authorization.Fate.Reply;
import cn.suinian.core.authorization.Fate.Weather;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the {@link ModelDatabase} on which anything can go wrong, one call at a time. The caller's side of a
 * call runs on the node's track and dies with it; the database's side runs on the world's and does not.
 */
final class ModelLedger implements TapLedger {

    /** What befalls a call, as the lane's tests need it. */
    enum Mishap {
        NONE(MILLIS, Reply.ANSWER),
        /** The connection breaks before the database heard of it. */
        LOST_BEFORE(Fate.NEVER, Reply.LOST),
        /** It is done, and the connection breaks before the reply. */
        LOST_AFTER(MILLIS, Reply.LOST),
        /** The connection breaks, and the statement that was already sent is carried out a little later. */
        LOST_AND_DONE_LATER(MUCH_LATER_MILLIS, Reply.LOST),
        /** Rolled back, as after a deadlock. */
        ROLLED_BACK(Fate.NEVER, Reply.ROLLED_BACK),
        /** The database will not have it, this time. */
        REFUSED(Fate.NEVER, Reply.REFUSED),
        /** Nothing comes back until the connection is dropped. */
        HANGS(Fate.NEVER, Reply.SILENCE);

        private final long doneMillis;
        private final Reply reply;

        Mishap(long doneMillis, Reply reply) {
            this.doneMillis = doneMillis;
            this.reply = reply;
        }

        Fate fate() {
            return new Fate(doneMillis, reply, MILLIS);
        }
    }

    static final long MILLIS = 10;
    static final long MUCH_LATER_MILLIS = 35;

    private final Track node;
    private final Track world;
    private final ModelDatabase database;
    private final Weather weather;
    private final Consumer<Supplier<String>> trace;
    private final Map<Call, Queue<Mishap>> mishaps = new EnumMap<>(Call.class);
    private Promise<?> underWay = answered();
    private int calls;
    private int closed;
    private @Nullable Call throwing;
    private @Nullable String misuse;

    ModelLedger(Track track, ModelDatabase database) {
        this(track, track, database, call -> Mishap.NONE.fate(), line -> {});
    }

    ModelLedger(Track node, Track world, ModelDatabase database, Weather weather, Consumer<Supplier<String>> trace) {
        this.node = node;
        this.world = world;
        this.database = database;
        this.weather = weather;
        this.trace = trace;
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

    /** How the lane broke the rules of a connection, if it did: an error thrown here ends in a future of the lane's. */
    @Nullable
    String misuse() {
        return misuse;
    }

    @Override
    public Future<Loaded> load(Collection<Long> holderIds) {
        return call(Call.LOAD, holderIds, () -> database.load(holderIds));
    }

    @Override
    public Future<Map<TapKey, StoredTap>> lookUp(Collection<TapKey> keys) {
        return call(Call.LOOK_UP, keys, () -> database.lookUp(keys));
    }

    @Override
    public Future<Set<Long>> post(Batch batch) {
        return call(Call.POST, batch.accounts(), () -> database.post(batch));
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

    private <T> Future<T> call(Call call, Collection<?> of, Supplier<T> transaction) {
        forbid(closed > 0, "a call after the connection was closed");
        forbid(!underWay.future().isComplete(), "two calls at once on one connection");
        calls++;
        if (call == throwing) {
            throwing = null;
            throw new IllegalStateException("thrown on purpose");
        }
        Promise<T> reply = Promise.promise();
        underWay = reply;
        Mishap scripted = mishaps.get(call).poll();
        Fate fate = scripted != null ? scripted.fate() : weather.of(call);
        trace.accept(() -> call + " of " + of.size() + ": " + (database.up() ? fate : "no database"));
        follow(database.up() ? fate : Mishap.LOST_BEFORE.fate(), transaction, reply);
        return reply.future();
    }

    private <T> void follow(Fate fate, Supplier<T> transaction, Promise<T> reply) {
        int session = database.session();
        if (fate.done()) {
            world.later(fate.doneMillis(), () -> carryOut(fate, session, transaction, reply));
        }
        switch (fate.reply()) {
            case ANSWER, SILENCE -> {}
            case LOST -> hear(fate.replyMillis(), reply, lost());
            case ROLLED_BACK -> hear(fate.replyMillis(), reply, new LedgerFailure(Kind.ROLLED_BACK, "40P01", null));
            case REFUSED -> hear(fate.replyMillis(), reply, new LedgerFailure(Kind.REFUSED, "XX000", null));
        }
    }

    private <T> void carryOut(Fate fate, int session, Supplier<T> transaction, Promise<T> reply) {
        boolean answers = fate.reply() == Reply.ANSWER;
        if (session != database.session()) {
            if (answers) {
                hear(0, reply, lost());
            }
            return;
        }
        try {
            T result = transaction.get();
            if (answers) {
                node.later(fate.replyMillis() - fate.doneMillis(), () -> {
                    if (session == database.session()) {
                        reply.tryComplete(result);
                    } else {
                        reply.tryFail(lost());
                    }
                });
            }
        } catch (LedgerFailure failure) {
            if (answers) {
                hear(0, reply, failure);
            }
        }
    }

    private void hear(long afterMillis, Promise<?> reply, LedgerFailure failure) {
        node.later(afterMillis, () -> reply.tryFail(failure));
    }

    private void forbid(boolean broken, String rule) {
        if (broken) {
            misuse = rule;
            throw new AssertionError(rule);
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
