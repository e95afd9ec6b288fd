package cn.suinian.gateway.console.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.holder.HolderDesk.Person;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class FindPagesTest {

    private static HolderDesk desk;

    @BeforeAll
    static void open(Database database) throws Exception {
        desk = new HolderDesk(database);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void beginsInTheBox() throws Exception {
        assertThat(desk.page(desk.clerk, "/holders"))
                .containsPattern("<input id=\"q\"[^>]* autofocus")
                .contains("hx-post=\"/holders\"", "href=\"/holders/new\"")
                .doesNotContain("<table");
        assertThat(desk.page(desk.auditor, "/holders")).doesNotContain("href=\"/holders/new\"");
    }

    @Test
    void findsByWhateverTheElderHas() throws Exception {
        Person person = desk.registered();
        int serial = desk.card(person.holderId());
        for (String text :
                new String[] {person.name(), person.number(), person.phone(), new CardNumber(serial).digits()}) {
            String page = find(desk.clerk, text);
            String results = page.substring(page.indexOf("id=\"results\""));
            assertThat(results)
                    .contains("找到 1 人", "href=\"/holders/" + person.holderId() + "\"")
                    .contains("使用中", new CardNumber(serial).masked(), "1950 年生")
                    .doesNotContain(person.number().substring(3, 16))
                    .doesNotContain(person.name() + "</a>");
        }
    }

    @Test
    void reportingLostIsOneClickFromTheHit() throws Exception {
        Person person = desk.registered();
        assertThat(find(desk.clerk, person.name()))
                .contains("没有卡", "href=\"/cards/issue?holder=" + person.holderId() + "\"");
        int serial = desk.card(person.holderId());
        assertThat(find(desk.clerk, person.name()))
                .contains("href=\"/cards/" + serial + "/lost\"", "href=\"/cards/" + serial + "/replace\"")
                .doesNotContain("/cancel\"", "/cards/issue");
        assertThat(find(desk.supervisor, person.name())).contains("href=\"/cards/" + serial + "/cancel\"");
        assertThat(find(desk.auditor, person.name())).doesNotContain("/lost\"", "/replace\"");
        desk.ask("UPDATE card SET status = 'LOST' WHERE card_serial = " + serial);
        assertThat(find(desk.clerk, person.name()))
                .contains("已挂失", "href=\"/cards/" + serial + "/found\"")
                .doesNotContain("/lost\"");
    }

    @Test
    void theDeadHaveNoActs() throws Exception {
        Person person = desk.registered();
        desk.card(person.holderId());
        desk.console
                .offices()
                .holders()
                .recordDeath(desk.clerk.session().actor(), person.holderId(), HolderDesk.TODAY.minusDays(2), "证明");
        assertThat(find(desk.clerk, person.name())).contains("已登记去世").doesNotContainPattern("href=\"/cards/\\d+/");
    }

    @Test
    void whoeverAnotherDistrictServesIsNotFound() throws Exception {
        Person person = desk.registered();
        assertThat(find(desk.otherClerk, person.number()))
                .contains("没有找到", "href=\"/holders/new\"")
                .doesNotContain("/holders/" + person.holderId());
        assertThat(find(desk.auditor, person.number())).contains("找到 1 人");
    }

    @Test
    void whoeverHasLookedElsewhereOftenEnoughIsToldThatTheSearchWasInTheOwnDistrictOnly() throws Exception {
        Person person = desk.registered();
        desk.card(person.holderId());
        String own = "这次只在本区查找";
        assertThat(find(desk.otherClerk, person.number())).contains("由其他区服务").doesNotContain(own);
        desk.ask("UPDATE elsewhere_use SET uses = 300 WHERE kind = 'SEARCH'");
        assertThat(find(desk.otherClerk, person.number())).contains(own).doesNotContain("由其他区服务", "/lost\"");
        desk.ask("DELETE FROM elsewhere_use");
    }

    @Test
    void theCardOfSomebodyServedElsewhereIsFoundByAWholeNumberToBeReportedLost() throws Exception {
        Person person = desk.registered();
        int serial = desk.card(person.holderId());
        String digits = new CardNumber(serial).digits();
        for (String text : new String[] {digits, person.number()}) {
            String page = find(desk.otherClerk, text);
            String results = page.substring(page.indexOf("id=\"results\""));
            assertThat(results)
                    .contains(person.name().substring(0, 1) + "**", new CardNumber(serial).masked(), "使用中")
                    .contains("福田区服务", "href=\"/cards/" + serial + "/lost\"")
                    .doesNotContain("没有找到", "/holders/" + person.holderId(), "/replace\"", "/cancel\"", "/found\"")
                    .doesNotContain("1950", "440", person.phone().substring(7), digits)
                    .doesNotContain("href=\"/cards/" + serial + "\"");
        }
        for (String text : new String[] {person.name(), person.phone()}) {
            assertThat(find(desk.otherClerk, text)).contains("没有找到").doesNotContain("/lost\"");
        }
        desk.ask("UPDATE card SET status = 'LOST' WHERE card_serial = " + serial);
        assertThat(find(desk.otherClerk, digits)).contains("已挂失").doesNotContain("/cards/" + serial);
    }

    @Test
    void theNumberOfACardLeadsToItsPage() throws Exception {
        Person person = desk.registered();
        int serial = desk.card(person.holderId());
        String link = "href=\"/cards/" + serial + "\">" + new CardNumber(serial).masked();
        assertThat(find(desk.clerk, person.name())).contains(link);
        assertThat(desk.page(desk.clerk, "/holders/" + person.holderId()))
                .contains(link)
                .doesNotContain("/renew\"");
        desk.ask("UPDATE card SET expires_on = '2026-12-20' WHERE card_serial = " + serial);
        assertThat(desk.page(desk.clerk, "/holders/" + person.holderId()))
                .contains("href=\"/cards/" + serial + "/renew\"");
        assertThat(desk.page(desk.auditor, "/holders/" + person.holderId())).doesNotContain("/renew\"");
    }

    @Test
    void saysWhenThereAreMoreThanItShows() throws Exception {
        String name = HolderDesk.name();
        for (int i = 0; i < 21; i++) {
            desk.registered(name, LocalDate.of(1940, 1, 1).plusDays(i), false, null);
        }
        String page = find(desk.clerk, name);
        assertThat(page).contains("还有更多，只显示前 20 人");
        assertThat(page.split("class=\"who-link\"", -1)).hasSize(21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "测", "44000019500601001", "12345"})
    void aTextThatIsNothingIsToldSo(String text) throws Exception {
        assertThat(find(desk.clerk, text)).containsAnyOf("请填写完整的姓名", "号码有误").contains("role=\"alert\"");
    }

    @Test
    void theTextIsInNoAddressAndTheSearchInTheTrail() throws Exception {
        Person person = desk.registered();
        HttpResponse<String> page = desk.fill(desk.clerk, "/holders", Map.of("q", person.number()));
        assertThat(page.uri().toString()).endsWith("/holders");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContainPattern("(href|action)=\"[^\"]*" + person.number());
        assertThat(desk.ask("SELECT after FROM audit_log WHERE act = 'HOLDER_SEARCHED' ORDER BY entry_no DESC LIMIT 1"))
                .contains("DOCUMENT")
                .doesNotContain(person.number());
        assertThat(desk.console
                        .getAs(desk.clerk, "/holders?q=" + person.number())
                        .body())
                .doesNotContain(person.number() + "\"", "<table");
    }

    private static String find(Admitted who, String text) throws Exception {
        HttpResponse<String> page = desk.fill(who, "/holders", Map.of("q", text));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }
}
