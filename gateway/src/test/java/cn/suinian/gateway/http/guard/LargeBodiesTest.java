package cn.suinian.gateway.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The memory of large bodies is shared by all who send one. */
class LargeBodiesTest {
    private final LargeBodies large = new LargeBodies(100);

    @Test
    void whoeverAsksForMoreThanIsLeftTakesNothing() {
        assertThat(large.take(60)).isTrue();
        assertThat(large.take(41)).isFalse();
        assertThat(large.take(40)).isTrue();
        assertThat(large.take(1)).isFalse();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        assertThat(large.take(100)).isTrue();
        large.giveBack(30);
        assertThat(large.take(31)).isFalse();
        assertThat(large.take(30)).isTrue();
    }
}
