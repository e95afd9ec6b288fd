package cn.suinian.gateway.console.reconciliation;

import static cn.suinian.gateway.console.reconciliation.SettledTown.row;
import static cn.suinian.gateway.console.reconciliation.SettledTown.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pages say of statements of days that cannot be compared, or were approved. */
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
        town.take(town.clerk, statement(9_000, rows));
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
        assertThat(town.get(town.clerk, "/reconciliation/statements/1").body())
                .contains("营业日是凭这份对账单审批的，不能撤回", "href=\"/days/2026-11-16\"")
                .doesNotContain(withdraw);
        assertThat(location(town.get(town.clerk, withdraw))).isEqualTo("/reconciliation/statements/1");
        assertThat(town.post(town.clerk, withdraw, Map.of("reason", "x")).body())
                .contains("营业日是凭这份对账单审批的");
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
