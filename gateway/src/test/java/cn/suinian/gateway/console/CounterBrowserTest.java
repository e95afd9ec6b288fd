package cn.suinian.gateway.console;

import static cn.suinian.gateway.console.CounterTown.digits;
import static cn.suinian.gateway.console.CounterTown.lastSix;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.stand.TapJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wizards of cards and stock, end to end in a real browser, with readers of another node on the same database. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterBrowserTest {

    private static final Map<String, String> GUIDE =
            Map.of("/cards/lost/stopped", "stopped", "/cards/works/replace", "replace", "/cards/due/renew", "renew");

    private TerminalStand node;
    private CounterTown town;
    private Tab tab;
    private Page page;
    private PageInspector inspector;

    @BeforeAll
    void open(Database database) throws Exception {
        node = TerminalStand.start(database);
        town = new CounterTown(database);
    }

    @AfterAll
    void close() {
        town.close();
        node.close();
    }

    @BeforeEach
    void open(Tab tab) {
        this.tab = tab;
        page = tab.page();
        inspector = tab.inspector();
    }

    private JsonNode tap(TapJson tap) throws IOException {
        return node.send(tap.request()).json();
    }

    private void go(Admitted who, String path) {
        tab.signIn(town.console, who);
        tab.open(town.console.url() + path);
    }

    @Test
    void aCardIsHandedOverWithoutTouchingTheMouse() throws Exception {
        long person = town.person();
        go(town.clerk, "/cards/issue?holder=" + person);
        assertThat(page.locator("#card")).isFocused();
        String shown = page.locator(".proposal-digits .unseen").textContent();
        inspector.inspect("card-issue");
        page.keyboard().type("000000");
        page.keyboard().press("Enter");
        assertThat(page.locator(".errors")).containsText("手中的卡不是上面这一张");
        assertThat(page.locator("#card")).isFocused();
        inspector.inspect("card-issue-other-card");
        page.locator("#card").fill("");
        page.keyboard().type(shown);
        page.keyboard().press("Enter");
        assertThat(page.locator(".receipt h1")).hasText("领卡回执");
        assertThat(page.locator(".flash")).containsText("可以立即使用");
        inspector.inspect("card-issued");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".masthead")).isHidden();
        inspector.inspect("card-issued-print");
        assertThat(town.ask("SELECT status FROM card WHERE holder_id = " + person))
                .isEqualTo("ACTIVE");
        assertThat(page.url()).matches(".*/cards/\\d+/receipt");
    }

    @Test
    void aCardReportedLostHereIsRefusedAtItsNextTapThere() throws Exception {
        int serial = town.card();
        String card = digits(serial);
        assertThat(tap(TapJson.bus(card, node.nextSeq())).get("outcome").asText())
                .as("the other node has the account in its memory now")
                .isEqualTo("APPROVED");
        go(town.clerk, "/holders");
        page.keyboard().type(card + "\n");
        page.locator("#results a[href='/cards/" + serial + "/lost']").click();
        inspector.inspect("card-lost");
        page.locator("button.main").dblclick();
        assertThat(page.locator("h1")).hasText("已停用");
        inspector.inspect("card-stopped");

        JsonNode next = tap(TapJson.bus(card, node.nextSeq()).counter(2));
        assertThat(next.get("outcome").asText()).isEqualTo("DECLINED");
        assertThat(next.get("reason").asText()).isEqualTo("CARD_LOST");
        assertThat(next.at("/display/zh").asText()).contains("挂失");
        assertThat(town.ask("SELECT count(*) FROM denylist_change WHERE card_serial = " + serial))
                .isEqualTo("1");
        assertThat(town.ask("SELECT count(*) FROM audit_log WHERE act = 'CARD_LOST' AND subject = '" + serial + "'"))
                .isEqualTo("1");
        page.goBack();
        page.goForward();
        assertThat(page.locator("h1")).hasText("已停用");
    }

    @Test
    void aReplacementKeepsTodaysLunchUsedAtTheTills() throws Exception {
        int serial = town.card();
        String old = digits(serial);
        assertThat(tap(TapJson.meal(old, node.nextSeq())).get("subsidy").intValue())
                .isPositive();
        go(town.clerk, "/cards/" + serial);
        page.locator("a[href$='/replace']").click();
        inspector.inspect("card-replace-why");
        page.keyboard().press("Enter");
        assertThat(page.locator("#card")).isFocused();
        inspector.inspect("card-replace-card");
        page.keyboard().type(page.locator(".proposal-digits .unseen").textContent());
        page.keyboard().press("Enter");
        assertThat(page.locator(".receipt h1")).hasText("换卡回执");
        assertThat(page.locator(".receipt")).containsText("今天的午餐补贴已用");
        inspector.inspect("card-replaced");
        assertThat(town.status(serial)).isEqualTo("REPLACED");

        String now = digits(Integer.parseInt(town.ask("SELECT a.live_card FROM account a JOIN card c"
                + " ON c.holder_id = a.holder_id WHERE c.card_serial = " + serial)));
        JsonNode secondLunch = tap(TapJson.meal(now, node.nextSeq()));
        assertThat(secondLunch.get("reason").asText()).isEqualTo("MEAL_TAKEN_TODAY");
        assertThat(secondLunch.get("subsidy").intValue()).isZero();
        assertThat(tap(TapJson.meal(old, node.nextSeq()).counter(2))
                        .get("reason")
                        .asText())
                .isEqualTo("CARD_REPLACED");
        assertThat(tap(TapJson.bus(now, node.nextSeq()).counter(2))
                        .get("outcome")
                        .asText())
                .isEqualTo("APPROVED");
        page.navigate(town.console.url() + "/cards/" + serial);
        inspector.inspect("card-ended");
    }

    @Test
    void aScannerMayTypeTheWholeNumber() throws Exception {
        long person = town.person();
        int scanned = town.fromTheBottom();
        go(town.clerk, "/cards/issue?holder=" + person);
        page.keyboard().type(digits(scanned) + "\n");
        assertThat(page.locator(".receipt")).containsText(lastSix(scanned).substring(2));
        assertThat(town.status(scanned)).isEqualTo("ACTIVE");
    }

    @Test
    void anAnswerOfTheBureauIsRehearsedLookedAtAndTakenIn() throws Exception {
        go(town.keeper, "/stock");
        inspector.inspect("stock");
        page.getByText("新增号段").click();
        page.locator("#first").fill("62000000");
        page.locator("#last").fill("62004999");
        page.locator("#layout").fill("STANDARD-2026");
        page.keyboard().press("Enter");
        assertThat(page.locator(".flash")).containsText("号段已新增");
        page.getByText("制卡批次").click();
        page.getByText("下新订单").click();
        String range = town.ask("SELECT range_id FROM card_range WHERE first_serial = 62000000");
        page.locator("#rangeId").selectOption(range);
        page.locator("#count").fill("5000");
        page.keyboard().press("Enter");
        assertThat(page.locator(".flash")).containsText("已下单");
        String order = page.url();
        Download file = page.waitForDownload(() ->
                page.getByText("导出", new Page.GetByTextOptions().setExact(true)).click());
        assertThat(Files.readAllLines(file.path())).hasSize(5002);
        page.getByText("导入制卡结果").click();
        inspector.inspect("batch-upload");
        page.locator("#file").setInputFiles(new FilePayload("answer.csv", "text/csv", answer().getBytes(UTF_8)));
        page.locator("button.main").click();
        assertThat(page.locator("#job h2")).hasText("试算完成，还没有改动任何数据");
        inspector.inspect("batch-rehearsed");
        page.locator("button.main").click();
        assertThat(page.locator("#job h2")).hasText("已导入");
        inspector.inspect("batch-taken");
        page.getByText("核对").click();
        assertThat(page.locator("table")).containsText("4,998");
        inspector.inspect("batch-reconciled");
        for (String language : List.of("zh", "en")) {
            page.navigate(order + "?lang=" + language);
            inspector.inspect("batch-" + language);
            inspector.picture("batch");
        }
    }

    private static String answer() {
        StringBuilder answer = new StringBuilder("cardNo,status,reason\n");
        for (int i = 0; i < 4_999; i++) {
            answer.append(digits(62_000_000 + i)).append(i == 7 ? ",FAILED,ink\n" : ",OK\n");
        }
        return answer.append(digits(62_000_000)).append(",OK\nnonsense\n").toString();
    }

    @ParameterizedTest
    @CsvSource({"zh,1024", "en,512"})
    void everyPageIsFitForEverybody(String language, int width) throws Exception {
        long person = town.person();
        int serial = town.card();
        int lost = town.card();
        int due = town.card();
        town.ask("UPDATE card SET expires_on = '2026-12-01' WHERE card_serial = " + due);
        town.post(town.clerk, "/cards/" + lost + "/lost", Map.of("seen", "ACTIVE", "reporter", "HOLDER"));
        page.setViewportSize(width, 768);
        String end = "-" + language + "-" + width;
        go(town.supervisor, "/?lang=" + language);
        for (String path : List.of(
                "/cards/issue",
                "/cards/issue?holder=" + person,
                "/cards/due",
                "/cards/" + serial,
                "/cards/" + serial + "/lost",
                "/cards/" + serial + "/replace",
                "/cards/" + serial + "/replace/card?cause=DAMAGED",
                "/cards/" + serial + "/cancel",
                "/cards/" + serial + "/renew",
                "/cards/" + serial + "/receipt",
                "/cards/" + lost + "/stopped",
                "/cards/" + lost + "/found",
                "/cards/" + due + "/renew",
                "/stock")) {
            look(path, serial, lost, due, end);
        }
        go(town.keeper, "/?lang=" + language);
        for (String path : List.of(
                "/stock",
                "/stock/places/store",
                "/stock/ranges/new",
                "/stock/receive",
                "/stock/transfer",
                "/stock/spoil",
                "/batches",
                "/batches/order")) {
            look(path, serial, lost, due, end + "-keeper");
        }
        page.navigate(town.console.url() + "/stock/transfer");
        page.locator("button.main").click();
        inspector.inspect("stock-transfer-problems" + end);
    }

    private void look(String path, int serial, int lost, int due, String end) {
        page.navigate(town.console.url() + path);
        String name = path.replace(Integer.toString(serial), "works")
                .replace(Integer.toString(lost), "lost")
                .replace(Integer.toString(due), "due")
                .replaceAll("\\?holder=\\d+", "-holder")
                .replaceAll("\\?.*", "");
        inspector.inspect("desk" + name.replace('/', '-') + end);
        if (GUIDE.containsKey(name)) {
            inspector.picture(GUIDE.get(name));
        }
        assertThat(page.locator("h1")).hasCount(1);
    }
}
