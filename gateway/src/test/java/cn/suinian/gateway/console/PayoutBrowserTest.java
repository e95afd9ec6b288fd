package cn.suinian.gateway.console;

import static cn.suinian.gateway.console.PayoutTown.DAY;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments and holds by two people in a real browser. */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class PayoutBrowserTest {

    private PayoutTown town;
    private Tab tab;
    private Page page;
    private PageInspector inspector;

    @BeforeEach
    void open(Database database, Tab tab) throws Exception {
        town = new PayoutTown(database).approveDay().openAccounts();
        this.tab = tab;
        page = tab.page();
        inspector = tab.inspector();
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void go(Admitted who, String path) {
        tab.signIn(town.console, who);
        tab.open(town.console.url() + path);
    }

    @Test
    void aHeldVendorIsPaidAfterASecondPersonReleasedItAndTheFileIsTaken() throws Exception {
        hold();
        answerAndRelease();
        prepareAndApprove();
        Download file =
                page.waitForDownload(() -> page.locator(".take button").first().click());
        assertThat(file.suggestedFilename()).isEqualTo("SNB000000000001.pain.001.xml");
        assertThat(Files.readString(file.path())).contains("71.00");

        go(town.maker, "/payouts/answers");
        String status = PayoutTown.statusFile("SNB000000000001", "SNP000000000001 ACSC", "SNP000000000002 RJCT AC04");
        byte[] content = status.getBytes(StandardCharsets.UTF_8);
        page.locator("#file").setInputFiles(new FilePayload("status.xml", "application/xml", content));
        page.locator("button.main").click();
        assertThat(page.locator("table").last()).containsText("AC04");
        inspector.inspect("payout-answer");
    }

    private void hold() {
        go(town.maker, "/lens");
        inspector.inspect("lens-list");
        page.getByText("C-2").first().click();
        inspector.inspect("lens-case");
        page.locator("a.grave").click();
        page.locator("#grounds").check();
        page.locator("#reason").fill("夜间用餐");
        page.locator("button.main").click();
        assertThat(page.locator(".flash")).containsText("暂缓 1 已生效");
        inspector.inspect("lens-hold");
    }

    private void answerAndRelease() {
        go(town.maker, "/payouts/due?payer=2");
        assertThat(page.locator(".whys").last()).containsText("暂缓付款");
        inspector.inspect("payout-due-held");
        page.locator(".whys a").last().click();
        page.locator("tbody th a").click();
        page.getByText("已说明：").click();
        page.locator("#reason").fill("集体聚餐");
        page.locator("button.main").click();
        assertThat(page.locator(".flash")).containsText("已处理 1 条提示");
        inspector.inspect("lens-item");
        go(town.maker, "/lens/holds/1");
        page.getByText("申请解除").first().click();
        page.locator("#reason").fill("已说明");
        page.locator("button.main").click();
        assertThat(page.locator(".door-note")).containsText("复核由结算主管办理");

        go(town.checker, "/lens/holds/1");
        page.getByText("同意解除", new Page.GetByTextOptions().setExact(true)).click();
        inspector.inspect("lens-release");
        page.locator("button.main").dblclick();
        assertThat(page.locator(".flash")).containsText("已解除");
    }

    private void prepareAndApprove() {
        go(town.maker, "/payouts/due?payer=2");
        page.getByText("准备付款批次").click();
        assertThat(page.locator("#reason")).isFocused();
        inspector.inspect("payout-prepare");
        page.keyboard().type("每周付款");
        page.locator("button.main").click();
        assertThat(page.locator(".facts-list").first()).containsText("71.00");
        assertThat(page.locator(".door-note")).containsText("您自己经办的");
        inspector.inspect("payout-own");

        go(town.checker, "/payouts");
        page.locator("tbody th a").click();
        page.getByText("复核同意").click();
        inspector.inspect("payout-approve");
        page.locator("button.main").click();
        assertThat(page.locator(".flash")).containsText("可以发送");
        page.getByText("发送", new Page.GetByTextOptions().setExact(true)).click();
        inspector.inspect("payout-send");
        page.locator("button.main").click();
        assertThat(page.locator(".flash")).containsText("已发送");
        inspector.inspect("payout-sent");
    }

    @ParameterizedTest
    @CsvSource({"zh,1024", "en,512"})
    void everyPageOfPaymentsIsFitForEverybody(String language, int width) throws Exception {
        String batch = town.pay();
        String file = PayoutTown.statusFile("SNB000000000001", "SNP000000000002 RJCT AC04");
        town.console.upload(town.maker, "/payouts/answers", "s.xml", file.getBytes(StandardCharsets.UTF_8));
        town.post(
                town.maker,
                "/payouts/accounts/vendors/1/change",
                java.util.Map.of(
                        "accountName",
                        "新账户",
                        "number",
                        "62220000123",
                        "bankCode",
                        "105584000001",
                        "bankName",
                        "银行",
                        "reason",
                        "new bank"));
        page.setViewportSize(width, 768);
        tab.signIn(town.console, town.checker);
        look(language, width, "/payouts", "/payouts/due", "/payouts/answers", "/payouts/returns", "/payouts/accounts");
        look(language, width, "/payouts/accounts/vendors/1", "/payouts/accounts/vendors/2/change", "/lens/export");
        look(language, width, "/account-statements?payer=2&from=" + DAY + "&to=" + DAY, "/lens/holds");
        if (language.equals("en")) {
            look(language, width, batch, "/payouts/due?payer=2", "/payouts/answers/1", "/payouts/returns/2");
            look(language, width, "/lens", "/lens/cases/2?from=" + DAY, "/lens/items/FINDING.1");
            look(language, width, "/lens/holds/new?vendor=2&from=" + DAY);
        }
        String request = town.ask("SELECT request_no FROM bank_account_version WHERE state = 'WAITING'");
        look(language, width, "/payouts/accounts/changes/" + request);
        page.locator("button.main").first().click();
        inspector.inspect("payouts-account-full-" + language + "-" + width);
        tab.open(town.console.url() + "/payouts/returns/2");
        page.locator("button.main").click();
        inspector.inspect("payouts-return-problems-" + language + "-" + width);
    }

    private void look(String language, int width, String... paths) {
        for (String path : paths) {
            tab.open(town.console.url() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            inspector.inspect(path.substring(1).replaceAll("[^a-zA-Z0-9]+", "-") + "-" + language + "-" + width);
        }
    }
}
