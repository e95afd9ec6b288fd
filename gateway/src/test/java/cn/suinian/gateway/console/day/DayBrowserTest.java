package cn.suinian.gateway.console.day;

import static cn.suinian.gateway.console.day.DayTown.CANTEEN_A;
import static cn.suinian.gateway.console.day.DayTown.CANTEEN_B;
import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static cn.suinian.gateway.console.day.DayTown.METRO;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.BrowserExtension;
import cn.suinian.gateway.console.PageInspector;
import cn.suinian.gateway.console.Tab;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.dayend.FollowDays;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A business day from its close to its approval by two people, in a real browser, and every page fit for everybody. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
@FreshDatabase
class DayBrowserTest {

    private static final double PATIENCE_MILLIS = 60_000;

    /** That the picture has more than a thousand coloured points. */
    private static final String DRAWN = """
            () => {
                const canvas = document.querySelector('.chart canvas');
                if (!canvas) { return false; }
                const points = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                let drawn = 0;
                for (let i = 3; i < points.length; i += 4) { drawn += points[i] > 0 ? 1 : 0; }
                return drawn > 1000;
            }
            """;

    private DayTown town;
    private Tab tab;
    private Page page;
    private PageInspector inspector;

    @BeforeEach
    void open(Database given, Tab tab) throws Exception {
        town = new DayTown(given);
        this.tab = tab;
        page = tab.page();
        inspector = tab.inspector();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aDayIsClosedReconciledAndApprovedByTwoAndWhatKeepsItIsShownFirst() throws Exception {
        go(town.chief, "/days");
        inspector.inspect("days-open");
        page.getByText("2026-11-18").first().click();
        page.getByText("立即日终").click();
        inspector.inspect("day-close");
        page.locator("button.main").click();
        assertThat(page.locator("#standing .badge"))
                .hasText("已清分", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator(".blockers")).containsText("没有对账单");
        assertThat(page.locator("#vendors tbody tr")).hasCount(3);
        inspector.inspect("day-blocked");

        go(town.clerk, "/days/" + DAY_1 + "/reconcile");
        page.locator("button.main").click();
        assertThat(page.locator(".errors")).containsText("仍有未处理事项");
        inspector.inspect("day-reconcile-refused");
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        go(town.clerk, "/days/" + DAY_1);
        page.getByText("对账完毕").click();
        page.locator("button.main").click();
        assertThat(page.locator(".flash")).containsText("对账完毕");
        page.locator(".acts a", new Page.LocatorOptions().setHasText("申请审批")).click();
        assertThat(page.locator("#reason")).isFocused();
        page.keyboard().type("数字与对账单一致");
        page.locator("button.main").click();
        assertThat(page.locator(".door-note")).containsText("等待复核");
        inspector.inspect("day-waits");
        page.navigate(town.console.url() + "/approvals");
        assertThat(page.locator("tr.own")).containsText("您自己的申请");
        inspector.inspect("inbox-own");

        go(town.chief, "/approvals");
        inspector.inspect("inbox");
        page.locator("tbody a.button").click();
        inspector.inspect("day-request");
        page.locator("form[action$='/approve'] button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".flash")).containsText("已同意");
        page.navigate(town.console.url() + "/days/" + DAY_1);
        assertThat(page.locator("#standing .badge")).hasText("已审批");
        inspector.inspect("day-approved");
    }

    @Test
    void whoeverAskedHasNoButtonAndIsRefused() throws Exception {
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.office.acts().reconcile(DayTown.actor(town.chief), DAY_1);
        long request = town.office.acts().askToApprove(DayTown.actor(town.chief), DAY_1, "figures agree");
        go(town.chief, "/approvals/days/" + request);
        assertThat(page.locator("main")).containsText("须由另一位主管复核");
        assertThat(page.locator("main form")).hasCount(0);
        inspector.inspect("day-request-own");
    }

    @ParameterizedTest
    @CsvSource({"zh,1024", "en,512"})
    void everyPageIsFitForEverybody(String language, int width) throws Exception {
        town.closeBoth();
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        long request = town.office.acts().askToApprove(DayTown.actor(town.clerk), DAY_1, "figures agree");
        page.setViewportSize(width, 768);
        tab.signIn(town.console, town.chief);
        String day = "/days/" + DAY_1;
        String next = "/days/" + DayTown.DAY_2;
        look(language, width, "/days", day, next, "/approvals", "/approvals/days/" + request, day + "/reopen");
        town.office.acts().approve(DayTown.actor(town.chief), request);
        town.hold(DAY_1);
        new FollowDays(town.office, () -> false).run();
        look(language, width, day, day + "/lines", day + "/vendors/CANTEEN-A", next + "/late", next + "/reversals");
        look(language, width, day + "/taps?vendor=METRO-1&payer=CITY&service=TRANSIT", day + "/seal", "/ledger");
        look(language, width, "/charts?by=DISTRICT&measure=PAYABLE");
        page.waitForFunction(DRAWN);
        look(language, width, "/calendar", "/published/" + DAY_1, "/days?month=2031-01");
    }

    private void look(String language, int width, String... paths) {
        for (String path : paths) {
            page.navigate(town.console.url() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            inspector.inspect(path.substring(1).replaceAll("[^a-z0-9]+", "-") + "-" + language + "-" + width);
        }
    }

    private void go(Admitted who, String path) {
        tab.signIn(town.console, who);
        tab.open(town.console.url() + path);
    }
}
