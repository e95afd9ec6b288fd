package cn.suinian.gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.core.staff.register.HandedOver;
import cn.suinian.core.staff.register.NewStaff;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.core.staff.totp.Totp;
import cn.suinian.gateway.stand.SettableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in of somebody who was handed a password, in a real browser over the real sign-in. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class FirstSignInBrowserTest {

    private static final Actor HOUSE = Actor.house("launcher");
    private static final String OWN = "eleven boats at dawn";
    private static Playwright playwright;
    private static Browser browser;

    private final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");
    private final Totp totp = new Totp();
    private ConsoleServer console;
    private HandedOver handed;
    private BrowserContext tab;
    private Page page;

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
    void openTab(Database database) throws SQLException {
        console = ConsoleServer.withRealSessions(database, clock);
        NewStaff chief = new NewStaff("chief", "测试管理员", Set.of(Role.ADMINISTRATOR), Scope.CITY);
        handed = console.offices().staff().create(HOUSE, chief);
        tab = browser.newContext(new Browser.NewContextOptions().setViewportSize(1024, 768));
        page = tab.newPage();
    }

    @AfterEach
    void closeTab() {
        tab.close();
        console.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theFirstAdministratorEnrolsChoosesAPasswordAndIsInside(String language) {
        PageInspector inspector = new PageInspector(page);
        page.navigate(console.url() + "/sign-in?lang=" + language);
        enter("chief", handed.password().reveal());
        assertThat(page.locator("svg.qr")).isVisible();
        inspector.inspect("first-enrol-" + language);

        byte[] secret = StaffDesk.base32(page.locator("code.secret").textContent());
        code("000000");
        assertThat(page.locator("#code")).hasAttribute("aria-invalid", "true");
        inspector.inspect("first-enrol-wrong-" + language);
        code(totp.code(secret, clock.instant()));

        choose("Password2026!");
        assertThat(page.locator("#password")).hasAttribute("aria-invalid", "true");
        inspector.inspect("first-password-poor-" + language);
        choose(OWN);
        assertThat(page.locator(".masthead")).containsText("测试管理员");
        inspector.inspect("first-home-" + language);

        page.navigate(console.url() + "/account");
        assertThat(page.locator("tbody tr")).hasCount(1);
        signOut();
        clock.advance(Duration.ofSeconds(30));
        enter("chief", handed.password().reveal());
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("#password")).isVisible();
        enter("chief", OWN);
        code(totp.code(secret, clock.instant()));
        assertThat(page.locator(".masthead")).containsText("测试管理员");
    }

    @Test
    void anotherPasswordEndsTheOtherSessionsAndAWrongOneNothing() {
        byte[] secret = settle();
        clock.advance(Duration.ofSeconds(30));
        try (BrowserContext second = browser.newContext()) {
            Page other = second.newPage();
            other.navigate(console.url() + "/sign-in");
            enter(other, "chief", OWN);
            code(other, totp.code(secret, clock.instant()));
            other.navigate(console.url() + "/account");
            assertThat(other.locator("tbody tr")).hasCount(2);

            page.navigate(console.url() + "/account/password");
            change("not the present one", "twelve lamps in rain");
            assertThat(page.locator("#oldPassword")).hasAttribute("aria-invalid", "true");
            change(OWN, "twelve lamps in rain");
            assertThat(page.locator(".flash")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);

            other.reload();
            assertThat(other.locator("#account")).isVisible();
        }
        page.locator("form[action='/account/sign-out-everywhere'] button").click();
        assertThat(page.locator("#account")).isVisible();
        page.goBack();
        page.reload();
        assertThat(page.locator("#account")).isVisible();
    }

    @Test
    void whoeverIsDisabledIsOutAtTheNextClick() throws SQLException {
        settle();
        NewStaff second = new NewStaff("second", "测试管理员二", Set.of(Role.ADMINISTRATOR), Scope.CITY);
        console.offices().staff().create(HOUSE, second);
        StaffMember chief =
                console.offices().staff().find(HOUSE, handed.member().staffId()).orElseThrow();
        console.offices().staff().disable(HOUSE, chief.staffId(), chief.rowVersion(), "left the house");

        page.navigate(console.url() + "/account");

        assertThat(page.locator("#account")).isVisible();
        enter("chief", OWN);
        assertThat(page.locator("#account")).isVisible();
    }

    @Test
    void aSessionIsOverAfterAQuarterOfAnHourOfNothing() {
        settle();
        clock.advance(Duration.ofMinutes(14));
        page.navigate(console.url() + "/account");
        assertThat(page.locator("tbody tr")).hasCount(1);
        clock.advance(Duration.ofMinutes(15));
        page.navigate(console.url() + "/account");
        assertThat(page.locator("#account")).isVisible();
        Assertions.assertThat(page.url()).contains("/sign-in?next=%2Faccount");
    }

    @Test
    void theTokenOfTheCookieChangesWhileOneWorks() {
        settle();
        String before = token();
        clock.advance(Duration.ofMinutes(11));
        page.navigate(console.url() + "/account");
        Assertions.assertThat(token()).isNotEqualTo(before);
        page.navigate(console.url() + "/");
        assertThat(page.locator(".masthead")).containsText("测试管理员");
    }

    /** Through every step of the first sign-in; what their authenticator holds. */
    private byte[] settle() {
        page.navigate(console.url() + "/sign-in");
        enter("chief", handed.password().reveal());
        byte[] secret = StaffDesk.base32(page.locator("code.secret").textContent());
        code(totp.code(secret, clock.instant()));
        choose(OWN);
        assertThat(page.locator(".masthead")).containsText("测试管理员");
        return secret;
    }

    private String token() {
        return tab.cookies().stream()
                .filter(cookie -> cookie.name.equals("suinian"))
                .findFirst()
                .orElseThrow()
                .value;
    }

    private void signOut() {
        page.locator(".sign-out button").first().click();
    }

    private void enter(String account, String password) {
        enter(page, account, password);
    }

    private static void enter(Page page, String account, String password) {
        page.locator("#account").fill(account);
        page.locator("#password").fill(password);
        page.locator("button.main").click();
    }

    private void code(String code) {
        code(page, code);
    }

    private static void code(Page page, String code) {
        page.locator("#code").fill(code);
        page.locator("button.main").click();
    }

    private void choose(String password) {
        page.locator("#password").fill(password);
        page.locator("#passwordAgain").fill(password);
        page.locator("button.main").click();
    }

    private void change(String present, String password) {
        page.locator("#oldPassword").fill(present);
        choose(password);
    }
}
