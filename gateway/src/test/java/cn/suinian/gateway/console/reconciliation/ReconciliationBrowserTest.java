package cn.suinian.gateway.console.reconciliation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.BrowserExtension;
import cn.suinian.gateway.console.PageInspector;
import cn.suinian.gateway.console.Tab;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clerk takes a statement in and works through its breaks; somebody else approves what moves money. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
@FreshDatabase
class ReconciliationBrowserTest {
    private SettledTown town;
    private Tab tab;
    private Page page;
    private PageInspector inspector;
    private String end;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new SettledTown(database);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @ParameterizedTest
    @CsvSource({"zh,1024", "en,512"})
    void twoPeopleBringAStatementInOrder(String language, int width, Tab given) throws Exception {
        tab = given;
        page = tab.page();
        page.setViewportSize(width, 768);
        inspector = tab.inspector();
        end = "-" + language + "-" + width;
        tab.signIn(town.console, town.both);
        look("/reconciliation?lang=" + language, "reconcile-day");
        takeIn();
        workByKeys();
        askForAnAdjustment();
        approve();
    }

    private void takeIn() throws Exception {
        tab.open(town.console.url() + "/reconciliation/statements/new");
        page.locator("button.main").click();
        assertThat(page.locator("#file-problem")).isVisible();
        inspector.inspect("statement-refused" + end);
        page.locator("#vendor").selectOption("1");
        page.locator("#day").fill("2026-11-16");
        byte[] file = SettledTown.planted().replace("T,30", "\"garbage\r\nT,31").getBytes(UTF_8);
        page.locator("#file").setInputFiles(new FilePayload("metro.csv", "text/csv", file));
        page.locator("button.main").click();
        assertThat(page.locator("#job .acts a.strong")).isVisible();
        inspector.inspect("statement-done" + end);
        page.locator("#job .acts a.strong").click();
        inspector.inspect("statement" + end);
        Download faults = page.waitForDownload(
                () -> page.locator("a.button[href$='/faults']").click());
        assertThat(Files.readString(faults.path())).contains("LINE_UNREADABLE");
    }

    private void workByKeys() {
        look("/reconciliation/breaks?kind=AMOUNT_OVER", "breaks");
        page.locator("a[href='#row']").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("x");
        assertThat(page.locator("[data-keys] input:checked")).hasCount(2);
        page.locator("#reason").focus();
        page.keyboard().type("jxk");
        assertThat(page.locator("[data-keys] input:checked")).hasCount(2);
        page.locator("#what").check();
        page.locator("section.claim button.main").click();
        assertThat(page.locator(".flash")).isVisible();
        assertThat(page.locator("[data-keys] tbody tr")).hasCount(18);
    }

    private void askForAnAdjustment() throws Exception {
        page.locator("[data-keys] tbody tr th a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("table.sides")).isVisible();
        inspector.inspect("break" + end);
        page.locator(".acts a.strong").click();
        page.locator("#fen").fill("99");
        page.locator("#reason").fill("till was right");
        page.locator("button.main").click();
        assertThat(page.locator("#fen-problem")).isVisible();
        inspector.inspect("break-adjust-refused" + end);
        page.locator("#fen").fill("0.50");
        page.locator("#attachment")
                .setInputFiles(new FilePayload("till.pdf", "application/pdf", "%PDF-1.7 till".getBytes(UTF_8)));
        page.locator("button.main").click();
        assertThat(page.locator(".flash")).isVisible();
        assertThat(page.locator(".door-note")).isVisible();
        inspector.inspect("break-asked" + end);
        page.navigate(town.console.url() + "/reconciliation/approvals/" + town.request());
        assertThat(page.locator("button.main")).hasCount(0);
        inspector.inspect("approval-own" + end);
    }

    private void approve() throws Exception {
        tab.signIn(town.console, town.chief);
        look("/reconciliation/approvals", "approvals");
        page.locator("tbody td a.button").click();
        inspector.inspect("approval" + end);
        page.locator("form[action$='/approve'] button.main").click();
        assertThat(page.locator(".flash")).isVisible();
        assertThat(page.locator(".empty")).isVisible();
        assertThat(town.ask("SELECT count(*) FROM journal_transfer WHERE kind = 'ADJUSTMENT'"))
                .isEqualTo("1");
    }

    private void look(String path, String name) {
        page.navigate(town.console.url() + path);
        inspector.inspect(name + end);
    }
}
