package cn.suinian.gateway.console.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few threads that may wait for the database, and a bound on how much waits for them. */
final class WorkPool {

    private final WorkerExecutor workers;
    private final int mostAtOnce;
    private final AtomicInteger inside = new AtomicInteger();

    private WorkPool(WorkerExecutor workers, int mostAtOnce) {
        this.workers = workers;
        this.mostAtOnce = mostAtOnce;
    }

    /** For pages and acts. */
    static WorkPool ofPages(Vertx vertx) {
        return new WorkPool(vertx.createSharedWorkerExecutor("suinian-console", 8, 1, TimeUnit.MINUTES), 128);
    }

    /** For files that are written while they are sent: whoever reads slowly holds up no page. */
    static WorkPool ofFiles(Vertx vertx) {
        return new WorkPool(vertx.createSharedWorkerExecutor("suinian-console-files", 4, 1, TimeUnit.HOURS), 16);
    }

    /** For texts that are written while they are sent. */
    static WorkPool ofStreams(Vertx vertx) {
        return new WorkPool(vertx.createSharedWorkerExecutor("suinian-console-texts", 2, 1, TimeUnit.HOURS), 2);
    }

    /** For passwords: as many as are hashed at once, and about two seconds' worth that wait. */
    static WorkPool ofPasswords(Vertx vertx) {
        return new WorkPool(vertx.createSharedWorkerExecutor("suinian-console-passwords", 2, 1, TimeUnit.MINUTES), 32);
    }

    /** For passwords of those who have a session already, so that no stranger keeps them waiting. */
    static WorkPool ofOwnPasswords(Vertx vertx) {
        return new WorkPool(vertx.createSharedWorkerExecutor("suinian-console-own", 1, 1, TimeUnit.MINUTES), 16);
    }

    /** Does it on one of the threads; fails with {@link BusyException} when too much waits already. */
    <T> Future<T> run(Callable<T> work) {
        if (inside.incrementAndGet() > mostAtOnce) {
            inside.decrementAndGet();
            return Future.failedFuture(new BusyException());
        }
        return workers.executeBlocking(work, false).onComplete(done -> inside.decrementAndGet());
    }

    /** Nothing was begun. */
    static class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("too much waits already", null, false, false);
        }
    }
}
