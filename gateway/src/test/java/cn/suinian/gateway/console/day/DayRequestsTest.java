package cn.suinian.gateway.console.day;

import static cn.suinian.gateway.console.day.DayTown.CANTEEN_A;
import static cn.suinian.gateway.console.day.DayTown.CANTEEN_B;
import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static cn.suinian.gateway.console.day.DayTown.DAY_2;
import static cn.suinian.gateway.console.day.DayTown.METRO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked for about days: decided by another, taken back, asked for and approved together. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayRequestsTest extends InDayTown {

    private static final Map<String, String> NOTHING = Map.of();
    private static final String TOGETHER = "/approvals/days/together/approve";

    @Test
    void severalDaysAreAskedForAndApprovedAtOnceAndEachSaysWhatCameOfIt() throws Exception {
        town.closeBoth();
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        assertThat(town.page(town.clerk, "/days")).contains("href=\"/days/ask\"");
        assertThat(town.page(town.auditor, "/days")).doesNotContain("/days/ask");
        assertThat(town.page(town.clerk, "/days/ask")).contains(path(DAY_1), path(DAY_2), "须先办完");
        Map<String, String> weekend = Map.of("through", DAY_2.toString(), "reason", "周末无异常");
        assertThat(town.console
                        .post(town.clerk, "/days/ask", Map.of("through", "x", "reason", "x"))
                        .body())
                .contains("请填写正确的日期");
        assertThat(town.console.post(town.clerk, "/days/ask", weekend).body())
                .contains("办成 1 天，没有办成 1 天", "已申请审批", "没有申请：该营业日仍有未处理事项，请先处理。 没有对账单，");
        assertThat(town.page(town.chief, "/approvals")).doesNotContain(TOGETHER);
        town.excuse(DAY_2, METRO);
        assertThat(town.console.post(town.chief, "/days/ask", weekend).body()).contains("办成 1 天，没有办成 0 天");
        assertThat(town.page(town.chief, TOGETHER))
                .as("their own request is none that they decide")
                .contains("2026-11-18 · 应付 ¥")
                .doesNotContain("2026-11-19 · 应付 ¥");
        assertThat(town.page(town.otherChief, "/approvals")).contains(TOGETHER, "一并复核：审批营业日（2 件）");
        List<String> both = List.of(
                town.ask("SELECT max(request_no) FROM approval_request"),
                town.ask("SELECT min(request_no) FROM approval_request WHERE kind = 'APPROVE_DAY'"));
        Map<String, String> said = Map.of("reason", "逐日看过");
        assertThat(town.console.post(town.otherChief, TOGETHER, said).body()).contains("请至少勾选一天");
        assertThat(town.console
                        .post(town.otherChief, TOGETHER, NOTHING, "request", both)
                        .body())
                .contains("请填写原因");
        assertThat(town.console
                        .post(town.chief, TOGETHER, said, "request", both)
                        .body())
                .contains("办成 1 天，没有办成 1 天", "没有审批：经办人不能复核自己的申请");
        assertThat(town.console
                        .post(town.otherChief, TOGETHER, said, "request", both)
                        .body())
                .contains("办成 1 天，没有办成 0 天");
        assertThat(town.ask("SELECT string_agg(subject || ' ' || actor || ' ' || reason, ', ' ORDER BY entry_no)"
                        + " FROM audit_log WHERE act = 'DAY_APPROVED'"))
                .isEqualTo("2026-11-18 staff22 逐日看过, 2026-11-19 staff23 逐日看过");
    }

    @Test
    void aDayGoesBackByTwoAndTheOneWhoAskedIsNotOneOfThem() throws Exception {
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        approve(DAY_1);
        assertThat(town.send(town.clerk, path(DAY_1) + "/reopen", Map.of("reason", "迟到的对账单")))
                .isEqualTo(path(DAY_1));
        String request = town.ask("SELECT max(request_no) FROM approval_request");
        assertThat(town.page(town.clerk, "/approvals")).contains("您提出的申请", "退回营业日", "迟到的对账单", "没有需要您复核的申请");
        assertThat(town.page(town.chief, "/approvals")).contains("待您复核", "/approvals/days/" + request, "staff21");
        assertThat(town.page(town.counterClerk, "/approvals")).doesNotContain("2026-11-18");
        assertThat(town.page(town.chief, "/"))
                .contains("hx-get=\"/?figures=now\"")
                .doesNotContain("件等您复核");
        assertThat(town.page(town.chief, "/?figures=now")).contains("1 件等您复核").doesNotContain("hx-get=\"/?");
        assertThat(town.page(town.clerk, "/?figures=now")).doesNotContain("件等您复核");
        HttpResponse<String> bare =
                town.console.post(town.chief, "/approvals/days/" + request + "/reject", Map.of("reason", " "));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(town.send(town.chief, "/approvals/days/" + request + "/approve", NOTHING))
                .isEqualTo("/approvals");
        assertThat(town.page(town.clerk, path(DAY_1))).contains("已清分", "已审批 → 已清分");
        assertThat(town.console
                        .post(town.chief, "/approvals/days/" + request + "/approve", NOTHING)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverAskedTakesTheRequestBackInTheInboxAndNobodyElse() throws Exception {
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        long request = town.office.acts().askToApprove(DayTown.actor(town.clerk), DAY_1, "figures agree");
        String withdraw = "/approvals/withdraw/" + request;
        assertThat(town.page(town.clerk, "/approvals")).contains("href=\"" + withdraw + "\"", "撤回申请");
        assertThat(town.page(town.chief, "/approvals"))
                .contains("/approvals/days/" + request)
                .doesNotContain(withdraw);
        assertThat(town.console.getAs(town.chief, withdraw).statusCode()).isEqualTo(404);
        assertThat(town.console
                        .post(town.chief, withdraw, Map.of("reason", "不办了"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(town.page(town.clerk, withdraw)).contains("撤回申请 " + request + "？", "审批营业日", "figures agree");
        HttpResponse<String> bare = town.console.post(town.clerk, withdraw, NOTHING);
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("请填写原因");
        assertThat(town.send(town.clerk, withdraw, Map.of("reason", "还有对账单要来"))).isEqualTo("/approvals");
        assertThat(town.ask("SELECT outcome || ' ' || decided_as FROM approval_request WHERE kind = 'APPROVE_DAY'"))
                .isEqualTo("WITHDRAWN staff21");
        assertThat(town.page(town.chief, "/approvals")).contains("没有需要您复核的申请");
        assertThat(town.console
                        .post(town.clerk, withdraw, Map.of("reason", "再撤一次"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aRequestWhoseDayMovedCanOnlyBeRejected() throws Exception {
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        long approval = town.office.acts().askToApprove(DayTown.actor(town.clerk), DAY_1, "figures agree");
        long reopening = town.office.acts().askToReopen(DayTown.actor(town.clerk), DAY_1, "late statement");
        town.office.acts().reopen(DayTown.actor(town.chief), reopening);
        assertThat(town.page(town.chief, "/approvals")).contains("申请后营业日已变动，只能驳回");
        HttpResponse<String> late = town.console.post(town.chief, "/approvals/days/" + approval + "/approve", NOTHING);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("请重新申请");
        assertThat(town.send(town.chief, "/approvals/days/" + approval + "/reject", Map.of("reason", "已退回")))
                .isEqualTo("/approvals");
    }
}
