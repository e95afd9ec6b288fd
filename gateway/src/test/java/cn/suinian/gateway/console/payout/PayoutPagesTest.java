package cn.suinian.gateway.console.payout;

import static cn.suinian.gateway.console.CounterTown.location;
import static cn.suinian.gateway.console.PayoutTown.DAY;
import static cn.suinian.gateway.console.PayoutTown.FUTIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.PayoutTown;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.HoldRequest;
import cn.suinian.settlement.payout.account.AccountOwner;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.BankDetails;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Batches of payments over HTTP: what can be paid, two people, files. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class PayoutPagesTest {

    private static final Pattern FILE = Pattern.compile("action=\"(/payouts/[0-9]+/files/[0-9]+)\"");
    private static final String DUE = "/payouts/due?payer=2&throughDay=" + DAY;

    private PayoutTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new PayoutTown(database);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void emptyPagesSayWhatToDoNext() throws Exception {
        assertThat(town.page(town.auditor, "/payouts")).contains("还没有付款批次", "现在可付的款项");
        assertThat(town.page(town.auditor, "/payouts/due"))
                .contains("还没有可付的营业日", "<a href=\"/payouts/due\" aria-current=\"page\">");
        assertThat(town.page(town.auditor, "/payouts?lang=en")).contains("No batches yet");
        assertThat(town.get(town.auditor, "/payouts/7").statusCode()).isEqualTo(404);
        assertThat(town.get(town.auditor, "/payouts/x").statusCode()).isEqualTo(404);
        assertThat(town.page(town.auditor, "/payouts?state=NONE&payer=99")).contains("请在列表中选择", "没有这个付款方");
    }

    @Test
    void aVendorThatCannotBePaidSaysWhyAndWhereThatStands() throws Exception {
        town.clearDay();
        String day = "<a href=\"/days/" + DAY + "\">" + DAY + "</a>";
        assertThat(town.page(town.maker, "/payouts/due"))
                .contains("等营业日审批的款项", "福田区", "<strong>0.00</strong>", ">71.00<", "有营业日未审批")
                .contains("2 家商户，71.00 元", day);
        assertThat(town.page(town.maker, "/payouts/due?payer=2"))
                .contains("还不能付的款项", "C-1", "36.00", "C-2", "35.00", day)
                .doesNotContain("准备付款批次", "全部款项都已付清");
        assertThat(town.page(town.luohu, "/payouts/due")).contains("还没有可付的营业日").doesNotContain("71.00");
        town.approveDay();
        assertThat(town.page(town.maker, "/payouts/due"))
                .contains("福田区", "<strong>0.00</strong>", "71.00", "2 家商户，71.00 元", "/payouts/accounts\">查看账户");
        assertThat(town.page(town.maker, DUE)).contains("没有已复核的账户", "/payouts/accounts/vendors/1");
        town.openAccounts();
        HoldRequest wanted = new HoldRequest(1, HeldDays.of(DAY), "pretty late", List.of());
        long hold = town.office.holds().place(town.checker.session().actor(), wanted);
        assertThat(town.page(town.maker, "/payouts/due"))
                .contains("<strong>35.00</strong>", "71.00", "1 家商户，36.00 元", "/lens/holds/" + hold);
        assertThat(town.page(town.maker, DUE))
                .contains("暂缓付款", "/lens/holds/" + hold, "C-2", "35.00", "/account-statements?vendor=C-2")
                .contains("准备付款批次");
        assertThat(town.page(town.auditor, DUE)).doesNotContain("准备付款批次");
    }

    @Test
    void oneMakesABatchAnotherApprovesItAndTheFilesGoOut() throws Exception {
        town.approveDay().openAccounts();
        String batch = town.prepare(town.maker);
        assertThat(batch).isEqualTo("/payouts/1");
        assertThat(town.page(town.maker, batch)).contains("您自己经办的", "71.00", "待复核", "weekly payout");
        assertThat(town.post(town.maker, batch + "/approve", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(town.page(town.checker, batch))
                .contains("复核同意", "<a href=\"/payouts/due\">")
                .doesNotContain("您自己经办的");
        assertThat(town.page(town.checker, batch + "/approve")).contains("同意付款批次 1？", "¥71.00");
        assertThat(location(town.post(town.checker, batch + "/approve", Map.of())))
                .isEqualTo(batch);
        HttpResponse<String> never = town.post(town.maker, batch + "/send", Map.of("executeOn", "2027-11-17"));
        assertThat(never.statusCode()).isEqualTo(422);
        assertThat(never.body()).contains("执行日期应为今天至 30 天内", "id=\"executeOn-problem\"");
        assertThat(location(town.post(town.maker, batch + "/send", Map.of("executeOn", "2026-11-17"))))
                .isEqualTo(batch);
        String page = town.page(town.checker, batch);
        Matcher file = FILE.matcher(page);
        assertThat(file.find()).isTrue();
        Map<String, String> click = Map.of("act", "one-download");
        HttpResponse<String> xml = town.post(town.checker, file.group(1), click);
        assertThat(xml.body()).startsWith("<?xml").contains("pain.001.001.09", "SNB000000000001");
        assertThat(page).contains("尚未下载").doesNotContain("最近下载");
        assertThat(town.page(town.auditor, batch)).contains("最近下载：staff102，2026-11-17 10:00", "尚未下载");
        assertThat(page).contains(Hex.encode(Sm3.digest(xml.body().getBytes(StandardCharsets.UTF_8))));
        assertThat(town.post(town.checker, file.group(1), click).statusCode()).isEqualTo(409);
        JsonObject signature = new JsonObject(
                town.post(town.checker, file.group(1) + "/signature", Map.of()).body());
        assertThat(signature.getString("signature")).hasSize(128);
        assertThat(page).contains(signature.getString("sm3"));
        assertThat(town.ask("SELECT string_agg(actor, ' ') FROM audit_log WHERE act = 'PAYMENT_FILE_DOWNLOADED'"))
                .isEqualTo("staff102 staff102");
        assertThat(town.post(town.auditor, file.group(1), Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theBankIsGivenAWorkingDayUnlessSomebodyWantsAnotherAllTheSame() throws Exception {
        town.approveDay().openAccounts();
        String batch = town.prepare(town.maker);
        town.post(town.checker, batch + "/approve", Map.of());
        assertThat(town.page(town.maker, batch + "/send")).contains("value=\"2026-11-17\"", "2026-11-21、2026-11-22");
        town.clock.set(Instant.parse("2026-11-21T02:00:00Z"));
        assertThat(town.page(town.maker, batch + "/send")).contains("value=\"2026-11-23\"");
        HttpResponse<String> warned = town.post(town.maker, batch + "/send", Map.of("executeOn", "2026-11-22"));
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("id=\"executeOn-problem\"", "多半到 2026-11-23 才付");
        assertThat(town.ask("SELECT state FROM payout_batch")).isEqualTo("APPROVED");
        Map<String, String> again =
                Map.of("executeOn", "2026-11-22", "warned", PayoutTown.hidden(warned.body(), "warned"));
        assertThat(location(town.post(town.maker, batch + "/send", again))).isEqualTo(batch);
        assertThat(town.ask("SELECT execute_on FROM payout_batch")).isEqualTo("2026-11-22");
    }

    @Test
    void nobodyApprovesTheirOwnNotEvenByReplayingTheRequestOfAnother() throws Exception {
        town.approveDay().openAccounts();
        String batch = town.prepare(town.checker);
        HttpResponse<String> own = town.post(town.checker, batch + "/approve", Map.of());
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("经办人不能复核自己的申请", "您自己经办的");
        Map<String, String> asTheOther = Map.of("by", "103", "act", "of-the-other");
        assertThat(town.post(town.checker, batch + "/approve", asTheOther).statusCode())
                .isIn(403, 409, 422);
        Map<String, String> foreign = Map.of("csrf", town.otherChecker.session().csrfToken());
        assertThat(town.post(town.checker, batch + "/approve", foreign).statusCode())
                .isEqualTo(403);
        assertThat(town.ask("SELECT state FROM payout_batch")).isEqualTo("PREPARED");
        assertThat(location(town.post(town.otherChecker, batch + "/approve", Map.of())))
                .isEqualTo(batch);
        assertThat(town.post(town.otherChecker, batch + "/approve", Map.of()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatChangedSinceThePageWasOpenedIsShownFirst() throws Exception {
        town.approveDay().openAccounts();
        Map<String, String> old =
                Map.of("payer", FUTIAN, "throughDay", DAY.toString(), "seen", "1-100-0", "reason", "weekly payout");
        HttpResponse<String> reply = town.post(town.maker, "/payouts/new", old);
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("应付款项有变化", "weekly payout", "value=\"2-7100-0\"");
        assertThat(town.ask("SELECT count(*) FROM payout_batch")).isEqualTo("0");
    }

    @Test
    void aHoldThatCameMeanwhileStopsTheApprovalAndIsNamed() throws Exception {
        town.approveDay().openAccounts();
        String batch = town.prepare(town.maker);
        town.office
                .holds()
                .place(town.maker.session().actor(), new HoldRequest(1, HeldDays.ALL, "looks wrong", List.of()));
        HttpResponse<String> reply = town.post(town.checker, batch + "/approve", Map.of());
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body())
                .contains("应付情况已变化", "商户 C-1：36.00 元 → 暂不付款（暂缓付款）")
                .contains(batch + "/cancel");
        HttpResponse<String> bare = town.post(town.checker, batch + "/refuse", Map.of("reason", ""));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("id=\"reason-problem\"");
        town.post(town.checker, batch + "/refuse", Map.of("reason", "held"));
        assertThat(town.page(town.maker, batch)).contains("已取消", "held", "staff102");
    }

    @Test
    void onlyOneBatchOfAPayerIsOnItsWayAndCancellingMakesRoom() throws Exception {
        town.approveDay().openAccounts();
        assertThat(town.page(town.maker, "/payouts/due?lang=en")).contains("<strong>71.00</strong>", "2 vendors");
        String batch = town.prepare(town.maker);
        assertThat(town.page(town.maker, batch)).contains("71.00");
        assertThat(town.page(town.maker, "/payouts/due?lang=zh"))
                .contains("<strong>0.00</strong>", "有未发送的批次", "2 家商户，71.00 元", batch + "\">批次 1");
        assertThat(town.page(town.maker, DUE)).contains("未发送的批次 1").doesNotContain("/payouts/new");
        assertThat(town.page(town.maker, batch + "/send")).doesNotContain("executeOn");
        town.post(town.maker, batch + "/cancel", Map.of("reason", "another day"));
        assertThat(town.prepare(town.maker)).isEqualTo("/payouts/2");
        assertThat(town.page(town.maker, "/payouts?state=CANCELLED"))
                .contains("/payouts/1\"")
                .doesNotContain("/payouts/2\"");
    }

    @Test
    void aDistrictSeesItsOwnBatchesOnly() throws Exception {
        town.approveDay().openAccounts();
        String batch = town.prepare(town.maker);
        assertThat(town.page(town.luohu, "/payouts")).contains("还没有付款批次");
        assertThat(town.page(town.luohu, batch)).contains("该批次属于其他出资方").doesNotContain("71.00");
        assertThat(town.page(town.luohu, "/payouts/due")).contains("罗湖区的款项都已付清").doesNotContain("全部款项都已付清", "71.00");
    }

    @Test
    void aDayOfWhichPaymentsWereSentSaysSoInsteadOfOfferingToGoBack() throws Exception {
        town.approveDay().openAccounts();
        String day = "/days/" + DAY;
        assertThat(town.page(town.maker, day)).contains(day + "/reopen\"");
        town.pay();
        assertThat(town.page(town.maker, day))
                .contains("已有 2 笔、¥71.00 交给银行，不能退回")
                .doesNotContain(day + "/reopen\"");
    }

    @Test
    void whatWaitsForASecondPersonIsListedWithWhoAskedAndWhere() throws Exception {
        town.approveDay().openAccounts();
        String batch = town.prepare(town.maker);
        List<SecondSignatures.Waiting> waiting =
                new SecondSignatures(town.office).list(town.maker.session().actor());
        assertThat(waiting).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(PayoutText.KIND_BATCH);
            assertThat(each.path()).isEqualTo(batch);
            assertThat(each.fen()).isEqualTo(7100);
            assertThat(each.own()).isTrue();
        });
        assertThat(new SecondSignatures(town.office).list(town.checker.session().actor()))
                .noneMatch(SecondSignatures.Waiting::own);
        String withdraw = "/approvals/withdraw/" + waiting.get(0).requestNo();
        assertThat(location(town.post(town.maker, withdraw, Map.of("reason", "wrong day"))))
                .isEqualTo("/approvals");
        assertThat(town.page(town.maker, batch)).contains("已取消", "wrong day");
    }

    @Test
    void nobodyIsToldToDecideWhatBelongsToAnotherDistrict() throws Exception {
        ask(new OfVendor(1));
        assertThat(town.page(town.luohu, "/?figures=now")).doesNotContain("件等您复核");
        assertThat(town.page(town.luohu, "/approvals")).contains("没有需要您复核的申请");
        assertThat(town.page(town.checker, "/?figures=now")).contains("1 件等您复核");
        ask(new OfPayer(Payer.of(District.LUOHU)));
        assertThat(town.page(town.luohu, "/?figures=now")).contains("1 件等您复核");
        assertThat(town.page(town.luohu, "/approvals")).contains(" · 罗湖区");
        assertThat(town.page(town.checker, "/approvals"))
                .as("the vendor's name")
                .contains(" · " + town.ask("SELECT name FROM vendor WHERE vendor_id = 1"));
        assertThat(town.page(town.checker, "/?figures=now")).contains("2 件等您复核");
    }

    private void ask(AccountOwner owner) throws SQLException {
        BankDetails details = new BankDetails("账户77", "6222000000000077", "105584000077", "测试银行");
        town.office.accounts().ask(town.maker.session().actor(), owner, details, "agreement on paper");
    }

    @Test
    void whateverIsTypedStaysText() throws Exception {
        town.approveDay().openAccounts();
        String hostile = "\"><script>alert(1)</script>${7*7}";
        String batch = town.prepare(town.maker);
        assertThat(town.post(town.maker, batch + "/cancel", Map.of("reason", hostile))
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.page(town.maker, batch)).contains("&lt;script").doesNotContain("<script>alert");
        for (String path : List.of("/payouts/due?throughDay=%22%3E%3Cscript%3E", "/payouts?before=%27&payer=%3Cb%3E")) {
            assertThat(town.page(town.maker, path)).doesNotContain("\"><script>", "<b>");
        }
    }
}
