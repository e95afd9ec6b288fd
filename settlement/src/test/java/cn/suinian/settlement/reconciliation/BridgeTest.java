package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.AUDITOR;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.Bridge.Step;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From our subsidy of a vendor's day to the one that the vendor states. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class BridgeTest {
    private City city;
    private Stand stand;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        stand = new Stand(city);
        stand.today(DAY_1.plusDays(1));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void everyBreakOfTheDayIsAStepWhetherItIsResolvedOrNot() throws Exception {
        city.tap(ride(DAY_1, METRO, 1, 300), ride(DAY_1, METRO, 2, 400), ride(DAY_1, METRO, 3, 500));
        city.reverse(3);
        city.close(DAY_1);
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(row(1, 350), row(2, 400), row(2, 450), row(9, 700), row(3, 500))
                        .csv());
        stand.run(METRO, DAY_1);
        stand.desk.reject(
                CLERK,
                ActOn.of(
                        stand.open().stream()
                                .filter(each -> each.kind() == BreakKind.AMOUNT_OVER)
                                .findFirst()
                                .orElseThrow(),
                        "our price holds"));
        Bridge bridge = bridge(METRO, DAY_1);
        assertThat(bridge.oursFen()).isEqualTo(700);
        assertThat(bridge.steps())
                .containsExactly(
                        new Step(BreakKind.MISSING_HERE, 1, 700),
                        new Step(BreakKind.AMOUNT_OVER, 1, 50),
                        new Step(BreakKind.DUPLICATE, 1, 0),
                        new Step(BreakKind.REVERSED_HERE, 1, 500));
        assertThat(bridge.elsewhereFen()).isZero();
        assertThat(bridge.theirsFen()).isEqualTo(1950);
    }

    @Test
    void aTapThatIsStatedOnAnotherDayIsNoBreakOfItsOwnDayAndALateOneOfTheOther() throws Exception {
        city.tap(ride(DAY_1, METRO, 1, 300), ride(DAY_1, METRO, 2, 400));
        city.close(DAY_1);
        city.close(DAY_2);
        stand.today(DAY_2.plusDays(1));
        stand.take(METRO, new StatementText(METRO, DAY_1).add(row(1, 300)).csv());
        stand.run(METRO, DAY_1);
        assertThat(bridge(METRO, DAY_1).steps()).containsExactly(new Step(BreakKind.EXPECTED, 1, -400));
        stand.take(METRO, new StatementText(METRO, DAY_2).add(row(2, 400)).csv());
        stand.run(METRO, DAY_2);
        stand.run(METRO, DAY_1);
        assertThat(bridge(METRO, DAY_1).steps()).isEmpty();
        assertThat(bridge(METRO, DAY_1).elsewhereFen()).isEqualTo(-400);
        assertThat(bridge(METRO, DAY_2).steps()).containsExactly(new Step(BreakKind.LATE, 1, 400));
        assertThat(bridge(METRO, DAY_2).elsewhereFen()).isZero();
    }

    @Test
    void whatAVendorNeverStatesIsToldApartFromNothing() throws Exception {
        city.tap(lunch(DAY_1, CANTEEN_A, 3, 1500, 1500, 2));
        city.close(DAY_1);
        stand.take(
                CANTEEN_A,
                new StatementText(CANTEEN_A, DAY_1)
                        .add(Row.of(DAY_1, CANTEEN_A, 3, 3, 2, 1500, 1500))
                        .csv());
        stand.run(CANTEEN_A, DAY_1);
        assertThat(stand.days.find(AUDITOR, CANTEEN_A, DAY_1).orElseThrow().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.extraStated()).isFalse());
        assertThat(bridge(CANTEEN_A, DAY_1)).isEqualTo(new Bridge(1500, List.of(), 0, 1500));
    }

    private Bridge bridge(int vendor, LocalDate day) throws Exception {
        return stand.days.find(AUDITOR, vendor, day).orElseThrow().bridge().orElseThrow();
    }

    private static Row row(int n, int money) {
        return Row.of(DAY_1, METRO, n, n, 1, money, money);
    }
}
