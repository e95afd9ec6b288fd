package cn.suinian.gateway.console;

import static cn.suinian.gateway.console.PayoutTown.DAY;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A business day in one browser, from a canteen's statement to the bank's answer, by two people. The first of them has
 * the roles of both, and yet decides nothing of what they asked for themselves.
 */
@ExtendWith({PostgresExtension.class, BrowserExtension.class})
@FreshDatabase
class UploadToPayoutBrowserTest {

    /** The second of three lunches was subsidised by 11.00, says the canteen; by 10.00 by our rules. */
    private static final String STATEMENT = """
            H,C-1,2026-11-16
            tap_time,terminal,seq,card,service,amount,subsidy,extra
            2026-11-16T11:00:00+08:00,440300010001,1,3,MEAL,1500,1000,200
            2026-11-16T11:00:20+08:00,440300010001,2,6,MEAL,1500,1100,200
            2026-11-16T11:00:40+08:00,440300010001,3,9,MEAL,1500,1000,200
            T,3,4500,3100
            """;

    private PayoutTown town;
    private Tab tab;
    private Page page;
    private Admitted first;
    private Admitted second;

    @BeforeEach
    void open(Database database, Tab given) throws Exception {
        town = new PayoutTown(database).lookAtDay().openAccounts();
        tab = given;
        page = given.page();
        Set<Permission> both = EnumSet.copyOf(Role.SETTLEMENT_CLERK.permissions());
        both.addAll(Role.SETTLEMENT_SUPERVISOR.permissions());
        first = town.console.sessions().signedIn(106, both);
        second = town.checker;
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void twoPeopleBringADayFromTheStatementToTheBanksAnswer() throws Exception {
        takeIn();
        askToAdjust();
        askToExcuse();
        approveTheRequests();
        askToApproveTheDay();
        pay();
        readTheAnswer();
    }

    private void takeIn() {
        go(first, "/reconciliation/statements/new");
        page.locator("#vendor").selectOption("1");
        page.locator("#day").fill(DAY.toString());
        page.locator("#file").setInputFiles(new FilePayload("c-1.csv", "text/csv", STATEMENT.getBytes(UTF_8)));
        press();
        assertThat(page.locator("#job .acts a.strong")).isVisible();
    }

    private void askToAdjust() throws Exception {
        page.locator("#job .acts a[href*='/breaks']").click();
        page.locator("[data-keys] tbody tr th a").first().click();
        page.locator(".acts a[href$='/adjust']").click();
        page.locator("#fen").fill("1.00");
        page.locator("#reason").fill("菜单与餐厅的一致");
        press();
        assertThat(page.locator(".flash")).isVisible();
        assertNotDecidedByFirst("/reconciliation/approvals/" + waiting(), "/approve");
    }

    private void askToExcuse() throws Exception {
        go(first, "/days/" + DAY);
        page.locator("#vendors tbody tr", new Page.LocatorOptions().setHasText("C-2"))
                .locator("td a")
                .first()
                .click();
        page.locator("a[href$='/excuse']").click();
        page.locator("#reason").fill("餐厅没有收银机");
        press();
        assertThat(page.locator(".flash")).isVisible();
        assertNotDecidedByFirst("/reconciliation/approvals/" + waiting(), "/approve");
    }

    private void approveTheRequests() throws Exception {
        for (int left = 2; left > 0; left--) {
            go(second, "/approvals");
            page.locator("tbody a.button").first().click();
            page.locator("form[action*='/approve'] button.main").click();
            assertThat(page.locator(".flash")).isVisible();
        }
        assertThat(town.ask("SELECT count(*) FROM approval_request WHERE outcome IS NULL"))
                .isEqualTo("0");
        assertThat(town.ask("SELECT sum(amount_fen) FROM journal_transfer WHERE kind = 'ADJUSTMENT'"))
                .isEqualTo("100");
    }

    private void askToApproveTheDay() throws Exception {
        go(first, "/days/" + DAY);
        page.getByText("对账完毕").click();
        press();
        page.locator(".acts a", new Page.LocatorOptions().setHasText("申请审批")).click();
        page.locator("#reason").fill("数字与对账单一致");
        press();
        String request = "/approvals/days/" + waiting();
        assertNotDecidedByFirst(request, "/approve");
        go(second, request);
        page.locator("form[action*='/approve'] button").click();
        assertThat(page.locator(".flash")).containsText("已同意");
    }

    private void pay() throws Exception {
        go(first, "/payouts/due?payer=" + PayoutTown.FUTIAN);
        page.getByText("准备付款批次").click();
        page.locator("#reason").fill("每周付款");
        press();
        assertThat(page.locator(".facts-list").first()).containsText("71.00");
        String batch = page.url().substring(town.console.url().length());
        assertNotDecidedByFirst(batch, "/approve");

        go(second, batch);
        page.getByText("复核同意").click();
        press();
        page.getByText("发送", new Page.GetByTextOptions().setExact(true)).click();
        press();
        assertThat(page.locator(".flash")).containsText("已发送");
        go(first, batch);
        Download file =
                page.waitForDownload(() -> page.locator(".take button").first().click());
        assertThat(Files.readString(file.path())).contains("<CtrlSum>71.00</CtrlSum>");
    }

    private void readTheAnswer() throws Exception {
        go(first, "/payouts/answers");
        String status = PayoutTown.statusFile("SNB000000000001", "SNP000000000001 ACSC", "SNP000000000002 ACSC");
        page.locator("#file").setInputFiles(new FilePayload("status.xml", "application/xml", status.getBytes(UTF_8)));
        press();
        assertThat(page.locator("table").last()).containsText("ACSC");
        assertThat(town.ask("SELECT count(*) FROM payment WHERE state = 'ACCEPTED' AND settled"))
                .isEqualTo("2");
    }

    /** Whoever asked finds no button, and what the button would send is refused. */
    private void assertNotDecidedByFirst(String path, String decision) throws Exception {
        go(first, path);
        assertThat(page.locator("main form[action*='" + decision + "'], main a[href*='" + decision + "']"))
                .hasCount(0);
        assertThat(town.post(first, path + decision, Map.of()).statusCode()).isIn(403, 409, 422);
    }

    private String waiting() throws Exception {
        return town.ask("SELECT max(request_no) FROM approval_request WHERE outcome IS NULL");
    }

    private void press() {
        page.locator("button.main").click();
    }

    private void go(Admitted who, String path) {
        tab.signIn(town.console, who);
        tab.open(town.console.url() + path);
    }
}
