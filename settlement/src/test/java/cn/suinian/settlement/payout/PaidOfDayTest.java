package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static cn.suinian.settlement.payout.PayoutCity.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.businessday.Blocker;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayRefusal;
import cn.suinian.settlement.payout.carried.PaidOfDayStore;
import cn.suinian.settlement.payout.carried.PaidOfDayStore.PaidOfDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keeps a day from being opened again is money of that day, whatever a payment through it paid of days before. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class PaidOfDayTest {
    private PayoutCity pay;
    private DayMoves moves;

    @BeforeEach
    void openCity(Database database) throws Exception {
        pay = new PayoutCity(database);
        pay.openAccounts(Payer.CITY);
        pay.city.tap(ride(DAY_1, METRO, 1, 540), ride(DAY_1, METRO, 2, 260));
        moves = new DayMoves(pay.city, pay.parts.gate());
    }

    @AfterEach
    void closeCity() {
        moves.close();
        pay.close();
    }

    @Test
    void aDayWhoseMoneyIsAllHeldIsOpenedAgainAlthoughABatchThroughItPaidTheDayBefore() throws Exception {
        pay.city.close(DAY_1);
        pay.city.tap(ride(DAY_2, CANTEEN_A, 3, 900));
        approve(DAY_2);
        pay.blockers.put(
                CANTEEN_A,
                List.of(new cn.suinian.settlement.payout.policy.Blocker(
                        cn.suinian.settlement.payout.policy.Blocker.Kind.HOLD, 0, "hold:1")));
        pay.pay(Payer.CITY, DAY_2);
        assertThat(paid(DAY_2)).isEmpty();
        assertThat(paid(DAY_1)).contains(new PaidOfDay(1, 800));
        long request = moves.acts().askToReopen(MAKER, DAY_2, "a statement came late");
        moves.acts().reopen(CHECKER, request);
        assertThat(moves.board().find(MAKER, DAY_1).orElseThrow().stays())
                .hasValueSatisfying(blocker -> assertThat(blocker)
                        .extracting(Blocker::count, Blocker::fen)
                        .containsExactly(1L, 800L));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> moves.acts().askToReopen(MAKER, DAY_1, "a statement came late"))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(DayRefusal.PARTLY_PAID));
    }

    @Test
    void ofOnePaymentForTwoDaysEachTellsItsOwnPart() throws Exception {
        pay.city.close(DAY_1);
        pay.city.tap(ride(DAY_2, METRO, 3, 900));
        approve(DAY_2);
        pay.pay(Payer.CITY, DAY_2);
        assertThat(paid(DAY_1)).contains(new PaidOfDay(1, 800));
        assertThat(paid(DAY_2)).contains(new PaidOfDay(1, 900));
    }

    @Test
    void whatALaterDayTookBackWasNotPaid() throws Exception {
        approve(DAY_1);
        pay.city.reverse(2);
        approve(DAY_2);
        pay.pay(Payer.CITY, DAY_1);
        assertThat(paid(DAY_1)).contains(new PaidOfDay(1, 540));
    }

    @Test
    void aPaymentThatCameBackGivesBackTheDaysThatItPaidAndNoOthers() throws Exception {
        approve(DAY_1);
        PayoutBatch first = pay.pay(Payer.CITY, DAY_1);
        pay.city.tap(ride(DAY_2, METRO, 3, 900));
        approve(DAY_2);
        pay.pay(Payer.CITY, DAY_2);
        Payment back = pay.lists.payments(MAKER, first.batchNo()).get(0);
        pay.take(report("R1", first.messageId(), "", back.id() + " RJCT AC04"));
        assertThat(paid(DAY_1)).isEmpty();
        assertThat(paid(DAY_2)).contains(new PaidOfDay(1, 900));
        pay.returns.resolve(CHECKER, back.paymentNo(), "the account is open again");
        pay.pay(Payer.CITY, DAY_2);
        assertThat(paid(DAY_1)).contains(new PaidOfDay(1, 800));
    }

    private void approve(LocalDate day) throws Exception {
        pay.city.close(day);
        for (LocalDate each = DAY_1; !each.isAfter(day); each = each.plusDays(1)) {
            if (moves.board().find(MAKER, each).orElseThrow().day().state().compareTo(State.APPROVED) < 0) {
                moves.moveTo(each, State.APPROVED);
            }
        }
    }

    private Optional<PaidOfDay> paid(LocalDate day) throws Exception {
        return pay.transactions.run(transaction -> PaidOfDayStore.read(transaction, day));
    }
}
