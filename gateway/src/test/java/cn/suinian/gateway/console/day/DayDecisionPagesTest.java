package cn.suinian.gateway.console.day;

import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pages of a day tell whoever decides on it. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayDecisionPagesTest {

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
    void theHistoryNamesWhoPressedAndNoProcess() throws Exception {
        assertThat(town.send(town.chief, path(DAY_1) + "/close", Map.of())).isEqualTo(path(DAY_1));
        String page = town.await(DAY_1, "已日切，清分中 → 已清分");
        assertThat(page.substring(page.indexOf("经过")))
                .contains("staff22")
                .doesNotContain("进程", "管理台");
        assertThat(town.ask("SELECT string_agg(to_state || ' ' || by || ' ' || staff_id, ', ' ORDER BY act_no)"
                        + " FROM business_day_act WHERE from_state IS NOT NULL"))
                .isEqualTo("CUT staff22 22, CLEARED staff22 22");
    }

    private static String path(LocalDate day) {
        return "/days/" + day;
    }
}
