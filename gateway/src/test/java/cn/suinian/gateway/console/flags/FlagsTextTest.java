package cn.suinian.gateway.console.flags;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.risk.policy.FlagKind;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind has its words in both languages, also when its evidence is not what this release writes. */
class FlagsTextTest {

    @Test
    void bothLanguagesTakeTheSameValues() {
        assertThat(FlagsText.values()).allSatisfy(phrase -> {
            assertThat(placeholders(phrase.zh())).isEqualTo(placeholders(phrase.en()));
            assertThat(phrase.en()).doesNotContainPattern("\\p{IsHan}");
            assertThat(phrase.zh()).isNotBlank().isNotEqualTo(phrase.en());
        });
    }

    @ParameterizedTest
    @EnumSource(FlagKind.class)
    void everyKindHasATitleAndALine(FlagKind kind) {
        StoredFlag flag = flag(kind.name());
        assertThat(EvidenceText.title(kind.name(), Language.ZH)).containsPattern("\\p{IsHan}");
        assertThat(EvidenceText.title(kind.name(), Language.EN)).isNotEqualTo(kind.name());
        assertThat(EvidenceText.line(flag, Language.ZH))
                .containsPattern("\\p{IsHan}")
                .doesNotContain("null");
        assertThat(EvidenceText.line(flag, Language.EN)).doesNotContain("null").endsWith(".");
    }

    /** 10,680 m in 40 s are 961 km/h, in 40 s and 60 s more 384: whoever checks the sum must find the minute. */
    @Test
    void theSpeedIsSaidWithTheTimeThatWasAddedToIt() {
        JsonObject evidence = new JsonObject("{\"seconds\":40,\"metres\":10680,\"kmh\":384,\"limitKmh\":120}");
        assertThat(travel(evidence, Language.EN))
                .contains("within 40 s. With time added")
                .contains("384 km/h");
        evidence.put("slackSeconds", 60);
        assertThat(travel(evidence, Language.EN))
                .contains("within 40 s. With 60 s added")
                .contains("384 km/h");
        assertThat(travel(evidence, Language.ZH))
                .contains("间隔 40 秒；再加 60 秒时钟误差")
                .contains("384 公里");
    }

    @Test
    void aKindOfANewerReleaseKeepsItsName() {
        assertThat(EvidenceText.title("CARD_SHARED", Language.EN)).isEqualTo("CARD_SHARED");
        assertThat(EvidenceText.line(flag("CARD_SHARED"), Language.EN)).contains("newer release");
    }

    private static String travel(JsonObject evidence, Language language) {
        return EvidenceText.line(flag("IMPOSSIBLE_TRAVEL", evidence), language);
    }

    private static StoredFlag flag(String kind) {
        return flag(kind, new JsonObject());
    }

    private static StoredFlag flag(String kind, JsonObject evidence) {
        return new StoredFlag(
                1,
                kind,
                50,
                LocalDate.EPOCH,
                "V",
                1,
                TapId.of(LocalDate.EPOCH, 1, 1, 1),
                null,
                evidence,
                Instant.EPOCH);
    }

    private static int placeholders(String text) {
        return text.split("%s", -1).length;
    }
}
