package cn.suinian.gateway.console.day;

import static cn.suinian.gateway.console.day.DayTown.CANTEEN_A;
import static cn.suinian.gateway.console.day.DayTown.CANTEEN_B;
import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static cn.suinian.gateway.console.day.DayTown.DAY_2;
import static cn.suinian.gateway.console.day.DayTown.METRO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pages of a day tell whoever decides on it. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayDecisionPagesTest extends InDayTown {

    private static final String OPEN_BREAKS = """
            INSERT INTO settlement_break (vendor_id, day, family, kind, status, payer, service, risk_fen, ours_fen,
                theirs_fen, our_amount, their_amount, tap_date, terminal_id, terminal_seq, card_serial, opened_at,
                closed_at)
            SELECT 2, '2026-11-18', 'TAP', 'MISSING_AT_VENDOR', status, 2, 2, 700, 700, 0, 700, 0, '2026-11-18',
                440300010002, n, n, now(), CASE status WHEN 'ACCEPTED' THEN now() END
            FROM (VALUES (1, 'OPEN'), (2, 'ASKED'), (3, 'ACCEPTED')) AS v (n, status);
            INSERT INTO break_recheck (vendor_id, through_day, rechecked_at) VALUES (2, '2026-11-18', now())
            """;

    @Test
    void theHistoryNamesWhoPressedAndNoProcess() throws Exception {
        assertThat(town.send(town.chief, path(DAY_1) + "/close", Map.of())).isEqualTo(path(DAY_1));
        String page = town.await(DAY_1, "已日切，清分中 → 已清分");
        assertThat(page.substring(page.indexOf("经过"))).contains("staff22").doesNotContain("进程", "管理台");
        assertThat(town.ask("SELECT string_agg(to_state || ' ' || by || ' ' || staff_id, ', ' ORDER BY act_no)"
                        + " FROM business_day_act WHERE from_state IS NOT NULL"))
                .isEqualTo("CUT staff22 22, CLEARED staff22 22");
    }

    @Test
    @Breaks({"a break is what its timeline says last", "a timeline has every version of its break"})
    void whoeverSignsIsToldWhatIsOpenAndWhoWasExcused() throws Exception {
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.ask(OPEN_BREAKS);
        String open = "待处理差错 2 项，风险金额 ¥14.00";
        String breaks = "/reconciliation/breaks?from=2026-11-18&amp;to=2026-11-18";
        String excused = "免对账单、按我方刷卡结算：3 家，¥801.00";
        assertThat(town.page(town.clerk, path(DAY_1) + "/reconcile")).contains(open);
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        assertThat(town.page(town.clerk, path(DAY_1)))
                .contains(open, breaks, excused, "href=\"/reconciliation?day=2026-11-18\"", "没有调账");
        assertThat(town.page(town.clerk, path(DAY_1) + "/approve"))
                .contains(open, "CANTEEN-A · 福田长者食堂 · ¥420.00", "/reconciliation/days/2026-11-18/2");
        long request = town.office.acts().askToApprove(DayTown.actor(town.clerk), DAY_1, "figures agree");
        assertThat(town.page(town.chief, "/approvals/days/" + request + "?lang=en"))
                .contains("Open breaks: 2, ¥14.00 at risk", "settled by our taps alone: 3 vendors", breaks);
        assertThat(town.page(town.chief, "/approvals/days/together/approve")).contains(open + " · " + excused);
    }

    @Test
    void theReopenPageTellsNothingThatKeepsTheDayFromBeingPaid() throws Exception {
        town.close(DAY_1);
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        long request = town.office.acts().askToApprove(DayTown.actor(town.clerk), DAY_1, "figures agree");
        town.office.acts().approve(DayTown.actor(town.chief), request);
        assertThat(town.page(town.clerk, path(DAY_1))).contains("付款前审查还没有完成", path(DAY_1) + "/reopen\"");
        Admitted district = town.console
                .sessions()
                .signedIn(31, Role.SETTLEMENT_CLERK.permissions(), new Scope(District.FUTIAN, null));
        assertThat(town.page(district, path(DAY_1)))
                .as("they prepare payments")
                .contains("先处理上列事项")
                .doesNotContain("没有要办的事");
        assertThat(town.page(town.auditor, path(DAY_1))).contains("您在这一步没有要办的事");
        assertThat(town.page(town.clerk, path(DAY_1) + "/reopen"))
                .contains("退回")
                .doesNotContain("付款前审查还没有完成");
    }

    @Test
    void aDayBehindWhichAnotherIsReconciledSaysWhichGoesBackFirst() throws Exception {
        town.closeBoth();
        town.excuse(DAY_1, METRO, CANTEEN_A, CANTEEN_B);
        town.excuse(DAY_2, METRO);
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_1);
        assertThat(town.page(town.clerk, path(DAY_1))).contains(path(DAY_1) + "/reopen\"");
        town.office.acts().reconcile(DayTown.actor(town.clerk), DAY_2);
        assertThat(town.page(town.clerk, path(DAY_1)))
                .contains("须先退回 2026-11-19")
                .doesNotContain(path(DAY_1) + "/reopen\"");
    }
}
