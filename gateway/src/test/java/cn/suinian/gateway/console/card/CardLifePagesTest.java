package cn.suinian.gateway.console.card;

import static cn.suinian.gateway.console.CounterTown.digits;
import static cn.suinian.gateway.console.CounterTown.location;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.register.CategoryClaim;
import cn.suinian.core.holder.register.CategoryClaim.Grade;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.gateway.console.CounterTown;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a card after it was handed over, over HTTP: replaced, renewed, cancelled, once each. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardLifePagesTest {
    private CounterTown town;

    @BeforeAll
    void open(Database database) throws Exception {
        TestServers.ask(database, "INSERT INTO open_business_day (day) VALUES ('2026-11-23') ON CONFLICT DO NOTHING");
        town = new CounterTown(database);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void aReplacementSaysWhatItStopsWhatStaysAndWhatIsLeft() throws Exception {
        long person = town.person();
        LocalDate year = LocalDate.of(2026, 1, 1);
        town.offices
                .holders()
                .addCategory(
                        town.supervisor.session().actor(),
                        person,
                        new CategoryClaim(Category.MODERATELY_DISABLED, year, null, Grade.MODERATE, "评估表"));
        int old = town.card(person);
        assertThat(town.get(town.clerk, "/cards/" + old + "/replace").body())
                .contains("value=\"DAMAGED\" checked", "第 1 步");
        assertThat(location(town.get(town.clerk, "/cards/" + old + "/replace/card?cause=NONSENSE")))
                .isEqualTo("/cards/" + old + "/replace");
        int next = town.fromTheBottom();
        HttpResponse<String> done = town.post(
                town.clerk,
                "/cards/" + old + "/replace/card",
                Map.of("seen", "ACTIVE", "cause", "DAMAGED", "card", digits(next)));
        assertThat(location(done)).isEqualTo("/cards/" + next + "/receipt");
        assertThat(town.status(old)).isEqualTo("REPLACED");
        assertThat(town.status(next)).isEqualTo("ACTIVE");
        assertThat(town.get(town.clerk, location(done)).body())
                .contains("换卡回执", "随人保留", "今天的午餐补贴未用", "已停用", "还剩多少")
                .containsPattern("<li>[^<]+：今天还可用 1 次（共 1 次）")
                .containsPattern("<li>居家养老服务券：本月服务券还剩 800.00 元（共 800.00 元）");
        assertThat(town.get(town.clerk, "/cards/" + old).body())
                .contains("换成了", "href=\"/cards/" + next + "\"", "不能再办理业务");
    }

    @Test
    void aLostCardIsReplacedAsLost() throws Exception {
        int old = town.card();
        lose(old);
        String page = town.get(town.clerk, "/cards/" + old + "/replace").body();
        assertThat(page).contains("value=\"LOST\" checked").doesNotContain("value=\"DAMAGED\"");
        int next = town.fromTheBottom();
        Map<String, String> replace = Map.of("seen", "LOST", "cause", "LOST", "card", digits(next));
        location(town.post(town.clerk, "/cards/" + old + "/replace/card", replace));
        assertThat(town.get(town.clerk, "/cards/" + old).body())
                .contains("不能再办理业务", "作为遗失换掉")
                .doesNotContain("请收回并剪毁");
    }

    @Test
    void onlyASupervisorCancelsAndSaysWhy() throws Exception {
        int serial = town.card();
        String path = "/cards/" + serial + "/cancel";
        assertThat(town.get(town.clerk, path).statusCode()).isEqualTo(403);
        HttpResponse<String> silent = town.post(town.supervisor, path, Map.of("seen", "ACTIVE", "reason", " "));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("href=\"#reason\"");
        town.post(town.supervisor, path, Map.of("seen", "ACTIVE", "reason", "自愿退卡"));
        assertThat(town.status(serial)).isEqualTo("CANCELLED");
        assertThat(town.get(town.supervisor, path).body()).contains("这张卡已经终止");
    }

    @Test
    void aCardIsRenewedOnceFromItsLastDayOn() throws Exception {
        int serial = town.card();
        town.ask("UPDATE card SET expires_on = '2026-12-01' WHERE card_serial = " + serial);
        String path = "/cards/" + serial + "/renew";
        assertThat(town.get(town.clerk, path).body()).contains("2026-12-01", "2027-12-01");
        Map<String, String> typed = Map.of("seen", "ACTIVE", "expiresOn", "2026-12-01");
        assertThat(location(town.post(town.clerk, path, typed))).isEqualTo("/cards/" + serial);
        assertThat(location(town.post(town.otherClerk, path, typed))).isEqualTo("/cards/" + serial);
        assertThat(town.ask("SELECT expires_on FROM card WHERE card_serial = " + serial))
                .isEqualTo("2027-12-01");
        assertThat(town.get(town.clerk, path).body()).contains("到期前一个月起可以续期");
        assertThat(town.get(town.clerk, "/cards/" + serial).body()).contains("续期记录");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() throws Exception {
        int serial = town.card();
        lose(serial);
        HttpResponse<String> stale = town.post(
                town.otherClerk,
                "/cards/" + serial + "/replace/card",
                Map.of("seen", "ACTIVE", "cause", "DAMAGED", "card", digits(town.fromTheBottom())));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("刚才有人改动了这条记录");
        assertThat(town.status(serial)).isEqualTo("LOST");
        assertThat(town.post(town.clerk, "/cards/" + serial + "/found", Map.of())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDoubleClickDoesEachActOnce() throws Exception {
        long person = town.person();
        int serial = town.fromTheBottom();
        int next = town.fromTheBottom();
        String card = "/cards/" + serial;
        twice("/cards/issue", issue(person, serial, digits(serial)), "CARD_ISSUED", serial);
        twice(card + "/lost", Map.of("seen", "ACTIVE", "reporter", "HOLDER"), "CARD_LOST", serial);
        twice(card + "/found", Map.of("seen", "LOST"), "CARD_FOUND", serial);
        Map<String, String> replace = Map.of("seen", "ACTIVE", "cause", "DAMAGED", "card", digits(next));
        twice(card + "/replace/card", replace, "CARD_REPLACED", serial);
        town.ask("UPDATE card SET expires_on = '2026-12-01' WHERE card_serial = " + next);
        Map<String, String> renew = Map.of("seen", "ACTIVE", "expiresOn", "2026-12-01");
        twice("/cards/" + next + "/renew", renew, "CARD_RENEWED", next);
        twice("/cards/" + next + "/cancel", Map.of("seen", "ACTIVE", "reason", "退卡"), "CARD_CANCELLED", next);
    }

    @Test
    void theCardOfSomebodyWhoDiedIsStoppedAndCanOnlyBeCancelled() throws Exception {
        long person = town.person();
        int serial = town.card(person);
        String card = "/cards/" + serial;
        town.offices
                .holders()
                .recordDeath(town.supervisor.session().actor(), person, java.time.LocalDate.of(2026, 11, 22), "死亡证明");
        String page = town.get(town.supervisor, card).body();
        assertThat(page)
                .contains("已停用", "持卡人已登记去世（2026-11-22）", "在名单上（持卡人已登记去世）", "href=\"" + card + "/cancel\"")
                .doesNotContain("不在名单上</dd>", "/lost\"", "/replace\"", "/found\"", "/receipt\"", "/renew\"");
        assertThat(town.get(town.clerk, card).body()).contains("已停用").doesNotContain("/cancel\"", "现在可以办理");
        assertThat(town.get(town.supervisor, card + "/renew").body())
                .contains("这位持卡人已登记去世")
                .doesNotContain("name=\"seen\"");
        assertThat(town.get(town.supervisor, card + "/cancel").body())
                .contains("已停用", "name=\"seen\"")
                .doesNotContain("<dd>使用中</dd>");
        assertThat(town.get(town.supervisor, "/holders/" + person + "/undo-death")
                        .body())
                .contains("已停用（持卡人已登记去世")
                .doesNotContain("使用中");
    }

    @Test
    void aPageWithOneButtonBeginsOnIt() throws Exception {
        int serial = town.card();
        town.ask("UPDATE card SET expires_on = '2026-12-01' WHERE card_serial = " + serial);
        String button = "<button class=\"main *\" type=\"submit\"[^>]* autofocus>";
        assertThat(town.get(town.clerk, "/cards/" + serial + "/renew").body()).containsPattern(button);
        lose(serial);
        assertThat(town.get(town.clerk, "/cards/" + serial + "/found").body()).containsPattern(button);
        assertThat(town.get(town.supervisor, "/cards/" + serial + "/cancel").body())
                .doesNotContainPattern(button);
    }

    @Test
    void dueCardsComeInPagesByTheirLastDay() throws Exception {
        long first = town.person();
        town.ask("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) SELECT 70000000 + n, "
                + first + ", 'CANCELLED', now(), '2026-11-30' FROM generate_series(1, 3) AS n");
        town.ask("INSERT INTO holder (born_on) SELECT '1950-01-01' FROM generate_series(1, 60)");
        town.ask("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) SELECT 71000000 + n,"
                + " (SELECT max(holder_id) FROM holder) - 60 + n, 'ACTIVE', now(), '2026-12-05' FROM"
                + " generate_series(1, 60) AS n");
        town.ask("INSERT INTO account (holder_id, live_card) SELECT holder_id, card_serial FROM card WHERE card_serial"
                + " BETWEEN 71000001 AND 71000060");
        String page = town.get(town.clerk, "/cards/due").body();
        assertThat(page).contains("2026-12-05", "rel=\"next\"").doesNotContain("/cards/70000001");
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        assertThat(next.find()).isTrue();
        String more = town.get(town.clerk, next.group(1)).body();
        assertThat(more).contains("/cards/71000060", "rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(town.get(town.clerk, "/cards/due?after=nonsense").body()).contains("rel=\"next\"");
        town.ask("UPDATE card SET expires_on = '2030-01-01' WHERE card_serial BETWEEN 71000001 AND 71000060");
    }

    private static Map<String, String> issue(long person, int proposed, String card) {
        return Map.of("holder", Long.toString(person), "proposed", Integer.toString(proposed), "card", card);
    }

    private void lose(int serial) throws Exception {
        town.post(town.clerk, "/cards/" + serial + "/lost", Map.of("seen", "ACTIVE", "reporter", "HOLDER"));
    }

    /** As a browser sends it twice, and once more from a form that was opened before. */
    private void twice(String path, Map<String, String> fields, String act, int serial) throws Exception {
        Map<String, String> click = new HashMap<>(fields);
        click.put("act", "one-" + act);
        String first = location(town.post(town.supervisor, path, click));
        String second = location(town.post(town.supervisor, path, click));
        click.put("act", "other-" + act);
        String third = location(town.post(town.supervisor, path, click));
        assertThat(List.of(second, third)).as(act).containsOnly(first).isNotEqualTo(List.of("-", "-"));
        assertThat(town.ask("SELECT count(*) FROM audit_log WHERE subject_kind = 'CARD' AND subject = '" + serial
                        + "' AND act = '" + act + "'"))
                .as(act)
                .isEqualTo("1");
    }
}
