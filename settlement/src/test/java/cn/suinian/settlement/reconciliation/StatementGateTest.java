package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static cn.suinian.settlement.reconciliation.Stand.OTHER_CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.City;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.businessday.Blocker;
import cn.suinian.settlement.businessday.DayRefusal;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Statements keep a business day from being reconciled, and from being approved when one came meanwhile. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class StatementGateTest {
    private Stand stand;
    private DayMoves moves;

    @BeforeEach
    void openCity(Database database) throws Exception {
        City city = City.open(database);
        stand = new Stand(city);
        city.tap(ride(DAY_1, METRO, 1, 500), lunch(DAY_1, CANTEEN_A, 2, 1800, 1500, 2));
        city.close(DAY_1);
        moves = new DayMoves(city, ReconciliationGate.ofDays());
    }

    @AfterEach
    void close() {
        moves.close();
        stand.close();
    }

    @Test
    void aDayIsKeptUntilEveryVendorWasComparedOrExcused() throws Exception {
        assertThat(blockers())
                .extracting(Blocker::code, Blocker::count, Blocker::fen)
                .containsExactly(tuple("STATEMENT_MISSING", 2L, 500L + 1700L));
        assertThat(ReconciliationGate.listBlockers(stand.transactions, CLERK, DAY_1))
                .extracting(ReconciliationGate.Blocker::vendorCode)
                .as("the most money first")
                .containsExactly("CANTEEN-A", "METRO-1");
        excuse(CANTEEN_A, DAY_1, "closed for repairs, no till");
        stand.take(METRO, statement());
        assertThat(blockers()).extracting(Blocker::code).containsExactly("STATEMENT_NOT_MATCHED");
        assertBlocked(() -> moves.acts().reconcile(CLERK, DAY_1));
        stand.run(METRO, DAY_1);
        assertThat(blockers()).isEmpty();
        assertThat(moves.acts().reconcile(CLERK, DAY_1)).isTrue();
    }

    @Test
    void aStatementThatComesAfterwardsKeepsTheApproval() throws Exception {
        excuse(CANTEEN_A, DAY_1, "closed for repairs, no till");
        excuse(METRO, DAY_1, "file lost, agreed by telephone");
        moves.acts().reconcile(CLERK, DAY_1);
        long request = moves.acts().askToApprove(CLERK, DAY_1, "figures agree");
        stand.take(METRO, statement());
        assertBlocked(() -> moves.acts().approve(OTHER_CHIEF, request));
        stand.run(METRO, DAY_1);
        moves.acts().approve(OTHER_CHIEF, request);
    }

    @Test
    void aTapThatComesAfterItWasAdjustedKeepsEvenAnExcusedDay() throws Exception {
        stand.today(DAY_2);
        stand.take(METRO, statement(Row.of(DAY_1, METRO, 3, 3, 1, 700, 700)));
        stand.run(METRO, DAY_1);
        Break unknown = stand.open().get(0);
        stand.adjustments.approve(CHIEF, stand.adjustments.ask(CLERK, ActOn.of(unknown, "receipt"), 700));
        stand.city.tap(ride(DAY_1, METRO, 3, 700)); // it was on a broken reader, and is cleared with day 2
        stand.city.close(DAY_2);
        stand.today(DAY_2.plusDays(1));
        excuse(METRO, DAY_2, "file lost, agreed by telephone");
        assertThat(moves.board().find(CLERK, DAY_2).orElseThrow().blockers())
                .extracting(Blocker::code)
                .containsExactly("BREAKS_NOT_COMPARED");
        assertThat(stand.recheck.runDue(Actor.house("job"))).isEqualTo(1);
        assertThat(stand.again(unknown)).satisfies(again -> {
            assertThat(again.status()).isEqualTo(BreakStatus.OPEN);
            assertThat(again.money().difference()).isEqualTo(-700);
        });
        Map<Payer, Long> atRisk =
                stand.transactions.run(transaction -> OpenBreaks.moneyAtRisk(transaction, METRO, DAY_2));
        assertThat(atRisk).containsExactly(entry(Payer.CITY, 700L));
        assertThat(moves.board().find(CLERK, DAY_2).orElseThrow().blockers()).isEmpty();
        assertThat(stand.recheck.runDue(Actor.house("job"))).isZero();
    }

    private void excuse(int vendor, LocalDate day, String reason) throws Exception {
        stand.excuses.approve(CHIEF, stand.excuses.ask(CLERK, vendor, day, reason));
    }

    private static String statement(Row... more) {
        return new StatementText(METRO, DAY_1)
                .add(Row.of(DAY_1, METRO, 1, 1, 1, 500, 500))
                .add(more)
                .csv();
    }

    private List<Blocker> blockers() throws Exception {
        return moves.board().find(CLERK, DAY_1).orElseThrow().blockers();
    }

    private static void assertBlocked(ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(DayRefusal.BLOCKED));
    }
}
