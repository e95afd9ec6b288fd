package cn.suinian.gateway.console.payout.statement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.payout.word.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            break:12 | 差错 12 | Break 12 | /reconciliation/breaks/12
            payment:3 | 付款 3 | Payment 3 | /payouts/payments/3
            payment:3:2 | 付款 3 | Payment 3 | /payouts/payments/3
            allowance:2026-11:FUTIAN | 高龄津贴 2026-11 · 福田区 | Allowance of 2026-11 · Futian |
            allowance:2026-11:CITY:returned | 高龄津贴 2026-11 · 市级 | Allowance of 2026-11 · City |
            allowance-claim:7:1234:2026-10 | 津贴追回 · 第 7 批 · 2026-10 | Allowance claim · run 7 · 2026-10 |
            another:9 | another:9 | another:9 |
            """)
    void whatAnEntryIsAboutIsSaidInWordsAndNamesNobody(String stored, String zh, String en, String path) {
        assertThat(References.of(stored, Language.ZH)).isEqualTo(new Link(zh, path));
        assertThat(References.of(stored, Language.EN)).isEqualTo(new Link(en, path));
    }
}
