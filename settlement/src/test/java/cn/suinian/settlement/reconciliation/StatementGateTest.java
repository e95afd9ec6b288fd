package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
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
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayRefusal;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.statement.Statement;
import cn.suinian.settlement.statement.StatementRefusal;
import cn.suinian.settlement.watch.OverdueWatch;
import cn.suinian.settlement.watch.OverdueWatch.AgeBand;
import cn.suinian.settlement.watch.OverdueWatch.Overdue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    void aStatementThatADayWasApprovedWithStaysAndOneThatCameLaterMayGo() throws Exception {
        excuse(CANTEEN_A, DAY_1, "closed for repairs, no till");
        int first = stand.take(METRO, statement()).statement().statementId();
        stand.run(METRO, DAY_1);
        moves.moveTo(DAY_1, State.APPROVED);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> stand.statements.withdraw(CLERK, first, "its breaks would go with it"))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(StatementRefusal.DAY_APPROVED));
        stand.today(DAY_1.plusYears(50)); // days are approved by the clock of the database
        int late = stand.take(METRO, statement(Row.of(DAY_1, METRO, 9, 9, 1, 800, 800)))
                .statement()
                .statementId();
        assertThat(stand.statements.withdraw(CLERK, late, "the wrong file").state())
                .isEqualTo(Statement.State.WITHDRAWN);
    }

    @Test
    void aVendorThatStatesSomethingOfADayWithoutAnyTapOfItIsComparedToo() throws Exception {
        excuse(CANTEEN_A, DAY_1, "closed for repairs, no till");
        excuse(METRO, DAY_1, "file lost, agreed by telephone");
        String file = new StatementText(CANTEEN_B, DAY_1)
                .add(Row.of(DAY_1, CANTEEN_B, 9, 9, 2, 700, 700))
                .csv();
        stand.take(CANTEEN_B, file);
        assertThat(blockers()).extracting(Blocker::code).containsExactly("STATEMENT_NOT_MATCHED");
        stand.run(CANTEEN_B, DAY_1);
        assertThat(blockers()).isEmpty();
    }

    @Test
    void whoeverIsLateIsSeenWithTheDaysAndTheBreaksAndTheirMoney() throws Exception {
        OverdueWatch watch = new OverdueWatch(stand.city.database().dataSource());
        stand.today(DAY_2);
        stand.take(METRO, statement(Row.of(DAY_1, METRO, 9, 9, 1, 800, 800)));
        stand.run(METRO, DAY_1);
        Instant opened = DAY_2.atTime(2, 0).toInstant(ZoneOffset.UTC);
        assertThat(watch.look(opened).days())
                .as("DAY_1 is a Monday, and its money is due on Tuesday")
                .isZero();
        Overdue late = watch.look(opened.plus(Duration.ofDays(3)));
        assertThat(late.days()).as("the next day is not cleared either").isEqualTo(2);
        assertThat(late.oldestSeconds()).isEqualTo(Duration.ofHours(58).toSeconds());
        assertThat(late.breaks())
                .extracting(AgeBand::leastDays, AgeBand::breaks, AgeBand::riskFen)
                .containsExactly(tuple(0, 0L, 0L), tuple(1, 0L, 0L), tuple(3, 1L, 800L), tuple(7, 0L, 0L));
        assertThat(late.oldestBreakSeconds()).isEqualTo(Duration.ofDays(3).toSeconds());
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
        Map<Payer, Long> atRisk = stand.transactions
                .run(transaction -> OpenBreaks.moneyAtRisk(transaction, List.of(METRO), DAY_2))
                .get(METRO);
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
