package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.AUDITOR;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static cn.suinian.settlement.reconciliation.Stand.OTHER_CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.ReconciliationGate.Blocker;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.BulkAct;
import cn.suinian.settlement.reconciliation.breaks.BreakEvent;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule.Act;
import cn.suinian.settlement.statement.format.StatementMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ReconciliationTest {
    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND wait_event_type = 'Lock'";
    private City city;
    private Stand stand;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        stand = new Stand(city);
        stand.today(DAY_2);
        city.tap(ride(DAY_1, METRO, 1, 300), ride(DAY_1, METRO, 2, 400)); // seq 1 and 2
        city.tap(lunch(DAY_1, CANTEEN_A, 3, 1800, 1500, 2)); // seq 3
        city.close(DAY_1);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void whatAgreesLeavesNothing() throws Exception {
        stand.take(METRO, new StatementText(METRO, DAY_1).add(first(), second()).csv());
        RunReport report = stand.run(METRO, DAY_1);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.changedAnything()).isFalse();
        assertThat(stand.open()).isEmpty();
    }

    @Test
    void aTapThatIsNotStatedIsExpectedAndMissingAfterTwoWorkingDays() throws Exception {
        stand.take(METRO, new StatementText(METRO, DAY_1).add(first()).csv());
        stand.run(METRO, DAY_1);
        assertThat(kinds()).containsExactly(BreakKind.EXPECTED);
        stand.today(DAY_1.plusDays(2));
        assertThat(stand.reconciliation.age(CLERK)).isZero();
        stand.today(DAY_1.plusDays(3));
        assertThat(stand.reconciliation.age(CLERK)).isEqualTo(1);
        assertThat(kinds()).containsExactly(BreakKind.MISSING_AT_VENDOR);
        assertThat(acts(stand.open().get(0))).containsExactly("OPENED", "AGED");
    }

    @Test
    void aLaterStatementHealsAndSaysSoInTheTimeline() throws Exception {
        stand.take(METRO, new StatementText(METRO, DAY_1).add(first()).csv());
        stand.run(METRO, DAY_1);
        Break expected = stand.open().get(0);
        city.close(DAY_2);
        stand.today(DAY_2.plusDays(1));
        stand.take(METRO, new StatementText(METRO, DAY_2).add(second()).csv());
        RunReport report = stand.run(METRO, DAY_2);
        assertThat(report.healed()).isEqualTo(1);
        assertThat(stand.again(expected).status()).isEqualTo(BreakStatus.HEALED);
        assertThat(acts(expected)).containsExactly("OPENED", "HEALED");
        assertThat(kinds()).containsExactly(BreakKind.LATE);
    }

    @Test
    void aWithdrawnStatementTakesItsBreaksWithItAndACorrectedOneReplacesIt() throws Exception {
        int wrong = stand.take(
                        METRO,
                        new StatementText(METRO, DAY_1)
                                .add(first().withMoney(900, 900), second())
                                .csv())
                .statement()
                .statementId();
        stand.run(METRO, DAY_1);
        assertThat(kinds()).containsExactly(BreakKind.AMOUNT_OVER);
        stand.statements.withdraw(CLERK, wrong, "the vendor sends another one");
        assertThat(stand.reconciliation.listToDo(CLERK)).containsExactly(new Reconciliation.VendorDay(METRO, DAY_1));
        stand.run(METRO, DAY_1);
        assertThat(stand.open()).isEmpty();
        stand.take(METRO, new StatementText(METRO, DAY_1).add(first(), second()).csv());
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
        assertThat(stand.reconciliation.listToDo(CLERK)).isEmpty();
    }

    @Test
    void aStatementWhoseComparisonNeverRanIsComparedByTheJobOnceOfTwoNodes() throws Exception {
        Actor job = Actor.house("job recheck-breaks");
        int statement = stand.take(
                        METRO,
                        new StatementText(METRO, DAY_1)
                                .add(first().withMoney(900, 900), second())
                                .csv())
                .statement()
                .statementId();
        assertThat(stand.reconciliation.runLeftBehind(job, 20)).isZero();
        stand.today(DAY_2.plusDays(1));
        int compared = byTwoNodes(job) + stand.reconciliation.runLeftBehind(job, 20);
        assertThat(compared).isEqualTo(1);
        assertThat(kinds()).containsExactly(BreakKind.AMOUNT_OVER);
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
                new StatementText(METRO, DAY_1).add(first(), second(), fourth()).csv());
        stand.run(METRO, DAY_1);
        assertThat(kinds()).containsExactly(BreakKind.MISSING_HERE);
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
                        .add(first().withSeq(77), second())
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
        assertThat(kinds()).containsExactly(BreakKind.AMOUNT_OVER);
    }

    @Test
    void rulesResolveWhatTheyMayAndNoMore() throws Exception {
        for (int i = 0; i < 3; i++) { // more of the same resolve no more
            stand.rules.approve(OTHER_CHIEF, stand.rules.ask(CHIEF, rule(BreakKind.AMOUNT_OVER, 50, 60)));
        }
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(first().withMoney(340, 340), second().withMoney(450, 450))
                        .csv());
        RunReport report = stand.run(METRO, DAY_1);
        assertThat(report.resolved()).isEqualTo(1);
        assertThat(stand.open())
                .singleElement()
                .satisfies(left -> assertThat(left.money().riskFen()).isEqualTo(50));
        assertThat(city.ask("SELECT act || ' ' || status || ' ' || reason FROM break_event WHERE act LIKE 'RES%'"))
                .isEqualTo("RESOLVED_BY_RULE REJECTED letter 7 of 2026");
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
        long rejected = Long.parseLong(city.ask("SELECT break_no FROM settlement_break WHERE status = 'REJECTED'"));
        Break seen = stand.worklist.get(CLERK, rejected).it();
        stand.desk.comment(CLERK, ActOn.of(seen, "the vendor has been told"));
        assertThat(stand.run(METRO, DAY_1).changedAnything())
                .as("a comment gives no rule its money back")
                .isFalse();
        assertRefused(ReconciliationRefusal.NOT_ALLOWED, () -> stand.rules.end(CLERK, 1, "no"));
    }

    @Test
    void whatSomebodyDoesToABreakMeanwhileIsWaitedFor() throws Exception {
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(first().withMoney(340, 340), second())
                        .csv());
        stand.run(METRO, DAY_1);
        stand.statements.withdraw(CLERK, 1, "to be replaced");
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(first().withMoney(350, 350), second())
                        .csv());
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection clerk = city.database().dataSource().getConnection();
                Statement act = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            act.execute("UPDATE settlement_break SET assignee = 1, version = version + 1");
            act.execute("INSERT INTO break_event (break_no, version, at, act, kind, status, ours_fen, theirs_fen,"
                    + " staff_id, actor) SELECT break_no, version, now(), 'ASSIGNED', kind, status, ours_fen,"
                    + " theirs_fen, 1, 'clerk' FROM settlement_break");
            Future<RunReport> comparing = threads.submit(() -> stand.run(METRO, DAY_1));
            while (!comparing.isDone() && city.ask(WAITING).equals("0")) {
                Thread.onSpinWait();
            }
            clerk.commit();
            assertThat(comparing.get().changedAnything()).isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(city.ask("SELECT assignee || ' ' || theirs_fen || ' ' || version FROM settlement_break"))
                .isEqualTo("1 350 3");
    }

    @Test
    void aDayIsHeldUpUntilEveryVendorIsComparedOrExcused() throws Exception {
        assertThat(blockers()).containsExactly("STATEMENT_MISSING CANTEEN-A 1700", "STATEMENT_MISSING METRO-1 700");
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(first(), second())
                        .lyingBy(1)
                        .csv());
        assertThat(blockers()).containsExactly("STATEMENT_MISSING CANTEEN-A 1700", "STATEMENT_HELD METRO-1 700");
        stand.statements.accept(CLERK, 1, "the vendor was called: a mistake of its program");
        assertThat(blockers()).containsExactly("STATEMENT_MISSING CANTEEN-A 1700", "STATEMENT_NOT_MATCHED METRO-1 700");
        stand.run(METRO, DAY_1);
        assertRefused(
                ReconciliationRefusal.NOT_ALLOWED,
                () -> stand.excuses.ask(AUDITOR, CANTEEN_A, DAY_1, "its program is broken"));
        long request = stand.excuses.ask(CLERK, CANTEEN_A, DAY_1, "its program is broken");
        assertRefused(ReconciliationRefusal.NOT_ALLOWED, () -> stand.excuses.approve(CLERK, request));
        stand.excuses.approve(CHIEF, request);
        assertThat(blockers()).isEmpty();
    }

    @Test
    void aRuleResolvesNothingUntilAnotherPersonApprovesIt() throws Exception {
        assertRefused(
                ReconciliationRefusal.LIMITS_TOO_HIGH,
                () -> stand.rules.ask(CHIEF, rule(BreakKind.AMOUNT_OVER, 50, Long.MAX_VALUE)));
        assertRefused(
                ReconciliationRefusal.LIMITS_TOO_HIGH,
                () -> stand.rules.ask(CHIEF, rule(BreakKind.AMOUNT_OVER, 10_001, 100_000)));
        long declined = stand.rules.ask(CHIEF, rule(BreakKind.AMOUNT_OVER, 50, 60));
        long request = stand.rules.ask(CHIEF, rule(BreakKind.AMOUNT_OVER, 50, 60));
        stand.rules.decline(OTHER_CHIEF, declined, "one is enough");
        long taken = stand.rules.ask(CHIEF, rule(BreakKind.AMOUNT_OVER, 50, 60));
        stand.rules.withdraw(CHIEF, taken, "twice the same");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> stand.rules.approve(OTHER_CHIEF, taken))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(ApprovalRefusal.ALREADY_DECIDED));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> stand.rules.approve(CHIEF, request))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(ApprovalRefusal.SAME_PERSON));
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(first().withMoney(340, 340), second())
                        .csv());
        assertThat(stand.run(METRO, DAY_1).resolved()).isZero();
        assertThatThrownBy(
                        () -> city.ask("UPDATE resolution_rule SET confirmed_at = now() WHERE request_no = " + request))
                .isInstanceOf(SQLException.class);
        assertThat(stand.rules.listOpen(AUDITOR, 10)).hasSize(1);
        assertThat(stand.rules.list(AUDITOR)).isEmpty();
        stand.rules.approve(OTHER_CHIEF, request);
        assertThat(stand.rules.list(AUDITOR)).hasSize(1);
        assertThat(stand.run(METRO, DAY_1).resolved()).isEqualTo(1);
    }

    @Test
    void staffOfADistrictLookAndDoNothingForTheWholeCity() throws Exception {
        Set<Permission> all = new HashSet<>(CHIEF.permissions());
        Actor futian = new Actor(4L, "futian", all, new Scope(District.FUTIAN, null), "");
        stand.take(METRO, new StatementText(METRO, DAY_1).add(first()).csv());
        stand.run(METRO, DAY_1);
        ActOn on = ActOn.of(
                stand.worklist.get(futian, stand.open().get(0).breakNo()).it(), "why");
        long request = stand.excuses.ask(CLERK, CANTEEN_A, DAY_1, "its program is broken");
        Map<String, ThrowingCallable> acts = new LinkedHashMap<>();
        acts.put("compare", () -> stand.reconciliation.run(futian, METRO, DAY_1));
        acts.put("ask for an excuse", () -> stand.excuses.ask(futian, METRO, DAY_2, "why"));
        acts.put("excuse", () -> stand.excuses.approve(futian, request));
        acts.put("decline an excuse", () -> stand.excuses.decline(futian, request, "why"));
        acts.put("withdraw", () -> stand.statements.withdraw(futian, 1, "why"));
        acts.put("accept a statement", () -> stand.statements.accept(futian, 1, "why"));
        acts.put("format", () -> stand.mappings.set(futian, METRO, StatementMapping.OWN_CSV));
        acts.put("accept a break", () -> stand.desk.accept(futian, on));
        acts.put("tick", () -> stand.ticked.resolve(futian, List.of(), BulkAct.ACCEPT, "why"));
        acts.put("adjust", () -> stand.adjustments.ask(futian, on, 1));
        acts.put("post", () -> stand.adjustments.approve(futian, 1));
        acts.put("decline to adjust", () -> stand.adjustments.decline(futian, 1, "why"));
        acts.put("rule", () -> stand.rules.ask(futian, rule(BreakKind.LATE, 50, 60)));
        acts.put("approve a rule", () -> stand.rules.approve(futian, 1));
        acts.put("decline a rule", () -> stand.rules.decline(futian, 1, "why"));
        acts.put("end a rule", () -> stand.rules.end(futian, 1, "why"));
        acts.forEach((name, act) -> assertThatExceptionOfType(RefusedException.class)
                .as(name)
                .isThrownBy(act)
                .satisfies(
                        refused -> assertThat(refused.refusal().name()).as(name).isEqualTo("CITY_ONLY")));
    }

    private static ResolutionRule rule(BreakKind kind, long most, long mostDay) {
        return new ResolutionRule(0, null, kind, Act.REJECT, most, mostDay, "letter 7 of 2026");
    }

    @Test
    void aDayThatIsNotClearedIsNotCompared() {
        assertRefused(ReconciliationRefusal.DAY_NOT_CLEARED, () -> stand.run(METRO, DAY_2));
    }

    private static Row first() {
        return Row.of(DAY_1, METRO, 1, 1, 1, 300, 300);
    }

    private static Row second() {
        return Row.of(DAY_1, METRO, 2, 2, 1, 400, 400);
    }

    private static Row fourth() {
        return Row.of(DAY_1, METRO, 4, 4, 1, 500, 500);
    }

    private List<BreakKind> kinds() throws Exception {
        return stand.open().stream().map(Break::kind).toList();
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

    private List<String> blockers() throws Exception {
        List<Blocker> found = stand.transactions.run(transaction -> ReconciliationGate.blockers(transaction, DAY_1));
        return found.stream()
                .map(each -> each.code() + " " + each.vendorCode() + " " + each.fen())
                .toList();
    }

    private static void assertRefused(ReconciliationRefusal refusal, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
