package cn.suinian.settlement.risk.policy;

import static cn.suinian.settlement.risk.policy.TapMaker.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about one terminal's taps. */
class TerminalTrailTest {
    private static final Instant ALWAYS = Instant.EPOCH;

    /** Twelve within a minute: the twelfth comes 59 s after the first, or a second too late. */
    @ParameterizedTest
    @CsvSource({"5.36,1", "5.46,0"})
    void twelveLunchesWithinAMinuteAreTooMany(double secondsEach, int expected) {
        List<RiskFlag> flags = walk(lunches(12, secondsEach));
        assertThat(flags).hasSize(expected);
        flags.forEach(flag ->
                assertThat(flag.evidence().values()).containsEntry("cards", 12L).containsEntry("how", "MEALS"));
    }

    @Test
    void aBurstThatGrowsIsToldAtEachDoubling() {
        assertThat(walk(lunches(100, 0.5)))
                .extracting(flag -> flag.evidence().values().get("cards"))
                .containsExactly(12L, 24L, 48L, 96L);
        assertThat(walk(lunches(100, 0.5))).extracting(RiskFlag::score).containsExactly(50, 95, 95, 95);
    }

    @Test
    void aQueueThatStaysAboutTheLimitIsToldOnce() {
        List<RiskTap> queue = new ArrayList<>();
        double second = 0;
        for (int i = 0; i < 300; i++) {
            // Now 5 s, now 7 s: twelve in a minute, then nine, then twelve again.
            second += i / 30 % 2 == 0 ? 5 : 7;
            queue.add(lunch(i, second));
        }
        assertThat(walk(queue)).hasSize(1);
    }

    @Test
    void theSameHolderAgainAndAgainIsNoBurstNorIsWhatNobodyPaysFor() {
        List<RiskTap> one = IntStream.range(0, 30)
                .mapToObj(i -> at(time(i)).lunch().holder(7).make())
                .toList();
        assertThat(walk(one)).isEmpty();
        List<RiskTap> unpaid = IntStream.range(0, 30)
                .mapToObj(i -> at(time(i)).unpaidMeal().holder(100 + 2 * i).make())
                .toList();
        assertThat(walk(unpaid)).isEmpty();
        List<RiskTap> declined = IntStream.range(0, 30)
                .mapToObj(i -> at(time(i))
                        .lunch()
                        .declined(DeclineReason.MEAL_TAKEN_TODAY)
                        .holder(100 + 2 * i)
                        .make())
                .toList();
        assertThat(walk(declined)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void sixCardsInTheOrderOfIssueAreARun(int step) {
        assertThat(walk(cards(20, 500, 500 + step, 500 + 2 * step, 500 + 3 * step, 500 + 4 * step)))
                .isEmpty();
        assertThat(walk(cards(20, 500, 500 + step, 500 + 2 * step, 500 + 3 * step, 500 + 4 * step, 500 + 5 * step)))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.evidence().json()).contains("\"how\":\"SERIALS\",\"cards\":6");
                    assertThat(flag.other().cardSerial()).isEqualTo(500);
                });
    }

    @Test
    void neighboursWhoComeTogetherAreNoRun() {
        assertThat(walk(cards(20, 500, 501, 500, 501, 500, 501, 500, 501))).isEmpty();
        assertThat(walk(cards(20, 500, 501, 502, 600, 503, 504, 505, 506))).isEmpty();
        assertThat(walk(cards(61, 500, 501, 502, 503, 504, 505))).isEmpty();
    }

    @Test
    void nothingIsSaidAboutTheRunUp() {
        List<RiskFlag> flags = new ArrayList<>();
        Trails trails = Trails.ofTerminals(RiskLimits.DEFAULT, lunch(0, 60).tappedAt(), flags::add);
        lunches(40, 2).forEach(trails);
        assertThat(flags)
                .extracting(flag -> flag.evidence().values().get("cards"))
                .isEmpty();
    }

    @Test
    void terminalsAreNotMixedUp() {
        List<RiskTap> spread = IntStream.range(0, 24)
                .mapToObj(i -> at("12:00:00")
                        .lunch()
                        .terminal(1 + i / 8, i + 1)
                        .holder(2L * i)
                        .make())
                .toList();
        assertThat(walk(spread)).isEmpty();
    }

    @Test
    void oneNumberForTwoHoldersIsTold() {
        List<RiskFlag> flags = new ArrayList<>();
        SameNumber policy = new SameNumber(flags::add);
        policy.accept(at("09:00:00").terminal(1, 5).holder(1).make());
        policy.accept(at("09:01:00").terminal(1, 5).holder(2).make());
        policy.accept(at("09:02:00")
                .terminal(1, 5)
                .holder(3)
                .declined(DeclineReason.CARD_LOST)
                .make());
        policy.accept(at("09:03:00").terminal(2, 5).holder(4).make());
        policy.accept(at("09:04:00").terminal(2, 6).holder(5).make());
        assertThat(flags)
                .extracting(flag -> flag.kind() + " " + flag.score() + " "
                        + flag.other().key().holderId() + "-" + flag.tap().key().holderId())
                .containsExactly("SEQUENCE_REUSED 50 1-2", "SEQUENCE_REUSED 25 1-3");
    }

    private static List<RiskTap> lunches(int count, double secondsEach) {
        return IntStream.range(0, count)
                .mapToObj(i -> lunch(i, i * secondsEach))
                .toList();
    }

    private static RiskTap lunch(int number, double second) {
        return at(time((int) second)).lunch().holder(1000 + 2L * number).make();
    }

    private static List<RiskTap> cards(int secondsEach, int... serials) {
        return IntStream.range(0, serials.length)
                .mapToObj(i -> at(time(i * secondsEach))
                        .ride(Direction.BOARD)
                        .holder(serials[i])
                        .make())
                .toList();
    }

    private static String time(int second) {
        return LocalTime.NOON.plusSeconds(second).toString().length() == 5
                ? LocalTime.NOON.plusSeconds(second) + ":00"
                : LocalTime.NOON.plusSeconds(second).toString();
    }

    private static List<RiskFlag> walk(List<RiskTap> taps) {
        List<RiskFlag> flags = new ArrayList<>();
        taps.forEach(Trails.ofTerminals(RiskLimits.DEFAULT, ALWAYS, flags::add));
        return flags;
    }
}
