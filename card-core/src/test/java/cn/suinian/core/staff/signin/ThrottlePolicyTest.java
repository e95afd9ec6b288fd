package cn.suinian.core.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottlePolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T04:10:00.123456789Z");

    /** As a first attempt was, on every second nanosecond of a real clock. */
    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void aMomentThatTheDatabaseRoundedUpMakesNobodyWaitWhoNeedNot(int failures) {
        Instant stored = Instant.parse("2026-11-23T04:10:00.123457Z");
        assertThat(ThrottlePolicy.PAIR.wait(failures, stored, NOW)).isZero();
        assertThat(ThrottlePolicy.ADDRESS.wait(failures, stored, NOW)).isZero();
    }

    @Test
    void theWaitDoublesWithEachFailureAndEnds() {
        assertThat(ThrottlePolicy.PAIR.wait(3, NOW, NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(ThrottlePolicy.PAIR.wait(5, NOW, NOW.plusSeconds(1))).isEqualTo(Duration.ofSeconds(3));
        assertThat(ThrottlePolicy.PAIR.wait(5, NOW, NOW.plusSeconds(4))).isZero();
        assertThat(ThrottlePolicy.PAIR.wait(40, NOW, NOW)).isEqualTo(Duration.ofMinutes(15));
        assertThat(ThrottlePolicy.PAIR.wait(40, NOW, NOW.plusSeconds(7 * 3_600)))
                .isZero();
    }
}
