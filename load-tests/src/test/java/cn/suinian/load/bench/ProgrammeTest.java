package cn.suinian.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a run measures when only a part is asked for. */
class ProgrammeTest {

    @Test
    void everythingWhenNothingIsSaid() {
        assertThat(names("", 512)).hasSize(12).startsWith("bare Vert.x echo").endsWith("ours, open 75 %");
    }

    @Test
    void anOpenLoadBringsTheHighestRateThatItIsAShareOf() {
        assertThat(names("25", 512)).containsExactly("ours", "ours, open 25 %");
        assertThat(names("open", 64)).contains("ours").hasSizeGreaterThan(3);
    }

    @Test
    void aBusiestHourIsTheSameWhateverAServerDoesAtMost() {
        assertThat(names("busiest", 512)).containsExactly("ours, a busiest hour");
        Row hour = Programme.of(Pattern.compile("busiest"), 512).get(0);
        assertThat(hour.perSecond()).isEqualTo(133);
        assertThat(Programme.isHighest(hour, "ours")).isFalse();
    }

    @Test
    void theRestBringsNothingElse() {
        assertThat(names("hot", 512)).containsExactly("ours, one hot card");
        assertThat(names("no such row", 512)).isEmpty();
    }

    private static List<String> names(String only, int connections) {
        return Programme.of(Pattern.compile(only), connections).stream()
                .map(Row::name)
                .toList();
    }
}
