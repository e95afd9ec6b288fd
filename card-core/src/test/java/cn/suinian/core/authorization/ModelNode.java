package cn.suinian.core.authorization;

import cn.suinian.core.authorization.Fate.Weather;
import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.Tap;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of the house as far as a tap is concerned: the real lanes over one cache, on virtual time, with the model
 * for a database. It may die at any moment: then nothing of it ever runs again.
 */
public final class ModelNode {

    /**
     * Where a node stands.
     *
     * @param world the time that all nodes share
     * @param weather what becomes of the calls to the database
     * @param mutant what is broken in it
     */
    public record Place(
            ManualTrack world,
            ModelDatabase database,
            Ruling ruling,
            Weather weather,
            @Nullable Mutant mutant) {}

    /** Hears what becomes of what it presented here. */
    public interface Terminal<A> {
        void answered(A answer);

        void refused(Cause why);
    }

    private final Place place;
    private final LaneConfig config;
    private final NodeTrack track;
    private final Cache<Long, Remembered> cache;
    private final List<ModelLedger> ledgers = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();

    public ModelNode(Place place, LaneConfig config, Consumer<Supplier<String>> trace) {
        this.place = place;
        this.config = config;
        this.track = new NodeTrack(place.world);
        Mutant mutant = place.mutant;
        Cache<Long, Remembered> remembered =
                Caffeine.newBuilder().executor(Runnable::run).build();
        this.cache = mutant == null ? remembered : mutant.cache(remembered);
        for (int number = 0; number < config.lanes(); number++) {
            addLane(number, trace);
        }
    }

    private void addLane(int number, Consumer<Supplier<String>> trace) {
        ModelLedger ledger = new ModelLedger(
                track,
                place.world,
                place.database,
                place.weather,
                line -> trace.accept(() -> "lane " + number + " " + line.get()));
        Mutant mutant = place.mutant;
        ledgers.add(ledger);
        lanes.add(new Lane(
                track,
                mutant == null ? ledger : mutant.ledger(ledger),
                config,
                cache,
                () -> place.ruling,
                new LaneMeters(new CompositeMeterRegistry(), number),
                mutant == null ? Decider::decide : mutant.decision()));
    }

    /** Presents a tap, as the authorizer does. */
    public void present(Tap tap, Terminal<Answer> terminal) {
        board(new PendingTap(tap, track.nowMillis() + config.deadlineMillis()), terminal);
    }

    /** Asks for a reversal, as the authorizer does. */
    public void present(Reversal.Request request, Terminal<Reversal> terminal) {
        board(new PendingReversal(request, track.nowMillis() + config.deadlineMillis()), terminal);
    }

    private <A> void board(Passenger<A> passenger, Terminal<A> terminal) {
        passenger.answer().onComplete(terminal::answered, failure -> terminal.refused(((NotAuthorized) failure).why()));
        lanes.get(Authorizer.laneOf(passenger.holderId(), lanes.size())).board(passenger);
    }

    /** What the authorizer does every now and then. */
    public void sweep() {
        lanes.forEach(Lane::sweep);
    }

    /** Forgets someone, as a full cache does. */
    public void forget(long holderId) {
        cache.invalidate(holderId);
    }

    /** Is gone, whatever it was doing. What it sent to the database is on its own. */
    public void crash() {
        track.alive = false;
    }

    /** Takes no more taps; done when those it took are answered. */
    public Future<Void> stop() {
        return Future.join(lanes.stream().map(Lane::stop).toList()).mapEmpty();
    }

    /** What a lane did with a connection that no lane may do; null when nothing. */
    public @Nullable String misuse() {
        return ledgers.stream()
                .map(ModelLedger::misuse)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static final class NodeTrack implements Track {

        private final ManualTrack world;
        private boolean alive = true;

        NodeTrack(ManualTrack world) {
            this.world = world;
        }

        @Override
        public void run(Runnable work) {
            later(0, work);
        }

        @Override
        public void later(long millis, Runnable work) {
            world.later(millis, () -> {
                if (alive) {
                    work.run();
                }
            });
        }

        @Override
        public long nowMillis() {
            return world.nowMillis();
        }
    }
}
