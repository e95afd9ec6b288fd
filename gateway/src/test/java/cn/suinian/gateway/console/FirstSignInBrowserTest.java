package cn.suinian.gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.suinian.core.postgres.Database;
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
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in of somebody who was handed a password, in a real browser over the real sign-in. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
class FirstSignInBrowserTest {

    private static final Actor HOUSE = Actor.house("launcher");
    private static final String OWN = "eleven boats at dawn";
    private static final SettableClock CLOCK = SettableClock.at("2026-11-23T04:10:00Z");
    private static ConsoleServer console;
    private static int created;

    private final Totp totp = new Totp();
    private String account;
    private HandedOver handed;
    private BrowserContext tab;
    private Page page;
    private PageInspector inspector;

    @BeforeAll
    static void open(Database database) {
        console = ConsoleServer.withRealSessions(database, CLOCK);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    /** Somebody else for each test. */
    @BeforeEach
    void open(Tab tab) throws SQLException {
        this.tab = tab.context();
        page = tab.page();
        inspector = tab.inspector();
        account = "chief." + ++created;
        handed = create(account, "测试管理员");
    }

    private static HandedOver create(String account, String name) throws SQLException {
        return console.offices()
                .staff()
                .create(HOUSE, new NewStaff(account, name, Set.of(Role.ADMINISTRATOR), Scope.CITY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theFirstAdministratorEnrolsChoosesAPasswordAndIsInside(String language) {
        page.navigate(console.url() + "/sign-in?lang=" + language);
        enter(account, handed.password().reveal());
        assertThat(page.locator("svg.qr")).isVisible();
        inspector.inspect("first-enrol-" + language);
        inspector.picture("sign-in");

        byte[] secret = StaffDesk.base32(page.locator("code.secret").textContent());
        code("000000");
        assertThat(page.locator("#code")).hasAttribute("aria-invalid", "true");
        inspector.inspect("first-enrol-wrong-" + language);
        code(totp.code(secret, CLOCK.instant()));

        choose("Password2026!");
        assertThat(page.locator("#password")).hasAttribute("aria-invalid", "true");
        inspector.inspect("first-password-poor-" + language);
        choose(OWN);
        assertThat(page.locator(".masthead")).containsText("测试管理员");
        inspector.inspect("first-home-" + language);

        page.navigate(console.url() + "/account");
        assertThat(page.locator("tbody tr")).hasCount(1);
        signOut();
        CLOCK.advance(Duration.ofSeconds(30));
        enter(account, handed.password().reveal());
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("#password")).isVisible();
        enter(account, OWN);
        code(totp.code(secret, CLOCK.instant()));
        assertThat(page.locator(".masthead")).containsText("测试管理员");
    }

    @Test
    void anotherPasswordEndsTheOtherSessionsAndAWrongOneNothing() {
        byte[] secret = settle();
        CLOCK.advance(Duration.ofSeconds(30));
        try (BrowserContext second = tab.browser().newContext()) {
            Page other = second.newPage();
            other.navigate(console.url() + "/sign-in");
            enter(other, account, OWN);
            code(other, totp.code(secret, CLOCK.instant()));
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
        create("second", "测试管理员二");
        StaffMember chief =
                console.offices().staff().find(HOUSE, handed.member().staffId()).orElseThrow();
        console.offices().staff().disable(HOUSE, chief.staffId(), chief.rowVersion(), "left the house");

        page.navigate(console.url() + "/account");

        assertThat(page.locator("#account")).isVisible();
        enter(account, OWN);
        assertThat(page.locator("#account")).isVisible();
    }

    @Test
    void aSessionIsOverAfterAQuarterOfAnHourOfNothing() {
        settle();
        CLOCK.advance(Duration.ofMinutes(14));
        page.navigate(console.url() + "/account");
        assertThat(page.locator("tbody tr")).hasCount(1);
        CLOCK.advance(Duration.ofMinutes(15));
        page.navigate(console.url() + "/account");
        assertThat(page.locator("#account")).isVisible();
        Assertions.assertThat(page.url()).contains("/sign-in?next=%2Faccount");
    }

    @Test
    void theTokenOfTheCookieChangesWhileOneWorks() {
        settle();
        String before = token();
        CLOCK.advance(Duration.ofMinutes(11));
        page.navigate(console.url() + "/account");
        Assertions.assertThat(token()).isNotEqualTo(before);
        page.navigate(console.url() + "/");
        assertThat(page.locator(".masthead")).containsText("测试管理员");
    }

    /** Through every step of the first sign-in; what their authenticator holds. */
    private byte[] settle() {
        page.navigate(console.url() + "/sign-in");
        enter(account, handed.password().reveal());
        byte[] secret = StaffDesk.base32(page.locator("code.secret").textContent());
        code(totp.code(secret, CLOCK.instant()));
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
