package cn.suinian.gateway.counter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who asks too often waits, and nobody else with them. Time is a number here. */
class ClientThrottleTest {
    private final AtomicLong nanos = new AtomicLong(1);
    private final ClientThrottle throttle = new ClientThrottle(2, nanos::get);

    @Test
    void aClientMayAskSoOftenAndThenWaits() {
        for (int i = 0; i < 4; i++) {
            throttle.admit("client:a");
        }
        assertThatThrownBy(() -> throttle.admit("client:a")).satisfies(refused -> {
            assertThat(((Refused) refused).code()).isEqualTo(ProblemCode.RATE_LIMITED);
            assertThat(((Refused) refused).retryAfterSeconds()).isEqualTo(1);
        });
        throttle.admit("client:b");
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        throttle.admit("client:a");
    }

    @Test
    void anAddressThatKeepsFailingIsTurnedAwayForAWhile() {
        fail("10.0.0.1");
        assertThatThrownBy(() -> throttle.requireMayTry("10.0.0.1", "another guess"))
                .isInstanceOf(Refused.class);
        throttle.requireMayTry("10.0.0.2", "a token");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(6));
        throttle.requireMayTry("10.0.0.1", "another guess");
    }

    @Test
    void whoeverWasGoodBeforeIsNotTurnedAwayWithOthers() {
        throttle.proved("a good token");
        fail("10.0.0.1");
        assertThatCode(() -> throttle.requireMayTry("10.0.0.1", "a good token")).doesNotThrowAnyException();
        throttle.failed("10.0.0.1", "a good token");
        assertThatThrownBy(() -> throttle.requireMayTry("10.0.0.1", "a good token"))
                .as("good until it was not")
                .isInstanceOf(Refused.class);
    }

    private void fail(String address) {
        for (int i = 0; i < 150; i++) {
            throttle.failed(address, "guess " + i);
        }
    }
}
