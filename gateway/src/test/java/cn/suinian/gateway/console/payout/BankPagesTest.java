package cn.suinian.gateway.console.payout;

import static cn.suinian.gateway.console.CounterTown.location;
import static cn.suinian.gateway.console.PayoutTown.DAY;
import static cn.suinian.gateway.console.PayoutTown.statusFile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.PayoutTown;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bank accounts, the bank's answers, returned payments and statements of account over HTTP. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class BankPagesTest {

    private static final String ACCOUNT = "/payouts/accounts/vendors/1";
    private static final Map<String, String> DETAILS = Map.of(
            "accountName", "一号长者食堂",
            "number", "6222 0000 1234 5678",
            "bankCode", "105584000001",
            "bankName", "测试银行福田支行",
            "reason", "agreement on paper");

    private PayoutTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new PayoutTown(database);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private HttpResponse<String> upload(String content) throws Exception {
        return town.console.upload(town.maker, "/payouts/answers", "../status.xml", content.getBytes(UTF_8));
    }

    @Test
    void anAccountIsAskedForByOneAndComparedInFullByAnother() throws Exception {
        assertThat(town.page(town.maker, "/payouts/accounts")).contains("没有账户，不能付款", "没有待复核的变更", "福田区");
        assertThat(town.page(town.maker, ACCOUNT)).contains("还没有登记账户");
        HttpResponse<String> poor = town.post(town.maker, ACCOUNT + "/change", Map.of("number", "12", "reason", "x"));
        assertThat(poor.statusCode()).isEqualTo(422);
        assertThat(poor.body()).contains("id=\"number-problem\"", "id=\"bankCode-problem\"", "accountName-problem");
        String change = location(town.post(town.maker, ACCOUNT + "/change", DETAILS));
        assertThat(change).startsWith("/payouts/accounts/changes/");
        assertThat(town.page(town.maker, change)).contains("尾号 5678", "您自己经办的").doesNotContain("6222", "显示完整账号");
        assertThat(town.post(town.maker, change + "/show", Map.of()).statusCode())
                .isEqualTo(403);
        String masked = town.page(town.checker, change);
        assertThat(masked).contains("显示完整账号").doesNotContain("6222", "/confirm\"");
        String full = town.post(town.checker, change + "/show", Map.of()).body();
        assertThat(full).contains("6222 0000 1234 5678", change + "/confirm");
        assertThat(town.ask("SELECT count(*) FROM audit_log WHERE act = 'BANK_ACCOUNT_SHOWN'"))
                .isEqualTo("1");
        assertThat(town.page(town.auditor, "/payouts/accounts")).contains("变更待复核，暂不付款", "agreement on paper");
        assertThat(location(town.post(town.checker, change + "/confirm", Map.of())))
                .isEqualTo("/payouts/accounts");
        assertThat(town.page(town.auditor, ACCOUNT)).contains("已复核", "尾号 5678", "staff102");
        assertThat(town.post(town.otherChecker, change + "/confirm", Map.of()).body())
                .contains("已复核");
    }

    @Test
    void aSupervisorCannotConfirmWhatTheyAskedForAndARefusalWantsAReason() throws Exception {
        String change = location(town.post(town.checker, ACCOUNT + "/change", DETAILS));
        HttpResponse<String> own = town.post(town.checker, change + "/confirm", Map.of());
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("经办人不能复核自己的申请");
        HttpResponse<String> bare = town.post(town.otherChecker, change + "/reject", Map.of("reason", ""));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("id=\"reason-problem\"");
        town.post(town.otherChecker, change + "/reject", Map.of("reason", "other number on paper"));
        assertThat(town.page(town.maker, ACCOUNT)).contains("未获同意", "申请变更账户");
        assertThat(town.get(town.maker, "/payouts/accounts/vendors/99").statusCode())
                .isEqualTo(404);
        assertThat(town.get(town.maker, "/payouts/accounts/payers/12").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPaymentThatNeverCameBackIsSaidByOneAndAgreedToByAnother() throws Exception {
        town.approveDay().openAccounts();
        town.pay();
        upload(statusFile("SNB000000000001", "SNP000000000002 RJCT AC04"));
        String ask = "/payouts/returns/2/disprove";
        assertThat(town.page(town.checker, "/payouts/returns")).contains(ask);
        assertThat(town.page(town.checker, ask)).contains("付款 2 没有退回", "35.00");
        HttpResponse<String> bare = town.post(town.checker, ask, Map.of("reason", "bank had paid", "evidence", ""));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("id=\"evidence-problem\"");
        Map<String, String> said = Map.of("reason", "bank had paid", "evidence", "letter of the bank");
        assertThat(town.post(town.maker, ask, said).body()).contains("银行回执是您导入的");
        String decide = location(town.post(town.checker, ask, said));
        assertThat(town.page(town.checker, decide))
                .contains("letter of the bank")
                .doesNotContain("同意：没有退回<");
        assertThat(town.page(town.otherChecker, "/approvals")).contains("付款退回不成立", "35.00", decide);
        assertThat(town.post(town.checker, "/payouts/returns/2", Map.of("reason", "account was closed"))
                        .body())
                .contains("有人申请“退回不成立”");
        town.post(town.otherChecker, decide + "/approve", Map.of());
        assertThat(town.page(town.maker, "/payouts/returns?all=yes")).contains("退回不成立 · bank had paid");
        assertThat(town.get(town.otherChecker, decide).statusCode()).isEqualTo(404);
        assertThat(town.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log WHERE act LIKE '%DISPRO%'"))
                .isEqualTo("PAYMENT_RETURN_DISPROOF_ASKED PAYMENT_RETURN_DISPROVED");
    }

    @Test
    void whatTheBankAnswersMovesPaymentsAndAReturnIsWorkUntilSomebodySaysWhy() throws Exception {
        town.approveDay().openAccounts();
        String batch = town.pay();
        String file = statusFile(
                "SNB000000000001",
                "SNP000000000001 ACSC",
                "SNP000000000002 RJCT AC04",
                "SNP000000000077 ACSC",
                "SNP000000000001 WHAT");
        HttpResponse<String> taken = upload(file);
        String answer = location(taken);
        assertThat(answer).isEqualTo("/payouts/answers/1");
        String said = taken.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertThat(town.console.getAs(town.maker, answer, "Cookie", said).body())
                .contains("共 4 行，其中 2 行没有处理，请向银行核实");
        assertThat(town.page(town.auditor, answer))
                .contains("status.xml", "AC04", "不是我方的付款编号", "银行代码未知", "/payouts/payments/2", "拒付，重新应付", "账户已销户（AC04）");
        assertThat(town.page(town.auditor, answer + "?effect=REJECTED"))
                .contains("SNP000000000002")
                .doesNotContain("SNP000000000077");
        assertThat(location(upload(file))).isEqualTo(answer);
        assertThat(town.page(town.auditor, batch)).contains("已到账", "银行拒付，重新应付", "RJCT · 账户已销户（AC04）");
        assertThat(location(town.get(town.auditor, "/payouts/payments/2"))).isEqualTo(batch);
        assertThat(town.page(town.auditor, "/payouts/returns"))
                .contains("C-2", "35.00", "账户已销户（AC04）", "SNP000000000002")
                .doesNotContain("写明处理结果<");
        assertThat(location(town.get(town.maker, "/payouts/returns/2"))).isEqualTo("/payouts/returns");
        assertThat(town.page(town.maker, "/payouts/returns"))
                .contains("导入这份回执的是您")
                .doesNotContain("/payouts/returns/2\"");
        assertThat(town.page(town.checker, "/payouts/returns/2")).contains("付款 SNP000000000002 的处理结果", "账户已销户（AC04）");
        HttpResponse<String> bare = town.post(town.maker, "/payouts/returns/2", Map.of("reason", " "));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(town.page(town.maker, "/payouts/due?payer=2")).contains("有退回款项待处理", "/payouts/returns/2");
        assertThat(town.post(town.maker, "/payouts/returns/2", Map.of("reason", "account was closed"))
                        .body())
                .contains("银行回执是您导入的");
        town.post(town.checker, "/payouts/returns/2", Map.of("reason", "account was closed"));
        assertThat(town.page(town.maker, "/payouts/returns")).contains("没有待处理的退回款项");
        assertThat(town.page(town.maker, "/payouts/returns?all=yes")).contains("account was closed");
        assertThat(town.page(town.maker, "/payouts/due?payer=2")).contains("35.00", "准备付款批次");
    }

    @Test
    void aFileThatIsNoStatusFileIsRefusedAtItsField() throws Exception {
        assertThat(town.page(town.maker, "/payouts/answers")).contains("还没有导入过回执");
        HttpResponse<String> broken = upload("<html>no</html>");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body())
                .contains("文件无法读取", "id=\"file-problem\"", "不属于 pain.002.001.10 的元素（第 1 行）")
                .doesNotContain("at line");
        HttpResponse<String> entity = upload("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>");
        assertThat(entity.statusCode()).isEqualTo(422);
        assertThat(entity.body()).doesNotContain("root:");
        assertThat(town.post(town.maker, "/payouts/answers", Map.of()).body()).contains("请选择银行的状态文件");
        assertThat(town.page(town.auditor, "/payouts/answers")).doesNotContain("type=\"file\"");
        assertThat(town.get(town.auditor, "/payouts/answers/5").statusCode()).isEqualTo(404);
    }

    @Test
    void aStatementOfAccountAddsUpOnThePageAndInTheFile() throws Exception {
        assertThat(town.page(town.auditor, "/account-statements")).contains("还没有清分过营业日");
        town.approveDay().openAccounts();
        town.pay();
        assertThat(town.page(town.auditor, "/account-statements")).contains("请选择账单");
        String ofVendor = "/account-statements?vendor=C-1&from=" + DAY + "&to=" + DAY;
        assertThat(town.page(town.auditor, ofVendor)).contains("1号长者食堂 · C-1", "¥36.00", "福田区", "30.00", "6.00");
        String ofPayer = "/account-statements?payer=2&from=" + DAY + "&to=" + DAY;
        assertThat(town.page(town.auditor, ofPayer))
                .contains("¥71.00", "vendor=C-2", "2号长者食堂 · C-2", "1号长者食堂<span class=\"second\">C-1</span>")
                .doesNotContain(":payable", "bank:");
        assertThat(town.page(town.auditor, ofVendor + "&payer=2")).contains("二者取一");
        assertThat(town.page(town.auditor, "/account-statements?vendor=X&from=" + DAY))
                .contains("没有这个商户")
                .as("there is nothing to export")
                .doesNotContain("/account-statements/export");
        assertThat(town.page(town.auditor, "/account-statements?vendor=C-1&from=2026-12-01"))
                .contains("所选营业日尚未全部清分", "href=\"#to\"")
                .doesNotContain("/account-statements/export");
        Map<String, String> wanted = Map.of("vendor", "C-1", "from", DAY.toString(), "to", DAY.toString());
        assertThat(town.post(town.auditor, "/account-statements/export", wanted).body())
                .contains("id=\"reason-problem\"");
        Map<String, String> reasoned = new java.util.HashMap<>(wanted);
        reasoned.put("reason", "asked by the vendor");
        HttpResponse<String> csv = town.post(town.auditor, "/account-statements/export", reasoned);
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("suinian-account-");
        assertThat(csv.body()).startsWith("\uFEFF营业日 day,").contains(",余额 balance,内容名称 what in words");
        assertThat(csv.body().lines().toList().get(csv.body().lines().toList().size() - 1))
                .contains("CLOSING", "36.00");
        String another = "该账单属于其他出资方";
        assertThat(town.page(town.luohu, ofPayer))
                .contains(another)
                .doesNotContain("71.00", "/account-statements/export");
        Map<String, String> foreign =
                Map.of("payer", "2", "from", DAY.toString(), "to", DAY.toString(), "reason", "curious");
        assertThat(town.post(town.luohu, "/account-statements/export", foreign).body())
                .contains(another)
                .doesNotContain("71.00");
        assertThat(town.page(town.luohu, ofVendor))
                .contains("¥0.00", "只列罗湖区应付和已付的部分")
                .doesNotContain("36.00");
    }
}
