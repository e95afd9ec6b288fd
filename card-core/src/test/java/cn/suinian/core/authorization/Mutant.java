package cn.suinian.core.authorization;

import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.authorization.LedgerFailure.Kind;
import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Prior;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapKey;
import com.github.benmanes.caffeine.cache.Cache;
import io.vertx.core.Future;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The house with one rule broken on purpose. The simulator must notice each of them: a net that catches nothing when
 * something is there proves nothing when nothing is there.
 */
public enum Mutant {
    /** The store moves accounts without comparing their versions. */
    NO_COMPARE_AND_SWAP,
    /** After a lost connection the lane believes that nothing happened. */
    LOST_MEANS_NOTHING_HAPPENED,
    /** Looking a tap up finds nothing. */
    LOOK_UP_FINDS_NOTHING,
    /** The decision forgets which card counters were used. */
    NO_REPLAY_WINDOW,
    /** The answer does not wait for the commit. */
    ANSWERS_BEFORE_THE_COMMIT,
    /** An account that was changed elsewhere stays in memory. */
    KEEPS_STALE_ACCOUNTS,
    /** A key gives its answer to whatever TAC asks. */
    ANSWERS_ANY_TAC,
    /** The decision forgets the lunches that were had. */
    FORGETS_LUNCHES;

    /** Breaks the model where the rule is SQL in service. */
    public void breakDatabase(ModelDatabase database) {
        if (this == NO_COMPARE_AND_SWAP) {
            database.neverCompareVersions();
        }
    }

    Train.Decision decision() {
        return switch (this) {
            case NO_REPLAY_WINDOW ->
                (facts, tap, prior, ruling) -> Decider.decide(withoutWindow(facts), tap, prior, ruling);
            case FORGETS_LUNCHES ->
                (facts, tap, prior, ruling) ->
                        Decider.decide(facts.with(facts.account().withMeals(MealDays.NONE)), tap, prior, ruling);
            case ANSWERS_ANY_TAC ->
                (facts, tap, prior, ruling) ->
                        Decider.decide(facts, tap, new Prior(prior.state(), tap.tac(), prior.answer()), ruling);
            case NO_COMPARE_AND_SWAP,
                    LOST_MEANS_NOTHING_HAPPENED,
                    LOOK_UP_FINDS_NOTHING,
                    ANSWERS_BEFORE_THE_COMMIT,
                    KEEPS_STALE_ACCOUNTS -> Decider::decide;
        };
    }

    private static Facts withoutWindow(Facts facts) {
        return facts.with(facts.account().withCounters(ReplayWindow.NEW));
    }

    TapLedger ledger(TapLedger sound) {
        return switch (this) {
            case LOST_MEANS_NOTHING_HAPPENED ->
                new Wrapped(sound) {
                    @Override
                    public Future<Set<Long>> post(Batch batch) {
                        return sound.post(batch).recover(failure -> Future.failedFuture(harmless(failure)));
                    }
                };
            case LOOK_UP_FINDS_NOTHING ->
                new Wrapped(sound) {
                    @Override
                    public Future<Map<TapKey, StoredTap>> lookUp(Collection<TapKey> keys) {
                        return sound.lookUp(keys).map(Map.of());
                    }
                };
            case ANSWERS_BEFORE_THE_COMMIT -> new Hasty(sound);
            case NO_COMPARE_AND_SWAP, NO_REPLAY_WINDOW, KEEPS_STALE_ACCOUNTS, ANSWERS_ANY_TAC, FORGETS_LUNCHES -> sound;
        };
    }

    private static Throwable harmless(Throwable failure) {
        return failure instanceof LedgerFailure known && known.kind() == Kind.OUTCOME_UNKNOWN
                ? new LedgerFailure(Kind.ROLLED_BACK, "surely nothing happened", known)
                : failure;
    }

    @SuppressWarnings("unchecked") // a proxy of the same interface
    Cache<Long, Remembered> cache(Cache<Long, Remembered> sound) {
        if (this != KEEPS_STALE_ACCOUNTS) {
            return sound;
        }
        return (Cache<Long, Remembered>) Proxy.newProxyInstance(
                Mutant.class.getClassLoader(), new Class<?>[] {Cache.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("invalidate")) {
                        return null;
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private abstract static class Wrapped implements TapLedger {

        private final TapLedger sound;

        Wrapped(TapLedger sound) {
            this.sound = sound;
        }

        @Override
        public Future<Loaded> load(Collection<Long> holderIds) {
            return sound.load(holderIds);
        }

        @Override
        public Future<Map<TapKey, StoredTap>> lookUp(Collection<TapKey> keys) {
            return sound.lookUp(keys);
        }

        @Override
        public Future<Set<Long>> post(Batch batch) {
            return sound.post(batch);
        }

        @Override
        public void abandon() {
            sound.abandon();
        }

        @Override
        public Future<Void> close() {
            return sound.close();
        }
    }

    /** Says that all is posted while it is under way; the next call waits for it. */
    private static final class Hasty extends Wrapped {

        private final TapLedger sound;
        private Future<?> posting = Future.succeededFuture();

        Hasty(TapLedger sound) {
            super(sound);
            this.sound = sound;
        }

        @Override
        public Future<Loaded> load(Collection<Long> holderIds) {
            return posting.transform(any -> sound.load(holderIds));
        }

        @Override
        public Future<Map<TapKey, StoredTap>> lookUp(Collection<TapKey> keys) {
            return posting.transform(any -> sound.lookUp(keys));
        }

        @Override
        public Future<Set<Long>> post(Batch batch) {
            posting = posting.transform(any -> sound.post(batch));
            Set<Long> all = new TreeSet<>();
            batch.accounts().forEach(account -> all.add(account.holderId()));
            return Future.succeededFuture(all);
        }
    }
}
