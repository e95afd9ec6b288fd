package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.clearing.TrialBalance.Account;
import cn.suinian.settlement.reconciliation.DayReview.Adjusted;
import cn.suinian.settlement.reconciliation.DayReview.Excused;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.VendorDay.Figures;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakFilter;
import cn.suinian.settlement.reconciliation.breaks.BreakRefusal;
import cn.suinian.settlement.reconciliation.breaks.Worklist.Order;
import cn.suinian.settlement.reconciliation.export.MatchedRow;
import cn.suinian.settlement.reconciliation.export.TableFormat;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Of two canteens where people of two districts eat, staff of one district see what their own pays. One canteen
 * states two of its three lunches a yuan too high; the other states nothing.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DistrictPartTest {
    private static final Payer FUTIAN = Payer.of(District.FUTIAN);
    private static final Actor OF_FUTIAN =
            new Actor(5L, "futian", CLERK.permissions(), new Scope(District.FUTIAN, null), "");

    private City city;
    private Stand stand;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        stand = new Stand(city);
        stand.today(DAY_1.plusDays(1));
        city.tap(lunch(DAY_1, CANTEEN_A, 1, 1500, 1000, 2), lunch(DAY_1, CANTEEN_A, 2, 1500, 700, 3));
        city.tap(lunch(DAY_1, CANTEEN_A, 3, 1500, 1000, 2));
        city.tap(lunch(DAY_1, CANTEEN_B, 4, 1500, 1000, 2), lunch(DAY_1, CANTEEN_B, 5, 1500, 700, 3));
        city.close(DAY_1);
        stand.take(
                CANTEEN_A,
                new StatementText(CANTEEN_A, DAY_1)
                        .add(row(1, 1100), row(2, 800), row(3, 1000))
                        .csv());
        stand.run(CANTEEN_A, DAY_1);
    }

    private static Row row(int tap, int subsidy) {
        return Row.of(DAY_1, CANTEEN_A, tap, tap, 2, 1500, subsidy);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aDaysReviewAddsUpTheirOwnPayersPart() throws Exception {
        stand.excuses.approve(CHIEF, stand.excuses.ask(CLERK, CANTEEN_B, DAY_1, "they were closed"));
        for (Break each : stand.open()) {
            long request = stand.adjustments.ask(CLERK, ActOn.of(each, "receipt"), 40);
            stand.adjustments.approve(CHIEF, request);
        }
        DayReview whole = DayReviews.find(stand.transactions, CLERK, DAY_1);
        assertThat(whole.openBreaks()).isEqualTo(2);
        assertThat(whole.adjusted()).hasSize(2);
        assertThat(whole.excused()).extracting(Excused::fen).containsExactly(2100L);
        DayReview own = DayReviews.find(stand.transactions, OF_FUTIAN, DAY_1);
        assertThat(own.openBreaks()).isOne();
        assertThat(own.riskFen()).isEqualTo(60);
        assertThat(own.adjusted()).extracting(Adjusted::fen).containsExactly(40L);
        assertThat(own.excused()).extracting(Excused::fen).containsExactly(1200L);
    }

    @Test
    void ofAVendorsDayTheySeeWhatTheyOweAndNothingOfWhatItStates() throws Exception {
        assertThat(stand.days.list(OF_FUTIAN, DAY_1))
                .extracting(VendorDay::vendorId, VendorDay::ours, VendorDay::openBreaks, VendorDay::theirs)
                .containsExactlyInAnyOrder(
                        tuple(CANTEEN_A, new Figures(2, 3000, 2000, 400), 1L, Optional.empty()),
                        tuple(CANTEEN_B, new Figures(1, 1500, 1000, 200), 0L, Optional.empty()));
        VendorDay.Detail detail = stand.days.find(OF_FUTIAN, CANTEEN_A, DAY_1).orElseThrow();
        assertThat(detail.bridge()).isEmpty();
        assertThat(detail.lines()).singleElement().satisfies(line -> {
            assertThat(line.ours()).isEqualTo(new Figures(2, 3000, 2000, 400));
            assertThat(line.theirs()).isEqualTo(new Figures(0, 0, 0, 0));
        });
        assertThat(detail.kinds())
                .singleElement()
                .satisfies(kind -> assertThat(kind.differenceFen()).isEqualTo(100));
        assertThat(stand.days.find(CLERK, CANTEEN_A, DAY_1).orElseThrow().bridge())
                .isPresent();
    }

    @Test
    void whatIsStillToBeStatedIsOfTheirOwnMoneyToo() throws Exception {
        assertThat(ReconciliationGate.listBlockers(stand.transactions, CLERK, DAY_1))
                .extracting(ReconciliationGate.Blocker::fen)
                .containsExactly(2100L);
        assertThat(ReconciliationGate.listBlockers(stand.transactions, OF_FUTIAN, DAY_1))
                .extracting(ReconciliationGate.Blocker::fen)
                .containsExactly(1200L);
        stand.excuses.ask(CLERK, CANTEEN_B, DAY_1, "they were closed");
        assertThat(stand.excuses.listOpen(CLERK, 5))
                .extracting(Excuses.Excuse::fen)
                .containsExactly(2100L);
        assertThat(stand.excuses.listOpen(OF_FUTIAN, 5))
                .extracting(Excuses.Excuse::fen)
                .containsExactly(1200L);
    }

    @Test
    void breaksOfOtherPayersAreNeitherListedNorExportedNorOpened() throws Exception {
        List<Break> own = stand.worklist.page(OF_FUTIAN, BreakFilter.OPEN, Order.NEWEST, null, 9);
        assertThat(own).extracting(Break::payer).containsExactly(Optional.of(FUTIAN));
        assertThat(stand.worklist.count(OF_FUTIAN, BreakFilter.OPEN)).isOne();
        assertThat(stand.worklist.vendorTotals(OF_FUTIAN, BreakFilter.OPEN))
                .singleElement()
                .satisfies(total -> assertThat(total.riskFen()).isEqualTo(100));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        stand.export.writeBreaks(OF_FUTIAN, BreakFilter.OPEN, TableFormat.CSV.named("x"), file);
        assertThat(file.toString(UTF_8)).contains("福田区").doesNotContain("罗湖区");
        assertThat(stand.export.matched(OF_FUTIAN, CANTEEN_A, DAY_1, new MatchedRow.Place(0, 0), 9))
                .extracting(MatchedRow::terminalSeq)
                .containsExactly(3L);
        assertThat(stand.worklist.get(OF_FUTIAN, own.get(0).breakNo()).it()).isEqualTo(own.get(0));
        Break others = stand.open().stream()
                .filter(each -> !each.payer().equals(Optional.of(FUTIAN)))
                .findFirst()
                .orElseThrow();
        stand.adjustments.ask(CLERK, ActOn.of(others, "receipt"), 100);
        assertThat(stand.adjustments.listOpen(OF_FUTIAN, 5)).isEmpty();
        Break asked = stand.worklist.get(CLERK, others.breakNo()).it();
        byte[] letter = "%PDF-1.7 letter".getBytes(UTF_8);
        stand.desk.comment(CLERK, new ActOn(asked.breakNo(), asked.version(), "see letter", Optional.of(letter)));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> stand.attachments.open(OF_FUTIAN, 1))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(BreakRefusal.OTHER_PAYER));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> stand.worklist.get(OF_FUTIAN, others.breakNo()))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(BreakRefusal.OTHER_PAYER));
    }

    @Test
    void theTrialBalanceOfOnePayerHasWhatStandsBetweenItAndEachVendor() throws Exception {
        assertThat(city.days().getTrialBalance(Optional.of(FUTIAN)).accounts())
                .containsExactly(
                        new Account("payer:FUTIAN:MEAL", 3600, 0),
                        new Account("vendor:CANTEEN-A:payable", 0, 2400),
                        new Account("vendor:CANTEEN-B:payable", 0, 1200));
    }
}
