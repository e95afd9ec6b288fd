package cn.suinian.gateway.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.core.card.stock.StockStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Role;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.statement.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the values of an entry are in words. */
class EntryWordsTest {

    @ParameterizedTest
    @CsvSource({
        "hukou,FUTIAN,福田区,Futian",
        "district,LUOHU,罗湖区,Luohu",
        "status,LOST,已挂失,lost",
        "category,LOW_INCOME,低保对象,low income",
        "roles,AUDITOR SETTLEMENT_CLERK,审计员、,'Auditor, '",
        "services,MEAL TRANSIT,助餐、公交地铁,'meals, transit'",
        "place,COUNTER 7,网点 7,counter 7",
        "place,STORE,总库,the store",
        "fen,1250,12.50 元,12.50 yuan",
        "hukouToo,true,是,yes",
        "since,2026-11-22T16:30:00Z,2026-11-23T00:30:00+08:00,2026-11-23T00:30:00+08:00",
        "since,2026-11-22T16:30:00.123456Z,2026-11-23T00:30:00.123456+08:00,2026-11-23T00:30:00.123456+08:00",
    })
    void aValueIsSaidInBothLanguages(String field, String value, String zh, String en) {
        assertThat(new EntryWords(Language.ZH, Map.of()).value(field, value)).startsWith(zh);
        assertThat(new EntryWords(Language.EN, Map.of()).value(field, value)).startsWithIgnoringCase(en);
    }

    @Test
    void aVendorIsSaidByItsCodeAndNameBesideItsNumber() {
        EntryWords words = new EntryWords(Language.ZH, Map.of("13", "BUS-2 · 公交二公司"));
        assertThat(words.value("vendor", "13")).isEqualTo("13 · BUS-2 · 公交二公司");
        assertThat(words.value("vendor", "14")).isEqualTo("14");
        assertThat(words.value("vendor", "ALL")).isEqualTo("全部");
        assertThat(words.value("fen", "13")).isEqualTo("0.13 元");
        assertThat(words.name("bad") + words.name("good") + words.name("digest"))
                .isEqualTo("有误行数有效行数文件摘要");
    }

    @ParameterizedTest
    @CsvSource({"name,LOST", "account,FUTIAN", "district,ATLANTIS", "fen,none", "since,2026-11-23", "anything,STORE"})
    void whatSomebodyWroteOrNobodyKnowsStaysAsItIs(String field, String value) {
        assertThat(new EntryWords(Language.EN, Map.of()).value(field, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCodeThatStaffMeetOftenHasWords(Language language) {
        EntryWords words = new EntryWords(language, Map.of());
        Stream.of(CardStatus.values(), StockStatus.values(), BreakStatus.values(), Statement.State.values())
                .flatMap(Arrays::stream)
                .forEach(each -> differs(each, words.value("status", each.name())));
        Arrays.stream(District.values()).forEach(each -> differs(each, words.value("district", each.name())));
        Arrays.stream(Category.values()).forEach(each -> differs(each, words.value("category", each.name())));
        Arrays.stream(Role.values()).forEach(each -> differs(each, words.value("roles", each.name())));
        Arrays.stream(Service.values()).forEach(each -> differs(each, words.value("services", each.name())));
        Arrays.stream(ReplaceCause.values()).forEach(each -> differs(each, words.reason(each.name())));
    }

    @Test
    void aValueIsCalledByWordsToo() {
        assertThat(new EntryWords(Language.ZH, Map.of()).name("expiresOn")).isEqualTo("有效期至");
        assertThat(new EntryWords(Language.EN, Map.of()).name("mostDayFen")).isEqualTo("most a day");
        assertThat(new EntryWords(Language.EN, Map.of()).name("somethingNew")).isEqualTo("somethingNew");
    }

    private static void differs(Enum<?> code, String words) {
        assertThat(words).isNotEqualTo(code.name()).isNotBlank();
    }
}
