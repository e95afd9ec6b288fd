package cn.suinian.gateway.console.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bank returned a whole run without a reason: the pages on which two people settle it at once. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ManyReturnsPagesTest {

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
    void whatCameBackWithoutACodeIsAskedAboutAndDecidedOnce() throws Exception {
        String april = town.ordered(FUTIAN, "2026-04");
        town.upload(april, town.results(april).replace("PAID", "RETURNED"));
        town.post(town.chief, april + "/reconcile", Map.of());
        String may = town.listed(FUTIAN);
        String many = april + "/kept-returns/~";
        assertThat(town.get(town.clerk, may).body()).contains("没有代码 · 2 人 · 待补发 1,000.00 元", "href=\"" + many + "\"");
        assertThat(town.get(town.clerk, may + "/holders/1").body()).doesNotContain(many);
        assertThat(town.get(town.luohu, many).statusCode()).isEqualTo(404);
        assertThat(town.get(town.clerk, april + "/kept-returns/MS03").statusCode())
                .as("nobody came back with this code")
                .isEqualTo(409);
        assertThat(town.get(town.clerk, many).body()).contains("退回的 2 人，账户都没有问题？", "1,000.00", "name=\"reason\"");
        town.post(town.clerk, many, Map.of("reason", "问过银行，系统故障"));
        assertThat(town.get(town.chief, may).body()).contains("href=\"" + many + "/decide\"");
        assertThat(town.get(town.chief, "/approvals").body()).contains("整批被退回的津贴账户无误", many + "/decide");
        assertThat(town.get(town.chief, many + "/decide").body())
                .contains("问过银行，系统故障", "2 人待补发的 1,000.00 元", many + "/approve\"", many + "/reject\"");
        assertThat(town.get(town.chief, april + "/kept-returns/MS03/decide").statusCode())
                .isEqualTo(404);
        String request = town.ask("SELECT request_no FROM allowance_returns_kept");
        town.post(town.chief, many + "/approve", Map.of("request", request));
        assertThat(town.get(town.clerk, may).body()).doesNotContain("kept-returns", "kept-account");
        assertThat(town.get(town.clerk, many).statusCode()).isEqualTo(409);
        town.post(town.clerk, may + "/again", Map.of("reason", "账户无误"));
        assertThat(town.ask("SELECT payable_fen FROM allowance_run ORDER BY run_no DESC LIMIT 1"))
                .isEqualTo("100000");
    }
}
