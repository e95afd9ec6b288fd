package cn.suinian.gateway.app;

import io.vertx.core.Vertx;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a node does now and then on a worker. They end before the workers do: a round that began in between would be
 * refused by them, and the log of a clean stop would end with an error.
 */
final class Rounds {

    private final Vertx vertx;
    private final Queue<Long> timers = new ConcurrentLinkedQueue<>();

    Rounds(Vertx vertx) {
        this.vertx = vertx;
    }

    void every(long millis, Callable<Void> round) {
        timers.add(vertx.setPeriodic(millis, tick -> vertx.executeBlocking(round)));
    }

    /** No more. */
    void stop() {
        timers.forEach(vertx::cancelTimer);
    }
}
