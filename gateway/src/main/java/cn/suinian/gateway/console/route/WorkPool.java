package cn.suinian.gateway.console.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few threads that may wait for the database, and a bound on how much waits for them. */
final class WorkPool {

    private static final int THREADS = 8;
    private static final int MOST_AT_ONCE = 128;
    private static final int LONGEST_SECONDS = 60;
    private static final int STREAMS = 2;
    private static final int LONGEST_STREAM_HOURS = 1;

    private final WorkerExecutor workers;
    private final int most;
    private final AtomicInteger inside = new AtomicInteger();

    private WorkPool(WorkerExecutor workers, int most) {
        this.workers = workers;
        this.most = most;
    }

    /** For pages and acts. */
    static WorkPool ofPages(Vertx vertx) {
        return new WorkPool(
                vertx.createSharedWorkerExecutor("suinian-console", THREADS, LONGEST_SECONDS, TimeUnit.SECONDS),
                MOST_AT_ONCE);
    }

    /** For files that are written while they are sent: a slow reader keeps a thread, so they have their own. */
    static WorkPool ofStreams(Vertx vertx) {
        return new WorkPool(
                vertx.createSharedWorkerExecutor(
                        "suinian-console-files", STREAMS, LONGEST_STREAM_HOURS, TimeUnit.HOURS),
                STREAMS);
    }

    /** Does it on one of the threads; fails with {@link BusyException} when too much waits already. */
    <T> Future<T> run(Callable<T> work) {
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            return Future.failedFuture(new BusyException());
        }
        return workers.executeBlocking(work, false).onComplete(done -> inside.decrementAndGet());
    }

    /** Nothing was begun. */
    static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("too much waits already", null, false, false);
        }
    }
}
