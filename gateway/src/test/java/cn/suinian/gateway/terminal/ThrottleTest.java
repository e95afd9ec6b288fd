package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.terminal.gate.Throttle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What one terminal may ask is counted for itself alone. */
class ThrottleTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle = new Throttle(1, 10, nanos::get);

    @Test
    void refusesWithTheSecondsToWaitAndLetsOthersPass() {
        throttle.admit(7);
        throttle.owe(7, 100);
        assertThatThrownBy(() -> throttle.admit(7)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.RATE_LIMITED);
            assertThat(refused.retryAfterSeconds()).isEqualTo(101);
        });
        throttle.admit(8);
        nanos.set(101_000_000_000L);
        throttle.admit(7);
    }

    @Test
    void tapsUnderWayAreBoundedUntilTheyAreAnswered() {
        Promise<String> six = Promise.promise();
        Promise<String> four = Promise.promise();
        throttle.hold(7, 6, six::future);
        throttle.hold(7, 4, four::future);
        assertThatThrownBy(() -> throttle.hold(7, 1, six::future))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.retryAfterSeconds()).isEqualTo(1));
        assertThat(throttle.hold(8, 10, () -> Future.succeededFuture("another's"))
                        .result())
                .isEqualTo("another's");
        four.fail("a failure is an answer too");
        throttle.hold(7, 4, four::future);
        six.complete("answered");
        assertThat(throttle.hold(7, 10, () -> Future.succeededFuture("all")).result())
                .isEqualTo("all");
    }

    @Test
    void aLoneBatchIsNeverTooLarge() {
        Promise<String> batch = Promise.promise();
        throttle.hold(7, 1_000, batch::future);
        assertThatThrownBy(() -> throttle.hold(7, 1, batch::future)).isInstanceOf(Refused.class);
    }

    @Test
    void workThatThrowsIsNotUnderWay() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> throttle.hold(7, 10, () -> {
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(throttle.hold(7, 10, () -> Future.succeededFuture("room")).result())
                .isEqualTo("room");
    }
}
