package cn.suinian.gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.register.NewStaff;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.core.staff.signin.SignInConfig.PasswordsOf;
import cn.suinian.gateway.oidc.HouseProvider;
import cn.suinian.gateway.oidc.ProviderConfig.SecondFactor;
import cn.suinian.gateway.stand.SettableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To a provider of another site and back in a real browser, which keeps strict cookies from what others begin. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ProviderBrowserTest {

    private static final Actor HOUSE = Actor.house("launcher");
    private static Playwright playwright;
    private static Browser browser;

    private final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");
    private HouseProvider provider;
    private ConsoleServer console;
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
        provider = new HouseProvider(clock, "localhost");
        console = ConsoleServer.withProvider(
                database, clock, provider.config(SecondFactor.TRUSTED, PasswordsOf.EVERYBODY));
        StaffMember clerk = console.offices()
                .staff()
                .create(HOUSE, new NewStaff("clerk", "测试经办", Set.of(Role.COUNTER_CLERK), Scope.CITY))
                .member();
        console.offices().staff().allowProvider(HOUSE, clerk.staffId(), clerk.rowVersion(), "works here");
        tab = browser.newContext(new Browser.NewContextOptions().setViewportSize(1024, 768));
        page = tab.newPage();
    }

    @AfterEach
    void closeTab() {
        tab.close();
        console.close();
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whoeverProvesThereWhoTheyAreIsWhereTheyWereGoing(String language) {
        PageInspector inspector = new PageInspector(page);
        page.navigate(console.url() + "/sign-in?next=%2Faccount&lang=" + language);
        inspector.inspect("provider-door-" + language);
        page.locator("a[href^='/sign-in/provider']").click();
        page.locator("#go").click();

        assertThat(page.locator(".masthead")).containsText("测试经办");
        assertThat(page).hasURL(console.url() + "/account");
        page.locator("a[href='/account/provider']").click();
        inspector.inspect("provider-link-" + language);
        page.navigate(console.url() + "/sign-in/provider/back?code=x&state=y");
        inspector.inspect("provider-lost-" + language);
    }

    @Test
    void whatWasTypedIsStillThereAfterSigningInInAnotherWindow() {
        page.navigate(console.url() + "/sign-in");
        page.locator("a[href^='/sign-in/provider']").click();
        page.locator("#go").click();
        assertIsInside(page);
        page.navigate(console.url() + "/holders/new");
        clock.advance(Duration.ofMinutes(20));
        page.locator("main form button[type=submit]").first().click();
        assertThat(page.locator("button[name=elsewhere]")).isVisible();
        Page other = page.waitForPopup(
                () -> page.locator("a[href^='/sign-in/provider']").click());
        other.locator("#go").click();
        assertIsInside(other);

        page.locator("button[name=elsewhere]").click();
        assertThat(page.locator("h1")).containsText("已重新登录");
    }

    /** The page one arrives at goes on by itself; only the one after it stays, and may be left for another. */
    private void assertIsInside(Page where) {
        assertThat(where).hasURL(console.url() + "/");
        assertThat(where.locator(".masthead")).containsText("测试经办");
    }
}
