package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.SeededCity.Ride;
import cn.suinian.gateway.stand.SettableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Today's page over HTTP and a real database. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ConsolePageTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");

    @Test
    void showsWhatWasTappedToday(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("深圳巴士", MONDAY);
        city.tap(Ride.bus("2026-11-23T01:00:00Z"));
        city.tap(Ride.lunch("2026-11-23T04:00:00Z", 2));
        city.tap(Ride.lunch("2026-11-23T04:01:00Z", 2).declined(16));
        city.tap(Ride.bus("2026-11-22T15:00:00Z").received("2026-11-23T02:00:00Z"));
        city.tap(Ride.bus("2026-11-22T15:00:00Z"));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            HttpResponse<String> page = console.get("/today");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(page.body())
                    .contains("<html lang=\"zh-Hans\">", "2026年11月23日 星期一", "数据截至 12:10:00")
                    .contains("深圳巴士", "12:01:00", "今日已享午餐补贴", "每天一次午餐补贴，今天已用。请按原价收取本餐")
                    .contains("<tr><th scope=\"row\">乘车</th>" + numbers("1", "0", "2.50"))
                    .contains("<tr><th scope=\"row\">助餐</th>" + numbers("1", "1", "15.00"))
                    .contains("<tr><th scope=\"row\">合计</th>" + numbers("2", "1", "17.50"))
                    .contains("<tr><th scope=\"row\">市级</th>" + numbers("2.50"))
                    .contains("<tr><th scope=\"row\">福田区</th>" + numbers("15.00"))
                    .contains("今天另收到 1 笔", "营业日 2026-11-23 受理中");
        }
    }

    @Test
    void moneyThatWasTakenBackIsInNoSum(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("深圳巴士", MONDAY);
        city.tap(Ride.bus("2026-11-23T01:00:00Z"));
        city.tap(Ride.bus("2026-11-23T02:00:00Z"));
        city.undo();
        city.tap(Ride.lunch("2026-11-23T04:00:00Z", 2));
        city.undo();
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/today").body())
                    .contains("<tr><th scope=\"row\">乘车</th>" + numbers("2", "0", "2.50"))
                    .contains("<tr><th scope=\"row\">助餐</th>" + numbers("1", "0", "0.00"))
                    .contains("<tr><th scope=\"row\">合计</th>" + numbers("3", "0", "2.50"))
                    .contains("<tr><th scope=\"row\">市级</th>" + numbers("2.50"))
                    .doesNotContain("福田区")
                    .contains("今天的刷卡已撤销 2 笔，收回补贴 17.50 元")
                    .containsPattern("(?s)通过</span> <span class=\"declined\">已撤销</span>.*已撤销</span>");
            assertThat(console.get("/today?lang=en").body())
                    .contains("Taken back: 2 of today's taps were undone, with 17.50 yuan", ">Undone</span>");
        }
    }

    @Test
    void saysNothingOfReversalsWhileThereAreNone(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("深圳巴士", MONDAY);
        city.tap(Ride.bus("2026-11-22T01:00:00Z"));
        city.undo();
        city.tap(Ride.bus("2026-11-23T01:00:00Z"));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/today").body())
                    .contains(numbers("1", "0", "2.50"))
                    .doesNotContain("撤销");
        }
    }

    @Test
    void showsMaskedCardsOnly(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("深圳巴士", MONDAY);
        city.tap(Ride.bus("2026-11-23T01:00:00Z"));
        CardNumber card = new CardNumber(12345678);
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            for (String path : new String[] {"/today", "/today/figures", "/today?lang=en"}) {
                assertThat(console.get(path).body().replace("<wbr>", ""))
                        .contains(card.masked())
                        .doesNotContain(card.digits())
                        .doesNotContain("12345678")
                        .doesNotContainPattern("\\d{13}");
            }
        }
    }

    @Test
    void saysSoWhenNobodyHasTappedYet(Database database) throws Exception {
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/today").body())
                    .contains("今天还没有刷卡记录", "尚未开启营业日")
                    .doesNotContain("<table");
            clock.advance(Duration.ofSeconds(3));
            assertThat(console.get("/today/figures?lang=en").body()).contains("No taps yet today");
        }
    }

    @Test
    void refreshesTheFiguresAlone(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("深圳巴士", MONDAY);
        city.tap(Ride.bus("2026-11-23T04:09:00Z"));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/today").body())
                    .contains("hx-get=\"/today/figures?lang=zh\"", "hx-trigger=\"every 2s\"");
            city.tap(Ride.bus("2026-11-23T04:10:00Z"));
            assertThat(console.get("/today/figures").body())
                    .contains("数据截至 12:10:00", numbers("1", "0", "2.50"))
                    .doesNotContain("<html");
            clock.advance(Duration.ofSeconds(3));
            assertThat(console.get("/today/figures").body()).contains("数据截至 12:10:03", numbers("2", "0", "5.00"));
        }
    }

    @Test
    void stopsRefreshingWhenAsked(Database database) throws Exception {
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/today?paused").body()).contains("自动刷新已暂停").doesNotContain("hx-get", "htmx.min.js");
        }
    }

    @Test
    void speaksEnglishOnceAsked(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("深圳巴士", MONDAY);
        city.tap(Ride.lunch("2026-11-23T04:01:00Z", 2).declined(16));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            HttpResponse<String> chosen = console.get("/today?lang=en");
            assertThat(chosen.body())
                    .contains("<html lang=\"en\">", "Monday, 23 November 2026", "Lunch already taken")
                    .contains("One subsidised lunch a day.");
            String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).containsIgnoringCase("HttpOnly").contains("lang=en;", "SameSite=Lax");
            assertThat(console.get("/today", "Cookie", "lang=en").body()).contains("<html lang=\"en\">");
            assertThat(console.get("/today", "Cookie", "lang=<x>").body()).contains("<html lang=\"zh-Hans\">");
        }
    }

    @Test
    void showsAVendorsNameAsTextWhateverItIs(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("<script>alert(1)</script>\"'&", MONDAY);
        city.tap(Ride.bus("2026-11-23T01:00:00Z"));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/today").body())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>");
        }
    }

    @Test
    @Breaks({
        "clearing lines are the sums of the approved taps of cleared days",
        "a cleared day counts every tap that settles in it",
        "the journal posts what the lines say",
        "business days follow each other without a gap"
    })
    void showsTheLastClosedDay(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("深圳巴士", MONDAY);
        city.close(MONDAY.minusDays(1), 120_455, 1_234_567);
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/today").body()).contains("上一个已结算日 2026-11-22：通过 120,455 笔；已减去当日冲正，补贴 12,345.67 元");
        }
    }

    @Test
    void keepsTheOldFiguresWhenTheDatabaseGoesAway(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("深圳巴士", MONDAY);
        city.tap(Ride.bus("2026-11-23T01:00:00Z"));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/today").statusCode()).isEqualTo(200);
            console.loseDatabase();
            clock.advance(Duration.ofSeconds(3));
            HttpResponse<String> page = console.get("/today");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("显示的是 12:10:00 的数据", numbers("1", "0", "2.50"));
        }
    }

    private static String numbers(String... numbers) {
        StringBuilder cells = new StringBuilder();
        for (String number : numbers) {
            cells.append("<td class=\"number\">").append(number).append("</td>");
        }
        return cells.toString();
    }
}
