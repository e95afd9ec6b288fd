package cn.suinian.gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.SeededCity.Ride;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEmptyOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Today's page in a real browser. Screenshots go to {@code target/screenshots}. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
@Breaks({
    "clearing lines are the sums of the approved taps of cleared days",
    "a cleared day counts every tap that settles in it",
    "the journal posts what the lines say",
    "business days follow each other without a gap"
})
class ConsoleBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int EVERY_REASON = 17;
    private static final int PATIENCE_MILLIS = 15_000;

    private static ConsoleServer console;
    private static SeededCity city;

    private final List<String> complaints = new ArrayList<>();
    private Tab tab;
    private Page page;

    @BeforeAll
    static void open(Database database) throws Exception {
        city = new SeededCity(database);
        city.found("深圳巴士集团股份有限公司第六分公司", LocalDate.now(SeededCity.SHENZHEN));
        city.close(LocalDate.now(SeededCity.SHENZHEN).minusDays(1), 3_204_551, 801_137_750);
        for (int reason = 1; reason <= EVERY_REASON; reason++) {
            city.tap(Ride.lunch(now(), 2).declined(reason));
        }
        city.tap(Ride.lunch(now(), 8));
        for (int ride = 0; ride < 12; ride++) {
            city.tap(Ride.bus(now()));
        }
        console = new ConsoleServer(database, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @BeforeEach
    void open(Tab tab) {
        this.tab = tab;
        tab.signIn(console, console.everything());
        page = tab.page();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) || "warning".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @Test
    void showsANewTapByItself() throws Exception {
        page.navigate(console.url() + "/today");
        Locator rides = page.locator(".services tbody tr").first().locator("td").first();
        int before = Integer.parseInt(rides.textContent());
        city.tap(Ride.bus(now()));
        assertThat(rides).hasText(Integer.toString(before + 1), new HasTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(complaints).isEmpty();
    }

    @Test
    void saysSoWhenItCannotRefreshAndTakesItBack() {
        page.navigate(console.url() + "/today");
        assertThat(page.getByRole(AriaRole.STATUS)).isEmpty();
        tab.context().setOffline(true);
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("自动刷新失败", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        screenshot("today-offline");
        tab.context().setOffline(false);
        assertThat(page.getByRole(AriaRole.STATUS)).isEmpty(new IsEmptyOptions().setTimeout(PATIENCE_MILLIS));
    }

    @Test
    void changesTheLanguageAndKeepsIt() {
        page.navigate(console.url() + "/today");
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("Today's taps");
        page.navigate(console.url() + "/today");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        screenshot("today-en-1024");
    }

    @Test
    void canBeReachedByKeyboard() {
        page.navigate(console.url() + "/today?paused");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.getByText("恢复自动刷新")).isFocused();
        assertThat(complaints).isEmpty();
    }

    @Test
    void fitsATablet() {
        page.setViewportSize(768, 1024);
        page.navigate(console.url() + "/today?lang=en");
        Object widest = page.evaluate("document.documentElement.scrollWidth");
        assertThat((Integer) widest).isLessThanOrEqualTo(768);
        screenshot("today-en-768");
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1024,zh", "512,en"})
    void everyPageOfFiguresIsFitForEverybody(int width, String language) {
        page.setViewportSize(width, 768);
        PageInspector inspector = tab.inspector();
        page.navigate(console.url() + "/today?paused&lang=" + language);
        inspector.inspect("today-paused-" + language + "-" + width);
        assertThat((Boolean) page.evaluate("document.querySelector('table.reasons + .note').getBoundingClientRect().top"
                        + " >= document.querySelector('table.reasons').getBoundingClientRect().bottom"))
                .as("the note is below the table")
                .isTrue();
        page.locator(".latest .time a").first().click();
        assertThat(page.locator("table.facts").first()).isVisible();
        inspector.inspect("tap-" + language + "-" + width);
        page.navigate(console.url() + "/taps?tapId=x");
        inspector.inspect("tap-missing-" + language + "-" + width);
        page.navigate(console.url() + "/flags");
        inspector.inspect("flags-" + language + "-" + width);
    }

    @Test
    void hasAPlainPageForWhatIsNotThere() {
        page.navigate(console.url() + "/nothing");
        assertThat(page.locator("h1")).hasText("没有这个页面");
        screenshot("not-found");
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
