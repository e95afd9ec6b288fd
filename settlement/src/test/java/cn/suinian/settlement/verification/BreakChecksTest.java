package cn.suinian.settlement.verification;

import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.Stand;
import cn.suinian.settlement.reconciliation.StatementText;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever gets round what stops a payment in the database itself is named. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class BreakChecksTest {
    private Stand stand;

    @BeforeEach
    void oneBreakOfEachFamily(Database database) throws Exception {
        stand = new Stand(City.open(database));
        stand.city.tap(ride(DAY_1, METRO, 1, 540), ride(DAY_1, METRO, 2, 300));
        stand.city.close(DAY_1);
        Row over = Row.of(DAY_1, METRO, 1, 1, 1, 900, 900);
        stand.take(METRO, new StatementText(METRO, DAY_1).add(over).csv());
        stand.run(METRO, DAY_1);
        assertThat(stand.open()).hasSize(2);
        assertThat(broken()).isEmpty();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    @Breaks("an open break puts at risk what it is about")
    void aBreakThatPutsNothingAtRisk() throws Exception {
        tamper("UPDATE settlement_break SET risk_fen = 0 WHERE kind = 'AMOUNT_OVER'");
        assertThat(broken()).containsExactly("an open break puts at risk what it is about");
    }

    @Test
    @Breaks("a break is of the business day of its statement, or of its tap")
    void aBreakThatIsMovedToALaterDay() throws Exception {
        for (String family : List.of("ROW", "TAP")) {
            tamper("UPDATE settlement_break SET day = day + 400 WHERE family = '" + family + "'");
            assertThat(broken())
                    .as(family)
                    .containsExactly("a break is of the business day of its statement, or of its tap");
            tamper("UPDATE settlement_break SET day = day - 400 WHERE family = '" + family + "'");
        }
    }

    @Test
    @Breaks("no vendor is excused a statement but by two people")
    void aVendorThatNobodyExcused() throws Exception {
        tamper("INSERT INTO statement_excuse VALUES (" + CANTEEN_B + ", '" + DAY_1 + "', 'x', 1, 'nobody', now())");
        assertThat(broken()).containsExactly("no vendor is excused a statement but by two people");
    }

    private void tamper(String how) throws Exception {
        try (Connection owner = stand.city.database().dataSource().getConnection();
                Statement act = owner.createStatement()) {
            act.execute("SET session_replication_role = replica");
            act.execute(how);
        }
    }

    private List<String> broken() throws Exception {
        return Verification.run(
                        stand.city.database().dataSource(), Verification.allChecks(), Verification.Listener.SILENT)
                .stream()
                .filter(finding -> finding.state() == Finding.State.BROKEN)
                .map(finding -> finding.check().sentence())
                .toList();
    }
}
