package cn.suinian.core.authorization;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.Ruling.Limits;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.reference.Reference;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Authorises taps: hands each to its holder's lane, which decides it and makes it durable. The answer comes after the
 * commit and not before.
 */
public final class Authorizer {

    private static final long SWEEP_MILLIS = 50;

    private final Vertx vertx;
    private final LaneConfig config;
    private final List<Lane> lanes = new ArrayList<>();
    private final Track clock;
    private final long sweeper;

    private Authorizer(Vertx vertx, LaneConfig config, List<Track> tracks, LaneFactory factory) {
        this.vertx = vertx;
        this.config = config;
        this.clock = tracks.get(0);
        for (int i = 0; i < tracks.size(); i++) {
            lanes.add(factory.lane(tracks.get(i), i));
        }
        this.sweeper = vertx.setPeriodic(SWEEP_MILLIS, tick -> {
            for (int i = 0; i < tracks.size(); i++) {
                tracks.get(i).run(lanes.get(i)::sweep);
            }
        });
    }

    private interface LaneFactory {
        Lane lane(Track track, int number);
    }

    /** Opens the lanes, each with a thread and a connection of its own. */
    public static Future<Authorizer> open(
            Vertx vertx,
            PgConnectOptions database,
            LaneConfig config,
            Limits limits,
            Supplier<Reference> reference,
            MeterRegistry meters) {
        Cache<Long, Remembered> cache = Caffeine.newBuilder()
                .maximumSize(config.rememberedAccounts())
                .executor(Runnable::run)
                .build();
        Supplier<Ruling> ruling = () -> {
            Reference now = reference.get();
            return new Ruling(now.rules(), now.calendar(), limits);
        };
        return tracks(vertx, config.lanes())
                .map(tracks -> new Authorizer(
                        vertx,
                        config,
                        tracks,
                        (track, number) -> new Lane(
                                track,
                                new PostgresLedger(vertx, database),
                                config,
                                cache,
                                ruling,
                                new LaneMeters(meters, number))));
    }

    /**
     * Authorises one tap whose card is known and whose TAC is proven. May be called from any thread; the answer comes
     * on a lane's thread. Fails with {@link NotAuthorized}.
     */
    public Future<Answer> authorize(Tap tap) {
        return board(new PendingTap(tap, clock.nowMillis() + config.deadlineMillis()));
    }

    /**
     * Undoes one tap, once: asked again, the same row is answered. May be called from any thread; the answer comes on a
     * lane's thread. Fails with {@link NotAuthorized}.
     */
    public Future<Reversal> reverse(Reversal.Request request) {
        return board(new PendingReversal(request, clock.nowMillis() + config.deadlineMillis()));
    }

    private <A> Future<A> board(Passenger<A> passenger) {
        lanes.get(laneOf(passenger.holderId(), lanes.size())).board(passenger);
        return passenger.answer();
    }

    /** Takes no more taps and finishes those it took. */
    public Future<Void> stop() {
        List<Future<Void>> stopped = new ArrayList<>();
        lanes.forEach(lane -> stopped.add(lane.stop()));
        return Future.join(stopped)
                .eventually(() -> {
                    vertx.cancelTimer(sweeper);
                    return Future.succeededFuture();
                })
                .mapEmpty();
    }

    static int laneOf(long holderId, int lanes) {
        return (int) Math.floorMod((holderId * 0x9E3779B97F4A7C15L) >>> 32, (long) lanes);
    }

    /** A verticle is how Vert.x gives out an event loop of one's own. */
    private static Future<List<Track>> tracks(Vertx vertx, int count) {
        List<Future<Track>> tracks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Promise<Context> started = Promise.promise();
            tracks.add(vertx.deployVerticle(new VerticleBase() {
                        @Override
                        public Future<?> start() {
                            started.complete(context);
                            return Future.succeededFuture();
                        }
                    })
                    .compose(deployed -> started.future())
                    .map(context -> new VertxTrack(vertx, context)));
        }
        return Future.all(tracks).map(all -> all.list());
    }
}
