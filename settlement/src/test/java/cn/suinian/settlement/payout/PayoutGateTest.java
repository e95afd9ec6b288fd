package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.DayMoves.CHECKER;
import static cn.suinian.settlement.DayMoves.MAKER;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.payout.PayoutCity.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.businessday.Blocker;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayRefusal;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.policy.Blocker.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day is PAID when nothing payable of it is open, or what is open is held by name. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class PayoutGateTest {
    private static final Payer FUTIAN = new Payer(2);

    private PayoutCity pay;
    private DayMoves moves;

    @BeforeEach
    void openCity(Database database) throws Exception {
        pay = new PayoutCity(database);
        pay.city.tap(
                ride(DAY_1, METRO, 1, 540),
                lunch(DAY_1, CANTEEN_A, 2, 1800, 1500, 2),
                lunch(DAY_1, CANTEEN_B, 3, 900, 700, 2));
        pay.openAccount(new OfPayer(Payer.CITY), PayoutCity.details(91));
        pay.openAccount(new OfPayer(FUTIAN), PayoutCity.details(92));
        pay.openAccount(new OfVendor(METRO), PayoutCity.details(1));
        pay.openAccount(new OfVendor(CANTEEN_A), PayoutCity.details(2));
        pay.city.close(DAY_1);
        moves = new DayMoves(pay.city, pay.parts.gate());
        moves.moveTo(DAY_1, State.APPROVED);
    }

    @AfterEach
    void closeCity() {
        moves.close();
        pay.close();
    }

    @Test
    void whateverIsPayableAndNotOrderedKeepsTheDayWithItsReasonAndItsMoney() throws Exception {
        assertThat(blockers())
                .extracting(Blocker::code, Blocker::count, Blocker::fen)
                .containsExactly(tuple("UNPAID", 2L, 540L + 1700L), tuple("ACCOUNT_MISSING", 1L, 900L));
        pay.pay(Payer.CITY, DAY_1);
        PayoutBatch batch = pay.payouts.prepare(MAKER, FUTIAN, DAY_1, "weekly payout");
        assertThat(blockers())
                .as("prepared is not ordered")
                .extracting(Blocker::code)
                .contains("UNPAID");
        assertBlocked();
        pay.payouts.approve(CHECKER, batch.batchNo());
        pay.payouts.send(MAKER, batch.batchNo(), TODAY);
        assertThat(blockers()).extracting(Blocker::code).containsExactly("ACCOUNT_MISSING");
        pay.openAccount(new OfVendor(CANTEEN_B), PayoutCity.details(3));
        pay.pay(FUTIAN, DAY_1);
        assertThat(blockers()).isEmpty();
        assertThat(moves.acts().markPaid(CHECKER, DAY_1)).isTrue();
    }

    @Test
    void aDayOfWhichAnythingWentToTheBankIsNotOpenedAgain() throws Exception {
        long asked = moves.acts().askToReopen(MAKER, DAY_1, "a statement came late");
        pay.pay(Payer.CITY, DAY_1);
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> moves.acts().reopen(CHECKER, asked), () -> moves.acts().askToReopen(MAKER, DAY_1, "once more"))) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(act)
                    .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(DayRefusal.PARTLY_PAID));
        }
    }

    @Test
    void thatMoneyWentToTheBankIsSaidOfADayBeforeAnyLaterDayIs() throws Exception {
        assertThat(moves.board().find(MAKER, DAY_1).orElseThrow().stays()).isEmpty();
        pay.pay(Payer.CITY, DAY_1);
        assertThat(moves.board().find(MAKER, DAY_1).orElseThrow().stays())
                .hasValueSatisfying(
                        paid -> assertThat(List.of(paid.count(), paid.fen())).containsExactly(1L, 540L));
        pay.city.close(DAY_2);
        moves.moveTo(DAY_2, State.RECONCILED);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> moves.acts().askToReopen(MAKER, DAY_1, "a statement came late"))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(DayRefusal.PARTLY_PAID));
    }

    @Test
    void aVendorCountsOnceWhoeverPaysItAndTheFirstDayOfTheMoneyIsSaid() throws Exception {
        pay.city.tap(
                ride(DAY_2, METRO, 4, 300),
                lunch(DAY_2, CANTEEN_B, 5, 900, 700, 2),
                lunch(DAY_2, CANTEEN_B, 6, 900, 700, 3));
        pay.city.close(DAY_2);
        moves.moveTo(DAY_2, State.APPROVED);
        assertThat(moves.board().find(MAKER, DAY_2).orElseThrow().blockers())
                .extracting(Blocker::code, Blocker::count, Blocker::fen, Blocker::since)
                .containsExactly(
                        tuple("UNPAID", 2L, 840L + 1700L, Optional.of(DAY_1)),
                        tuple("ACCOUNT_MISSING", 1L, 2700L, Optional.of(DAY_1)));
        assertThat(blockers()).extracting(Blocker::since).containsOnly(Optional.empty());
    }

    @Test
    void moneyThatIsHeldByNameKeepsNoDayAndOpenBreaksDo() throws Exception {
        pay.pay(Payer.CITY, DAY_1);
        pay.pay(FUTIAN, DAY_1);
        pay.blockers.put(CANTEEN_B, List.of(new cn.suinian.settlement.payout.policy.Blocker(Kind.HOLD, 0, "hold:3")));
        assertThat(blockers())
                .as("its account is missing too, but somebody holds it")
                .isEmpty();
        pay.openAccount(new OfVendor(CANTEEN_B), PayoutCity.details(3));
        pay.blockers.put(
                CANTEEN_B, List.of(new cn.suinian.settlement.payout.policy.Blocker(Kind.OPEN_BREAK, 500, "breaks:2")));
        assertThat(blockers()).extracting(Blocker::code, Blocker::fen).containsExactly(tuple("OPEN_BREAKS", 900L));
        assertBlocked();
        pay.blockers.put(CANTEEN_B, List.of(new cn.suinian.settlement.payout.policy.Blocker(Kind.HOLD, 0, "hold:4")));
        assertThat(moves.acts().markPaid(CHECKER, DAY_1)).isTrue();
    }

    @Test
    void lessThanNothingPayableIsCarriedOver() throws Exception {
        pay.openAccount(new OfVendor(CANTEEN_B), PayoutCity.details(3));
        pay.pay(Payer.CITY, DAY_1);
        pay.pay(FUTIAN, DAY_1);
        moves.acts().markPaid(CHECKER, DAY_1);
        pay.city.reverse(3);
        pay.city.close(DAY_2);
        moves.moveTo(DAY_2, State.APPROVED);
        assertThat(moves.board().find(MAKER, DAY_2).orElseThrow().blockers()).isEmpty();
        assertThat(moves.acts().markPaid(CHECKER, DAY_2)).isTrue();
    }

    private List<Blocker> blockers() throws SQLException {
        return moves.board().find(MAKER, DAY_1).orElseThrow().blockers();
    }

    private void assertBlocked() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> moves.acts().markPaid(CHECKER, DAY_1))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(DayRefusal.BLOCKED));
    }
}
