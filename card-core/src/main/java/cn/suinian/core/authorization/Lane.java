package cn.suinian.core.authorization;

import cn.suinian.core.authorization.LedgerFailure.Kind;
import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapKey;
import com.github.benmanes.caffeine.cache.Cache;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer for the holders that hash to it, with next-train group commit.
 *
 * <p>While a train (a batch) is with the database, arrivals wait on the platform; when it is back, all that waits, up
 * to a cap, is the next train. A lone tap leaves at once, and the fuller the platform the larger the train. Two trains
 * keep a headway of some milliseconds, because every one has a price of its own however few ride in it. A train loads
 * what it lacks, decides every tap in order against working copies, posts all of it in one statement and only then
 * answers.
 *
 * <p>Taps that cannot be answered yet (the account was changed elsewhere, the same key rides in the same train, it
 * must be looked up, the connection was lost) go back to the head of the platform; a deadline bounds how long. After a
 * lost connection nothing is assumed: every tap of that train is looked up before it is decided again, and since
 * posting compares the account's version, a copy of the statement that is still running somewhere can win or lose but
 * never count twice.
 *
 * <p>Everything below runs on the lane's track, one thread, except {@link #board}.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Track track;
    private final TapLedger ledger;
    private final LaneConfig config;
    private final Cache<Long, Remembered> cache;
    private final Supplier<Ruling> ruling;
    private final LaneMeters meters;
    private final Train.Decision decision;

    private final Queue<Passenger<?>> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean called = new AtomicBoolean();

    private final ArrayDeque<Passenger<?>> backOnPlatform = new ArrayDeque<>();
    private @Nullable Train underWay;
    private long departedMillis = Long.MIN_VALUE / 2;
    private int single;
    private long backOffMillis;
    private boolean resting;
    private boolean held;
    private LocalDate openDay = LocalDate.EPOCH;
    private LocalDate postedOn = LocalDate.EPOCH;
    private int unmoved;
    private volatile boolean stopping;
    private final Promise<Void> emptied = Promise.promise();

    Lane(
            Track track,
            TapLedger ledger,
            LaneConfig config,
            Cache<Long, Remembered> cache,
            Supplier<Ruling> ruling,
            LaneMeters meters) {
        this(track, ledger, config, cache, ruling, meters, Decider::decide);
    }

    Lane(
            Track track,
            TapLedger ledger,
            LaneConfig config,
            Cache<Long, Remembered> cache,
            Supplier<Ruling> ruling,
            LaneMeters meters,
            Train.Decision decision) {
        this.track = track;
        this.ledger = ledger;
        this.config = config;
        this.cache = cache;
        this.ruling = ruling;
        this.meters = meters;
        this.decision = decision;
        meters.watchQueue(waiting);
    }

    /** Takes a tap, from any thread. Its answer comes on the lane's track. */
    void board(Passenger<?> pending) {
        boolean full = waiting.incrementAndGet() > config.queueCapacity();
        if (full || stopping) {
            turnAway(pending, stopping ? Cause.STOPPING : Cause.QUEUE_FULL);
            return;
        }
        inbox.add(pending);
        if (called.compareAndSet(false, true)) {
            track.run(this::called);
        }
    }

    /** For a moment it counted as waiting: a lane that is stopping may have waited for it and has to look again. */
    private void turnAway(Passenger<?> pending, Cause why) {
        waiting.decrementAndGet();
        pending.giveUp(why);
        if (stopping) {
            track.run(this::depart);
        }
    }

    /** Answers 503 to whatever is past its deadline; called now and then. */
    void sweep() {
        long now = track.nowMillis();
        dropOverdue(backOnPlatform, now);
        dropOverdue(inbox, now);
        Train train = underWay;
        if (train != null) {
            for (Passenger<?> pending : train.passengers()) {
                if (pending.overdue(now)) {
                    pending.giveUpUnderWay();
                }
            }
            if (now - departedMillis > config.stuckMillis()) {
                LOG.warn("a batch has been under way for {} ms; dropping its connection", now - departedMillis);
                departedMillis = now;
                ledger.abandon();
            }
        }
    }

    /** Takes no more taps; done when every tap it took is answered and the connection is closed. */
    Future<Void> stop() {
        stopping = true;
        track.run(this::depart);
        return emptied.future().eventually(ledger::close);
    }

    private void called() {
        called.set(false);
        depart();
    }

    private void depart() {
        if (underWay != null || resting || hold()) {
            return;
        }
        Train train = collect();
        if (train.isEmpty()) {
            if (stopping && waiting.get() == 0) {
                emptied.tryComplete();
            }
            return;
        }
        underWay = train;
        departedMillis = track.nowMillis();
        meters.departed(train.longestWaitNanos(System.nanoTime()));
        Future.succeededFuture(train)
                .compose(this::load)
                .compose(loaded -> decideAndPost(train))
                .onComplete(arrived -> arrive(train, arrived.cause()));
    }

    /** A train that would follow the one before too closely stays until its time, unless it is full. */
    private boolean hold() {
        long early = departedMillis + config.headwayMillis() - track.nowMillis();
        if (early <= 0 || single > 0 || waiting.get() == 0 || waiting.get() >= config.batchCap()) {
            return false;
        }
        if (!held) {
            held = true;
            track.later(early, this::release);
        }
        return true;
    }

    private void release() {
        held = false;
        depart();
    }

    private Train collect() {
        int cap = single > 0 ? 1 : config.batchCap();
        single = Math.max(0, single - 1);
        List<Passenger<?>> taps = new ArrayList<>();
        while (taps.size() < cap) {
            Passenger<?> next = backOnPlatform.isEmpty() ? inbox.poll() : backOnPlatform.poll();
            if (next == null) {
                break;
            }
            waiting.decrementAndGet();
            if (next.overdue(track.nowMillis())) {
                next.giveUp(Cause.DEADLINE_PASSED);
            } else if (!next.done()) {
                taps.add(next);
            }
        }
        return new Train(taps);
    }

    /** Reads what the train lacks: accounts that are not in memory, and earlier taps of those that ask for it. */
    private Future<Void> load(Train train) {
        Set<Long> missing = new HashSet<>();
        Map<TapKey, List<Passenger<?>>> toLookUp = new LinkedHashMap<>();
        for (Passenger<?> pending : train.passengers()) {
            Facts known = remembered(pending.holderId());
            if (known == null || !pending.canBeDecidedOn(known)) {
                missing.add(pending.holderId());
            } else {
                train.knows(known);
            }
            if (pending.mustLookUp()) {
                toLookUp.computeIfAbsent(pending.key(), any -> new ArrayList<>())
                        .add(pending);
            }
        }
        Future<Void> looked = toLookUp.isEmpty() ? Future.succeededFuture() : lookUp(toLookUp);
        if (missing.isEmpty() && !openDay.equals(LocalDate.EPOCH)) {
            return looked;
        }
        return looked.compose(done -> ledger.load(missing)).map(loaded -> {
            for (Facts facts : loaded.facts().values()) {
                train.knows(facts);
                cache.put(facts.account().holderId(), new Remembered(facts));
            }
            learn(loaded.openDay());
            return null;
        });
    }

    private @Nullable Facts remembered(long holderId) {
        Remembered known = cache.getIfPresent(holderId);
        return known == null ? null : known.facts();
    }

    private void remember(Facts facts) {
        Remembered known = cache.getIfPresent(facts.account().holderId());
        if (known != null && known.isOf(facts)) {
            known.become(facts.account());
        } else {
            cache.put(facts.account().holderId(), new Remembered(facts));
        }
    }

    private Future<Void> lookUp(Map<TapKey, List<Passenger<?>>> toLookUp) {
        meters.lookedUp(toLookUp.size());
        return ledger.lookUp(toLookUp.keySet()).map(found -> {
            toLookUp.forEach((key, taps) -> {
                StoredTap stored = found.get(key);
                taps.forEach(pending -> pending.found(stored));
            });
            return null;
        });
    }

    private Future<Void> decideAndPost(Train train) {
        long loaded = System.nanoTime();
        train.decide(decision, ruling.get());
        long decided = System.nanoTime();
        meters.decided(decided - loaded);
        if (!train.hasPostings()) {
            train.settle(Set.of());
            return Future.succeededFuture();
        }
        return ledger.post(train.batch(openDay)).map(moved -> {
            meters.posted(train.postings(), System.nanoTime() - decided);
            train.settle(moved);
            train.movedFacts(moved).forEach(this::remember);
            return null;
        });
    }

    /** The train is back: whoever has no answer yet goes to the head of the platform. */
    private void arrive(Train train, @Nullable Throwable failure) {
        underWay = null;
        if (failure == null) {
            backOffMillis = 0;
            train.puzzling().forEach(cache::invalidate);
            forget(train.unmoved());
        } else {
            recover(train, failure);
        }
        goBack(train.unanswered());
        if (backOffMillis > 0) {
            resting = true;
            track.later(backOffMillis, this::rested);
        } else {
            depart();
        }
    }

    private void rested() {
        resting = false;
        depart();
    }

    private void forget(Set<Long> holders) {
        if (!holders.isEmpty()) {
            holders.forEach(cache::invalidate);
            unmoved += holders.size();
            postedOn = openDay;
            openDay = LocalDate.EPOCH;
        }
    }

    /** Why accounts did not move shows only now: their day is open still, or it was cut. */
    private void learn(LocalDate open) {
        if (unmoved > 0) {
            meters.unmoved(unmoved, !open.equals(postedOn));
            unmoved = 0;
        }
        openDay = open;
    }

    /** A database that says no is at work again: only one that does not answer, or cannot, is given time. */
    private void recover(Train train, Throwable failure) {
        Kind kind = failure instanceof LedgerFailure known ? known.kind() : Kind.REFUSED;
        meters.failed(kind);
        train.holders().forEach(cache::invalidate);
        openDay = LocalDate.EPOCH;
        switch (kind) {
            case KEY_TAKEN -> {
                backOffMillis = 0;
                train.passengers().forEach(Passenger::lookAgain);
            }
            case OUTCOME_UNKNOWN -> {
                LOG.warn(
                        "the outcome of a batch of {} is unknown; looking its taps up",
                        train.passengers().size());
                train.passengers().forEach(train.postingBegan() ? Passenger::outcomeUnknown : Passenger::lookAgain);
                slowDown();
            }
            case ROLLED_BACK -> slowDown();
            case REFUSED -> {
                backOffMillis = 0;
                isolate(train, failure);
            }
        }
    }

    /** One tap the database refuses must not take its fellow travellers down: each rides alone. */
    private void isolate(Train train, Throwable failure) {
        if (train.passengers().size() == 1) {
            LOG.error("the database refused a tap", failure);
            train.passengers().get(0).giveUp(Cause.REFUSED_BY_DATABASE);
        } else {
            single = train.unanswered().size();
        }
    }

    private void slowDown() {
        backOffMillis = Math.min(1_000, Math.max(20, backOffMillis * 2));
    }

    private void goBack(List<Passenger<?>> taps) {
        for (int i = taps.size() - 1; i >= 0; i--) {
            Passenger<?> pending = taps.get(i);
            if (backOffMillis == 0 && pending.anotherAttempt() > config.attempts()) {
                pending.giveUp(Cause.DEADLINE_PASSED);
            } else {
                waiting.incrementAndGet();
                pending.boardAgain();
                backOnPlatform.addFirst(pending);
            }
        }
    }

    private void dropOverdue(Queue<Passenger<?>> queue, long now) {
        for (Passenger<?> head = queue.peek(); head != null && head.overdue(now); head = queue.peek()) {
            queue.poll();
            waiting.decrementAndGet();
            head.giveUp(Cause.DEADLINE_PASSED);
        }
    }
}
