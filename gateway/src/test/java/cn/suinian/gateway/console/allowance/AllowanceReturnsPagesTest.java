package cn.suinian.gateway.console.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose last payment the bank returned: pages say who is left out for it, and how two people settle it. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceReturnsPagesTest {

    private static final String TITLE = "上一笔被银行退回、本批次没有列入的人";

    private AllowanceTown town;

    @BeforeEach
    void open(Database database) throws Exception {
        town = new AllowanceTown(database);
        town.person(1, FUTIAN, "1950-03-01", "2026-05-02");
        town.person(2, FUTIAN, "1940-03-01", "2026-05-02");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whoeverTheBankReturnedIsNamedAndPaidOnceTwoPeopleSayThatTheAccountIsGood() throws Exception {
        String april = town.ordered(FUTIAN, "2026-04");
        assertThat(town.get(town.chief, april).body()).doesNotContain(TITLE);
        String payment = town.ask("SELECT min(payment_no) FROM allowance_payment WHERE holder_id = 1");
        town.upload(april, town.results(april).replaceFirst("(?m)^(" + payment + ",.*)PAID", "$1RETURNED,AC04"));
        town.post(town.chief, april + "/reconcile", Map.of());
        String may = town.listed(FUTIAN);
        String act = may + "/kept-account/1";
        for (String page : List.of("", "/holders/1")) {
            assertThat(town.get(town.clerk, may + page).body())
                    .contains(TITLE, "1 人的上一笔被银行退回", "账户已销户（AC04）", april + "\"", "400.00", act + "\"")
                    .doesNotContain(may + "/holders/2\"");
        }
        assertThat(town.get(town.clerk, act).body()).contains("持卡人 1 的账户没有问题？", "name=\"reason\"");
        town.post(town.clerk, act, Map.of("reason", "问过银行，限额所致"));
        String decision = act + "/" + payment;
        assertThat(town.get(town.chief, "/approvals").body()).contains("被退回的津贴账户无误", decision + "/decide");
        assertThat(town.get(town.chief, may).body()).contains(decision + "/decide\"");
        assertThat(town.get(town.chief, decision + "/decide").body())
                .contains("问过银行，限额所致", "同意：账户没有问题", decision + "/approve\"");
        assertThat(town.get(town.luohu, act).statusCode()).isEqualTo(404);
        String request = last();
        town.post(town.chief, decision + "/approve", Map.of("request", request));
        assertThat(town.get(town.clerk, may).body()).doesNotContain(TITLE);
        assertThat(town.get(town.clerk, act).statusCode()).isEqualTo(409);
        assertThat(town.listed(FUTIAN)).isEqualTo(may);
        town.post(town.clerk, may + "/again", Map.of("reason", "账户无误"));
        assertThat(town.ask("SELECT payable_fen FROM allowance_run ORDER BY run_no DESC LIMIT 1"))
                .isEqualTo("70000");
    }

    @Test
    void whatTheAccountChangedUnderIsOnlyRejected() throws Exception {
        String april = town.ordered(FUTIAN, "2026-04");
        town.upload(april, town.results(april).replaceFirst("PAID", "RETURNED,AC04"));
        String act = town.listed(FUTIAN) + "/kept-account/1";
        town.post(town.clerk, act, Map.of("reason", "问过银行"));
        town.ask("INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason)"
                + " VALUES (1, 'BANK_ACCOUNT', 1, clock_timestamp(), 'counter-b', 'x')");
        String decision = act + "/" + town.ask("SELECT payment_no FROM allowance_account_kept");
        assertThat(town.get(town.chief, "/approvals").body()).contains("账户已更正或又被退回", decision + "/decide");
        assertThat(town.get(town.chief, decision + "/decide").body())
                .contains("不用再确认", decision + "/reject\"")
                .doesNotContain(decision + "/approve\"");
    }

    @Test
    @Breaks("a registered holder died when the register says")
    void aRefundThatARunPaidMeanwhileIsFoundAndOnlyRejected() throws Exception {
        String march = town.ordered(FUTIAN, "2026-03");
        String payment = town.ask("SELECT payment_no FROM allowance_payment WHERE holder_id = 1");
        town.died(1, "2026-02-20");
        String april = town.ordered(FUTIAN, "2026-04");
        String claim = "/" + april.substring(april.lastIndexOf('/') + 1) + "/1/2026-03";
        town.post(town.clerk, "/allowance/claims" + claim, Map.of("reason", "流水第 3 行"));
        town.post(town.chief, "/allowance/claims" + claim + "/approve", Map.of("request", last()));
        town.upload(march, town.results(march).replaceFirst("(?m)^(" + payment + ",.*)PAID", "$1RETURNED,AC04"));
        town.post(town.chief, march + "/reconcile", Map.of());
        String refund = "/allowance/refunds" + claim;
        town.post(town.clerk, refund, Map.of("reason", "5 月 9 日退给女儿"));
        assertThat(town.get(town.chief, refund + "/decide").body()).contains(refund + "/approve\"");
        town.ask("UPDATE holder SET deceased_on = NULL;"
                + "INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason)"
                + " VALUES (1, 'BANK_ACCOUNT', 1, clock_timestamp(), 'counter-b', 'x')");
        town.listed(FUTIAN);
        assertThat(town.get(town.chief, "/approvals").body()).contains(refund + "/decide", "这笔已不用退还");
        assertThat(town.get(town.chief, refund + "/decide").body())
                .contains("这笔已不用退还", "5 月 9 日退给女儿", refund + "/reject\"")
                .doesNotContain(refund + "/approve\"");
        assertThat(town.get(town.luohu, refund + "/decide").statusCode()).isNotEqualTo(200);
        town.post(town.chief, refund + "/reject", Map.of("request", last(), "reason", "已补发"));
        assertThat(town.ask("SELECT outcome FROM approval_request ORDER BY request_no DESC LIMIT 1"))
                .isEqualTo("REJECTED");
    }

    private String last() throws SQLException {
        return town.ask("SELECT max(request_no) FROM approval_request");
    }

    @Test
    void messagesThatWereGivenUpAreNamedAndSentAgain() throws Exception {
        String may = town.ordered(FUTIAN);
        town.ask("ALTER TABLE allowance_application DISABLE TRIGGER USER; DELETE FROM allowance_application"
                + " WHERE holder_id = 2; ALTER TABLE allowance_application ENABLE TRIGGER USER");
        town.ask("INSERT INTO allowance_message (holder_id, kind, month, due_on) VALUES"
                + " (1, 'STOPPED', '2026-05-01', now()), (2, 'INVITATION', '2026-05-01', now())");
        town.ask("INSERT INTO allowance_note (run_no, holder_id, kind, reason, before_fen, after_fen)"
                + " SELECT run_no, 1, 'STOPPED', 'CHECK_MISSED', 20000, 0 FROM allowance_run");
        assertThat(town.get(town.clerk, may).body()).doesNotContain("没有发出的短信");
        town.ask("UPDATE allowance_message SET sent_at = now(), fate = 'FAILED'");
        for (String page : List.of(may, "/allowance/enrolment")) {
            assertThat(town.get(town.clerk, page).body()).contains("没有发出的短信", "1 人的短信没有发出", "/messages\"");
            assertThat(town.get(town.clerk, page + "/messages").body()).contains("重新发送 1 人的短信？");
            town.post(town.clerk, page + "/messages", Map.of());
            assertThat(town.get(town.clerk, page).body()).doesNotContain("没有发出的短信");
            assertThat(town.post(town.clerk, page + "/messages", Map.of()).statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void aMonthBeforeADistrictsFirstRunIsOfTheSystemBefore() throws Exception {
        String april = "/allowance/months/2026-04";
        assertThat(town.get(town.clerk, april).body())
                .contains("未生成", "<option value=\"FUTIAN\"")
                .doesNotContain("由原系统发放");
        town.listed(FUTIAN);
        assertThat(town.get(town.clerk, april).body())
                .containsOnlyOnce("由原系统发放")
                .contains("<option value=\"LUOHU\"")
                .doesNotContain("<option value=\"FUTIAN\"");
    }
}
