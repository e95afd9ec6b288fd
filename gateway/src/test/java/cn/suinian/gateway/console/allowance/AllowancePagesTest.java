package cn.suinian.gateway.console.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static cn.suinian.core.holder.District.LUOHU;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run over HTTP, from the list to what the bank says. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowancePagesTest {
    private static final String MAY = "/allowance/months/2026-05";

    private AllowanceTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new AllowanceTown(database);
        town.person(1, FUTIAN, "1950-03-01", "2026-05-02");
        town.person(2, FUTIAN, "1940-03-01", "2026-05-02");
        town.person(3, LUOHU, "1950-03-01", "2026-05-02");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void withoutAnyRunThePagesSayWhatToDoNext() throws Exception {
        assertThat(town.get(town.clerk, "/allowance").body())
                .contains("还没有任何批次", "2026-05-10 · 还有 1 个工作日", "2026-05-20 · 还有 9 个工作日", MAY);
        assertThat(town.get(town.clerk, MAY).body())
                .contains("福田区", "未生成", "生成名单")
                .doesNotContain("下个月");
        assertThat(town.get(town.clerk, "/allowance/months/2026-04?lang=en").body())
                .contains("17 working days late", "Not listed", "Month after");
        assertThat(town.get(town.luohu, MAY).body()).contains("罗湖区").doesNotContain("福田区");
    }

    @Test
    void aRunGoesFromTheListToReconciledByTwoPeople() throws Exception {
        String run = town.listed(FUTIAN);
        assertThat(town.get(town.clerk, run).body()).contains("名单已生成", "2 人，500.00 元", "确认名单");
        assertThat(AllowanceTown.location(town.post(town.clerk, run + "/confirm", Map.of("reason", "已核对"))))
                .isEqualTo(run);
        assertThat(town.get(town.clerk, run).body()).contains("已确认，待复核", "已核对", "须由另一位主管复核");
        assertThat(town.get(town.chief, "/approvals").body())
                .contains("津贴批次发放", "2026-05 福田区", "¥500.00", "已核对", run + "/decide");
        assertThat(town.get(town.clerk, "/approvals?lang=en").body())
                .as("whoever asked sees that it waits")
                .contains("Payment of an allowance run", "another supervisor must decide");
        assertThat(town.get(town.luohu, "/approvals").body()).doesNotContain("福田区");
        assertThat(AllowanceTown.location(
                        town.post(town.chief, run + "/approve", Map.of("request", town.request(run)))))
                .isEqualTo(run);
        assertThat(town.get(town.chief, "/approvals").body()).contains("没有需要您复核的申请");
        assertThat(town.get(town.clerk, run + "/order").body()).contains("提交发放 2 人，500.00 元？");
        town.post(town.clerk, run + "/order", Map.of());
        assertThat(town.get(town.chief, run).body()).contains("尚未下载").containsOnlyOnce("已核对");
        HttpResponse<String> file = town.post(town.clerk, run + "/file", Map.of("encoding", "UTF_8"));
        assertThat(town.get(town.chief, run).body()).contains("代发文件下载", "staff21，2026-05-08 12:00（UTF-8）");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("suinian-allowance-2026-05-FUTIAN");
        assertThat(file.body()).contains("测试甲1,6217007200001001,200.00,深圳市2026年5月高龄老人津贴", "合计,2,,500.00,");
        assertThat(town.get(town.clerk, run + "/reconcile").statusCode()).isEqualTo(200);
        HttpResponse<String> results = town.console.upload(
                town.clerk, run + "/results", "back.csv", town.results(run).getBytes(UTF_8));
        assertThat(results.body()).as("an encoding has to be chosen").contains("encoding-problem");
        HttpResponse<String> wrong = town.upload(run, "1,200.01,PAID\nnonsense\n77,200.00,PAID\n");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("3 行不符", "金额与提交的不同", "200.00", "无法读取", "没有这个序号");
        assertThat(town.ask("SELECT count(*) FROM allowance_result")).isEqualTo("0");
        assertThat(AllowanceTown.location(town.upload(run, town.results(run)))).isEqualTo(run);
        assertThat(town.get(town.clerk, run).body()).contains("500.00 元", "核对办结");
        town.post(town.clerk, run + "/reconcile", Map.of());
        assertThat(town.get(town.clerk, run).body()).contains("已核对办结", "本批次已办结");
        assertThat(town.get(town.clerk, run + "/check").body()).contains("全部相符", "支付：批次与账簿", "¥500.00");
        assertThat(town.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log"
                        + " WHERE subject_kind = 'ALLOWANCE_RUN'"))
                .isEqualTo("ALLOWANCE_LISTED ALLOWANCE_CONFIRMED ALLOWANCE_APPROVED ALLOWANCE_ORDERED"
                        + " ALLOWANCE_FILE_WRITTEN ALLOWANCE_RESULTS ALLOWANCE_RECONCILED");
    }

    @Test
    void whoeverConfirmedCannotDecideNotEvenByReplayingTheRequest() throws Exception {
        String run = town.listed(FUTIAN);
        town.post(town.chief, run + "/confirm", Map.of("reason", "已核对"));
        String request = town.request(run);
        assertThat(town.get(town.chief, run + "/decide").body())
                .contains("须由另一位主管复核")
                .doesNotContain("/approve\"");
        assertThat(town.post(town.chief, run + "/approve", Map.of("request", request))
                        .statusCode())
                .isEqualTo(422);
        assertThat(town.post(town.chief, run + "/reject", Map.of("request", request, "reason", "x"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(town.post(town.clerk, run + "/approve", Map.of("request", request))
                        .statusCode())
                .isEqualTo(403);
        Map<String, String> anothers =
                Map.of("request", request, "csrf", town.chief.session().csrfToken());
        assertThat(town.post(town.otherChief, run + "/approve", anothers).statusCode())
                .as("a form that was made for somebody else")
                .isEqualTo(403);
        assertThat(town.ask("SELECT state FROM allowance_run")).isEqualTo("CONFIRMED");
    }

    @Test
    void thePageThatDecidesListsWhoseAccountChangedAndWhatItDidNotShowIsNotApproved() throws Exception {
        String run = town.listed(FUTIAN);
        town.post(town.clerk, run + "/confirm", Map.of("reason", "已核对"));
        String request = town.request(run);
        town.ask("INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason)"
                + " VALUES (1, 'BANK_ACCOUNT', 1, now() + interval '1 hour', 'counter-b', 'x')");
        assertThat(town.get(town.chief, "/approvals").body()).contains("1 人改了收款账户");
        assertThat(town.get(town.chief, run + "/decide").body())
                .contains("上次发放以后改了收款账户的人", "counter-b", run + "/holders/1", "name=\"accounts\" value=\"1\"");
        HttpResponse<String> unseen = town.post(town.chief, run + "/approve", Map.of("request", request));
        assertThat(unseen.statusCode()).isEqualTo(422);
        assertThat(unseen.body()).contains("上次发放以后有人改了收款账户");
        town.post(town.chief, run + "/approve", Map.of("request", request, "accounts", "1"));
        assertThat(town.ask("SELECT state FROM allowance_run")).isEqualTo("APPROVED");
    }

    @Test
    void whoTookInThatPaymentsCameBackIsToldThatAnotherSettlesTheRun() throws Exception {
        String run = town.ordered(FUTIAN);
        town.upload(run, town.results(run).replaceFirst("PAID", "RETURNED,R01"));
        String own = town.get(town.clerk, run).body();
        assertThat(own).contains("须由另一人核对办结", "退回记录导入人").doesNotContain(run + "/reconcile\"");
        HttpResponse<String> refused = town.post(town.clerk, run + "/reconcile", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("退回记录是您导入的");
        assertThat(AllowanceTown.location(town.post(town.chief, run + "/reconcile", Map.of())))
                .isEqualTo(run);
    }

    @Test
    void aListWithSomebodyWhoDiedIsOnlySentBackAndThePageSaysWhoItIs() throws Exception {
        String run = town.listed(FUTIAN);
        town.post(town.clerk, run + "/confirm", Map.of("reason", "已核对"));
        assertThat(town.get(town.chief, run + "/decide").body()).contains(run + "/approve\"");
        town.died(1, "2026-04-20");
        assertThat(town.get(town.chief, run + "/decide").body())
                .contains("有 1 人（200.00 元）已不能发放", run + "/holders/1\"", run + "/reject\"")
                .doesNotContain(run + "/approve\"");
    }

    @Test
    void whoDiedBetweenApprovalAndOrderIsNamedBeforeTheOrderAndNotAsTheBanksReturn() throws Exception {
        String run = town.listed(FUTIAN);
        town.post(town.clerk, run + "/confirm", Map.of("reason", "已核对"));
        town.post(town.chief, run + "/approve", Map.of("request", town.request(run)));
        town.died(1, "2026-04-20");
        assertThat(town.get(town.clerk, run + "/order").body())
                .contains("提交发放 1 人，300.00 元？", "1 人，200.00 元；持卡人编号 1", "不在代发文件里");
        town.post(town.clerk, run + "/order", Map.of());
        assertThat(town.get(town.clerk, run).body()).contains("未提交银行", "1 人，200.00 元；持卡人编号 1", "0 笔，0.00 元");
        assertThat(town.get(town.clerk, run + "/returned").body())
                .contains("已去世，未提交银行")
                .doesNotContain("DECEASED");
        assertThat(town.get(town.clerk, run + "/holders/1").body()).contains("没有提交银行：提交前得知已去世");
        assertThat(town.get(town.clerk, "/allowance/months/2026-05").body())
                .contains("¥300.00", "¥200.00", "应发金额", "退回与未提交");
    }

    @Test
    void whatTheBankReturnedAfterItWasPaidIsRecordedByOneAndBookedByAnother() throws Exception {
        String run = town.ordered(FUTIAN);
        String lines = town.results(run);
        town.upload(run, lines);
        HttpResponse<String> late = town.upload(run, lines.replace("1,200.00,PAID", "1,200.00,RETURNED,R01"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("登记付后退回", "/late-return?payment=1", "已发放");
        assertThat(town.get(town.clerk, run).body()).contains(run + "/late-return");
        assertThat(town.get(town.clerk, run + "/late-return?payment=1").body())
                .contains("name=\"payment\"", "value=\"1\"", "银行退回日期");
        Map<String, String> typed =
                Map.of("payment", "1", "returnedOn", "2026-05-09", "code", "R01", "reason", "账户已销户，银行来函");
        HttpResponse<String> wrong = town.post(town.clerk, run + "/late-return", typed);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("returnedOn-problem", "不能早于批次的月份");
        Map<String, String> right = new HashMap<>(typed);
        right.put("returnedOn", "2026-05-08");
        assertThat(AllowanceTown.location(town.post(town.clerk, run + "/late-return", right)))
                .isEqualTo(run);
        String decide = run + "/late-return/1";
        assertThat(town.get(town.chief, "/approvals").body()).contains("津贴付后退回", "账户已销户，银行来函", decide + "/decide");
        assertThat(town.get(town.luohu, "/approvals").body()).doesNotContain("付后退回");
        assertThat(town.get(town.chief, decide + "/decide").body())
                .contains("2026-05-08", "R01", "请对照银行流水", decide + "/approve\"");
        String request = town.ask("SELECT request_no FROM allowance_late_return");
        assertThat(AllowanceTown.location(town.post(town.chief, decide + "/approve", Map.of("request", request))))
                .isEqualTo(run);
        assertThat(town.get(town.clerk, run + "/returned").body()).contains("付后退回 2026-05-08", "R01");
        assertThat(town.get(town.chief, decide + "/decide").statusCode()).isEqualTo(404);
        assertThat(AllowanceTown.location(town.upload(run, lines))).isEqualTo(run);
    }

    @Test
    void aStepThatIsOverAndARunThatWasMadeAgainSayThatTheyChanged() throws Exception {
        String run = town.listed(FUTIAN);
        String again = AllowanceTown.location(town.post(town.clerk, run + "/again", Map.of("reason", "有人补登账户")));
        assertThat(again).startsWith("/allowance/runs/").isNotEqualTo(run);
        assertThat(town.get(town.clerk, run).body()).contains("这份名单已作废");
        assertThat(town.post(town.clerk, run + "/confirm", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(town.get(town.clerk, run + "/confirm").statusCode()).isEqualTo(409);
        for (String step : new String[] {"/order", "/reconcile", "/file", "/results"}) {
            assertThat(town.get(town.clerk, again + step).statusCode()).as(step).isEqualTo(409);
        }
        town.post(town.clerk, again + "/confirm", Map.of("reason", "已核对"));
        String request = town.request(again);
        town.post(town.chief, again + "/reject", Map.of("request", request, "reason", "再核对一次"));
        assertThat(town.post(town.chief, again + "/approve", Map.of("request", request))
                        .statusCode())
                .as("the request was decided")
                .isEqualTo(409);
        assertThat(town.get(town.clerk, again).body()).contains("再核对一次", "确认名单");
    }

    @Test
    void thePayFileIsThereOnceThePaymentsAreOrdered() throws Exception {
        String run = town.listed(FUTIAN);
        town.post(town.clerk, run + "/confirm", Map.of("reason", "已核对"));
        assertThat(town.post(town.clerk, run + "/file", Map.of("encoding", "UTF_8"))
                        .statusCode())
                .isEqualTo(409);
        town.post(town.chief, run + "/approve", Map.of("request", town.request(run)));
        assertThat(town.post(town.clerk, run + "/file", Map.of("encoding", "UTF_8"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(town.ask("SELECT count(*) FROM audit_log WHERE act = 'ALLOWANCE_FILE_WRITTEN'"))
                .isEqualTo("0");
        assertThat(AllowanceTown.location(town.post(town.clerk, run + "/order", Map.of())))
                .isEqualTo(run);
        assertThat(town.post(town.clerk, run + "/file", Map.of("encoding", "GB18030"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(town.post(town.clerk, run + "/order", Map.of()).statusCode())
                .as("ordering again changes nothing")
                .isEqualTo(303);
        assertThat(town.ask("SELECT count(*) FROM allowance_payment")).isEqualTo("2");
    }

    @Test
    void anotherDistrictsRunAndARunThatIsNoneAreNotThere() throws Exception {
        String run = town.ordered(FUTIAN);
        for (String page : new String[] {"", "/lines", "/differences", "/returned", "/export", "/holders/1", "/file"}) {
            assertThat(town.get(town.luohu, run + page).statusCode()).as(page).isEqualTo(404);
            assertThat(town.get(town.clerk, "/allowance/runs/99" + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(town.get(town.clerk, "/allowance/months/2026-13").statusCode())
                .isEqualTo(404);
        assertThat(town.get(town.clerk, "/allowance/runs/x").statusCode()).isEqualTo(404);
        assertThat(town.post(town.luohu, MAY + "/list", Map.of("district", "FUTIAN"))
                        .body())
                .contains("该区不在您的业务范围内", "id=\"district-problem\"");
    }

    @Test
    void whatIsMissingIsNamedAtItsField() throws Exception {
        assertThat(town.post(town.clerk, MAY + "/list", Map.of()).body()).contains("district-problem", "请选择区");
        assertThat(town.post(town.clerk, "/allowance/months/2026-06/list", Map.of("district", "FUTIAN"))
                        .body())
                .contains("该月份尚未开始");
        String run = town.ordered(FUTIAN);
        assertThat(town.post(town.clerk, run + "/file", Map.of()).body()).contains("encoding-problem");
        assertThat(town.post(town.clerk, run + "/results", Map.of("encoding", "UTF_8"))
                        .body())
                .contains("file-problem");
        assertThat(town.post(town.clerk, run + "/export", Map.of("reason", "x")).body())
                .contains("part-problem");
        assertThat(town.post(town.clerk, run + "/export", Map.of("part", "LINES"))
                        .body())
                .contains("reason-problem");
        assertThat(town.post(town.clerk, run + "/reconcile", Map.of()).body()).contains("银行回盘缺少记录");
        String luohu = town.listed(LUOHU);
        HttpResponse<String> unexplained = town.post(town.clerk, luohu + "/confirm", Map.of("reason", " "));
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(unexplained.body()).contains("reason-problem");
    }
}
