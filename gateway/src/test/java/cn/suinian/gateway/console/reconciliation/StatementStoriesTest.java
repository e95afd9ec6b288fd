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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pages say of statements of days that cannot be compared. */
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
