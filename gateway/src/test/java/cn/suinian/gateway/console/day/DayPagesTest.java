package cn.suinian.gateway.console.day;

import static cn.suinian.gateway.console.day.DayTown.CANTEEN_A;
import static cn.suinian.gateway.console.day.DayTown.CANTEEN_B;
import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static cn.suinian.gateway.console.day.DayTown.DAY_2;
import static cn.suinian.gateway.console.day.DayTown.DAY_3;
import static cn.suinian.gateway.console.day.DayTown.METRO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The board, the page of a day, and what is done there, over HTTP. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayPagesTest extends InDayTown {

    private static final Map<String, String> NOTHING = Map.of();
    private static final String TOGETHER = "/approvals/days/together/approve";

    @Test
    void aDayThatIsOverIsClosedByHandWhileThePageTellsHowFarItIs() throws Exception {
        assertThat(town.page(town.clerk, "/days"))
                .contains("2026-11-18", "营业中", "日终已逾期 36 小时：这一天在 2026-11-19 00:00")
                .doesNotContain("等待日终", "立即日终");
        assertThat(town.page(town.chief, "/days")).contains("<a href=\"" + path(DAY_1) + "/close\">立即日终</a>");
        assertThat(town.page(town.clerk, path(DAY_1)))
                .contains("尚未清分", "您在这一步没有要办的事")
                .doesNotContain("/close\"");
        assertThat(town.page(town.chief, path(DAY_1))).contains(path(DAY_1) + "/close\"", "立即日终");
        assertThat(town.page(town.chief, path(DAY_1) + "/close")).contains("日切不能撤回", "立即对 2026-11-18 日终？");
        assertThat(town.send(town.chief, path(DAY_1) + "/close", NOTHING)).isEqualTo(path(DAY_1));
        String page = town.await(DAY_1, "还差");
        assertThat(page)
                .contains("还差", "CANTEEN-A</a><span class=\"second\">福田长者食堂", "没有对账单", "3 家商户", "分录", "借贷相等")
                .doesNotContain("hx-get");
        assertThat(town.ask("SELECT act || ' ' || actor FROM audit_log WHERE act LIKE 'DAY_CLOSE%'"))
                .isEqualTo("DAY_CLOSE_STARTED staff22");
        HttpResponse<String> again = town.console.post(town.chief, path(DAY_1) + "/close", NOTHING);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("已经清分");
        HttpResponse<String> today = town.console.post(town.chief, path(DAY_3) + "/close", NOTHING);
        assertThat(today.statusCode()).isEqualTo(404);
    }

    @Test
    void whatKeepsADayIsShownFirstAndThenItIsReconciledAndApprovedByTwo() throws Exception {
        town.close(DAY_1);
        String reconcile = path(DAY_1) + "/reconcile";
        assertThat(town.page(town.clerk, reconcile)).contains("没有对账单", "¥");
        HttpResponse<String> blocked = town.console.post(town.clerk, reconcile, NOTHING);
        assertThat(blocked.statusCode()).isEqualTo(422);
        assertThat(blocked.body()).contains("仍有未处理事项", "没有对账单", "对账完毕？");
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        assertThat(town.page(town.clerk, path(DAY_1)))
                .contains("<li>可以办理：已对账")
                .doesNotContain("<li><a href=\"" + path(DAY_1) + "\">");
        assertThat(town.send(town.clerk, reconcile, NOTHING)).isEqualTo(path(DAY_1));
        HttpResponse<String> bare = town.console.post(town.clerk, path(DAY_1) + "/approve", Map.of("reason", ""));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("请填写原因");
        assertThat(town.send(town.chief, path(DAY_1) + "/approve", Map.of("reason", "数字无误")))
                .isEqualTo(path(DAY_1));
        String request = town.ask("SELECT max(request_no) FROM approval_request");
        assertThat(town.page(town.chief, path(DAY_1)))
                .contains("/approvals/days/" + request, "等待复核", path(DAY_1) + "/reopen\"")
                .doesNotContain("href=\"" + path(DAY_1) + "/approve\"");
        HttpResponse<String> own = town.console.post(town.chief, "/approvals/days/" + request + "/approve", NOTHING);
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("经办人不能复核自己的申请", "须由另一位主管复核").doesNotContain("/approve\"");
        assertThat(town.console
                        .post(town.clerk, "/approvals/days/" + request + "/approve", NOTHING)
                        .statusCode())
                .isEqualTo(403);
        assertThat(town.send(town.otherChief, "/approvals/days/" + request + "/approve", NOTHING))
                .isEqualTo("/approvals");
        assertThat(town.page(town.clerk, path(DAY_1)))
                .contains("已审批", "数字无误", "复核申请 " + request, "申请人 staff22", "staff23");
    }

    @Test
    void anApprovedDayIsPaidSealedAndPublished() throws Exception {
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        approve(DAY_1);
        assertThat(town.page(town.chief, path(DAY_1))).contains("付款前审查还没有完成");
        town.look(DAY_1);
        assertThat(town.page(town.chief, path(DAY_1))).contains("没有已复核的收款账户", "href=\"/payouts/accounts\"");
        assertThat(town.console.post(town.chief, path(DAY_1) + "/paid", NOTHING).statusCode())
                .isEqualTo(422);
        town.hold(DAY_1);
        assertThat(town.send(town.chief, path(DAY_1) + "/paid", NOTHING)).isEqualTo(path(DAY_1));
        assertThat(town.page(town.clerk, path(DAY_1) + "/seal")).contains("尚未封存");
        assertThat(town.send(town.chief, path(DAY_1) + "/seal-now", NOTHING)).isEqualTo(path(DAY_1));
        town.await(DAY_1, "已封存");
        assertThat(town.page(town.auditor, path(DAY_1) + "/seal"))
                .contains("签名有效", "./suinian verify --day 2026-11-18", "suinian seal 1", "默克尔根");
        assertThat(town.page(town.chief, "/?figures=now"))
                .as("the next day is open")
                .contains("1 个营业日尚未办结");
        assertThat(town.send(town.chief, path(DAY_1) + "/publish", NOTHING)).isEqualTo(path(DAY_1));
        town.await(DAY_1, "/published/2026-11-18");
        assertThat(town.page(town.clerk, "/days?state=SEALED"))
                .contains("2026-11-18")
                .doesNotContain("2026-11-19");
    }

    @Test
    void aDistrictsSupervisorLooksAndMovesNothing() throws Exception {
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        Admitted district = town.console
                .sessions()
                .signedIn(31, Role.SETTLEMENT_SUPERVISOR.permissions(), new Scope(District.FUTIAN, null));
        assertThat(town.page(district, path(DAY_1)))
                .contains("已清分", "您在这一步没有要办的事")
                .doesNotContain("/reconcile\"");
        HttpResponse<String> refused = town.console.post(district, path(DAY_1) + "/reconcile", NOTHING);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("由市级人员办理");
        HttpResponse<String> many =
                town.console.post(district, "/days/ask", Map.of("through", DAY_1.toString(), "reason", "a quiet day"));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body()).contains("由市级人员办理");
        assertThat(town.page(district, "/days/ask")).doesNotContain(path(DAY_1));
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        long request = town.office.acts().askToApprove(DayTown.actor(town.clerk), DAY_1, "figures agree");
        assertThat(town.page(district, TOGETHER)).contains("没有待复核的营业日");
        assertThat(town.page(district, "/approvals")).contains("没有需要您复核的申请");
        assertThat(town.console
                        .post(district, "/approvals/days/" + request + "/approve", NOTHING)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aSecondClickDoesItOnceAndAnothersTokenDoesNothing() throws Exception {
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        Map<String, String> click = Map.of("act", "one-click");
        String reconcile = path(DAY_1) + "/reconcile";
        assertThat(town.send(town.clerk, reconcile, click)).isEqualTo(path(DAY_1));
        assertThat(town.send(town.clerk, reconcile, click)).isEqualTo(path(DAY_1));
        assertThat(town.ask("SELECT count(*) FROM business_day_act WHERE to_state = 'RECONCILED'"))
                .isEqualTo("1");
        HttpResponse<String> foreign = town.console.post(
                town.clerk,
                path(DAY_1) + "/approve",
                Map.of("csrf", town.chief.session().csrfToken(), "reason", "数字无误"));
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(town.ask("SELECT count(*) FROM approval_request WHERE kind = 'APPROVE_DAY'"))
                .isEqualTo("0");
    }

    @Test
    void daysThatAreNoneHaveNoPageAndNothingHostileComesBack() throws Exception {
        for (String day : List.of("2026-11-17", "2031-01-01", "2026-02-30", "x", "%27", "0000-00-00", "99999-01-01")) {
            assertThat(town.console.getAs(town.chief, "/days/" + day).statusCode())
                    .as(day)
                    .isEqualTo(404);
            assertThat(town.console
                            .post(town.chief, "/days/" + day + "/reconcile", NOTHING)
                            .statusCode())
                    .as(day)
                    .isEqualTo(404);
        }
        for (String query : List.of("month=%3Cscript%3E", "month=2026-13", "state=%27--", "month=2031-01")) {
            assertThat(town.page(town.chief, "/days?" + query)).doesNotContain("<script>", "'--");
        }
        assertThat(town.page(town.chief, "/days?month=2031-01")).contains("这个月没有营业日", "换一个月份");
        assertThat(town.page(town.chief, "/days?lang=en")).contains("Business days", "Its close is overdue");
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        town.send(town.clerk, path(DAY_1) + "/approve", Map.of("reason", "<script>alert(1)</script>'; DROP TABLE x"));
        assertThat(town.page(town.chief, "/approvals") + town.page(town.chief, path(DAY_1)))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(DAY_2).isAfter(DAY_1);
    }
}
