package cn.suinian.core.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a decline, and the numbers under which declines are stored for ever. */
class DeclineReasonTest {

    /** Stored in tap rows: a line may be added here, never changed and never removed. */
    private static final String FROZEN = """
            1 CARD_UNKNOWN
            2 TAC_INVALID
            3 COUNTER_REPLAYED
            4 COUNTER_TOO_OLD
            5 TAP_TOO_LATE
            6 CARD_NOT_ACTIVE
            7 CARD_REPLACED
            8 CARD_CANCELLED
            9 CARD_LOST
            10 CARD_EXPIRED
            11 HOLDER_DECEASED
            12 HOLDER_UNDER_AGE
            13 BENEFIT_NOT_OFFERED
            14 MEAL_NOT_A_WORKDAY
            15 MEAL_OUTSIDE_HOURS
            16 MEAL_TAKEN_TODAY
            17 MEAL_WEEK_LIMIT
            18 NOT_ENTITLED
            19 ATTESTATION_MISSING
            20 NOT_A_SERVICE_DAY
            21 OUTSIDE_SERVICE_HOURS
            22 USED_TODAY
            23 USED_THIS_WEEK
            24 USED_THIS_MONTH
            25 USED_THIS_YEAR
            26 VOUCHER_USED_UP
            """;

    /** The line is read aloud in a queue: it names no age, no group, no death and no illness. */
    private static final List<String> NOT_IN_PUBLIC = List.of(
            "60",
            "70",
            "100",
            "age",
            "old ",
            "elder",
            "senior",
            "poor",
            "income",
            "hardship",
            "veteran",
            "martyr",
            "disab",
            "decease",
            "dead",
            "death",
            "died",
            "岁",
            "年龄",
            "老",
            "低保",
            "特困",
            "优抚",
            "烈",
            "残",
            "死",
            "去世",
            "故");

    @Test
    void storedNumbersNeverChange() {
        String numbers = Arrays.stream(DeclineReason.values())
                .sorted(Comparator.comparingInt(DeclineReason::number))
                .map(reason -> reason.number() + " " + reason.name() + "\n")
                .collect(Collectors.joining());

        assertThat(numbers).isEqualTo(FROZEN);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAgainByItsNumber(DeclineReason reason) {
        assertThat(DeclineReason.ofNumber(reason.number())).isEqualTo(reason);
    }

    @Test
    void zeroIsApprovedAndNoReason() {
        assertThatThrownBy(() -> DeclineReason.ofNumber(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void hasALineInBothLanguagesAHintAndACue(DeclineReason reason) {
        assertThat(reason.zh()).isNotBlank().containsPattern("\\p{IsHan}");
        assertThat(reason.en()).isNotBlank().isPrintable().matches("\\p{ASCII}+");
        assertThat(reason.staffHint().zh()).containsPattern("\\p{IsHan}").endsWith("。");
        assertThat(reason.staffHint().en()).matches("\\p{ASCII}+").endsWith(".");
        assertThat(reason.cue()).isEqualTo(Cue.HELP);
    }

    /** A clerk with somebody at the desk asks what to do next, not how the card came to be so. */
    @ParameterizedTest
    @EnumSource
    void theHintSaysWhatToDo(DeclineReason reason) {
        assertThat(reason.staffHint().zh()).contains("请");
        assertThat(reason.staffHint().en()).containsPattern("\\b(Ask|Let|Look|Send|Settle|Take|Tell|send)\\b");
    }

    @ParameterizedTest
    @EnumSource
    void theLineNamesNoAgeAndNoCategory(DeclineReason reason) {
        String line = " " + (reason.zh() + " " + reason.en() + " ").toLowerCase(Locale.ROOT);

        assertThat(NOT_IN_PUBLIC).noneMatch(word -> containsWord(line, word));
    }

    /** "age" must not be found inside another word, but the beginnings such as "disab" must. */
    private static boolean containsWord(String line, String word) {
        return word.equals("age") ? line.matches(".*\\bage\\b.*") : line.contains(word);
    }

    @Test
    void aLostCardIsFoundAgainOrReplacedWhereItsHolderIsServed() {
        assertThat(DeclineReason.CARD_LOST.staffHint().zh()).contains("为其服务的区").doesNotContain("任一");
        assertThat(DeclineReason.CARD_LOST.staffHint().en())
                .contains("the district that serves them")
                .doesNotContain("any counter");
    }
}
