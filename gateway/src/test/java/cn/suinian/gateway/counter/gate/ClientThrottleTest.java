package cn.suinian.gateway.counter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import java.sql.SQLException;
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
    void aClientIsGivenTwentyTokensASecondAndThenWaits() {
        for (int i = 0; i < 40; i++) {
            throttle.admitToken("client:a");
        }
        assertThatThrownBy(() -> throttle.admitToken("client:a")).isInstanceOf(Refused.class);
        throttle.admitToken("client:b");
        throttle.admit("client:a");
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(50));
        throttle.admitToken("client:a");
    }

    @Test
    void ofAnAddressThatKeepsFailingAFewSecretsAreLookedAtAtOnce() throws Exception {
        assertThat(looks("10.0.0.1", 9)).isEqualTo(9);
        fail("10.0.0.1");
        assertThat(looks("10.0.0.1", 4)).isEqualTo(4);
        assertThatThrownBy(() -> looks("10.0.0.1", 5)).isInstanceOf(Refused.class);
        assertThat(looks("10.0.0.1", 4)).as("afterwards").isEqualTo(4);
        assertThat(looks("10.0.0.2", 9)).as("another address").isEqualTo(9);
        throttle.proved("a secret");
        assertThat(looks("10.0.0.1", 9)).as("right before").isEqualTo(9);
    }

    /** So many looks, each begun while the ones before are not over. */
    private int looks(String address, int many) throws SQLException {
        return many == 0 ? 0 : throttle.look(address, "a secret", () -> 1 + looks(address, many - 1));
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
    void aMachineWithAWholeNetworkOfAddressesIsOneAddress() {
        for (int i = 0; i < 150; i++) {
            throttle.failed("2001:db8:1:2::" + (i + 1), "guess " + i);
        }
        assertThatThrownBy(() -> throttle.requireMayTry("2001:db8:1:2:ffff::1", "another guess"))
                .isInstanceOf(Refused.class);
        throttle.requireMayTry("2001:db8:1:3::1", "a token");
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
