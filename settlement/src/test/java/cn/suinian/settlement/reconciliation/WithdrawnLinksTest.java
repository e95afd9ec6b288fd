package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.DAY_3;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tap that a statement of another day stated is open again when that statement counts no longer. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class WithdrawnLinksTest {
    private City city;
    private Stand stand;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        stand = new Stand(city);
        city.tap(ride(DAY_1, METRO, 1, 540), ride(DAY_1, METRO, 2, 700)); // seq 1 and 2
        city.close(DAY_1);
        city.close(DAY_2);
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(Row.of(DAY_1, METRO, 1, 1, 1, 540, 540))
                        .csv());
        stand.run(METRO, DAY_1);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aTapThatWasLinkedWithOneOfItsRows() throws Exception {
        Break tap = one();
        int late = state(Row.of(DAY_1, METRO, 77, 3, 1, 700, 700));
        Break row = one(BreakKind.MISSING_HERE);
        stand.desk.link(CLERK, ActOn.of(row, "the card was misread"), ActOn.of(one(tap.kind()), "the same"));
        stand.run(METRO, DAY_2);
        assertThat(stand.open()).isEmpty();
        withdraw(late);
        assertThat(one().breakNo()).isEqualTo(tap.breakNo());
        assertThat(one().money().riskFen()).isEqualTo(700);
        assertThat(stand.again(row).status()).isEqualTo(BreakStatus.HEALED);
        assertThat(stand.run(METRO, DAY_2).changedAnything()).isFalse();
    }

    @Test
    void aTapThatARuleMatchedWithOneOfItsRows() throws Exception {
        Break tap = one();
        int late = state(Row.of(DAY_1, METRO, 77, 2, 1, 700, 700));
        assertThat(stand.again(tap).status()).isEqualTo(BreakStatus.HEALED);
        withdraw(late);
        assertThat(one().breakNo()).isEqualTo(tap.breakNo());
    }

    @Test
    void aTapWhoseLateRowWasAccepted() throws Exception {
        Break tap = one();
        int late = state(Row.of(DAY_1, METRO, 2, 2, 1, 700, 700));
        stand.desk.accept(CLERK, ActOn.of(one(BreakKind.LATE), "late, and right"));
        assertThat(stand.open()).isEmpty();
        withdraw(late);
        assertThat(one().breakNo()).isEqualTo(tap.breakNo());
    }

    @Test
    void aTapOfTheDayThatWasClearedLater() throws Exception {
        city.tap(ride(DAY_1, METRO, 4, 500), ride(DAY_3, METRO, 1, 100)); // seq 3, which is cleared on day 3, and 4
        city.close(DAY_3);
        int more = state(DAY_1, Row.of(DAY_1, METRO, 3, 4, 1, 500, 500));
        state(DAY_3, Row.of(DAY_3, METRO, 4, 1, 1, 100, 100));
        assertThat(stand.open()).extracting(each -> each.tap().terminalSeq()).containsExactly(2L);
        withdraw(more, DAY_1);
        assertThat(stand.open()).extracting(each -> each.tap().terminalSeq()).containsExactlyInAnyOrder(2L, 3L);
    }

    private int state(Row row) throws Exception {
        return state(DAY_2, row);
    }

    private int state(LocalDate day, Row row) throws Exception {
        int statement = stand.take(METRO, new StatementText(METRO, day).add(row).csv())
                .statement()
                .statementId();
        stand.run(METRO, day);
        return statement;
    }

    private void withdraw(int statement) throws Exception {
        withdraw(statement, DAY_2);
    }

    private void withdraw(int statement, LocalDate day) throws Exception {
        stand.statements.withdraw(CLERK, statement, "the wrong file");
        stand.run(METRO, day);
    }

    private Break one() throws Exception {
        assertThat(stand.open()).hasSize(1);
        return stand.open().get(0);
    }

    private Break one(BreakKind kind) throws Exception {
        return stand.open().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
