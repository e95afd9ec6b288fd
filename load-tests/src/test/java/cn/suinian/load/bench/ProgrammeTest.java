package cn.suinian.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run measures when only a part is asked for, and in what order. */
class ProgrammeTest {

    @Test
    void everythingWhenNothingIsSaid() {
        assertThat(names("", 512))
                .hasSize(14)
                .startsWith("bare Vert.x echo")
                .contains("ours, cold", "ours, as shipped")
                .endsWith("ours, open 75 %");
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
        assertThat(hour.load().perSecond()).isEqualTo(133);
        assertThat(Programme.isHighest(hour, "ours")).isFalse();
    }

    @Test
    void aWholeCheckpointIsMeasuredOnlyWhenItIsNamed() {
        assertThat(names("ours", 512)).doesNotContain("ours, a checkpoint at 133/s");
        assertThat(names("133", 512)).isEmpty();
        assertThat(names("checkpoint", 512)).containsExactly("ours, a checkpoint at 133/s");
        assertThat(Programme.of(Pattern.compile("checkpoint"), 512).get(0).start())
                .isEqualTo(Row.Start.AT_A_CHECKPOINT);
    }

    @Test
    void theRestBringsNothingElse() {
        assertThat(names("hot", 512)).containsExactly("ours, one hot card");
        assertThat(names("no such row", 512)).isEmpty();
    }

    @Test
    void everyRoundHasEveryRowInAnotherOrder() {
        List<Row> rows = Programme.of(Pattern.compile(""), 512);
        List<List<Row>> rounds = IntStream.rangeClosed(1, 3)
                .mapToObj(round -> Programme.inRound(rows, round))
                .toList();
        assertThat(rounds)
                .doesNotHaveDuplicates()
                .allSatisfy(round -> assertThat(round).containsExactlyInAnyOrderElementsOf(rows));
        for (String contestant : List.of("echo", "transaction", "statement")) {
            assertThat(rounds.stream().map(round -> before(contestant, round)).distinct())
                    .as(contestant)
                    .hasSize(3);
        }
    }

    @Test
    void aShareIsMeasuredAfterWhatItIsAShareOf() {
        List<Row> first = Programme.inRound(Programme.of(Pattern.compile(""), 512), 1);
        int highest = first.stream()
                .filter(row -> row.name().equals("ours"))
                .mapToInt(first::indexOf)
                .findFirst()
                .orElseThrow();
        assertThat(first.subList(0, highest)).allMatch(row -> row.load().share() == 0);
    }

    private static String before(String contestant, List<Row> round) {
        List<String> names = round.stream().map(Row::contestant).toList();
        int at = names.indexOf(contestant);
        return at == 0 ? "" : round.get(at - 1).name();
    }

    private static List<String> names(String only, int connections) {
        return Programme.of(Pattern.compile(only), connections).stream()
                .map(Row::name)
                .toList();
    }
}
