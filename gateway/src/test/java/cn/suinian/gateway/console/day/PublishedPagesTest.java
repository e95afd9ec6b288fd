package cn.suinian.gateway.console.day;

import static cn.suinian.gateway.console.day.DayTown.CANTEEN_A;
import static cn.suinian.gateway.console.day.DayTown.CANTEEN_B;
import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static cn.suinian.gateway.console.day.DayTown.METRO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.dayend.FollowDays;
import cn.suinian.gateway.stand.SmallCity;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the world sees of a sealed day. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedPagesTest {

    private static final String PAGE = "/published/2026-11-18";
    private static final String JSON = PAGE + ".json";

    private DayTown town;

    @BeforeAll
    void publish(Database database) throws Exception {
        town = new DayTown(database);
        town.close(DAY_1);
        assertThat(town.console.getAsNobody(PAGE).statusCode())
                .as("not sealed yet")
                .isEqualTo(404);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        long request = town.office.acts().askToApprove(DayTown.actor(town.clerk), DAY_1, "figures agree");
        town.office.acts().approve(DayTown.actor(town.chief), request);
        town.hold(DAY_1);
        new FollowDays(town.office, () -> false).run();
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void anybodyReadsTheTotalsWithoutASessionAndMayKeepThem() throws Exception {
        HttpResponse<String> page = town.console.getAsNobody(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("2026-11-18 智慧养老卡使用合计", "183", "不公布", "封存值")
                .doesNotContain("CANTEEN", "食堂", "csrf");
        assertThat(page.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = page.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = town.console.getAsNobody(PAGE, "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        HttpResponse<String> english = town.console.getAsNobody(PAGE + "?lang=en");
        assertThat(english.body()).contains("Use of the elder card on 2026-11-18", "withheld");
        assertThat(english.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(english.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
        assertThat(town.console.getAsNobody(PAGE, "Cookie", "lang=en").body())
                .as("the address alone says which language")
                .contains("使用合计");
    }

    @Test
    void theDaysThatThereAreAreListedAndWhatIsWithheldIsOneSentence() throws Exception {
        for (String path : new String[] {"/published", "/published/"}) {
            HttpResponse<String> list = town.console.getAsNobody(path);
            assertThat(list.statusCode()).as(path).isEqualTo(200);
            assertThat(list.body()).contains("href=\"" + PAGE + "\"", JSON).doesNotContain("2026-11-19");
            assertThat(list.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(town.console.getAsNobody("/published?lang=en").body()).contains("published days", PAGE + "?lang=en");
        assertThat(town.console.getAsNobody("/published?before=2026-11-18").body())
                .contains("还没有公布过营业日")
                .doesNotContain(JSON);
        assertThat(town.console.getAsNobody(PAGE).body())
                .contains("行不公布：涉及少于", "href=\"/published\"")
                .doesNotContain(">不公布<");
    }

    @Test
    void theJsonIsWhatWasSignedToTheByte() throws Exception {
        HttpResponse<String> json = town.console.getAsNobody(JSON);
        assertThat(json.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(json.body()).contains("suinian-daily-totals-2", "\"day\": \"2026-11-18\"");
        int version = Integer.parseInt(
                json.headers().firstValue("Suinian-Key-Version").orElseThrow());
        String signature = json.headers().firstValue("Suinian-Signature").orElseThrow();
        assertThat(SmallCity.vault()
                        .signingKeys()
                        .get(version)
                        .verify(json.body().getBytes(UTF_8), Hex.decode(signature)))
                .isTrue();
        String hash = town.ask("SELECT encode(hash, 'hex') FROM day_seal");
        assertThat(json.body()).contains(hash);
        assertThat(town.page(town.clerk, "/days/2026-11-18/seal")).contains(hash, PAGE);
    }

    @Test
    void anybodyDownloadsTheSealedTextAndFindsItsHashOnThePage() throws Exception {
        HttpResponse<String> seal = town.console.getAsNobody(PAGE + ".seal");
        assertThat(seal.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(seal.body()).startsWith("suinian seal 1\n").endsWith("\n");
        String hash = Hex.encode(Sm3.digest(seal.body().getBytes(UTF_8)));
        String page = town.console.getAsNobody(PAGE).body();
        assertThat(page)
                .contains(hash, PAGE + ".seal\"", "openssl dgst -sm3 2026-11-18.seal", "应付（元）")
                .doesNotContain("process", "补贴（元）", "管理台");
        assertThat(town.console.getAsNobody(JSON).body()).contains("\"text\": \"suinian seal 1\\nno 1\\n");
        assertThat(town.page(town.clerk, "/days/2026-11-18/seal")).contains("对下面的文本");
    }

    @Test
    void whatIsNoPublishedDayIsNotThereAndNobodyAsksTooOften() throws Exception {
        for (String path : new String[] {"2026-11-19", "x", "2026-02-30", "2026-11-18.xml", "%3Cb%3E", ".json"}) {
            HttpResponse<String> none = town.console.getAsNobody("/published/" + path, "X-Forwarded-For", "192.0.2.7");
            assertThat(none.statusCode()).as(path).isEqualTo(404);
            assertThat(none.body()).contains("没有公布这一天").doesNotContain("<b>");
        }
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            HttpResponse<String> reply = town.console.getAsNobody(JSON, "X-Forwarded-For", "192.0.2.9");
            if (reply.statusCode() == 429) {
                refused++;
                assertThat(reply.headers().firstValue("Retry-After")).isPresent();
                assertThat(reply.body()).contains("访问过于频繁");
            }
        }
        assertThat(refused).isPositive();
        assertThat(town.console
                        .getAsNobody(JSON, "X-Forwarded-For", "192.0.2.10")
                        .statusCode())
                .as("another address is not kept waiting")
                .isEqualTo(200);
    }
}
