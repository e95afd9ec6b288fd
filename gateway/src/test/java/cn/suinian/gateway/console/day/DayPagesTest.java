package cn.suinian.gateway.console.day;

import static cn.suinian.gateway.console.day.DayTown.CANTEEN_A;
import static cn.suinian.gateway.console.day.DayTown.CANTEEN_B;
import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static cn.suinian.gateway.console.day.DayTown.DAY_2;
import static cn.suinian.gateway.console.day.DayTown.DAY_3;
import static cn.suinian.gateway.console.day.DayTown.METRO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The board, the page of a day, and what is done there, over HTTP. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayPagesTest {

    private static final Map<String, String> NOTHING = Map.of();
    private static final String TOGETHER = "/approvals/days/together/approve";

    /** At noon of the third day: two on their way, one cut off, one over, one that failed, one that takes no file. */
    private static final String STATEMENTS = """
            INSERT INTO statement_incoming (job_id, vendor_id, day, takes, begun_as, begun_at, stage, heard_at)
            SELECT stage || n, 2, '2026-11-18', takes, 'staff21', noon - interval '1 hour', stage, noon - silent
            FROM (SELECT timestamptz '2026-11-20 12:00+08' AS noon) AS third_day,
                (VALUES (1, true, 'TAKING', interval '10 seconds'), (2, true, 'COMPARING', interval '59 seconds'),
                        (3, true, 'TAKING', interval '61 seconds'), (4, true, 'DONE', interval '0'),
                        (5, true, 'FAILED', interval '0'), (6, false, 'COMPARING', interval '0'))
                    AS v (n, takes, stage, silent)
            """;

    /** Three open ones, the last for seven days, and one that was closed. */
    private static final String BREAKS = """
            INSERT INTO settlement_break (vendor_id, day, family, kind, status, payer, service, risk_fen, ours_fen,
                theirs_fen, our_amount, their_amount, tap_date, terminal_id, terminal_seq, card_serial, opened_at,
                closed_at)
            SELECT 2, '2026-11-18', 'TAP', 'MISSING_AT_VENDOR', status, 2, 2, 700, 700, 0, 700, 0, '2026-11-18',
                440300010002, n, n, noon - age, CASE status WHEN 'ACCEPTED' THEN noon END
            FROM (SELECT timestamptz '2026-11-20 12:00+08' AS noon) AS third_day,
                (VALUES (1, 'OPEN', interval '0'), (2, 'ASKED', interval '167 hours'),
                        (3, 'OPEN', interval '168 hours'), (4, 'ACCEPTED', interval '200 hours')) AS v (n, status, age)
            """;

    /** One that is looked at, and more newer ones than a page has. */
    private static final String LISTS = """
            INSERT INTO bulk_file (label_sealed, format, bytes, rows, received_as, received_from, received_at, state,
                state_since)
            SELECT '\\x00', 'CSV_UTF8', 10, 1, 'staff25', '10.0.0.1', now(),
                CASE n WHEN 1 THEN 'CHECKING' ELSE 'CHECKED' END, now()
            FROM generate_series(1, 25) AS n
            """;

    private DayTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new DayTown(database);
    }

    @AfterEach
    void close() {
        town.close();
    }

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
        assertThat(home(town.chief)).as("the next day is open").contains("1 个营业日尚未办结");
        assertThat(town.send(town.chief, path(DAY_1) + "/publish", NOTHING)).isEqualTo(path(DAY_1));
        town.await(DAY_1, "/published/2026-11-18");
        assertThat(town.page(town.clerk, "/days?state=SEALED"))
                .contains("2026-11-18")
                .doesNotContain("2026-11-19");
    }

    @Test
    void theHomePageCountsDaysThatAreOverAndNotClosedOrNotFinished() throws Exception {
        assertThat(home(town.clerk)).contains("1 个营业日已过，尚未日终", "1 个营业日尚未办结").doesNotContain("正在处理", "差错待处理", "已满 7 天");
        town.close(DAY_1);
        assertThat(home(town.clerk)).contains("1 个营业日已过，尚未日终", "2 个营业日尚未办结");
        town.close(DAY_2);
        assertThat(home(town.chief)).contains("2 个营业日尚未办结").doesNotContain("尚未日终");
        assertThat(town.page(town.auditor, "/?figures=now&lang=en")).contains("Business days not finished: 2");
    }

    @Test
    @Breaks({"a break is what its timeline says last", "a timeline has every version of its break"})
    void theHomePageCountsStatementsOnTheirWayAndBreaksByAge() throws Exception {
        town.ask(STATEMENTS);
        town.ask(BREAKS);
        assertThat(home(town.clerk)).contains("2 个文件正在处理", "3 项差错待处理", "1 项差错已满 7 天");
        assertThat(town.page(town.auditor, "/?figures=now&lang=en"))
                .contains("Files under way: 2", "Open breaks: 3", "Breaks open for 7 days or more: 1");
        assertThat(home(town.counterClerk)).doesNotContain("正在处理", "差错");
    }

    @Test
    @Breaks({
        "every row of a list is registered, refused, doubled, left out or still waiting",
        "what waits of a list is as much as it says"
    })
    void theHomePageCountsListsOnTheirWayHoweverManyCameAfter() throws Exception {
        town.ask(LISTS);
        assertThat(home(town.counterClerk)).contains("1 个文件正在处理").doesNotContain("营业日");
    }

    private String home(Admitted who) throws Exception {
        return town.page(who, "/?figures=now");
    }

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
                .contains("办成 1 天，没有办成 1 天", "已申请审批", "没有申请：该营业日仍有未处理事项");
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

    private void approve(LocalDate day) throws Exception {
        town.office.acts().reconcile(DayTown.actor(town.clerk), day);
        long request = town.office.acts().askToApprove(DayTown.actor(town.clerk), day, "figures agree");
        town.office.acts().approve(DayTown.actor(town.chief), request);
    }

    private static String path(LocalDate day) {
        return "/days/" + day;
    }
}
