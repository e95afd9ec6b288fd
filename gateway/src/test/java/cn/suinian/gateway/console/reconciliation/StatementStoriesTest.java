package cn.suinian.gateway.console.reconciliation;

import static cn.suinian.gateway.console.reconciliation.SettledTown.row;
import static cn.suinian.gateway.console.reconciliation.SettledTown.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pages say of days that cannot be compared or were approved, and of an adjustment whose cause went. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class StatementStoriesTest {
    private static final String NOT_COMPARED = "<span class=\"step-name\">还没有比对</span>";
    private static final String COMPARED = "<span class=\"step-name\">比对</span>";
    private SettledTown town;

    @BeforeEach
    void start(Database database) throws Exception {
        town = new SettledTown(database);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aDayThatIsNotComparedIsNotCalledCompared() throws Exception {
        assertThat(taken("2026-10-05")).contains("没有导入", "营业日早于第一个营业日").doesNotContain(COMPARED + "<span");
        assertThat(town.ask("SELECT count(*) FROM vendor_statement")).isEqualTo("0");
        assertThat(taken("2026-11-17")).contains(NOT_COMPARED, "已导入，还没有比对").doesNotContain(COMPARED);
        HttpResponse<String> again = town.post(town.clerk, "/reconciliation/days/2026-11-17/1/compare", Map.of());
        assertThat(town.waitFor(town.clerk, location(again)))
                .contains(NOT_COMPARED)
                .doesNotContain(COMPARED);
        assertThat(town.get(town.clerk, "/reconciliation/incoming/unknown").body())
                .contains("保留 30 天", "从哪个节点、重启以后都能看");
    }

    @Test
    void whatADayWasApprovedWithSaysWhyItStays() throws Exception {
        String[] rows =
                IntStream.rangeClosed(1, 30).mapToObj(n -> row(n, n, 300)).toArray(String[]::new);
        String form = "/reconciliation/statements/new?vendor=1&day=2026-11-16";
        assertThat(town.get(town.clerk, form).body()).doesNotContain("已有对账单");
        town.take(town.clerk, statement(9_000, rows));
        assertThat(town.get(town.clerk, form).body()).contains("这一天已有对账单 1").doesNotContain("是凭它审批的");
        String withdraw = "/reconciliation/statements/1/withdraw";
        assertThat(town.get(town.clerk, "/reconciliation/statements/1").body()).contains(withdraw);
        for (int vendor : new int[] {SettledTown.CANTEEN, SettledTown.SILENT}) {
            town.post(
                    town.clerk, "/reconciliation/days/2026-11-16/" + vendor + "/excuse", Map.of("reason", "停业，没有收银机"));
            town.post(town.chief, "/reconciliation/approvals/" + town.request() + "/approve", Map.of());
        }
        town.post(town.clerk, "/days/2026-11-16/reconcile", Map.of());
        town.post(town.clerk, "/days/2026-11-16/approve", Map.of("reason", "数字无误"));
        town.post(town.chief, "/approvals/days/" + town.request() + "/approve", Map.of());
        assertThat(town.ask("SELECT state FROM business_day WHERE day = '2026-11-16'"))
                .isEqualTo("APPROVED");
        assertThat(town.get(town.clerk, form).body()).contains("是凭它审批的：新的对账单照常比对");
        assertThat(taken("2026-11-16")).contains("这一天已有对账单 1", "是凭它审批的");
        assertThat(town.get(town.clerk, "/reconciliation/statements/1").body())
                .contains("营业日是凭这份对账单审批的，不能撤回", "href=\"/days/2026-11-16\"")
                .doesNotContain(withdraw);
        assertThat(location(town.get(town.clerk, withdraw))).isEqualTo("/reconciliation/statements/1");
        assertThat(town.post(town.clerk, withdraw, Map.of("reason", "x")).body())
                .contains("营业日是凭这份对账单审批的");
    }

    @Test
    void anAdjustmentWhoseCauseWentIsSaidToBeTurnedRound() throws Exception {
        town.take(town.clerk, statement(300, row(2, 2, 300)));
        town.clock.advance(Duration.ofDays(6));
        town.age(SettledTown.DAY.plusDays(7));
        String path = "/reconciliation/breaks/" + town.breakOf(1);
        assertThat(town.get(town.clerk, path).body()).contains("超过约定的工作日，商户仍没有申报");
        town.act(town.clerk, 1, "adjust", Map.of("fen", "3.00", "reason", "商户确认漏报"));
        town.post(town.chief, "/reconciliation/approvals/" + town.request() + "/approve", Map.of());
        assertThat(town.status(1)).isEqualTo("ADJUSTED");
        town.take(town.clerk, statement(300, row(1, 1, 300)));
        assertThat(town.get(town.clerk, path).body())
                .contains("原为 商户漏报", "此前已调账从商户收回 ¥3.00。请申请调账，把它还给商户", "原因已不在，调账待冲回，重新打开")
                .doesNotContain("商户仍没有申报", "原因再现");
        assertThat(town.get(town.clerk, "/reconciliation/breaks").body())
                .contains("调账待冲回（原为商户漏报）")
                .doesNotContain("value=\"" + town.tick(1));
        Map<String, String> accept = Map.of("what", "ACCEPT", "reason", "零头", "tick", town.tick(1));
        assertThat(town.post(town.clerk, "/reconciliation/breaks/ticked", accept)
                        .body())
                .contains("其中有调账待冲回的差错");
        assertThat(town.status(1)).isEqualTo("OPEN");
        town.act(town.clerk, 1, "adjust", Map.of("fen", "3.00", "reason", "商户已申报"));
        town.post(town.chief, "/reconciliation/approvals/" + town.request() + "/approve", Map.of());
        assertThat(town.get(town.clerk, path).body()).doesNotContain("请申请调账");
    }

    private String taken(String day) throws Exception {
        String file = statement(300, row(1, 1, 300)).replace("2026-11-16", day);
        HttpResponse<String> sent = town.send(
                town.clerk,
                "/reconciliation/statements/new",
                Map.of("vendor", "1", "day", day),
                "file",
                file.getBytes(UTF_8));
        return town.waitFor(town.clerk, location(sent));
    }

    private static String location(HttpResponse<String> done) {
        return done.headers().firstValue("Location").orElseThrow(() -> new AssertionError(done.body()));
    }
}
