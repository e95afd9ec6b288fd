package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.AUDITOR;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static cn.suinian.settlement.reconciliation.Stand.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakEvent;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a comparison of statements with taps opens, heals and leaves. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ReconciliationTest {
    private City city;
    private Stand stand;

    @BeforeEach
    void openCity(Database database) throws Exception {
        stand = Stand.ofOneDay(database);
        city = stand.city;
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void whatAgreesLeavesNothing() throws Exception {
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(Stand.first(), Stand.second())
                        .csv());
        RunReport report = stand.run(METRO, DAY_1);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.changedAnything()).isFalse();
        assertThat(stand.open()).isEmpty();
    }

    @Test
    void aTapThatIsNotStatedIsExpectedAndMissingAfterTwoWorkingDays() throws Exception {
        stand.take(METRO, new StatementText(METRO, DAY_1).add(Stand.first()).csv());
        stand.run(METRO, DAY_1);
        assertThat(stand.kinds()).containsExactly(BreakKind.EXPECTED);
        stand.today(DAY_1.plusDays(2));
        assertThat(stand.reconciliation.age(CLERK)).isZero();
        stand.today(DAY_1.plusDays(3));
        assertThat(stand.reconciliation.age(CLERK)).isEqualTo(1);
        assertThat(stand.kinds()).containsExactly(BreakKind.MISSING_AT_VENDOR);
        assertThat(acts(stand.open().get(0))).containsExactly("OPENED", "AGED");
    }

    @Test
    void aLaterStatementHealsAndSaysSoInTheTimeline() throws Exception {
        stand.take(METRO, new StatementText(METRO, DAY_1).add(Stand.first()).csv());
        stand.run(METRO, DAY_1);
        Break expected = stand.open().get(0);
        city.close(DAY_2);
        stand.today(DAY_2.plusDays(1));
        stand.take(METRO, new StatementText(METRO, DAY_2).add(Stand.second()).csv());
        RunReport report = stand.run(METRO, DAY_2);
        assertThat(report.healed()).isEqualTo(1);
        assertThat(stand.again(expected).status()).isEqualTo(BreakStatus.HEALED);
        assertThat(acts(expected)).containsExactly("OPENED", "HEALED");
        assertThat(stand.kinds()).containsExactly(BreakKind.LATE);
    }

    @Test
    void aWithdrawnStatementTakesItsBreaksWithItAndACorrectedOneReplacesIt() throws Exception {
        int wrong = stand.take(
                        METRO,
                        new StatementText(METRO, DAY_1)
                                .add(Stand.first().withMoney(900, 900), Stand.second())
                                .csv())
                .statement()
                .statementId();
        stand.run(METRO, DAY_1);
        assertThat(stand.kinds()).containsExactly(BreakKind.AMOUNT_OVER);
        stand.statements.withdraw(CLERK, wrong, "the vendor sends another one");
        assertThat(stand.reconciliation.listToDo(CLERK)).containsExactly(new Reconciliation.VendorDay(METRO, DAY_1));
        stand.run(METRO, DAY_1);
        assertThat(stand.open()).isEmpty();
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(Stand.first(), Stand.second())
                        .csv());
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
        assertThat(stand.reconciliation.listToDo(CLERK)).isEmpty();
    }

    @Test
    void aStatementWhoseComparisonNeverRanIsComparedByTheJobOnceOfTwoNodes() throws Exception {
        Actor job = Actor.house("job recheck-breaks");
        int statement = stand.take(
                        METRO,
                        new StatementText(METRO, DAY_1)
                                .add(Stand.first().withMoney(900, 900), Stand.second())
                                .csv())
                .statement()
                .statementId();
        assertThat(stand.reconciliation.runLeftBehind(job, 20)).isZero();
        stand.today(DAY_2.plusDays(1));
        int compared = byTwoNodes(job) + stand.reconciliation.runLeftBehind(job, 20);
        assertThat(compared).isEqualTo(1);
        assertThat(stand.kinds()).containsExactly(BreakKind.AMOUNT_OVER);
        assertThat(city.ask("SELECT runs || ' ' || ran_by FROM reconciliation_run"))
                .isEqualTo("1 job recheck-breaks");
        assertThat(stand.reconciliation.runLeftBehind(job, 20)).isZero();
        stand.statements.withdraw(CLERK, statement, "the vendor sends another one");
        stand.today(DAY_2.plusDays(2));
        assertThat(stand.reconciliation.runLeftBehind(job, 0)).isZero();
        assertThat(stand.reconciliation.runLeftBehind(job, 20)).isEqualTo(1);
        assertThat(stand.open()).isEmpty();
        assertRefused(ReconciliationRefusal.NOT_ALLOWED, () -> stand.reconciliation.runLeftBehind(AUDITOR, 20));
    }

    /** Both have it on their list and wait for the vendor's turn; one that waits too long leaves it. */
    private int byTwoNodes(Actor job) throws Exception {
        List<CompletableFuture<Integer>> nodes = new ArrayList<>();
        try (Connection busy = city.database().dataSource().getConnection()) {
            busy.setAutoCommit(false);
            Comparison.takeTurn(busy, METRO);
            for (int node = 0; node < 2; node++) {
                nodes.add(CompletableFuture.supplyAsync(() -> leftBehind(job)));
            }
            String waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
            boolean both = false;
            while (!both && nodes.stream().noneMatch(CompletableFuture::isDone)) {
                both = city.ask(waiting).equals("2");
            }
            busy.rollback();
        }
        return nodes.get(0).get() + nodes.get(1).get();
    }

    private int leftBehind(Actor job) {
        try {
            return stand.reconciliation.runLeftBehind(job, 20);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aTapThatArrivesLateExplainsTheRowThatNobodyKnew() throws Exception {
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(Stand.first(), Stand.second(), fourth())
                        .csv());
        stand.run(METRO, DAY_1);
        assertThat(stand.kinds()).containsExactly(BreakKind.MISSING_HERE);
        assertThat(atRisk(METRO)).isEqualTo(500);
        city.tap(ride(DAY_1, METRO, 4, 500)); // seq 4 settles on day 2
        assertThat(stand.run(METRO, DAY_1).healed()).isEqualTo(1);
        assertThat(atRisk(METRO)).isZero();
    }

    @Test
    void theTaxOfAWrongNumberIsForgivenByRule() throws Exception {
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(Stand.first().withSeq(77), Stand.second())
                        .csv());
        RunReport report = stand.run(METRO, DAY_1);
        assertThat(report.grouped()).isEqualTo(1);
        assertThat(stand.open()).isEmpty();
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
    }

    @Test
    void oneRowForTwoTapsIsNoBreak() throws Exception {
        city.tap(ride(DAY_2, METRO, 9, 300), ride(DAY_2, METRO, 9, 200)); // seq 4 and 5
        city.close(DAY_2);
        stand.today(DAY_2.plusDays(1));
        stand.take(
                METRO,
                new StatementText(METRO, DAY_2)
                        .add(Row.of(DAY_2, METRO, 4, 9, 1, 500, 500))
                        .csv());
        assertThat(stand.run(METRO, DAY_2).grouped()).isEqualTo(1);
        assertThat(stand.open()).isEmpty();
        city.reverse(5);
        stand.run(METRO, DAY_2);
        assertThat(stand.kinds()).containsExactly(BreakKind.AMOUNT_OVER);
    }

    @Test
    void aDayThatIsNotClearedIsNotCompared() {
        assertRefused(ReconciliationRefusal.DAY_NOT_CLEARED, () -> stand.run(METRO, DAY_2));
    }

    private static Row fourth() {
        return Row.of(DAY_1, METRO, 4, 4, 1, 500, 500);
    }

    private List<String> acts(Break it) throws Exception {
        return stand.worklist.get(CLERK, it.breakNo()).timeline().stream()
                .map(BreakEvent::act)
                .toList();
    }

    private long atRisk(int vendor) throws Exception {
        LocalDate through = DAY_2;
        Map<Payer, Long> atRisk = stand.transactions
                .run(transaction -> OpenBreaks.moneyAtRisk(transaction, List.of(vendor), through))
                .get(vendor);
        return atRisk == null ? 0 : atRisk.getOrDefault(Payer.CITY, 0L);
    }
}
