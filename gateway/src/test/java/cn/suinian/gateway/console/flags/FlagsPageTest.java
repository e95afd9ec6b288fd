package cn.suinian.gateway.console.flags;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.gateway.console.ConsoleServer;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.stand.SettableClock;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of risk flags over HTTP and a real database. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class FlagsPageTest {
    private static final String FLAG = """
            INSERT INTO risk_flag (kind, score, day, vendor_id, tap_date, terminal_id, terminal_seq, holder_id,
                                   other_tap_date, other_terminal_id, other_terminal_seq, other_holder_id, evidence)
            VALUES ('%s', 74, '%s', 1, '2026-11-16', 440300010007, %d, 42, '2026-11-16', 440300010009, 5, 42, '%s')
            """;
    private static final String TRAVEL =
            "{\"seconds\":360,\"metres\":27781,\"kmh\":238,\"limitKmh\":120,\"slackSeconds\":60}";
    private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

    private final SettableClock clock = SettableClock.at("2026-11-17T04:10:00Z");

    @Test
    void saysWhatLooksWrongAndWhy(Database database) throws Exception {
        found(database);
        flag(database, "IMPOSSIBLE_TRAVEL", "2026-11-16", 7, TRAVEL);
        flag(
                database,
                "TAP_AFTER_DEATH",
                "2026-11-16",
                8,
                "{\"outcome\":\"APPROVED\",\"subsidyFen\":250,\"daysAfter\":6}");
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            HttpResponse<String> page = console.get("/flags");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
            assertThat(page.body())
                    .contains("<html lang=\"zh-Hans\">", "行程不可能", "持卡人编号 42")
                    .contains("两次刷卡相距 27,781 米，间隔 360 秒；再加 60 秒时钟误差计算，时速仍达 238 公里")
                    .contains(
                            "<a href=\"/taps/20261116-440300010007-7-00000000\">",
                            "对比 <a href=\"/taps/20261116-440300010009-5-")
                    .contains("登记的去世日期 6 天之后仍有刷卡。当时已通过，补贴 2.50 元。")
                    .contains("&lt;b&gt;深圳&lt;/b&gt;")
                    .doesNotContain("<script>", "style=", "rel=\"next\"");
            assertThat(console.get("/flags?lang=en").body())
                    .contains("Two taps 27,781 m apart within 360 s. With 60 s added for clocks that differ,"
                            + " that is still 238 km/h, where 120 is the most.")
                    .contains("It was approved, subsidy 2.50 yuan.");
        }
    }

    @Test
    void aFlagLeadsOnToWhateverTheReaderMaySee(Database database) throws Exception {
        found(database);
        flag(database, "IMPOSSIBLE_TRAVEL", "2026-11-16", 7, TRAVEL);
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            Admitted clerk = console.sessions().signedIn(61, Role.SETTLEMENT_CLERK.permissions());
            String page = console.getAs(clerk, "/flags").body();
            assertThat(page)
                    .containsPattern("<a href=\"/lens/items/FLAG\\.[0-9]+\">核查</a>")
                    .contains("写明“已说明”或“属实”", "<a href=\"/taps/20261116-440300010007-7-00000000\">")
                    .doesNotContain("href=\"/holders/42\"");
            assertThat(console.getAs(console.sessions().signedIn(62, Role.AUDITOR.permissions()), "/flags?lang=en")
                            .body())
                    .contains("See its case", "settlement staff answer it there");
            Admitted bare = console.sessions().signedIn(63, Set.of(Permission.FLAG_VIEW));
            assertThat(console.getAs(bare, "/flags").body())
                    .contains("持卡人编号 42", "20261116-440300010007-7-00000000", "提示由结算人员核查")
                    .doesNotContain("/lens", "href=\"/taps", "href=\"/holders");
            assertThat(console.getAs(console.sessions().signedInForEverything(), "/flags")
                            .body())
                    .contains("<a href=\"/holders/42\">持卡人编号 42</a>");
        }
    }

    @Test
    void showsOneKindOrOneDay(Database database) throws Exception {
        found(database);
        flag(database, "IMPOSSIBLE_TRAVEL", "2026-11-16", 7, TRAVEL);
        flag(database, "SEQUENCE_REUSED", "2026-11-15", 8, "{\"seconds\":1800}");
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/flags?kind=SEQUENCE_REUSED&day=").body())
                    .contains("<option value=\"SEQUENCE_REUSED\" selected>", "间隔 1,800 秒")
                    .contains("/flags?kind=SEQUENCE_REUSED&amp;lang=en")
                    .doesNotContain("27,781");
            assertThat(console.get("/flags?kind=&day=2026-11-16").body())
                    .contains("value=\"2026-11-16\"", "27,781")
                    .doesNotContain("1,800");
            assertThat(console.get("/flags?kind=GOOD_FAITH_TAP").body())
                    .contains("没有符合条件的风险提示")
                    .doesNotContain("<table");
        }
    }

    @Test
    void turnsPagesWithoutLosingOrRepeatingAFlag(Database database) throws Exception {
        found(database);
        for (int seq = 1; seq <= 120; seq++) {
            flag(database, "SEQUENCE_REUSED", "2026-11-16", seq, "{\"seconds\":1}");
        }
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            String path = "/flags?kind=SEQUENCE_REUSED";
            StringBuilder seen = new StringBuilder();
            int pages = 0;
            for (boolean more = true; more; pages++) {
                String body = console.get(path).body();
                seen.append(body);
                if (pages == 0) {
                    flag(database, "SEQUENCE_REUSED", "2026-11-16", 999, "{\"seconds\":1}");
                }
                Matcher older = OLDER.matcher(body);
                more = older.find();
                path = more ? older.group(1).replace("&amp;", "&") : path;
            }
            assertThat(pages).isEqualTo(3);
            for (int seq = 1; seq <= 120; seq++) {
                assertThat(seen.toString().split(">20261116-440300010007-" + seq + "-00000000<", -1))
                        .as("flag " + seq)
                        .hasSize(2);
            }
            assertThat(console.get(path).body()).contains("回到最新", "href=\"/flags?kind=SEQUENCE_REUSED\"");
        }
    }

    @Test
    void saysSoWhenThereIsNothing(Database database) throws Exception {
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/flags").body()).contains("还没有发现可疑刷卡。").doesNotContain("<table");
            assertThat(console.get("/today").body()).contains("<a href=\"/flags\">风险提示</a>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kind=X,kind",
        "kind=%3Cscript%3E,kind",
        "day=yesterday,day",
        "day=2026-02-30,day",
        "kind=GOOD_FAITH_TAP&day=x,day",
        "before=x,before"
    })
    void saysWhichParameterNoFormOfOursSends(String query, String parameter, Database database) throws Exception {
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            HttpResponse<String> page = console.get("/flags?" + query);
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body())
                    .contains("查询条件有误", "参数 " + parameter)
                    .contains("<form class=\"filter\"")
                    .doesNotContain("script&gt;", "<script>", "还没有发现可疑刷卡");
            assertThat(console.get("/flags?lang=en&" + query).body()).contains("The parameter " + parameter + " is no");
        }
    }

    @Test
    void saysSoWhenTheDatabaseDoesNotAnswer(Database database) throws Exception {
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            console.loseDatabase();
            HttpResponse<String> page = console.get("/flags");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("数据库没有应答");
        }
    }

    private static void found(Database database) throws Exception {
        TestServers.ask(database, "INSERT INTO vendor (code, name, kind) VALUES ('V1', '<b>深圳</b>', 'METRO')");
    }

    private static void flag(Database database, String kind, String day, int seq, String evidence) throws Exception {
        TestServers.ask(database, FLAG.formatted(kind, day, seq, evidence));
    }
}
