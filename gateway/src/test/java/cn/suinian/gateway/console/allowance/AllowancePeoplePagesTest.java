package cn.suinian.gateway.console.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The people of a run, claims and invitations over HTTP, and what people type to break things. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowancePeoplePagesTest {
    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "{{7*7}}${7*7}@{7*7}",
            "=cmd|' /C calc'!A0",
            "../../etc/passwd",
            "'; DROP TABLE allowance_run; --",
            "长".repeat(300));

    private AllowanceTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new AllowanceTown(database);
        town.person(1, FUTIAN, "1950-03-01", "2026-05-02");
        town.person(2, FUTIAN, "1940-03-01", "2025-05-02");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aPersonsAmountIsExplainedInWords() throws Exception {
        String run = town.listed(FUTIAN);
        assertThat(town.get(town.clerk, run + "/lines").body())
                .contains(run + "/holders/1", "当月发放", "70 周岁起", "200.00");
        assertThat(town.get(town.clerk, run + "/holders/1").body())
                .contains("2026-05：按 70 周岁起的档次，发放 200.00 元")
                .doesNotContain("测试甲");
        assertThat(town.get(town.clerk, run + "/holders/1?lang=en").body()).contains("by the tier from the age of 70");
        assertThat(town.get(town.clerk, run + "/holders/2?lang=en").body())
                .contains("This run pays nothing", "the identity check of May or November was missed");
        assertThat(town.get(town.clerk, run + "/holders/99").statusCode()).isEqualTo(404);
        assertThat(town.ask("SELECT count(*) FROM audit_log WHERE act = 'ALLOWANCE_LOOKED_AT'"))
                .isEqualTo("3");
    }

    @Test
    void listsAreFilteredByWhatStandsInTheAddressAndPaged() throws Exception {
        for (int holder = 100; holder < 160; holder++) {
            town.person(holder, FUTIAN, "1950-03-01", "2026-05-02");
        }
        String run = town.listed(FUTIAN);
        String first = town.get(town.clerk, run + "/lines?kind=REGULAR").body();
        assertThat(first).contains("rel=\"next\"", "/holders/148\"").doesNotContain("/holders/149\"");
        assertThat(town.get(town.clerk, run + "/lines?kind=REGULAR&after=148").body())
                .contains("/holders/149\"", "rel=\"first\"")
                .doesNotContain("rel=\"next\"");
        assertThat(town.get(town.clerk, run + "/lines?kind=RECOVERY").body()).contains("没有这样的记录");
        assertThat(town.get(town.clerk, run + "/differences?kind=EXCLUDED&reason=CHECK_MISSED")
                        .body())
                .contains("/holders/2\"", "未按时办理资格认证");
        assertThat(town.get(town.clerk, run + "/differences?kind=STOPPED").body())
                .contains("没有这样的记录");
        assertThat(town.get(town.clerk, run + "/returned").body()).contains("没有这样的记录");
    }

    @Test
    void anExportIsAFileWithNumbersForPeople() throws Exception {
        String run = town.listed(FUTIAN);
        HttpResponse<String> lines = town.post(town.clerk, run + "/export", Map.of("part", "LINES", "reason", "报区里"));
        assertThat(lines.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("lines.csv");
        assertThat(lines.body())
                .contains("1,2026-05,REGULAR,200.00,70,TIER,当月发放 This month,按年龄档次 by age")
                .doesNotContain("测试甲");
        assertThat(town.post(town.clerk, run + "/export", Map.of("part", "DIFFERENCES", "reason", "报区里"))
                        .body())
                .contains("2,EXCLUDED,CHECK_MISSED,0.00,0.00");
        assertThat(town.ask("SELECT string_agg(reason, ' ') FROM audit_log WHERE act = 'ALLOWANCE_EXPORTED'"))
                .isEqualTo("报区里 报区里");
    }

    @Test
    void whatWasPaidAfterADeathIsClaimedAndSettledOnce() throws Exception {
        assertThat(town.get(town.clerk, "/allowance/claims").body()).contains("各区都没有未收回的追回");
        String april = town.ordered(FUTIAN, "2026-04");
        town.died(1, "2026-03-20");
        String may = town.ordered(FUTIAN);
        assertThat(town.get(town.clerk, "/allowance/claims").body())
                .as("districts with open claims are named first")
                .contains("/allowance/claims?district=FUTIAN\"", "200.00")
                .doesNotContain("/allowance/claims?district=LUOHU\"");
        assertThat(town.get(town.luohu, "/allowance/claims").body()).contains("没有未收回的追回");
        String list = town.get(town.clerk, "/allowance/claims?district=FUTIAN").body();
        String path = "/allowance/claims/" + may.substring(may.lastIndexOf('/') + 1) + "/1/2026-04";
        assertThat(list).contains("已去世", "200.00", path);
        assertThat(town.get(town.clerk, "/allowance/claims?district=LUOHU").body())
                .doesNotContain(path);
        assertThat(town.get(town.luohu, path).statusCode()).isEqualTo(404);
        assertThat(town.get(town.clerk, path).body()).contains("追回款已到账？");
        assertThat(AllowanceTown.location(town.post(town.clerk, path, Map.of("reason", "流水第 3 行"))))
                .isEqualTo("/allowance/claims?district=FUTIAN");
        assertThat(town.get(town.clerk, "/allowance/claims?district=FUTIAN").body())
                .contains("待复核");
        assertThat(town.get(town.clerk, path).body())
                .as("no second form while one waits")
                .contains("到账已登记，待复核", "流水第 3 行")
                .doesNotContain("name=\"reason\"");
        assertThat(town.ask("SELECT count(*) FROM allowance_collected")).isEqualTo("0");
        assertThat(town.get(town.chief, "/approvals").body()).contains("津贴追回到账", "流水第 3 行", path + "/decide");
        assertThat(town.get(town.chief, path + "/decide").body()).contains("同意入账", "流水第 3 行");
        String request = town.ask("SELECT max(request_no) FROM approval_request");
        assertThat(town.post(town.clerk, path + "/approve", Map.of("request", request))
                        .statusCode())
                .isEqualTo(403);
        assertThat(AllowanceTown.location(town.post(town.chief, path + "/approve", Map.of("request", request))))
                .isEqualTo("/allowance/claims?district=FUTIAN");
        assertThat(town.post(town.clerk, path, Map.of("reason", "again")).statusCode())
                .isEqualTo(409);
        assertThat(town.ask("SELECT count(*) FROM allowance_collected")).isEqualTo("1");
        assertThat(town.get(town.clerk, "/allowance/claims?district=FUTIAN&which=SETTLED")
                        .body())
                .as("what is settled stays: who, when and on what evidence")
                .contains("/holders/1\"", "流水第 3 行", "staff21", "staff22");
        theBankReturnsItAllTheSame(april, path.replace("claims", "refunds"));
    }

    private void theBankReturnsItAllTheSame(String april, String path) throws Exception {
        assertThat(town.get(town.clerk, "/allowance/refunds").body()).contains("各区都没有应退还家属的款项");
        for (String list : List.of("/allowance/refunds", "/allowance/claims")) {
            assertThat(town.get(town.clerk, list + "?which=SETTLED").body()).contains("请选择一个区，看它已办结的");
        }
        String payment = town.ask("SELECT min(payment_no) FROM allowance_payment WHERE holder_id = 1");
        town.upload(april, town.results(april).replaceFirst("(?m)^(" + payment + ",.*)PAID", "$1RETURNED,AC04"));
        town.post(town.chief, april + "/reconcile", Map.of());
        assertThat(town.get(town.clerk, "/allowance/refunds?district=FUTIAN").body())
                .contains(path, "200.00", "登记退还");
        assertThat(town.get(town.clerk, "/allowance/refunds").body())
                .contains("/allowance/refunds?district=FUTIAN", "福田区", "200.00")
                .doesNotContain("district=LUOHU");
        assertThat(town.get(town.clerk, april + "/returned").body()).contains("账户已销户（AC04）");
        assertThat(town.get(town.luohu, "/allowance/refunds").body()).contains("没有应退还家属的款项");
        assertThat(town.get(town.luohu, path).statusCode()).isEqualTo(409);
        assertThat(town.get(town.clerk, path).body()).contains("已经退还家属？");
        town.post(town.clerk, path, Map.of("reason", "7 月 9 日退给女儿"));
        assertThat(town.get(town.chief, "/approvals").body()).contains("津贴退还家属", path + "/decide");
        assertThat(town.get(town.chief, path + "/decide").body()).contains("7 月 9 日退给女儿", "同意入账");
        String request = town.ask("SELECT max(request_no) FROM approval_request");
        assertThat(AllowanceTown.location(town.post(town.chief, path + "/approve", Map.of("request", request))))
                .isEqualTo("/allowance/refunds?district=FUTIAN");
        assertThat(town.ask("SELECT fen || ' ' || actor FROM allowance_refunded"))
                .startsWith("20000 ");
        assertThat(town.get(town.clerk, "/allowance/refunds").body()).contains("各区都没有应退还家属的款项");
        assertThat(town.get(town.clerk, "/allowance/refunds?district=FUTIAN&which=SETTLED")
                        .body())
                .contains("/holders/1\"", "200.00", "7 月 9 日退给女儿", "staff21", "staff22");
    }

    @Test
    void aClaimOfWhatTheBankReturnedSaysSoAndOffersNoButton() throws Exception {
        String april = town.ordered(FUTIAN, "2026-04");
        town.died(1, "2026-03-20");
        String may = town.ordered(FUTIAN);
        String path = "/allowance/claims/" + may.substring(may.lastIndexOf('/') + 1) + "/1/2026-04";
        assertThat(town.get(town.clerk, path).body()).contains("name=\"reason\"");
        String payment = town.ask("SELECT min(payment_no) FROM allowance_payment WHERE holder_id = 1");
        town.upload(april, town.results(april).replaceFirst("(?m)^(" + payment + ",.*)PAID", "$1RETURNED,AC04"));
        String returned = "退回，下一批次自动撤销";
        assertThat(town.get(town.clerk, "/allowance/claims?district=FUTIAN").body())
                .contains(returned)
                .doesNotContain(path);
        assertThat(town.get(town.clerk, "/allowance/claims").body()).contains("各区都没有未收回的追回");
        assertThat(town.get(town.clerk, path).body()).contains(returned).doesNotContain("name=\"reason\"");
        HttpResponse<String> again = town.post(town.clerk, path, Map.of("reason", "流水第 3 行"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("不要再向家属收取").doesNotContain("刚才有人改动");
        assertThat(town.get(town.clerk, may + "/holders/1").body()).contains("银行已退回这笔发放");
    }

    @Test
    void peopleAreInvitedAndTheirRepliesRecordedAtTheCounter() throws Exception {
        town.newcomer(3, FUTIAN, "1956-06-01");
        town.newcomer(4, FUTIAN, "1956-06-02");
        assertThat(town.get(town.clerk, "/allowance/enrolment").body()).contains("没有这样的邀请", "现在邀请");
        assertThat(town.get(town.clerk, "/allowance/enrolment/invite").body())
                .as("how many, before a message is queued")
                .contains("邀请全市的 2 人？", "其中发短信");
        assertThat(town.get(town.luohu, "/allowance/enrolment/invite").body()).contains("邀请罗湖区的 0 人？");
        assertThat(town.ask("SELECT count(*) FROM allowance_message")).isEqualTo("0");
        town.post(town.clerk, "/allowance/enrolment/invite", Map.of());
        assertThat(town.get(town.clerk, "/allowance/enrolment").body())
                .contains("2026-06", "待发送", "/allowance/enrolment/1/reply");
        assertThat(town.get(town.clerk, "/allowance/enrolment/1/reply").body()).contains("【深圳民政】您将于2026年6月年满70周岁");
        assertThat(town.get(town.luohu, "/allowance/enrolment/1/reply").statusCode())
                .isEqualTo(404);
        HttpResponse<String> unsaid = town.post(town.clerk, "/allowance/enrolment/1/reply", Map.of());
        assertThat(unsaid.body()).contains("answer-problem", "on-problem");
        town.post(town.clerk, "/allowance/enrolment/1/reply", Map.of("answer", "yes", "on", "2026-05-08"));
        assertThat(town.get(town.clerk, "/allowance/enrolment?wanted=APPLIED").body())
                .contains("2026-05-08 申请")
                .doesNotContain("/allowance/enrolment/2/reply");
        assertThat(town.post(town.clerk, "/allowance/enrolment/1/reply", Map.of("answer", "no", "on", "2026-05-08"))
                        .body())
                .contains("以第一次为准");
        assertThat(town.get(town.clerk, "/allowance/enrolment/1/reply").body())
                .as("no form that would be refused")
                .contains("不再登记答复", "/allowance/enrolment/apply")
                .doesNotContain("name=\"answer\"");
        assertThat(uploaded("2,2026-05-08,是什么\n").body()).contains("file-problem", "第 1 行", "短信没有发出");
        town.ask("UPDATE allowance_message SET sent_at = now(), fate = 'SENT' WHERE message_no = 2");
        assertThat(AllowanceTown.location(uploaded("2,2026-05-08,是什么\n"))).isEqualTo("/allowance/enrolment");
        assertThat(town.get(town.clerk, "/allowance/enrolment?wanted=UNCLEAR").body())
                .contains("待询问", "2026-05-08 的回复：是什么", "/allowance/enrolment/2/reply", "/allowance/enrolment/apply");
        assertThat(uploaded("2;x\n3;x\n").body()).contains("file-problem", "第 1、2 行", "无法读取");
    }

    private HttpResponse<String> uploaded(String replies) throws Exception {
        return town.console.upload(town.clerk, "/allowance/enrolment/replies", "r.csv", replies.getBytes(UTF_8));
    }

    @Test
    @Breaks("every person in the register has a document")
    void anApplicationAtADeskIsRecordedOnce() throws Exception {
        town.newcomer(3, FUTIAN, "1950-06-01");
        String apply = "/allowance/enrolment/apply";
        town.ask("UPDATE holder_document SET ended_at = now() WHERE holder_id = 3");
        String card = new CardNumber(3).digits();
        assertThat(town.get(town.clerk, apply).body()).contains("19 位卡号").doesNotContain("name=\"holder\"");
        assertThat(town.post(town.clerk, apply + "/find", Map.of("q", "310487046000000003"))
                        .body())
                .contains("q-problem", "请核对卡号");
        assertThat(town.post(town.clerk, apply + "/find", Map.of("q", card)).body())
                .as("whose application it is, masked, before it is recorded")
                .contains("测**", "1950", "福田区", "value=\"3\"")
                .doesNotContain("测试甲3");
        assertThat(town.post(town.luohu, apply + "/find", Map.of("q", card)).body())
                .contains("没有找到")
                .doesNotContain("name=\"holder\"");
        assertThat(town.ask("SELECT count(*) FROM audit_log WHERE act = 'HOLDER_SEARCHED'"))
                .isEqualTo("2");
        assertThat(town.post(town.clerk, apply, Map.of("q", card, "holder", "x", "on", "y"))
                        .body())
                .contains("holder-problem", "on-problem", "测**");
        assertThat(AllowanceTown.location(town.post(town.clerk, apply, Map.of("holder", "3", "on", "2026-05-08"))))
                .isEqualTo("/allowance/enrolment");
        assertThat(town.post(town.clerk, apply, Map.of("holder", "3", "on", "2026-05-08"))
                        .body())
                .contains("已申请高龄津贴");
        assertThat(town.post(town.luohu, apply, Map.of("holder", "3", "on", "2026-05-08"))
                        .body())
                .contains("没有找到该持卡人");
    }

    @Test
    void whateverPeopleTypeComesBackHarmless() throws Exception {
        String run = town.listed(FUTIAN);
        for (String payload : PAYLOADS) {
            Map<String, String> typed = Map.of("reason", payload, "part", payload, "district", payload);
            for (String act : List.of("/again", "/export")) {
                assertHarmless(town.post(town.clerk, run + act, typed));
            }
            run = town.ask("SELECT '/allowance/runs/' || max(run_no) FROM allowance_run");
            assertHarmless(town.get(town.clerk, run));
            assertHarmless(town.post(town.clerk, "/allowance/months/2026-05/list", typed));
            assertHarmless(
                    town.post(town.clerk, "/allowance/enrolment/apply", Map.of("holder", payload, "on", payload)));
            String query = URLEncoder.encode(payload, UTF_8);
            for (String page : List.of("/lines?kind=", "/differences?kind=EXCLUDED&reason=", "/lines?after=")) {
                assertHarmless(town.get(town.clerk, run + page + query));
            }
            assertHarmless(town.get(town.clerk, "/allowance?before=" + query));
            assertHarmless(town.get(town.clerk, "/allowance/claims?district=" + query));
            assertHarmless(town.get(town.clerk, "/allowance/enrolment?wanted=" + query));
        }
        assertThat(town.ask("SELECT count(*) > 0 FROM allowance_run")).isEqualTo("t");
    }

    private static void assertHarmless(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isIn(200, 303, 422);
        assertThat(reply.body()).doesNotContain("<script>alert", "<img src=x", "\"><img");
    }
}
