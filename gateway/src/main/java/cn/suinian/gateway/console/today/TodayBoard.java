package cn.suinian.gateway.console.today;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures as the node last read them, and the only one who may read them again: one reading at a time, at most
 * every two seconds, and never more often than ten times as long as the last one took. Nobody looking, nothing is
 * read.
 */
final class TodayBoard {

    private static final long LEAST_MILLIS = 2_000;
    private static final int TIMES_ITS_DURATION = 10;

    /** A failed reading is tried again after this at the latest, however long it took to fail. */
    private static final long MOST_AFTER_FAILURE_MILLIS = 15_000;

    /** How long a page waits for fresh figures when it has older ones, and when it has none. */
    private static final long PATIENCE_MILLIS = 700;

    private static final long PATIENCE_WITHOUT_MILLIS = 8_000;

    private static final Logger LOG = LoggerFactory.getLogger(TodayBoard.class);

    private final Vertx vertx;
    private final Clock clock;
    private final Supplier<Future<Today>> reading;
    private Shown shown = new Shown(null, false);
    private @Nullable Future<Shown> underWay;
    private long nextAtMillis = Long.MIN_VALUE;

    /**
     * What a page can show.
     *
     * @param today null when nothing could be read yet
     * @param failing whether the last reading failed, so that these figures are older than they should be
     */
    record Shown(@Nullable Today today, boolean failing) {}

    TodayBoard(Vertx vertx, Clock clock, Supplier<Future<Today>> reading) {
        this.vertx = vertx;
        this.clock = clock;
        this.reading = reading;
    }

    /** The newest figures to be had within a moment. Never fails. */
    Future<Shown> look() {
        Shown now = current();
        Future<Shown> fresh = refresh();
        if (fresh == null) {
            return Future.succeededFuture(now);
        }
        return within(now.today() == null ? PATIENCE_WITHOUT_MILLIS : PATIENCE_MILLIS, fresh);
    }

    private synchronized Shown current() {
        return shown;
    }

    /** The reading under way, or a new one if it is time; null when the figures are fresh enough. */
    private @Nullable Future<Shown> refresh() {
        Promise<Shown> promise;
        synchronized (this) {
            if (underWay != null) {
                return underWay;
            }
            if (clock.millis() < nextAtMillis) {
                return null;
            }
            promise = Promise.promise();
            underWay = promise.future();
        }
        long startedAt = clock.millis();
        Future<Shown> result = promise.future();
        read().onComplete(done -> promise.complete(finish(startedAt, done.result(), done.cause())));
        return result;
    }

    private Future<Today> read() {
        try {
            return reading.get();
        } catch (RuntimeException broken) {
            return Future.failedFuture(broken);
        }
    }

    private synchronized Shown finish(long startedAt, @Nullable Today today, @Nullable Throwable failure) {
        long pause = Math.max(LEAST_MILLIS, TIMES_ITS_DURATION * (clock.millis() - startedAt));
        if (failure == null) {
            shown = new Shown(today, false);
        } else {
            LOG.warn("today's figures could not be read: {}", failure.getMessage());
            shown = new Shown(shown.today(), true);
            pause = Math.min(pause, MOST_AFTER_FAILURE_MILLIS);
        }
        nextAtMillis = startedAt + pause;
        underWay = null;
        return shown;
    }

    /** The fresh figures if they come in time, else what there is by then; always on the context of whoever asks. */
    private Future<Shown> within(long millis, Future<Shown> fresh) {
        Context here = vertx.getOrCreateContext();
        Promise<Shown> answer = Promise.promise();
        long timer = vertx.setTimer(millis, late -> answer.tryComplete(current()));
        fresh.onSuccess(read -> here.runOnContext(now -> {
            vertx.cancelTimer(timer);
            answer.tryComplete(read);
        }));
        return answer.future();
    }
}
