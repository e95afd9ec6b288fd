package cn.suinian.gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Administration in a real browser, with a terminal server on the same database; skipped where there is none. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AdministrationBrowserTest {

    private static final String GATE = "/terminals/" + SmallCity.GATE;

    private static Playwright playwright;
    private static Browser browser;

    private TerminalStand terminals;
    private AdministrationStand stand;
    private BrowserContext tab;
    private Page page;
    private PageInspector inspector;

    @BeforeAll
    static void open() {
        Path chromium = Chromium.findOrSkip();
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright, chromium);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
    }

    @BeforeEach
    void openTab(Database database) throws Exception {
        terminals = TerminalStand.start(database);
        stand = new AdministrationStand(database);
        tab = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1024, 768).setUserAgent(StaffDesk.BRANCH.userAgent()));
        page = tab.newPage();
        inspector = new PageInspector(page);
    }

    @AfterEach
    void closeTab() throws Exception {
        tab.close();
        stand.close();
        terminals.close();
    }

    @Test
    void somebodyNewIsAddedByKeyboardAloneAndTheirPasswordIsGoneAfterwards() throws Exception {
        signIn(stand.administrator());
        stand.desk().clock.pass(Duration.ofMinutes(11));
        open("/staff");
        page.getByText("新增人员").click();
        assertThat(page.locator("h1")).hasText("请再输入一次密码");
        inspector.inspect("prove");
        page.keyboard().type(stand.administrator().password());
        page.keyboard().press("Enter");
        assertThat(page.locator("#account")).isFocused();
        page.keyboard().type("clerk.1");
        page.keyboard().press("Tab");
        page.keyboard().type("陈测试");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.locator("#scope").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        inspector.inspect("staff-new-filled");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator(".receipt h2")).hasText("初始密码");
        inspector.inspect("staff-password");
        String password = page.locator(".receipt dd").nth(2).textContent();
        assertThat(stand.desk()
                        .signIn
                        .password("clerk.1", password, StaffDesk.BRANCH)
                        .signedIn())
                .isNotNull();
        assertThat(page.url()).doesNotContain(password);
        page.getByText("回到人员").click();
        assertThat(page.locator("body")).containsText("福田区（全区）");
        assertThat(page.locator("body")).not().containsText(password);
    }

    @Test
    void aSuspendedTerminalIsRefusedAtItsNextRequest() throws Exception {
        signIn(stand.administrator());
        assertThat(heartbeat()).isEqualTo(200);
        open("/terminals");
        page.getByText("440300000001").click();
        page.getByText("停用终端").click();
        assertThat(page.locator("#reason")).isFocused();
        page.keyboard().type("读卡器失窃");
        inspector.inspect("terminal-suspend");
        page.locator("button.main").click();
        assertThat(page.locator(".flash")).containsText("已停用，下一次请求起被拒绝");
        inspector.inspect("terminal-suspended");
        awaitStatus(403);
        page.getByText("恢复终端").click();
        page.locator("#reason").fill("找回来了");
        page.locator("button.main").click();
        awaitStatus(200);
    }

    @Test
    void theTrailIsSearchedAndExported() throws Exception {
        stand.post(GATE + "/suspend", java.util.Map.of("reason", "=1+1 失窃"));
        signIn(stand.auditor());
        open("/audit");
        page.locator("#text").fill("失窃");
        page.locator("form[role=search] button").first().click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.url()).doesNotContain("%E5", "失窃");
        inspector.inspect("audit-found");
        page.locator("#why").fill("年度审计");
        Download file = page.waitForDownload(() -> page.locator("button.main").click());
        assertThat(file.suggestedFilename()).isEqualTo("suinian-audit-2026-11-23.csv");
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("TERMINAL_SUSPENDED", ",'=1+1 失窃");
        page.locator("tbody a").click();
        assertThat(page.locator("h1")).containsText("条目");
        page.getByText("这个对象的全部记录").click();
        assertThat(page.locator(".door-note")).containsText("相同的对象");
    }

    @ParameterizedTest
    @CsvSource({"zh,1024", "en,512"})
    void everyPageOfAdministrationIsFitForEverybody(String language, int width) throws Exception {
        StaffDesk.Person clerk = stand.desk().settle("clerk", Role.COUNTER_CLERK);
        terminals.ask("INSERT INTO terminal_status (terminal_id, last_seen, denylist_version, clock_skew_millis,"
                + " key_version, software, stored_taps) VALUES (" + SmallCity.GATE
                + ", '2026-11-23T00:30:00Z', 0, -2500, 1, 'gate 4.2', 12)");
        stand.post(
                "/clients/new",
                java.util.Map.of("clientId", "bank-one", "name", "一号银行", "roles", "COUNTER_CLERK", "scope", "CITY"));
        stand.post("/counters/new", java.util.Map.of("name", "一号窗口", "district", "FUTIAN", "kind", "BANK_BRANCH"));
        page.setViewportSize(width, 768);
        String staff = "/staff/" + clerk.staffId();
        signIn(stand.administrator());
        look(language, width, "/staff", "/staff/new", staff, staff + "/roles", staff + "/disable", staff + "/password");
        look(language, width, "/counters", "/counters/new", "/clients", "/clients/new", "/clients/bank-one");
        look(language, width, "/clients/bank-one/secret", "/staff?account=nobody", "/account/prove");
        look(language, width, "/terminals", "/terminals/new", GATE, GATE + "/change", GATE + "/suspend", GATE + "/key");
        look(language, width, "/vendors", "/vendors/new", "/vendors/1", "/vendors/1/rename", "/terminals?silent=x");
        send("/terminals/new");
        inspector.inspect("terminals-new-problems-" + language + "-" + width);
        open(GATE + "/key");
        page.locator("#keyVersion").selectOption("1");
        page.locator("#reason").fill("new till");
        page.locator("button.main").click();
        inspector.inspect("terminal-key-told-" + language + "-" + width);
        signIn(stand.auditor());
        look(language, width, "/audit", "/audit/1", "/audit/chain", "/audit?actor=nobody", GATE);
    }

    private void look(String language, int width, String... paths) {
        for (String path : paths) {
            open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            String name = path.substring(1).replaceAll("[^a-z0-9]+", "-");
            inspector.inspect(name + "-" + language + "-" + width);
        }
    }

    private void send(String path) {
        open(path);
        page.locator("button.main").click();
    }

    private void open(String path) {
        page.navigate(stand.console().url() + path);
    }

    private void signIn(StaffDesk.Person person) throws Exception {
        Visitors.signIn(tab, stand.console(), stand.session(person));
    }

    private int heartbeat() throws Exception {
        return terminals
                .send(Request.post(SmallCity.GATE, "{\"software\":\"1\"}").target("/v1/terminal/heartbeat"))
                .status();
    }

    private void awaitStatus(int status) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (int now = heartbeat(); now != status; now = heartbeat()) {
            assertThat(System.nanoTime()).as("status " + now).isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
