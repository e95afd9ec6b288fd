package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static cn.suinian.settlement.reconciliation.Stand.OTHER_CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.City;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.businessday.Blocker;
import cn.suinian.settlement.businessday.DayRefusal;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import java.time.LocalDate;
import java.util.List;
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

    private void excuse(int vendor, LocalDate day, String reason) throws Exception {
        stand.excuses.approve(CHIEF, stand.excuses.ask(CLERK, vendor, day, reason));
    }

    private static String statement() {
        return new StatementText(METRO, DAY_1)
                .add(Row.of(DAY_1, METRO, 1, 1, 1, 500, 500))
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
