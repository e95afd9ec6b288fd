package cn.suinian.gateway.console.bulk;

import cn.suinian.core.holder.bulk.BulkRounds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on lists of people on a thread of its own, a chunk after the other. It rests as long as it worked: at most half
 * of one processor, and of the database, is taken from the taps.
 */
public final class BulkWork {
    /** No timer yet: 0 is the first of this Vert.x, whosever it is. */
    private static final long NONE = -1;

    private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long STOP_SECONDS = 10;
    private static final int LONGEST_MINUTES = 5;

    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final BulkRounds rounds;
    private volatile boolean stopped;
    private volatile Future<?> underWay = Future.succeededFuture();
    private volatile long timer = NONE;

    private BulkWork(Vertx vertx, BulkRounds rounds) {
        this.vertx = vertx;
        this.worker = vertx.createSharedWorkerExecutor("bulk-files", 1, LONGEST_MINUTES, TimeUnit.MINUTES);
        this.rounds = rounds;
    }

    /** Begins to look for work. */
    public static BulkWork start(Vertx vertx, BulkRounds rounds) {
        BulkWork work = new BulkWork(vertx, rounds);
        work.after(PAUSE_MILLIS);
        return work;
    }

    /** Finishes the chunk that is under way; whatever is left is done by another node, or after the next start. */
    public Future<Void> stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        return underWay.timeout(STOP_SECONDS, TimeUnit.SECONDS).transform(ended -> worker.close());
    }

    private void after(long millis) {
        if (!stopped) {
            timer = vertx.setTimer(Math.max(1, millis), tick -> work());
        }
    }

    private void work() {
        long began = System.nanoTime();
        underWay = worker.executeBlocking(rounds::step).onComplete(done -> {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (done.failed() && !stopped) {
                LOG.warn(
                        "working on lists of people failed; it will be tried again: {}",
                        done.cause().getClass());
            }
            boolean more = done.succeeded() && done.result();
            after(more ? took : PAUSE_MILLIS);
        });
    }
}
