package cn.suinian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.SeededCity.Ride;
import cn.suinian.gateway.stand.SettableClock;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One tap explained to staff, over HTTP and a real database. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class TapPageTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final FactsSeen SEEN =
            new FactsSeen(83, District.NANSHAN, Set.of(Category.LOW_INCOME), CardStatus.ACTIVE, true, false, 2);
    private static final String FIRST = "/taps/20261123-440300010007-1-00000000";
    private final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");

    @Test
    void todaysPageLeadsToTheWholeExplanation(Database database) throws Exception {
        city(database).tap(Ride.lunch("2026-11-23T04:00:00Z", 4));
        keepFacts(database);
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            Matcher link = Pattern.compile("href=\"(/taps/[^\"]+)\"")
                    .matcher(console.get("/today").body());
            assertThat(link.find()).isTrue();
            HttpResponse<String> page = console.get(link.group(1));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("规则 2（长者助餐），全市，自 2025-01-20 起施行", "<td>10:30 至 13:30</td>", "80 至 89 周岁", "南山区", "低保对象")
                    .contains("<th scope=\"row\">账户版本</th><td>41</td>", "联机：按收到时所知")
                    .contains("本周午餐补贴次数", "此前已用 2，此后已用 3，上限 5")
                    .doesNotContain(">83", " 83", "12345678");
            assertThat(console.get(link.group(1) + "?lang=en").body())
                    .contains(
                            "<html lang=\"en\">",
                            "Rule 2 (Lunch subsidy), the whole city",
                            "80 to 89",
                            "Nanshan",
                            "Low income")
                    .contains("2 used before, 3 after, of 5");
        }
    }

    @Test
    void aClerkSeesWhereItWasWithWhatAndWhoPays(Database database) throws Exception {
        city(database).tap(Ride.lunch("2026-11-23T04:00:00Z", 4));
        change(database, "delivery_subsidy = 200, line = 'M1', station = '<世界之窗>', vehicle = 'B1'");
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get(FIRST).body())
                    .contains(row("商户", "深圳巴士 (V1)"), row("终端号", "440300010007"))
                    .contains(row("卡号", new CardNumber(12345678).masked()), row("出资方", "南山区"))
                    .contains(row("线路", "M1"), row("车站", "&lt;世界之窗&gt;"), row("车辆", "B1"))
                    .contains(row("送餐", "是，送餐补助 2.00 元"), "没有风险提示。")
                    .doesNotContain("方向", "同一行程", "12345678");
        }
    }

    @Test
    @Breaks("every person in the register has a document")
    void whoServesOthersSeesTheTapAndItsReasonButNothingOfThePerson(Database database) throws Exception {
        city(database).tap(Ride.lunch("2026-11-23T04:00:00Z", 4));
        keepFacts(database);
        TestServers.ask(
                database,
                "INSERT INTO holder_person (holder_id, name_sealed, name_index, sex, district, consent_version,"
                        + " consent_at, registered_at, registered_by) VALUES (1, '', sha256('x'), 'FEMALE', 4,"
                        + " '2026-01', now(), now(), 'test')");
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            Scope elsewhere = new Scope(District.FUTIAN, null);
            HttpResponse<String> page =
                    console.getAs(console.sessions().signedIn(31, Role.COUNTER_CLERK.permissions(), elsewhere), FIRST);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("持卡人由其他区服务", row("结果", "通过"), "规则 2（长者助餐）", row("终端号", "440300010007"))
                    .doesNotContain("80 至 89 周岁", "南山区", "低保对象", "账户版本");
            Scope home = new Scope(District.NANSHAN, null);
            assertThat(console.getAs(console.sessions().signedIn(32, Role.COUNTER_CLERK.permissions(), home), FIRST)
                            .body())
                    .contains("80 至 89 周岁", "南山区", "低保对象")
                    .doesNotContain("持卡人由其他区服务");
        }
        assertThat(TestServers.ask(
                        database,
                        "SELECT string_agg(concat_ws(' ', staff_id, act, subject_kind, subject, after, reason), ';'"
                                + " ORDER BY entry_no) FROM audit_log"))
                .isEqualTo("31 TAP_VIEWED TAP 20261123-440300010007-1-00000000 person=LEFT_OUT;"
                        + "32 TAP_VIEWED TAP 20261123-440300010007-1-00000000 person=SHOWN");
    }

    @Test
    void aJourneyLeadsToItsOtherHalf(Database database) throws Exception {
        SeededCity city = city(database);
        city.tap(Ride.bus("2026-11-22T15:59:00Z"));
        city.tap(Ride.bus("2026-11-22T16:20:00Z"));
        change(database, "direction = terminal_seq");
        change(database, "journey = terminal_seq");
        change(
                database,
                "pair_terminal = CASE terminal_seq WHEN 2 THEN terminal_id END,"
                        + " pair_seq = CASE terminal_seq WHEN 2 THEN 1 END");
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/taps/20261123-440300010007-2-00000000").body())
                    .contains(row("方向", "出站"), row("行程", "行程完整"))
                    .contains(
                            "<a href=\"/taps/20261122-440300010007-1-00000000\">20261122-440300010007-1-00000000</a>");
            assertThat(console.get("/taps/20261122-440300010007-1-00000000?lang=en")
                            .body())
                    .contains(row("Direction", "Metro entry"), "Entered; no exit was known")
                    .doesNotContain("Other tap of the journey");
        }
    }

    @Test
    void whatLooksWrongAboutATapIsSaidOnItsPage(Database database) throws Exception {
        SeededCity city = city(database);
        city.tap(Ride.bus("2026-11-23T04:00:00Z"));
        city.tap(Ride.bus("2026-11-23T04:00:30Z"));
        TestServers.ask(
                database,
                "INSERT INTO risk_flag (kind, score, day, vendor_id, tap_date, terminal_id, terminal_seq, holder_id,"
                        + " other_tap_date, other_terminal_id, other_terminal_seq, other_holder_id, evidence)"
                        + " VALUES ('MEAL_AND_DISTANT_TRANSIT', 74, '2026-11-23', 1, '2026-11-23', 440300010007, 2, 1,"
                        + " '2026-11-23', 440300010007, 1, 1, '{\"seconds\":30,\"metres\":9000}')");
        String link = "<a href=\"/flags?kind=MEAL_AND_DISTANT_TRANSIT&amp;day=2026-11-23\">";
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get(FIRST).body()).contains(link + "用餐与乘车相隔 30 秒，相距 9,000 米。</a>");
            for (Role role : List.of(Role.AUDITOR, Role.SETTLEMENT_CLERK)) {
                assertThat(console.getAs(console.sessions().signedIn(41, role.permissions(), Scope.CITY), FIRST)
                                .body())
                        .as(role.name())
                        .contains(link);
            }
            assertThat(console.getAs(
                                    console.sessions().signedIn(42, Role.COUNTER_CLERK.permissions(), Scope.CITY),
                                    FIRST)
                            .body())
                    .contains(row("结果", "通过"))
                    .doesNotContain("用餐与乘车", "/flags", "风险提示");
            assertThat(console.get("/taps/20261123-440300010007-2-00000000?lang=en")
                            .body())
                    .contains("Meal and distant ride", link + "A meal and a ride 30 s and 9,000 m apart.</a>");
        }
    }

    @Test
    void aDeclineIsExplainedWithItsHint(Database database) throws Exception {
        city(database).tap(Ride.lunch("2026-11-23T04:00:00Z", 4).declined(16));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/taps/20261123-440300010007-1-00000000").body())
                    .contains("今日已享午餐补贴", "每天一次午餐补贴，今天已用。请按原价收取本餐");
        }
    }

    @Test
    void aLunchAtTheWrongHourIsToldTheRightOne(Database database) throws Exception {
        city(database).tap(Ride.lunch("2026-11-23T07:00:00Z", 4).declined(15));
        keepFacts(database);
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get(FIRST).body())
                    .contains(row("规则时段", "10:30 至 13:30"), "请按原价收取本餐，并告诉持卡人午餐时段。")
                    .contains(row("出资方", "无人出资"));
            assertThat(console.get(FIRST + "?lang=en").body())
                    .contains(row("Hours of the rule", "from 10:30 to just before 13:30"));
        }
    }

    @Test
    void aTapOlderThanTheRecordSaysSo(Database database) throws Exception {
        city(database).tap(Ride.bus("2026-11-23T04:00:00Z"));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/taps/20261123-440300010007-1-00000000?lang=en")
                            .body())
                    .contains("This tap is older than the record", "Rule 1 (Bus and metro)")
                    .doesNotContain("Age band");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261123-440300010007-2-00000000",
                "20261123-440300010007-1-00000001",
                "20261124-440300010007-1-00000000",
                "3104870460123456782",
                "20261323-440300010007-1-00000000",
                "%00",
                "x'--"
            })
    void thereIsNoPageForATapNobodyMade(String id, Database database) throws Exception {
        city(database).tap(Ride.bus("2026-11-23T04:00:00Z"));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            HttpResponse<String> page = console.get("/taps/" + id);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("找不到这笔刷卡", "action=\"/taps\"").doesNotContain(id);
        }
    }

    @Test
    void aTapIsFoundByTheIdOnItsReceipt(Database database) throws Exception {
        city(database).tap(Ride.bus("2026-11-23T04:00:00Z"));
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            assertThat(console.get("/today").body()).contains("action=\"/taps\"", "name=\"tapId\"");
            for (String typed : List.of("20261123-440300010007-1-00000000", "%2020261123-440300010007-1-00000000+")) {
                HttpResponse<String> found = console.get("/taps?tapId=" + typed);
                assertThat(found.statusCode()).isEqualTo(303);
                assertThat(found.headers().firstValue("Location")).hasValue("/taps/20261123-440300010007-1-00000000");
            }
            assertThat(console.get("/taps/20261123-440300010007-1-00000000").body())
                    .contains("action=\"/taps\"");
            assertThat(console.get("/taps/20261123-440300010007-9-00000000").body())
                    .contains("没有存下这个编号的刷卡。请逐位核对");
            assertThat(console.get("/taps/20261123-440300010007-9-00000000?lang=en")
                            .body())
                    .contains("No tap of this id is stored.");
        }
    }

    /** A card number that was typed by mistake is not shown again. */
    @ParameterizedTest
    @ValueSource(strings = {"?tapId=3104870460123456782", "?tapId=%3Cb%3E", "?tapId="})
    void whatIsNoTapIdIsSaidToBeNone(String query, Database database) throws Exception {
        try (ConsoleServer console = new ConsoleServer(database, clock)) {
            HttpResponse<String> page = console.get("/taps" + query);
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body())
                    .contains("这不是交易编号。", "action=\"/taps\"")
                    .doesNotContain("3104870460123456782", "<b>");
        }
    }

    private static SeededCity city(Database database) throws Exception {
        SeededCity city = new SeededCity(database);
        city.found("深圳巴士", MONDAY);
        return city;
    }

    /** As if the tap had been decided by a release that keeps what it saw. */
    private static void keepFacts(Database database) throws Exception {
        TestServers.ask(database, "UPDATE account SET version = 42");
        change(database, "account_version = 41, balance_left = 2, seen = " + SEEN.packed());
    }

    private static void change(Database database, String what) throws Exception {
        TestServers.ask(database, "ALTER TABLE tap DISABLE TRIGGER USER");
        TestServers.ask(database, "UPDATE tap SET " + what);
        TestServers.ask(database, "ALTER TABLE tap ENABLE TRIGGER USER");
    }

    private static String row(String name, String value) {
        return "<th scope=\"row\">" + name + "</th><td>" + value + "</td>";
    }
}
