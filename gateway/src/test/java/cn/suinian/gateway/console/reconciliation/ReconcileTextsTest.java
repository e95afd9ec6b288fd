package cn.suinian.gateway.console.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.approval.ApprovalText;
import cn.suinian.gateway.console.reconciliation.breaks.BreakText;
import cn.suinian.gateway.console.reconciliation.day.DayText;
import cn.suinian.gateway.console.reconciliation.rule.RuleText;
import cn.suinian.gateway.console.reconciliation.statement.FormatText;
import cn.suinian.gateway.console.reconciliation.statement.StatementText;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.Words;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and money comes back as it was written. */
class ReconcileTextsTest {

    @Test
    void bothLanguagesTakeTheSameValues() {
        assertThat(phrases()).allSatisfy(phrase -> {
            assertThat(phrase.zh().split("%s", -1)).hasSameSizeAs(phrase.en().split("%s", -1));
            assertThat(phrase.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            assertThat(phrase.zh()).isNotBlank();
        });
    }

    @Test
    void moneyIsReadAsItIsWritten() {
        assertThat(Words.fen("1,234.5")).hasValue(123_450);
        assertThat(Words.fen("¥0.07")).hasValue(7);
        assertThat(Words.fen("12")).hasValue(1_200);
        for (String wrong : new String[] {"", "-1", "1.234", "1e3", "１２", "99999999999", ".5"}) {
            assertThat(Words.fen(wrong)).as(wrong).isEmpty();
        }
        assertThat(Words.money(-40)).isEqualTo("-¥0.40");
        assertThat(Words.difference(123_450)).isEqualTo("+¥1,234.50");
    }

    private static Stream<Phrase> phrases() {
        return Stream.<Phrase[]>of(
                        ApprovalText.values(),
                        BreakText.values(),
                        DayText.values(),
                        RuleText.values(),
                        FormatText.values(),
                        StatementText.values(),
                        ReconcileText.values())
                .flatMap(Arrays::stream);
    }
}
