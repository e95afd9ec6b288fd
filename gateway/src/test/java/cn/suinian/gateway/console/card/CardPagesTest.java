package cn.suinian.gateway.console.card;

import static cn.suinian.gateway.console.CounterTown.digits;
import static cn.suinian.gateway.console.CounterTown.lastSix;
import static cn.suinian.gateway.console.CounterTown.location;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.CounterTown;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a counter does with cards, over HTTP: hands them over, stops them, and shows them to whom it may. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardPagesTest {
    private static final Pattern PROPOSED = Pattern.compile("name=\"proposed\" value=\"(\\d+)\"");
    private CounterTown town;

    @BeforeAll
    void open(Database database) throws Exception {
        town = new CounterTown(database);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void theNextCardOfTheBoxIsProposedComparedAndWorksAtOnce() throws Exception {
        long person = town.person();
        int proposed = proposed(person);
        HttpResponse<String> form = town.get(town.clerk, "/cards/issue?holder=" + person);
        assertThat(form.body()).contains(lastSix(proposed)).doesNotContain(digits(proposed));
        HttpResponse<String> done = town.post(town.clerk, "/cards/issue", issue(person, proposed, lastSix(proposed)));
        assertThat(location(done)).isEqualTo("/cards/" + proposed + "/receipt");
        assertThat(town.status(proposed)).isEqualTo("ACTIVE");
        String receipt = town.get(town.clerk, location(done)).body();
        assertThat(receipt)
                .contains("领卡回执", "免费乘坐公交和地铁", "长者饭堂", "12345", "南山一号网点", "2027-11-23", "请到南山区的窗口办理")
                .doesNotContain(digits(proposed));
    }

    @Test
    void aCardThatIsNotTheProposedOneIsNotHandedOver() throws Exception {
        long person = town.person();
        int proposed = proposed(person);
        HttpResponse<String> again =
                town.post(town.clerk, "/cards/issue", issue(person, proposed, lastSix(town.fromTheBottom())));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("手中的卡不是上面这一张", "href=\"#card\"");
        assertThat(town.ask("SELECT count(*) FROM card WHERE holder_id = " + person))
                .isEqualTo("0");
    }

    @Test
    void theWholeNumberOfAnotherCardHandsThatOneOver() throws Exception {
        long person = town.person();
        int other = town.fromTheBottom();
        HttpResponse<String> done =
                town.post(town.clerk, "/cards/issue", issue(person, proposed(person), digits(other)));
        assertThat(location(done)).isEqualTo("/cards/" + other + "/receipt");
    }

    @Test
    void aCardOfAnotherCountersBoxIsNotHandedOver() throws Exception {
        long person = town.person();
        HttpResponse<String> again =
                town.post(town.clerk, "/cards/issue", issue(person, proposed(person), digits(CounterTown.FIRST + 210)));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("这些卡不在您负责的窗口");
    }

    @Test
    void whoHasACardIsShownItInsteadOfAForm() throws Exception {
        long person = town.person();
        int serial = town.card(person);
        String page = town.get(town.clerk, "/cards/issue?holder=" + person).body();
        assertThat(page).contains("这位老人已有一张卡", "href=\"/cards/" + serial + "\"").doesNotContain("name=\"proposed\"");
    }

    @Test
    void issuingWithoutAHolderSaysWhereToBegin() throws Exception {
        assertThat(town.get(town.clerk, "/cards/issue").body()).contains("先查找持卡人");
        for (String holder : List.of("999999999", "abc", "-1", "99999999999999999999", "%3Cscript%3E")) {
            assertThat(town.get(town.clerk, "/cards/issue?holder=" + holder).statusCode())
                    .as(holder)
                    .isEqualTo(404);
        }
    }

    @Test
    void aLostCardIsStoppedByOneClickAndTheListSaysSo() throws Exception {
        int serial = town.card();
        String form = town.get(town.clerk, "/cards/" + serial + "/lost").body();
        assertThat(form).contains("name=\"seen\" value=\"ACTIVE\"", "checked");
        HttpResponse<String> done =
                town.post(town.clerk, "/cards/" + serial + "/lost", Map.of("seen", "ACTIVE", "reporter", "HOLDER"));
        assertThat(location(done)).isEqualTo("/cards/" + serial + "/stopped");
        assertThat(town.status(serial)).isEqualTo("LOST");
        String version = town.ask("SELECT max(version) FROM denylist_change WHERE card_serial = " + serial);
        assertThat(town.get(town.clerk, location(done)).body())
                .contains("已停用", "任何地方下一次刷卡都会被拒绝", "<strong class=\"number\">" + version + "</strong>")
                .contains("href=\"/cards/" + serial + "/replace\"");
        assertThat(location(town.get(town.clerk, "/cards/" + serial + "/lost"))).isEqualTo(location(done));
    }

    @Test
    void theTimeOfTheLossIsShenzhensAndMustNotLieAhead() throws Exception {
        int serial = town.card();
        String path = "/cards/" + serial + "/lost";
        town.clock.advance(Duration.ofHours(3));
        HttpResponse<String> ahead = town.post(
                town.clerk, path, Map.of("seen", "ACTIVE", "reporter", "HOLDER", "lostAt", "2031-01-01T10:00"));
        assertThat(ahead.statusCode()).isEqualTo(422);
        assertThat(ahead.body()).contains("href=\"#lostAt\"", "不能晚于现在", "value=\"2031-01-01T10:00\"");
        HttpResponse<String> unreadable =
                town.post(town.clerk, path, Map.of("seen", "ACTIVE", "reporter", "HOLDER", "lostAt", "昨天"));
        assertThat(unreadable.body()).contains("请填写日期和时间");
        String lostAt = town.clock
                .instant()
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDateTime()
                .minusHours(1)
                .toString()
                .substring(0, 16);
        town.post(town.clerk, path, Map.of("seen", "ACTIVE", "reporter", "STAFF", "lostAt", lostAt));
        assertThat(town.ask("SELECT to_char(status_since AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD\"T\"HH24:MI')"
                        + " FROM card WHERE card_serial = " + serial))
                .isEqualTo(lostAt);
        assertThat(town.ask("SELECT reason FROM audit_log WHERE act = 'CARD_LOST' AND subject = '" + serial + "'"))
                .as("who reported it, as the form says")
                .isEqualTo("STAFF");
    }

    @Test
    void theFormAsksWhoReportsALossAndTakesNobodyForGranted() throws Exception {
        int serial = town.card();
        String path = "/cards/" + serial + "/lost";
        String form = town.get(town.clerk, path).body();
        assertThat(form).contains("name=\"reporter\" value=\"STAFF\"").containsOnlyOnce("name=\"by\"");
        HttpResponse<String> nobody = town.post(town.clerk, path, Map.of("seen", "ACTIVE"));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("请选择谁来挂失");
        assertThat(town.status(serial)).isEqualTo("ACTIVE");
    }

    @Test
    void whatIsFoundAgainWorksAgain() throws Exception {
        int serial = town.card();
        lose(serial);
        HttpResponse<String> found = town.post(town.clerk, "/cards/" + serial + "/found", Map.of("seen", "LOST"));
        assertThat(location(found)).isEqualTo("/cards/" + serial);
        assertThat(town.status(serial)).isEqualTo("ACTIVE");
        assertThat(town.get(town.clerk, "/cards/" + serial).body()).contains("已移出（第", "使用中");
    }

    @Test
    void aCardOfAnotherDistrictIsNoPage() throws Exception {
        long person = town.person();
        int serial = town.card(person);
        assertThat(town.get(town.stranger, "/cards/issue?holder=" + person).statusCode())
                .isEqualTo(404);
        for (String page : List.of("", "/found", "/replace", "/receipt", "/renew", "/activate")) {
            HttpResponse<String> hidden = town.get(town.stranger, "/cards/" + serial + page);
            assertThat(hidden.statusCode()).as(page).isEqualTo(404);
            assertThat(hidden.body()).doesNotContain("测*", CardWords.masked(serial));
        }
        Map<String, String> act = Map.of("seen", "ACTIVE", "reporter", "HOLDER", "expiresOn", "2027-11-23");
        for (String page : List.of("/found", "/renew", "/activate")) {
            assertThat(town.post(town.stranger, "/cards/" + serial + page, act).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        HttpResponse<String> issue =
                town.post(town.stranger, "/cards/issue", issue(person, 1, digits(CounterTown.FIRST + 215)));
        assertThat(issue.statusCode()).isEqualTo(404);
        assertThat(town.status(serial)).isEqualTo("ACTIVE");
        for (String none : List.of("0", "abc", "999999999", "-1", "1'--", "%00")) {
            assertThat(town.get(town.clerk, "/cards/" + none).statusCode())
                    .as(none)
                    .isIn(400, 404);
        }
    }

    @Test
    void aCounterThatStoppedManyCardsOfOtherDistrictsIsToldToCallThem() throws Exception {
        int serial = town.card(town.person());
        String lost = "/cards/" + serial + "/lost";
        String who = "'staff " + town.stranger.session().actor().staffId() + "', '2026-11-23', ";
        town.ask("INSERT INTO elsewhere_use VALUES (" + who + "'LOSS', 30)");
        HttpResponse<String> refused = town.post(town.stranger, lost, Map.of("seen", "ACTIVE", "reporter", "HOLDER"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("此卡未挂失", "请立即致电其服务区的窗口");
        assertThat(town.status(serial)).isEqualTo("ACTIVE");
        town.ask("UPDATE elsewhere_use SET uses = 100 WHERE kind = 'LOOK'");
        HttpResponse<String> looked = town.get(town.stranger, lost);
        assertThat(looked.statusCode()).isEqualTo(409);
        assertThat(looked.body()).contains("请致电该持卡人服务区的窗口").doesNotContain("测*", CardWords.masked(serial));
        assertThat(town.get(town.clerk, lost).statusCode()).as("served here").isEqualTo(200);
        town.ask("DELETE FROM elsewhere_use");
    }

    @Test
    void anyCounterStopsALostCardAndLearnsNothingElse() throws Exception {
        long person = town.person();
        int serial = town.card(person);
        String lost = "/cards/" + serial + "/lost";
        String ends = town.ask("SELECT expires_on FROM card WHERE card_serial = " + serial);
        HttpResponse<String> form = town.get(town.stranger, lost);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("测**", CardWords.masked(serial), "使用中", "南山区服务");
        Map<String, String> act = Map.of("seen", "ACTIVE", "reporter", "HOLDER");
        String stopped = location(town.post(town.stranger, lost, act));
        assertThat(stopped).isEqualTo("/cards/" + serial + "/stopped");
        assertThat(town.status(serial)).isEqualTo("LOST");
        HttpResponse<String> done = town.get(town.stranger, stopped);
        assertThat(done.body()).contains("任何地方下一次刷卡都会被拒绝", "南山区服务", "挂失回执", "换卡、解挂和其他事项，请到南山区的窗口办理");
        for (HttpResponse<String> page : List.of(form, done)) {
            assertThat(page.body())
                    .doesNotContain(digits(serial), "/holders/" + person, "/replace", "/found", ends)
                    .doesNotContain("href=\"/cards/" + serial + "\"");
        }
        assertThat(town.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log WHERE actor = 'staff"
                        + town.stranger.session().actor().staffId() + "' AND subject = '" + serial + "'"))
                .isEqualTo("CARD_VIEWED_ELSEWHERE CARD_LOST CARD_VIEWED_ELSEWHERE");
        assertThat(town.post(town.stranger, "/cards/" + serial + "/found", Map.of("seen", "LOST"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(town.status(serial)).isEqualTo("LOST");
        assertThat(town.get(town.keeper, lost).statusCode()).isEqualTo(403);
    }

    @Test
    void eachLookAtAHolderIsInTheAuditTrail() throws Exception {
        long person = town.person();
        int serial = town.card(person);
        town.get(town.clerk, "/cards/" + serial);
        assertThat(town.ask(
                        "SELECT count(*) FROM audit_log WHERE act = 'HOLDER_VIEWED' AND subject = '" + person + "'"))
                .isEqualTo("1");
    }

    private int proposed(long person) throws Exception {
        Matcher field = PROPOSED.matcher(
                town.get(town.clerk, "/cards/issue?holder=" + person).body());
        assertThat(field.find()).isTrue();
        return Integer.parseInt(field.group(1));
    }

    private static Map<String, String> issue(long person, int proposed, String card) {
        return Map.of("holder", Long.toString(person), "proposed", Integer.toString(proposed), "card", card);
    }

    private void lose(int serial) throws Exception {
        town.post(town.clerk, "/cards/" + serial + "/lost", Map.of("seen", "ACTIVE", "reporter", "HOLDER"));
    }
}
