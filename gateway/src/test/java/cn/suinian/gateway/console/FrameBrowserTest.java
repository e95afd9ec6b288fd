package cn.suinian.gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.Stage;
import cn.suinian.gateway.stand.SettableClock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door, the home page and every component in a real browser, in both languages. */
@ExtendWith(BrowserExtension.class)
class FrameBrowserTest {

    private static ConsoleServer console;
    private static SampleDesk sample;

    private Tab tab;
    private Page page;
    private PageInspector inspector;

    @BeforeAll
    static void open() {
        sample = new SampleDesk();
        console = new ConsoleServer(
                new Database("127.0.0.1", 1, "nobody", "", "nothing"),
                SettableClock.at("2026-11-23T04:10:00Z"),
                List.of(),
                sample.routes());
        console.sessions().add("clerk", 5, EnumSet.allOf(Permission.class));
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @BeforeEach
    void open(Tab tab) {
        this.tab = tab;
        page = tab.page();
        inspector = tab.inspector();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyPageOfTheDoorIsFitForEverybody(String language) {
        page.navigate(console.url() + "/sign-in?lang=" + language);
        inspector.inspect("sign-in-" + language);
        send();
        inspector.inspect("sign-in-problems-" + language);
        for (Stage stage : List.of(Stage.PASSWORD_PROVED, Stage.ENROL_TOTP, Stage.CHANGE_PASSWORD)) {
            tab.signIn(console, console.sessions().at(stage));
            page.navigate(console.url() + stage.path());
            inspector.inspect(stage.path().substring(1).replace('/', '-') + "-" + language);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh,1024", "en,512", "en,390"})
    void everyPageOfTheFrameIsFitForEverybody(String language, int width) {
        page.setViewportSize(width, 768);
        tab.signIn(console, everything());
        page.navigate(console.url() + "/?lang=" + language);
        String end = "-" + language + "-" + width;
        page.locator(".area summary").last().click();
        assertThat(page.locator(".area details[open] a").first()).isVisible();
        inspector.inspect("home" + end);
        page.keyboard().press("Escape");
        assertThat(page.locator(".area details[open]")).hasCount(0);
        for (String path : List.of(
                "account", "account/password", "taps", "sample", "sample/confirm", "sample/7/receipt", "nothing")) {
            page.navigate(console.url() + "/" + path);
            inspector.inspect(path.replace('/', '-') + end);
        }
        page.navigate(console.url() + "/sample");
        send();
        inspector.inspect("sample-problems" + end);
        assertThat(page.locator("#name")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whatIsRefusedIsSaidOnAPageThatIsFitForEverybody(String language) {
        Admitted nobody = console.sessions().signedIn(8, Set.of());
        tab.signIn(console, nobody);
        page.navigate(console.url() + "/?lang=" + language);
        inspector.inspect("home-empty-" + language);
        page.navigate(console.url() + "/today");
        inspector.inspect("forbidden-" + language);
    }

    @Test
    void nothingTypedIsLostWhenTheSessionIsOver() {
        tab.signIn(console, console.sessions().signedIn(5, EnumSet.allOf(Permission.class)));
        console.sessions().add("clerk", 5, EnumSet.allOf(Permission.class));
        page.navigate(console.url() + "/sample");
        page.locator("#name").fill("陈测试");
        page.getByLabel("南山区 Nanshan").check();
        console.sessions().expireAll();
        page.getByText("登记 Register").click();
        assertThat(page.locator("h1")).hasText("登录已过期，请再次登录");
        inspector.inspect("expired");
        page.locator("#account").fill("clerk");
        page.locator("#password").fill(FakeSessions.PASSWORD);
        send();
        page.locator("#code").fill(FakeSessions.CODE);
        send();
        assertThat(page.locator("h1")).hasText("已重新登录");
        inspector.inspect("resume");
        send();
        assertThat(page.locator(".flash")).containsText("办好了：陈测试");
        inspector.inspect("flash");
        assertThat(page.url()).doesNotContain("陈", "%E9");
        page.reload();
        assertThat(page.locator(".flash")).hasCount(0);
    }

    @Test
    void whatWasTypedIsAskedAboutAndAFormThatCameBackIsNotSentAgain() {
        tab.signIn(console, everything());
        tab.open(console.url() + "/sample");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.message());
            dialog.dismiss();
        });
        page.locator("#name").fill("taken");
        page.locator("a.language").click();
        assertThat(page.locator("#name")).hasValue("taken");
        page.getByLabel("南山区 Nanshan").check();
        send();
        assertThat(page.locator("#name-problem")).isVisible();
        page.locator("a.language").click();
        assertThat(page.locator("#name")).hasValue("taken");
        assertThat(asked).hasSize(2).allMatch(each -> each.contains("会丢掉本页已填写的内容"));
        page.locator("#name").fill("陈测试");
        send();
        assertThat(page.locator(".receipt")).isVisible();
        page.goBack();
        assertThat(page.locator("#name")).hasValue("");
        tab.open(console.url() + "/sample");
        page.locator("a.language").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aDoubleClickRegistersOnePerson() {
        int before = sample.done.get();
        tab.signIn(console, everything());
        page.navigate(console.url() + "/sample");
        page.locator("#name").fill("陈测试");
        page.getByLabel("南山区 Nanshan").check();
        page.getByText("登记 Register").dblclick();
        assertThat(page.locator(".receipt")).isVisible();
        page.goBack();
        page.goForward();
        assertThat(page.locator(".receipt")).isVisible();
        assertThat(sample.done).hasValue(before + 1);
    }

    @Test
    void signsOutByTheButtonInTheHead() {
        tab.signIn(console, everything());
        page.navigate(console.url() + "/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("退出登录"))
                .click();
        assertThat(page.locator(".door-note")).hasText("您已退出登录。");
        page.goBack();
        assertThat(page.locator("h1")).hasText("登录管理台");
    }

    @Test
    void printsTheReceiptAloneAndLarge() {
        tab.signIn(console, everything());
        page.navigate(console.url() + "/sample/7/receipt");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".masthead")).isHidden();
        assertThat(page.locator("[data-print]")).isHidden();
        assertThat(page.locator(".receipt")).hasCSS("font-size", "24px");
        inspector.inspect("receipt-print");
    }

    /** A session of its own for each test: some end it. */
    private static Admitted everything() {
        return console.sessions().signedInForEverything();
    }

    private void send() {
        page.locator("button.main").click();
    }
}
