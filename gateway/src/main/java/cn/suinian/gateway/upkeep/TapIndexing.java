package cn.suinian.gateway.upkeep;

import cn.suinian.core.holder.timeline.TapsByHolder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the index of taps by holder on days that are cut, on a thread of its own, one after the other with a rest as
 * long as each took.
 */
public final class TapIndexing {

    /** No timer yet: 0 is the first of this Vert.x, whosever it is. */
    private static final long NONE = -1;

    private static final Logger LOG = LoggerFactory.getLogger(TapIndexing.class);
    private static final long FIRST_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 600_000;
    private static final long STOP_SECONDS = 10;
    private static final int LONGEST_MINUTES = 10;
    private static final String HELD = "55P03";

    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final TapsByHolder indexes;
    private final Clock clock;
    private volatile boolean stopped;
    private volatile Future<?> underWay = Future.succeededFuture();
    private volatile long timer = NONE;

    private TapIndexing(Vertx vertx, TapsByHolder indexes, Clock clock) {
        this.vertx = vertx;
        this.worker = vertx.createSharedWorkerExecutor("taps-by-holder", 1, LONGEST_MINUTES, TimeUnit.MINUTES);
        this.indexes = indexes;
        this.clock = clock;
    }

    /** Begins in a few seconds, so that a start is not held up. */
    public static TapIndexing start(Vertx vertx, TapsByHolder indexes, Clock clock) {
        TapIndexing indexing = new TapIndexing(vertx, indexes, clock);
        indexing.after(FIRST_MILLIS);
        return indexing;
    }

    /** Waits for the index that is being made; it is there whole or not at all. */
    public Future<Void> stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        return underWay.timeout(STOP_SECONDS, TimeUnit.SECONDS).transform(ended -> worker.close());
    }

    private void after(long millis) {
        if (!stopped) {
            timer = vertx.setTimer(Math.max(1, millis), tick -> look());
        }
    }

    private void look() {
        long began = System.nanoTime();
        underWay = worker.executeBlocking(() -> indexes.makeNext(clock.instant()))
                .onComplete(done -> {
                    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                    if (done.failed()) {
                        fail(done.cause());
                    }
                    Optional<LocalDate> made = done.failed() ? Optional.empty() : done.result();
                    made.ifPresent(day -> LOG.info("taps of {} are found by holder now, after {} ms", day, took));
                    after(made.isPresent() ? took : PAUSE_MILLIS);
                });
    }

    private void fail(Throwable cause) {
        if (stopped) {
            return;
        }
        String state = cause instanceof SQLException failure
                ? failure.getSQLState()
                : cause.getClass().getSimpleName();
        if (HELD.equals(state)) {
            LOG.info("a day is being written to, its index by holder is made later");
        } else {
            LOG.warn("no index of taps by holder: {}; it will be tried again", state);
        }
    }
}
