package cn.suinian.gateway.console.allowance;

import static cn.suinian.core.holder.District.FUTIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the bank returned and is paid again: nobody signs it without having been told of the account. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceReturnsPagesTest {

    private static final String TITLE = "银行退回后账户没有变的人";

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
    void whoeverIsPaidToTheAccountThatTheBankRefusedIsNamedUntilItChanges() throws Exception {
        String april = town.ordered(FUTIAN, "2026-04");
        assertThat(town.get(town.chief, april).body()).doesNotContain(TITLE);
        String payment = town.ask("SELECT min(payment_no) FROM allowance_payment WHERE holder_id = 1");
        town.upload(april, town.results(april).replaceFirst("(?m)^(" + payment + ",.*)PAID", "$1RETURNED,AC04"));
        town.post(town.chief, april + "/reconcile", Map.of());
        String may = town.listed(FUTIAN);
        assertThat(town.get(town.clerk, may).body())
                .contains(TITLE, "1 人的上一笔被银行退回", may + "/holders/1\"", "账户已销户（AC04）", april + "\"")
                .doesNotContain(may + "/holders/2\"");
        town.post(town.clerk, may + "/confirm", Map.of("reason", "looked at"));
        assertThat(town.get(town.chief, may + "/decide").body()).contains(TITLE, may + "/holders/1\"", "已去世的不发");
        town.post(town.chief, may + "/approve", Map.of("request", town.request(may)));
        assertThat(town.get(town.clerk, may + "/order").body()).contains("1 人的上一笔被银行退回");
        town.ask("INSERT INTO holder_change (holder_id, field, row_version, changed_at, actor, reason)"
                + " VALUES (1, 'BANK_ACCOUNT', 1, now(), 'counter-b', 'x')");
        for (String page : List.of("", "/order")) {
            assertThat(town.get(town.clerk, may + page).body()).doesNotContain("的上一笔被银行退回");
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
