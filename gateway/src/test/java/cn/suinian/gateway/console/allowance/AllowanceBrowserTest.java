package cn.suinian.gateway.console.allowance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.BrowserExtension;
import cn.suinian.gateway.console.PageInspector;
import cn.suinian.gateway.console.Tab;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month of a district in a real browser: prepared, confirmed, approved by another one, paid, reconciled. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
class AllowanceBrowserTest {
    private static final String MONTH = "/allowance/months/2026-05";
    private static AllowanceTown town;

    @BeforeAll
    static void open(Database database) throws Exception {
        town = new AllowanceTown(database);
        int holder = 0;
        for (District district : new District[] {District.FUTIAN, District.LUOHU}) {
            town.person(++holder, district, "1950-03-01", "2026-05-02");
            town.person(++holder, district, "1940-03-01", "2026-05-02");
            town.person(++holder, district, "1950-03-01", "2025-05-02");
        }
        town.newcomer(7, District.FUTIAN, "1956-06-01");
        town.newcomer(8, District.FUTIAN, "1956-06-02");
        town.office.enrolment().invite(town.clerk.session().actor());
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @ParameterizedTest
    @CsvSource({"zh,1024,FUTIAN", "en,512,LUOHU"})
    void twoPeoplePayAMonthOfADistrict(String language, int width, District district, Tab tab) throws Exception {
        Page page = tab.page();
        page.setViewportSize(width, 768);
        Walk walk = new Walk(tab, "-" + language + "-" + width);
        walk.as(town.chief, "/allowance?lang=" + language);
        walk.look("months");
        page.locator("a.strong").click();
        walk.look("month");
        page.locator("#district").selectOption(district.name());
        page.locator("button.main").click();
        assertThat(page.locator(".flash")).isVisible();
        String run = page.url().substring(town.console.url().length());
        walk.look("run-listed");

        page.locator("a[href$='/confirm']").click();
        page.locator("#reason").fill("checked with the district");
        walk.look("run-confirm");
        page.locator("button.main").click();
        page.locator("a[href$='/decide']").click();
        assertThat(page.locator("form[action$='/approve']")).hasCount(0);
        walk.look("run-own");

        walk.as(town.otherChief, run + "/decide");
        walk.look("run-decide");
        page.locator("form[action$='/approve'] button.main").click();
        assertThat(page.locator("a[href$='/order']")).isVisible();

        walk.as(town.chief, run);
        page.locator("a[href$='/order']").click();
        walk.look("run-order");
        page.locator("button.main").click();
        takePayFile(page, run);
        sendResults(page, run, walk);
        page.locator("a[href$='/reconcile']").click();
        walk.look("run-reconcile");
        page.locator("button.main").click();
        assertThat(page.locator(".badge-good").first()).isVisible();
        walk.look("run-reconciled");
        lookAtPeople(page, run, walk);
    }

    private static void takePayFile(Page page, String run) throws Exception {
        page.locator("a[href$='/file']").click();
        Download file = page.waitForDownload(() -> page.locator("button.main").click());
        assertThat(Files.readString(file.path(), Charset.forName("GB18030"))).contains("测试甲", "高龄老人津贴");
        page.navigate(town.console.url() + run);
    }

    private static void sendResults(Page page, String run, Walk walk) throws Exception {
        page.locator("a[href$='/results']").click();
        send(page, "1,0.01,PAID\nwhat is this\n");
        assertThat(page.locator("caption")).isVisible();
        walk.look("run-results-wrong");
        send(page, town.results(run));
        assertThat(page.locator("a[href$='/reconcile']")).isVisible();
    }

    private static void send(Page page, String lines) {
        page.locator("#file").setInputFiles(new FilePayload("back.csv", "text/csv", lines.getBytes(UTF_8)));
        page.locator("button.main").click();
    }

    private static void lookAtPeople(Page page, String run, Walk walk) {
        page.navigate(town.console.url() + run + "/lines");
        walk.look("lines");
        page.locator("tbody th a").first().click();
        assertThat(page.locator(".status li").first()).isVisible();
        walk.look("holder");
        page.navigate(town.console.url() + run + "/differences");
        walk.look("differences");
        for (String path : new String[] {
            run + "/check", run + "/file", run + "/export", "/allowance/claims", "/allowance/enrolment"
        }) {
            page.navigate(town.console.url() + path);
            walk.look(path.substring(path.lastIndexOf('/') + 1));
        }
        page.locator("td a[href$='/reply']").first().click();
        walk.look("reply");
        page.navigate(town.console.url() + MONTH);
        walk.look("month-paid");
    }

    /** Goes through pages as somebody, and looks at each. */
    private record Walk(Tab tab, String end) {

        void as(Admitted who, String path) {
            tab.signIn(town.console, who);
            tab.open(town.console.url() + path);
        }

        void look(String name) {
            PageInspector inspector = tab.inspector();
            inspector.inspect("allowance-" + name + end);
        }
    }
}
