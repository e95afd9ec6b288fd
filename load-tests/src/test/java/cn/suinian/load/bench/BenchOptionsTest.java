package cn.suinian.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.suinian.load.bench.BenchOptions.What;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchOptionsTest {
    @Test
    void theWholeCityIsMeasuredUnlessSomethingElseIsSaid() {
        BenchOptions options = parse();
        assertThat(options.cards()).isEqualTo(800_000);
        assertThat(options.connections()).isEqualTo(512);
        assertThat(parse("--rounds", "5").rounds()).isEqualTo(5);
    }

    @Test
    void singleStepsAreMeasuredWhenAskedFor() {
        assertThat(parse().what()).isEqualTo(What.TABLE);
        assertThat(parse("--micro", "--only", "tac").what()).isEqualTo(What.STEPS);
        assertThat(parse("--growth").what()).isEqualTo(What.GROWTH);
    }

    @Test
    void someSizesOfGrowthAreMeasuredBetweenTheUsualCityTwice() {
        BenchOptions options = parse("--growth", "--only", "100,000,000 taps");
        assertThat(Growth.sizes(options.only())).extracting(Growth.Size::taps).containsExactly(0L, 100_000_000L, 0L);
        assertThat(Growth.sizes(parse("--growth").only())).hasSize(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("--growth", "--only", "nothing"))
                .withMessage("--only nothing is found in the name of no size");
    }

    @Test
    void aSteadyRateMayBeMeasuredForAWholeCheckpoint() {
        assertThat(parse("--only", "checkpoint", "--seconds", "900").seconds()).isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({
        "--rounds 0, --rounds is 1 to 99",
        "--seconds x, --seconds needs a whole number",
        "--cards, --cards needs a value",
        "--colour blue, unknown argument --colour",
        "--seconds 900, --seconds above 120 wants rows of a steady rate only",
        "--micro --rounds 5, --micro measures no server"
    })
    void whatIsWrongIsNamed(String arguments, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(arguments.split(" ", -1)))
                .withMessageContaining(sentence);
    }

    @Test
    void theMiddleOfSomeRoundsIsTheirMedian() {
        assertThat(Range.of(Arrays.asList(3, 1, 9), Integer::doubleValue)).isEqualTo(new Range(1, 3, 9));
        assertThat(Range.of(Arrays.asList(4, 2), Integer::doubleValue)).isEqualTo(new Range(2, 3, 4));
    }

    private static BenchOptions parse(String... arguments) {
        return BenchOptions.parse(Stream.concat(Stream.of("--gateway-classpath", "x"), Arrays.stream(arguments))
                .toArray(String[]::new));
    }
}
