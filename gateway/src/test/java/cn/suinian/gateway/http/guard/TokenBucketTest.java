package cn.suinian.gateway.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How fast a bucket fills and empties; time is a number here. */
class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    /** Such a clock may start anywhere, and pass the largest number on its way. */
    private final long start = Long.parseLong("9223372031854775807");

    private final TokenBucket bucket = new TokenBucket(10, 20, start);

    @Test
    void aFullBucketHoldsTheBurstAndNoMore() {
        assertThat(taken(start)).isEqualTo(20);
        assertThat(bucket.take(start)).isEqualTo(SECOND / 10);
    }

    @Test
    void tokensComeInAtTheRate() {
        taken(start);
        assertThat(taken(start + SECOND / 2)).isEqualTo(5);
        assertThat(taken(start + SECOND)).isEqualTo(5);
        assertThat(taken(start + SECOND + SECOND / 10 - 1)).isZero();
        assertThat(taken(start + SECOND + SECOND / 10)).isEqualTo(1);
    }

    @Test
    void anIdleTerminalSavesUpNoMoreThanTheBurst() {
        taken(start);
        assertThat(taken(start + 1_000_000 * SECOND)).isEqualTo(20);
    }

    @Test
    void whatIsOwedIsPaidFirst() {
        bucket.owe(119, start);
        assertThat(bucket.take(start)).isEqualTo(10 * SECOND);
        assertThat(bucket.take(start + 9 * SECOND)).isEqualTo(SECOND);
        assertThat(taken(start + 10 * SECOND)).isEqualTo(1);
    }

    @Test
    void aClockThatStepsBackGivesNothingAway() {
        taken(start);
        assertThat(taken(start - 100 * SECOND)).isZero();
        assertThat(taken(start + SECOND / 10)).isEqualTo(1);
    }

    @Test
    void theSlowestAndTheFastestRateWork() {
        assertThat(new TokenBucket(1, 2, start).take(start)).isZero();
        TokenBucket fast = new TokenBucket(1_000_000, 2_000_000, start);
        fast.owe(2_000_000, start);
        assertThat(fast.take(start)).isEqualTo(1_000);
    }

    private int taken(long nowNanos) {
        int tokens = 0;
        while (bucket.take(nowNanos) == 0) {
            tokens++;
        }
        return tokens;
    }
}
