package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.meal;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.clearing.JournalTotals;
import cn.suinian.settlement.clearing.Sums;
import cn.suinian.settlement.clearing.TrialBalance.Account;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reversals and delivery subsidies in the lines, the journal and the accounts of a day. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ReversalsClearedTest {
    private static final int FUTIAN = 2;
    private static final Sums LUNCH = new Sums(1, 1800, 1500, 300, 200, 200);

    private City city;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
    }

    @Test
    void paysForBringingAMealBesideServingIt() throws Exception {
        city.tap(lunch(DAY_1, CANTEEN_A, 3, 1800, 1500, FUTIAN).brought());
        city.close(DAY_1);
        assertThat(report(DAY_1).totals()).isEqualTo(LUNCH);
        assertThat(entries()).isEqualTo("DELIVERY_SUBSIDY 200, OPERATOR_SUBSIDY 200, SUBSIDY 1500");
        assertThat(city.days().getTrialBalance().accounts())
                .containsExactly(
                        new Account("payer:FUTIAN:MEAL", 1900, 0), new Account("vendor:CANTEEN-A:payable", 0, 1900));
    }

    @Test
    void aTapTakenBackOnItsOwnDayIsOwedByNobody() throws Exception {
        city.tap(lunch(DAY_1, CANTEEN_A, 3, 1800, 1500, FUTIAN).brought());
        city.reverseLast();
        city.tap(ride(DAY_1, METRO, 4, 250));
        city.close(DAY_1);
        assertThat(report(DAY_1).totals()).isEqualTo(LUNCH.plus(new Sums(1, 250, 250, 0, 0, 0)));
        assertThat(report(DAY_1).reversed()).isEqualTo(LUNCH);
        assertThat(report(DAY_1).journal()).isEqualTo(new JournalTotals(4050, 4050));
        assertThat(city.days().getTrialBalance().accounts())
                .containsExactly(
                        new Account("payer:CITY:TRANSIT", 250, 0),
                        new Account("payer:FUTIAN:MEAL", 1900, 1900),
                        new Account("vendor:CANTEEN-A:payable", 1900, 1900),
                        new Account("vendor:METRO-1:payable", 0, 250));
    }

    @Test
    void aTapTakenBackAfterItsDayWasClosedComesOffTheNextOne() throws Exception {
        city.tap(lunch(DAY_1, CANTEEN_A, 3, 1800, 1500, FUTIAN).brought());
        city.close(DAY_1);
        city.reverseLast();
        city.tap(lunch(DAY_2, CANTEEN_B, 3, 1000, 500, FUTIAN));
        city.close(DAY_2);
        assertThat(report(DAY_1).reversals()).isEmpty();
        assertThat(report(DAY_2).totals()).isEqualTo(new Sums(1, 1000, 500, 500, 200, 0));
        assertThat(report(DAY_2).reversals()).singleElement().satisfies(line -> {
            assertThat(line.vendorCode() + " " + line.payerLabel() + " " + line.service())
                    .isEqualTo("CANTEEN-A FUTIAN MEAL");
            assertThat(line.sums()).isEqualTo(LUNCH);
        });
        assertThat(city.days().getTrialBalance().accounts())
                .containsExactly(
                        new Account("payer:FUTIAN:MEAL", 2600, 1900),
                        new Account("vendor:CANTEEN-A:payable", 1900, 1900),
                        new Account("vendor:CANTEEN-B:payable", 0, 700));
    }

    @Test
    void aDayOfNothingButReversalsIsPosted() throws Exception {
        city.tap(ride(DAY_1, METRO, 1, 250), ride(DAY_1, METRO, 2, 300));
        city.close(DAY_1);
        city.reverse(1);
        city.reverse(2);
        city.close(DAY_2);
        assertThat(report(DAY_2).lines()).isEmpty();
        assertThat(report(DAY_2).reversed()).isEqualTo(new Sums(2, 550, 550, 0, 0, 0));
        assertThat(report(DAY_2).journal()).isEqualTo(new JournalTotals(550, 550));
        assertThat(city.ask("SELECT string_agg(kind || ' ' || amount_fen, ', ') FROM journal_transfer WHERE day = '"
                        + DAY_2 + "'"))
                .isEqualTo("SUBSIDY_REVERSAL 550");
        assertThat(city.days().getTrialBalance().accounts())
                .containsExactly(
                        new Account("payer:CITY:TRANSIT", 550, 550), new Account("vendor:METRO-1:payable", 550, 550));
    }

    @Test
    void aMealThatNobodySubsidisedIsTakenBackWithoutAnEntry() throws Exception {
        city.tap(meal(DAY_1, CANTEEN_A, 1, 1300));
        city.reverseLast();
        city.close(DAY_1);
        assertThat(report(DAY_1).reversed()).isEqualTo(new Sums(1, 1300, 0, 1300, 0, 0));
        assertThat(report(DAY_1).reversals().get(0).payerLabel()).isEqualTo("NONE");
        assertThat(report(DAY_1).journal()).isEqualTo(new JournalTotals(0, 0));
    }

    private DayReport report(LocalDate day) throws Exception {
        return city.days().findReport(day).orElseThrow();
    }

    private String entries() throws Exception {
        return city.ask("SELECT string_agg(kind || ' ' || amount_fen, ', ' ORDER BY kind) FROM journal_transfer");
    }
}
