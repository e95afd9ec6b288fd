package cn.suinian.gateway.console.day;

import static cn.suinian.gateway.console.day.DayTown.CANTEEN_A;
import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static cn.suinian.gateway.console.day.DayTown.DAY_2;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.settlement.figures.HourCount;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures behind a day, the trial balance, the calendar and the charts, over HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DayFiguresPagesTest {

    private static final String FIRST = "/days/" + DAY_1;
    private static final String SECOND = "/days/" + DAY_2;

    private DayTown town;
    private Database database;

    @BeforeAll
    void open(Database given) throws Exception {
        database = given;
        town = new DayTown(given);
        assertThat(town.page(town.clerk, "/ledger")).contains("还没有账户");
        assertThat(town.page(town.clerk, "/charts")).contains("没有已清分的营业日");
        town.close(DAY_1);
        assertThat(town.page(town.clerk, SECOND + "/lines"))
                .as("before its close")
                .contains("尚未清分");
        town.closeBoth();
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void linesLeadToTheirVendorAndToTheTapsBehindThem() throws Exception {
        String lines = town.page(town.clerk, FIRST + "/lines");
        assertThat(lines).contains("CANTEEN-A", "福田长者食堂", "¥420.00", FIRST + "/vendors/CANTEEN-A", "合计");
        String narrowed = town.page(town.clerk, FIRST + "/lines?payer=FUTIAN&service=MEAL&vendor=CAN");
        assertThat(narrowed).contains("CANTEEN-A").doesNotContain("METRO-1</span>", "CANTEEN-B</span>");
        assertThat(town.page(town.clerk, FIRST + "/lines?vendor=NOBODY")).contains("没有符合条件的明细");
        Matcher behind = Pattern.compile("href=\"(/days/[^\"]*/taps[^\"]*METRO-1[^\"]*)\"")
                .matcher(lines);
        assertThat(behind.find()).isTrue();
        String page = town.page(town.clerk, behind.group(1).replace("&amp;", "&"));
        assertThat(rows(page)).isEqualTo(50);
        int seen = rows(page);
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        while (next.find()) {
            page = town.page(town.clerk, next.group(1).replace("&amp;", "&"));
            seen += rows(page);
            next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        }
        assertThat(seen).isEqualTo(120);
        assertThat(page).contains("/taps/20261118-440300010001-").doesNotContain("holders/");
    }

    @Test
    void aVendorsDayHasWhatWasTakenBackAndLateTapsHaveTheirDate() throws Exception {
        assertThat(town.page(town.clerk, SECOND + "/vendors/CANTEEN-A"))
                .contains("冲正", "福田长者食堂", "¥7.00")
                .contains("<dt>冲正收回（元）</dt><dd>¥7.00</dd>", "<dt>应付（元）</dt><dd>-¥7.00</dd>");
        assertThat(rows(town.page(town.clerk, SECOND + "/late"))).isEqualTo(2);
        assertThat(town.page(town.clerk, SECOND + "/late")).contains("20261118-");
        assertThat(rows(town.page(town.clerk, SECOND + "/reversals"))).isEqualTo(1);
        assertThat(town.page(town.clerk, FIRST + "/reversals")).contains("没有刷卡");
        for (String path : List.of("/vendors/NOBODY", "/taps", "/taps?vendor=METRO-1&service=X", "/vendors/%27")) {
            assertThat(town.console.getAs(town.clerk, FIRST + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(town.page(town.clerk, FIRST + "/taps?vendor=%3Cb%3E&service=MEAL&from=%27"))
                .contains("&lt;b&gt;", "没有刷卡")
                .doesNotContain("<b>");
    }

    @Test
    void aVendorsReconciliationIsOneStepFromTheDayFromItsLinesAndFromItsOwnPage() throws Exception {
        String there = "<a href=\"/reconciliation/days/" + DAY_1 + "/" + CANTEEN_A + "\">";
        assertThat(town.page(town.clerk, FIRST)).contains(there + "没有对账单，请催收", FIRST + "/vendors/CANTEEN-A");
        assertThat(town.page(town.clerk, FIRST + "/vendors/CANTEEN-A"))
                .contains("href=\"/reconciliation/days/" + DAY_1 + "/" + CANTEEN_A + "\"", "免对账单");
        assertThat(town.page(town.clerk, "/vendors/" + CANTEEN_A))
                .contains("href=\"/reconciliation?vendor=2\"", "href=\"/reconciliation/statements?vendor=2\"")
                .contains("href=\"/reconciliation/breaks?vendor=2\"", "href=\"/reconciliation/formats?vendor=2\"")
                .contains("href=\"/account-statements?vendor=CANTEEN-A\"");
        assertThat(town.page(town.clerk, "/reconciliation?vendor=" + CANTEEN_A + "&day=" + DAY_1))
                .contains(there + "福田长者食堂", "清除条件")
                .doesNotContain("/reconciliation/days/" + DAY_1 + "/1\"");
    }

    @Test
    void theListSaysWhatIsNotClearedAndWhatShouldBePaidAndCountsAsTodayDoes() throws Exception {
        String days = town.page(town.clerk, "/days?month=2026-11");
        assertThat(days)
                .contains("应付日 " + DAY_2 + " 已过，还没有付款", "<th scope=\"col\" class=\"number\">通过笔数</th>")
                .doesNotContain("应付日 " + DAY_2.plusDays(1) + " 已过");
        assertThat(days.substring(0, days.indexOf("<a href=\"" + SECOND + "\">")))
                .as("the day that is open")
                .contains("data-label=\"应付（元）\">尚未清分")
                .doesNotContain("¥0.00");
        assertThat(town.page(town.clerk, FIRST)).contains("应付日 " + DAY_2 + " 已过，还没有付款");
        assertThat(town.page(town.clerk, SECOND)).contains("应付日 " + DAY_2.plusDays(1) + "<");
        String taps = town.ask("SELECT sum(taps) FROM clearing_line WHERE day = '" + DAY_2 + "'");
        assertThat(days).contains("data-label=\"通过笔数\">" + taps + "<");
        assertThat(town.console.get("/today").body()).contains("上一个已结算日 " + DAY_2 + "：通过 " + taps + " 笔；");
    }

    @Test
    void whatIsPayableOfADayIsOneFigureOnEveryPageAndSaysWhatItHolds() throws Exception {
        for (String path : List.of(SECOND, SECOND + "/lines", "/reconciliation?day=" + DAY_2, "/days?month=2026-11")) {
            assertThat(town.page(town.clerk, path)).as(path).contains("应付（元）", "¥18.00", "应付 = 补贴 + 运营与送餐补贴，已减去当日冲正");
        }
        assertThat(town.page(town.clerk, SECOND + "/lines"))
                .contains("<dt>应付，未减冲正（元）</dt><dd>¥25.00</dd>", "<dt>应付（元）</dt><dd>¥18.00</dd>");
        assertThat(town.page(town.clerk, "/reconciliation/days/" + DAY_2 + "/" + CANTEEN_A))
                .contains("<dt>应付（元）</dt><dd>-¥7.00</dd>", "运营与送餐补贴");
    }

    @Test
    void linesAndAccountsAreFilesInWhichNoFormulaRuns() throws Exception {
        HttpResponse<String> lines = town.console.getAs(town.clerk, FIRST + "/lines/csv?service=MEAL");
        assertThat(lines.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("suinian-clearing-2026-11-18.csv");
        assertThat(lines.body().lines().toList())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("\uFEFF营业日 day,内容 what,商户 vendor,")
                .endsWith(",应付 payable");
        assertThat(lines.body()).contains("2026-11-18,刷卡 Taps,CANTEEN-A,福田长者食堂,福田区 Futian,助餐 Meal,60,1080.00,300.00,");
        assertThat(lines.body()).contains(",'=1+1 罗湖长者食堂,").doesNotContain(",=1+1");
        assertThat(town.page(town.clerk, "/ledger"))
                .contains("借贷相等", "应付商户 福田长者食堂", "vendor:CANTEEN-A:payable", "应收付款方 福田区 · ", "贷 ");
        HttpResponse<String> ledger = town.console.getAs(town.clerk, "/ledger/csv");
        assertThat(ledger.body())
                .contains("vendor:METRO-1:payable,0.00,", ",应付商户 福田长者食堂\r\n", "\r\n合计 TOTAL,")
                .startsWith("\uFEFF账户 account,借方 debit,贷方 credit,余额 balance,名称 name\r\n")
                .contains(",0.00,\r\n");
        assertThat(town.page(town.clerk, "/ledger?from=99999999999999999")).contains("试算平衡表");
    }

    @Test
    void aDistrictSeesItsOwnPayersPartOfLinesAndAccounts() throws Exception {
        Admitted district = town.console
                .sessions()
                .signedIn(31, Role.SETTLEMENT_CLERK.permissions(), new Scope(District.FUTIAN, null));
        String canteens = "/charts?by=CANTEEN&payer=3";
        for (String path : List.of("/ledger", FIRST + "/lines?payer=CITY", FIRST + "/vendors/METRO-1", canteens)) {
            assertThat(town.page(district, path)).as(path).contains("金额只含您所在的区负担的部分");
            assertThat(town.page(town.clerk, path)).as(path).doesNotContain("金额只含");
        }
        assertThat(town.page(district, canteens)).contains("福田长者食堂").doesNotContain("罗湖长者食堂");
        assertThat(town.page(district, FIRST + "/lines")).contains("CANTEEN-A").doesNotContain("METRO-1");
        assertThat(town.page(district, FIRST + "/vendors/METRO-1"))
                .contains("¥0.00")
                .doesNotContain("/taps?");
        for (String path : List.of("/ledger", "/ledger/csv")) {
            assertThat(town.console.getAs(district, path).body())
                    .contains("vendor:CANTEEN-A:payable")
                    .doesNotContain("METRO-1", "payer:CITY");
        }
        assertThat(town.console.getAs(district, FIRST + "/lines/csv").body()).doesNotContain("METRO-1");
    }

    @Test
    void chartsAreTablesOfClearedFiguresAndFiles() throws Exception {
        String days = town.page(town.clerk, "/charts");
        assertThat(days)
                .contains("应付（元），按日，2026-10-20 至 2026-11-19", "data-name=\"2026-11-18\"", "data-taps=\"183\"")
                .contains("echarts.min.js", "chart.js", "应付＝补贴＋运营补贴＋送餐补贴")
                .doesNotContain("<script>");
        assertThat(town.page(town.clerk, "/charts?by=HOUR")).contains("2 个营业日没有按小时统计");
        HourCount hours = new HourCount(database.dataSource());
        while (hours.countNext()) {
            assertThat(hours).isNotNull();
        }
        assertThat(town.page(town.clerk, "/charts?by=HOUR&measure=TAPS"))
                .contains("data-name=\"12 时\" data-taps=\"190\"")
                .doesNotContain("没有按小时统计");
        assertThat(town.page(town.clerk, "/charts?by=CANTEEN&measure=MEALS"))
                .contains("福田长者食堂", "data-across=\"true\"");
        assertThat(town.page(town.clerk, "/charts?by=DISTRICT&payer=3&lang=en"))
                .contains("Luohu")
                .doesNotContain("Futian</th>");
        HttpResponse<String> csv = town.console.getAs(town.clerk, "/charts/csv?by=DISTRICT");
        assertThat(csv.body())
                .contains("FUTIAN,福田区,60,60,420.00")
                .startsWith("\uFEFF付款方（市、区） district,名称 name,刷卡笔数 taps,用餐次数 meals,应付 payable");
        assertThat(town.console.getAs(town.clerk, "/charts/csv?by=CANTEEN").body())
                .contains(",'=1+1 罗湖长者食堂,");
        for (String query : List.of("from=2026-01-01", "from=x", "from=2026-11-19&to=2026-11-18", "to=%3Cb%3E")) {
            assertThat(town.page(town.clerk, "/charts?" + query))
                    .as(query)
                    .contains("请填写 1 至 92 天的起止日期")
                    .doesNotContain("<b>");
        }
    }

    @Test
    void theCalendarNamesWhatEachDayIsAndWhenMoneyIsDue() throws Exception {
        String november = town.page(town.clerk, "/calendar");
        assertThat(november).contains("2026年11月20日 星期五 · 今天", "周末", "2026-11-23", "工作日 21 天");
        assertThat(town.page(town.clerk, "/calendar?month=2026-10")).contains("节假日", "国庆");
        assertThat(town.page(town.clerk, "/calendar?month=%27&lang=en")).contains("Friday, 20 November 2026");
        assertThat(town.page(town.clerk, FIRST)).contains("应付日 2026-11-19");
    }

    private static int rows(String page) {
        return page.split("<tr><th scope=\"row\"", -1).length - 1;
    }
}
