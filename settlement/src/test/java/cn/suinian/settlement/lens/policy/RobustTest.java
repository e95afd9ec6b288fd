package cn.suinian.settlement.lens.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RobustTest {
    private static final double[] WORKED = {1, 1, 2, 2, 4, 6, 9};

    @Test
    void theMiddleAndTheMiddleDistanceFromIt() {
        assertThat(Robust.of(WORKED).median()).isEqualTo(2);
        assertThat(Robust.of(WORKED).spread()).isEqualTo(1.4826);
        assertThat(Robust.of(new double[] {1, 3}).median()).isEqualTo(2);
    }

    @Test
    void nothingHasNoMiddle() {
        assertThatIllegalArgumentException().isThrownBy(() -> Robust.of(new double[0]));
    }

    @RepeatedTest(200)
    void lessThanHalfOfTheNumbersMayBeAnything(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int honest = 3 + random.nextInt(30);
        int liars = random.nextInt(honest);
        double[] numbers = random.doubles(honest + (long) liars, 10, 20).toArray();
        for (int i = honest; i < numbers.length; i++) {
            numbers[i] = random.nextGaussian() * 1e9;
        }
        Robust robust = Robust.of(numbers);
        assertThat(robust.median()).isBetween(10.0, 20.0);
        assertThat(robust.spread()).isBetween(0.0, 1.4826 * 10);
    }

    @RepeatedTest(100)
    void orderDoesNotMatterAndUnitsDoNot(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        double[] numbers = random.doubles(1 + random.nextInt(40), -5, 5).toArray();
        Robust robust = Robust.of(numbers);
        List<Double> shuffled = Arrays.stream(numbers).boxed().collect(Collectors.toList());
        Collections.shuffle(shuffled, random);
        assertThat(Robust.of(shuffled.stream().mapToDouble(d -> d).toArray())).isEqualTo(robust);
        Robust moved = Robust.of(Arrays.stream(numbers).map(d -> 3 * d + 7).toArray());
        assertThat(moved.median()).isCloseTo(3 * robust.median() + 7, within(1e-9));
        assertThat(moved.spread()).isCloseTo(3 * robust.spread(), within(1e-9));
    }
}
