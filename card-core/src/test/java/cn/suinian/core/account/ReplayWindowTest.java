package cn.suinian.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.ReplayWindow.Standing;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The window against a plain set of every counter that was used. */
class ReplayWindowTest {

    private static final long MOST = 0xFFFF_FFFFL;
    private static final int STEPS = 3_000;

    private static Standing standing(Set<Long> used, long high, long counter) {
        if (counter <= high - ReplayWindow.WIDTH) {
            return Standing.FAR_BEHIND;
        }
        return used.contains(counter) ? Standing.SEEN : Standing.FRESH;
    }

    private static long next(Random random, long high) {
        long counter =
                switch (random.nextInt(8)) {
                    case 0 -> random.nextLong(MOST) + 1;
                    case 1 -> high + 1 + random.nextInt(200);
                    case 2 -> high - ReplayWindow.WIDTH + random.nextInt(3) - 1;
                    case 3 -> high + ReplayWindow.WIDTH + random.nextInt(3) - 1;
                    default -> high - 70 + random.nextInt(75);
                };
        return Math.max(1, Math.min(MOST, counter));
    }

    @ParameterizedTest
    @MethodSource("cn.suinian.core.Seeds#list")
    void agreesWithASetOfAllCounters(long seed) {
        Random random = new Random(seed);
        boolean nearTheEnd = random.nextBoolean();
        ReplayWindow window = nearTheEnd ? new ReplayWindow(MOST - 900, 1) : ReplayWindow.NEW;
        Set<Long> used = new HashSet<>(Set.of(window.high()));
        for (int step = 0; step < STEPS; step++) {
            long counter = next(random, window.high());
            if (random.nextInt(50) > 0 && counter > window.high() + 300) {
                counter = Math.min(MOST, window.high() + 1);
            }
            Standing expected = standing(used, window.high(), counter);
            assertThat(window.standing(counter))
                    .as("counter %d after %s", counter, window)
                    .isEqualTo(expected);
            ReplayWindow after = window.with(counter);
            if (expected != Standing.FAR_BEHIND) {
                used.add(counter);
            }
            assertThat(after.high()).isEqualTo(expected == Standing.FAR_BEHIND ? window.high() : highest(used));
            window = after;
        }
    }

    private static long highest(Set<Long> used) {
        return used.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    @Test
    void anUnusedCardStartsAtOne() {
        assertThat(ReplayWindow.NEW.standing(1)).isEqualTo(Standing.FRESH);
        assertThat(ReplayWindow.NEW.standing(0)).isEqualTo(Standing.SEEN);
    }

    @Test
    void theHighestCounterACardCanHaveIsSeenOnce() {
        ReplayWindow window = ReplayWindow.NEW.with(MOST);

        assertThat(window.standing(MOST)).isEqualTo(Standing.SEEN);
        assertThat(window.standing(MOST - 1)).isEqualTo(Standing.FRESH);
        assertThat(window.standing(MOST - 64)).isEqualTo(Standing.FAR_BEHIND);
    }

    @Test
    void aJumpOfExactlyTheWidthForgetsTheOldHighest() {
        ReplayWindow window = ReplayWindow.NEW.with(1).with(65);

        assertThat(window.standing(1)).isEqualTo(Standing.FAR_BEHIND);
        assertThat(window.standing(2)).isEqualTo(Standing.FRESH);
    }

    @Test
    void aCounterFarBehindChangesNothing() {
        ReplayWindow window = ReplayWindow.NEW.with(1_000);

        assertThat(window.with(900)).isEqualTo(window);
    }
}
