package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.meal;
import static cn.suinian.settlement.TapRow.refused;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.City;
import cn.suinian.settlement.clearing.DeclineCount;
import cn.suinian.settlement.clearing.JournalTotals;
import cn.suinian.settlement.clearing.Sums;
import cn.suinian.settlement.clearing.TapCounts;
import cn.suinian.settlement.clearing.TrialBalance.Account;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayCloseTest {
    private static final int FUTIAN = 2;
    private static final int LUOHU = 3;

    private City city;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
    }

    @Test
    void addsUpPerVendorPayerAndService() throws Exception {
        city.tap(
                ride(DAY_1, METRO, 1, 250),
                ride(DAY_1, METRO, 2, 300),
                ride(DAY_1, METRO, 2, 0),
                lunch(DAY_1, CANTEEN_A, 3, 1800, 1500, FUTIAN),
                lunch(DAY_1, CANTEEN_A, 4, 1200, 500, LUOHU),
                lunch(DAY_1, CANTEEN_A, 5, 400, 400, LUOHU),
                lunch(DAY_1, CANTEEN_B, 6, 2000, 500, FUTIAN));
        city.close(DAY_1);
        DayReport report = report();
        assertThat(report.lines())
                .extracting(
                        line -> line.vendorCode() + " " + line.payerLabel() + " " + line.service() + " " + line.sums())
                .containsExactly(
                        "CANTEEN-A FUTIAN MEAL " + new Sums(1, 1800, 1500, 300, 200, 0),
                        "CANTEEN-A LUOHU MEAL " + new Sums(2, 1600, 900, 700, 400, 0),
                        "CANTEEN-B FUTIAN MEAL " + new Sums(1, 2000, 500, 1500, 200, 0),
                        "METRO-1 CITY TRANSIT " + new Sums(3, 550, 550, 0, 0, 0));
        assertThat(report.totals()).isEqualTo(new Sums(7, 5950, 3450, 2500, 800, 0));
        assertThat(report.journal()).isEqualTo(new JournalTotals(4250, 4250));
        assertThat(report.lines().get(0).vendorName()).isEqualTo("福田长者食堂");
    }

    @Test
    void keepsSubsidyAndOperatorSubsidyApartBetweenPayerAndVendor() throws Exception {
        city.tap(
                ride(DAY_1, METRO, 1, 250),
                lunch(DAY_1, CANTEEN_A, 3, 1800, 1500, FUTIAN),
                lunch(DAY_1, CANTEEN_B, 4, 1200, 500, FUTIAN));
        city.close(DAY_1);
        assertThat(city.days().getTrialBalance().accounts())
                .containsExactly(
                        new Account("payer:CITY:TRANSIT", 250, 0),
                        new Account("payer:FUTIAN:MEAL", 2400, 0),
                        new Account("vendor:CANTEEN-A:payable", 0, 1700),
                        new Account("vendor:CANTEEN-B:payable", 0, 700),
                        new Account("vendor:METRO-1:payable", 0, 250));
        String inOrder = "SELECT string_agg(kind || ' ' || amount_fen, ', ' ORDER BY transfer_id)";
        assertThat(city.ask(inOrder + " FROM journal_transfer"))
                .isEqualTo("SUBSIDY 250, OPERATOR_SUBSIDY 200, SUBSIDY 1500, OPERATOR_SUBSIDY 200, SUBSIDY 500");
    }

    @Test
    void countsMealsThatNobodySubsidisesButPostsNothingForThem() throws Exception {
        city.tap(meal(DAY_1, CANTEEN_A, 1, 1300), meal(DAY_1, CANTEEN_A, 1, 1700));
        city.close(DAY_1);
        assertThat(report().lines()).singleElement().satisfies(line -> {
            assertThat(line.payerLabel()).isEqualTo("NONE");
            assertThat(line.sums()).isEqualTo(new Sums(2, 3000, 0, 3000, 0, 0));
        });
        assertThat(report().journal()).isEqualTo(new JournalTotals(0, 0));
        assertThat(city.ask("SELECT count(*) FROM ledger_account")).isEqualTo("0");
    }

    @Test
    void countsDeclinedTapsByReasonAndClearsNoneOfThem() throws Exception {
        city.tap(
                ride(DAY_1, METRO, 1, 250),
                refused(DAY_1, CANTEEN_A, 2, DeclineReason.MEAL_TAKEN_TODAY.number()),
                refused(DAY_1, CANTEEN_B, 3, DeclineReason.MEAL_TAKEN_TODAY.number()),
                refused(DAY_1, CANTEEN_A, 4, DeclineReason.CARD_LOST.number()));
        city.close(DAY_1);
        assertThat(report().totals().taps()).isEqualTo(1);
        assertThat(report().declines())
                .containsExactly(
                        new DeclineCount(Service.MEAL, DeclineReason.CARD_LOST, 1),
                        new DeclineCount(Service.MEAL, DeclineReason.MEAL_TAKEN_TODAY, 2));
        assertThat(report().businessDay().taps()).contains(new TapCounts(1, 3, 0));
    }

    @Test
    void settlesALateTapInTheOpenDayAndKeepsItsDate() throws Exception {
        city.tap(ride(DAY_1, METRO, 1, 250));
        city.close(DAY_1);
        city.tap(ride(DAY_1, METRO, 1, 300), ride(DAY_2, METRO, 1, 100), ride(DAY_1.minusDays(90), METRO, 2, 7));
        city.close(DAY_2);
        assertThat(city.days().findReport(DAY_1).orElseThrow().totals().grossFen())
                .isEqualTo(250);
        DayReport second = city.days().findReport(DAY_2).orElseThrow();
        assertThat(second.totals()).isEqualTo(new Sums(3, 407, 407, 0, 0, 0));
        assertThat(second.businessDay().taps()).contains(new TapCounts(3, 0, 2));
        assertThat(city.ask("SELECT count(*) FROM tap WHERE tap_date = '2026-11-16' AND settle_date = '2026-11-17'"))
                .isEqualTo("1");
    }

    @Test
    void closingTwiceChangesNothing() throws Exception {
        city.tap(ride(DAY_1, METRO, 1, 250), lunch(DAY_1, CANTEEN_A, 3, 1800, 1500, FUTIAN));
        assertThat(city.closeAfter(DAY_1).close(DAY_1, CloseListener.SILENT)).isTrue();
        DayReport before = report();
        assertThat(city.closeAfter(DAY_1).close(DAY_1, CloseListener.SILENT)).isFalse();
        assertThat(city.closeAfter(DAY_2).closeThrough(DAY_1, CloseListener.SILENT))
                .isEmpty();
        assertThat(report()).isEqualTo(before);
        assertThat(city.openDay()).isEqualTo(DAY_2);
    }

    @Test
    void saysWhichDayIsOpenAndWhatTheLastOneCameTo() throws Exception {
        assertThat(city.days().findOpenDay()).hasValueSatisfying(open -> {
            assertThat(open.day()).isEqualTo(DAY_1);
            assertThat(open.lastCleared()).isEmpty();
        });
        city.tap(ride(DAY_1, METRO, 1, 250));
        city.close(DAY_1);
        OpenDay open = city.days().findOpenDay().orElseThrow();
        assertThat(open.day()).isEqualTo(DAY_2);
        assertThat(open.lastCleared()).contains(report());
        assertThat(report().businessDay().cleared().orElseThrow().by()).isEqualTo("process 1 on node-1");
        assertThat(city.days().listLatest(5)).extracting(BusinessDay::day).containsExactly(DAY_2, DAY_1);
        assertThat(city.days().findReport(DAY_1.minusDays(1))).isEmpty();
    }

    private DayReport report() throws Exception {
        return city.days().findReport(DAY_1).orElseThrow();
    }
}
