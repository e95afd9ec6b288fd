package cn.suinian.gateway.console.bulk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.bulk.People;
import cn.suinian.core.holder.bulk.sheet.Workbooks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.BrowserExtension;
import cn.suinian.gateway.console.ConsoleServer;
import cn.suinian.gateway.console.PageInspector;
import cn.suinian.gateway.console.Tab;
import cn.suinian.gateway.stand.SettableClock;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list from upload to holders in a real browser, in both languages. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
class BulkBrowserTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static ConsoleServer console;

    @BeforeAll
    static void open(Database database) throws Exception {
        console = new ConsoleServer(database, SettableClock.at("2026-11-23T04:10:00Z"));
        Clerks.employ(database, console.everything());
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @ParameterizedTest
    @CsvSource({"zh,1024", "en,512"})
    void aClerkSendsChecksTakesErrorsHomeRegistersAndCompares(String language, int width, Tab tab) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Page page = tab.page();
            page.setViewportSize(width, 768);
            PageInspector inspector = tab.inspector();
            String end = "-" + language + "-" + width;
            tab.signIn(console, console.everything());
            page.navigate(console.url() + "/bulk?lang=" + language);
            inspector.inspect("bulk-empty" + end);
            send(page, "notes.txt", "text/plain", "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(page.locator(".problem")).isVisible();
            inspector.inspect("bulk-refused" + end);

            send(page, "社区名单.xlsx", XLSX, Workbooks.ofPeople(people()));
            assertThat(page.locator("#stage progress")).isVisible();
            inspector.inspect("bulk-checking" + end);
            BulkWork work = BulkWork.start(vertx, console.offices().bulkRounds());
            assertThat(page.locator("#stage form button.main")).isVisible();
            assertThat(page.locator("#stage .counts")).containsText("40");
            inspector.inspect("bulk-checked" + end);
            inspector.picture("bulk");
            takeErrorsHome(page);

            page.locator("#stage form button.main").click();
            assertThat(page.locator("#stage .steps .now")).containsText(language.equals("zh") ? "完成" : "Done");
            inspector.inspect("bulk-done" + end);
            page.locator("#stage .actions a").click();
            inspector.inspect("bulk-alike" + end);
            decide(page, "/other");
            decide(page, "/same");
            assertThat(page.locator(".empty")).isVisible();
            page.navigate(console.url() + "/bulk");
            inspector.inspect("bulk-list" + end);
            work.stop().await();
        } finally {
            vertx.close().await();
        }
    }

    private static void decide(Page page, String decision) {
        page.locator("form[action$='" + decision + "'] button").first().click();
        assertThat(page.locator(".flash")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void aClerkCancelsWithTheKeyboard(String language, Tab tab) {
        Page page = tab.page();
        tab.signIn(console, console.everything());
        page.navigate(console.url() + "/bulk?lang=" + language);
        send(page, "a.csv", "text/csv", People.csv(People.many(3)));
        page.locator("#cancel").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("button.danger")).isVisible();
        tab.inspector().inspect("bulk-cancel-" + language);
        page.locator("button.danger").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".flash")).isVisible();
        assertThat(page.locator("#cancel")).hasCount(0);
    }

    /** 40 who can be registered, some with faults, and two of the name and birthday of another. */
    private static List<Map<String, String>> people() {
        List<Map<String, String>> people = new ArrayList<>();
        Map<String, String> first = People.somebody();
        first.putAll(Map.of("性别", "", "出生日期", "", "出生日期依据", ""));
        people.add(first);
        people.addAll(People.many(39));
        people.add(People.with(People.somebody(), "联系电话", "12"));
        people.add(People.with(People.somebody(), "证件类型", "护照"));
        people.add(People.with(People.somebody(), "户籍依据", ""));
        people.add(first);
        people.add(namesake(first, "H" + first.get("联系电话").substring(3)));
        people.add(namesake(first, "M" + first.get("联系电话").substring(3)));
        return people;
    }

    private static Map<String, String> namesake(Map<String, String> of, String permit) {
        Map<String, String> other = People.with(of, "证件类型", "回乡证");
        other.putAll(Map.of("证件号码", permit, "性别", "女", "出生日期依据", "回乡证"));
        other.put("出生日期", of.get("证件号码").substring(6, 14));
        return other;
    }

    private static void send(Page page, String name, String type, byte[] content) {
        page.locator("#file").setInputFiles(new FilePayload(name, type, content));
        page.locator("button.main").click();
    }

    private static void takeErrorsHome(Page page) throws Exception {
        Download download = page.waitForDownload(
                () -> page.locator("#stage a.button[href$='/errors']").click());
        assertThat(Files.readString(download.path())).contains("PHONE_WRONG", "KIND_UNKNOWN", "EVIDENCE_MISSING");
        assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
    }
}
