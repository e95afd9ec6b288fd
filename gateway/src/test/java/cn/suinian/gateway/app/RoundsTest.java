package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;

/** A clean stop says nothing that looks like a fault. */
class RoundsTest {

    @RepeatedTest(5)
    void noRoundBeginsWhenTheWorkersAreGone() throws InterruptedException {
        Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
        Vertx vertx = Vertx.vertx();
        vertx.exceptionHandler(faults::add);
        Rounds rounds = new Rounds(vertx);
        CountDownLatch some = new CountDownLatch(10);
        for (int i = 0; i < 20; i++) {
            rounds.every(1, () -> {
                some.countDown();
                return null;
            });
        }
        some.await();
        rounds.stop();
        vertx.executeBlocking(() -> null).await();
        vertx.close().await();
        assertThat(faults).isEmpty();
    }
}
