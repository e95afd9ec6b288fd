package cn.suinian.gateway.console.day;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.console.approval.InboxText;
import cn.suinian.gateway.console.chart.ChartText;
import cn.suinian.gateway.console.day.board.DayText;
import cn.suinian.gateway.console.day.calendar.CalendarText;
import cn.suinian.gateway.console.day.line.LineText;
import cn.suinian.gateway.console.day.seal.SealText;
import cn.suinian.gateway.console.day.word.StateText;
import cn.suinian.gateway.console.day.word.WordText;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.seal.Section;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things of business days. */
class DayWordsTest {

    @Test
    void bothLanguagesTakeTheSameValues() {
        Stream<Phrase> phrases = Stream.<Phrase[]>of(
                        DayText.values(),
                        StateText.values(),
                        WordText.values(),
                        LineText.values(),
                        SealText.values(),
                        CalendarText.values(),
                        ChartText.values(),
                        InboxText.values())
                .flatMap(Arrays::stream);
        assertThat(phrases).allSatisfy(phrase -> {
            assertThat(phrase.zh().split("%s", -1)).hasSameSizeAs(phrase.en().split("%s", -1));
            assertThat(phrase.en()).doesNotContainPattern("\\p{IsHan}");
            assertThat(phrase.zh()).isNotBlank().isNotEqualTo(phrase.en());
        });
    }

    @Test
    void everyStateAndEveryPartOfASealHasAName() {
        assertThat(State.values())
                .allSatisfy(state -> assertThat(StateText.of(state).zh()).isNotBlank());
        assertThat(Section.values())
                .allSatisfy(section ->
                        assertThat(SealText.valueOf(section.name()).zh()).isNotBlank());
    }
}
