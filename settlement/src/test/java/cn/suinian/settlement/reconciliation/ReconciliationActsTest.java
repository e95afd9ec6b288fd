package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.reconciliation.Stand.AUDITOR;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static cn.suinian.settlement.reconciliation.Stand.OTHER_CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.ReconciliationGate.Blocker;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.BulkAct;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule.Act;
import cn.suinian.settlement.statement.format.StatementMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rules and people do with breaks, and what keeps a day from being reconciled. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ReconciliationActsTest {
    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND wait_event_type = 'Lock'";

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
    void rulesResolveWhatTheyMayAndNoMore() throws Exception {
        for (int i = 0; i < 3; i++) { // more of the same resolve no more
            stand.rules.approve(OTHER_CHIEF, stand.rules.ask(CHIEF, rule(BreakKind.AMOUNT_OVER, 50, 60)));
        }
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(Stand.first().withMoney(340, 340), Stand.second().withMoney(450, 450))
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
                        .add(Stand.first().withMoney(340, 340), Stand.second())
                        .csv());
        stand.run(METRO, DAY_1);
        stand.statements.withdraw(CLERK, 1, "to be replaced");
        stand.take(
                METRO,
                new StatementText(METRO, DAY_1)
                        .add(Stand.first().withMoney(350, 350), Stand.second())
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
                        .add(Stand.first(), Stand.second())
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
                        .add(Stand.first().withMoney(340, 340), Stand.second())
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
        stand.take(METRO, new StatementText(METRO, DAY_1).add(Stand.first()).csv());
        stand.run(METRO, DAY_1);
        ActOn on = ActOn.of(stand.open().get(0), "why");
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

    private List<String> blockers() throws Exception {
        List<Blocker> found = stand.transactions.run(transaction -> ReconciliationGate.blockers(transaction, DAY_1));
        return found.stream()
                .map(each -> each.code() + " " + each.vendorCode() + " " + each.fen())
                .toList();
    }

    private static ResolutionRule rule(BreakKind kind, long most, long mostDay) {
        return new ResolutionRule(0, null, kind, Act.REJECT, most, mostDay, "letter 7 of 2026");
    }
}
