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

    private final WorkerExecutor workers;
    private final AtomicInteger inside = new AtomicInteger();

    WorkPool(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("suinian-console", THREADS, LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Does it on one of the threads; fails with {@link BusyException} when too much waits already. */
    <T> Future<T> run(Callable<T> work) {
        if (inside.incrementAndGet() > MOST_AT_ONCE) {
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
