package cn.suinian.gateway.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.page.FrameText;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.tap.TapText;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things. */
class TextsTest {

    @Test
    void bothLanguagesTakeTheSameValues() {
        assertThat(phrases()).allSatisfy(phrase -> {
            assertThat(placeholders(phrase.zh())).isEqualTo(placeholders(phrase.en()));
            assertThat(phrase.en()).doesNotContainPattern("\\p{IsHan}");
            assertThat(phrase.zh()).isNotBlank().isNotEqualTo(phrase.en());
        });
    }

    @Test
    void everyReasonHasATitleAndAHintInBothLanguages() {
        assertThat(DeclineReason.values()).allSatisfy(reason -> {
            ReasonText text = ReasonText.of(reason.number());
            assertThat(text.title().in(Language.ZH)).hasSizeLessThan(12);
            assertThat(text.title().in(Language.EN)).hasSizeLessThan(30);
            assertThat(text.hint().in(Language.ZH)).isEqualTo(reason.staffHint().zh());
            assertThat(text.hint().in(Language.EN)).isEqualTo(reason.staffHint().en());
        });
    }

    @Test
    void aCodeOfANewerReleaseKeepsItsNumber() {
        assertThat(ReasonText.of(99).title().in(Language.ZH)).isEqualTo("其他原因 99");
        assertThat(Names.service(9, Language.EN)).isEqualTo("Service 9");
    }

    @Test
    void servicesAndPayersHaveTheirNames() {
        assertThat(Service.values())
                .allSatisfy(service ->
                        assertThat(Names.service(service.code(), Language.ZH)).doesNotContainPattern("\\d"));
        assertThat(Names.payer(1, Language.ZH)).isEqualTo("市级");
        assertThat(Names.payer(2, Language.EN)).isEqualTo("Futian");
    }

    private static Stream<Phrase> phrases() {
        return Stream.of(FrameText.values(), TodayText.values(), TapText.values())
                .flatMap(Arrays::stream);
    }

    private static int placeholders(String text) {
        return text.split("%s", -1).length;
    }
}
