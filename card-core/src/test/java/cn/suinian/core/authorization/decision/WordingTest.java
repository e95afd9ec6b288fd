package cn.suinian.core.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The line on the way in, on the way out and aboard. */
class WordingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Answer FREE = new Answer(null, 400, null, null, null);
    private static final Answer PART = new Answer(null, 300, null, null, null);

    @ParameterizedTest
    @CsvSource({
        "ENTRY,您好，请进站,'Welcome, please go in'",
        "EXIT,请出站，慢走,'Goodbye, take care'",
        "BOARD,您好，请上车,Welcome aboard"
    })
    void aRiderIsGreetedWhereSheIs(Direction direction, String zh, String en) {
        assertThat(ride(FREE, direction)).isEqualTo(new Wording(zh, en, Cue.PASS));
        assertThat(ride(PART, direction)).isEqualTo(new Wording(zh + "，本次自付 1 元", en + ". You pay 1 yuan.", Cue.PAY));
    }

    @Test
    void aRideWithoutADirectionSaysNothingWrong() {
        assertThat(ride(FREE, null)).isEqualTo(new Wording("您好，请通行", "Welcome", Cue.PASS));
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void nobodyWhoLeavesIsWelcomedAndNobodyWhoComesIsSentAway(Direction direction) {
        boolean leaves = direction == Direction.EXIT;
        assertThat(ride(FREE, direction).en().startsWith("Welcome")).isNotEqualTo(leaves);
        assertThat(ride(FREE, direction).zh().contains("出站")).isEqualTo(leaves);
    }

    private static Wording ride(Answer answer, Direction direction) {
        return Wording.of(answer, Service.TRANSIT, direction, 400, DAY);
    }
}
