package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.reconciliation.Stand.AUDITOR;
import static cn.suinian.settlement.reconciliation.Stand.BOTH;
import static cn.suinian.settlement.reconciliation.Stand.CHIEF;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.City;
import cn.suinian.settlement.reconciliation.StatementText.Row;
import cn.suinian.settlement.reconciliation.VendorDay.Figures;
import cn.suinian.settlement.reconciliation.VendorDay.Standing;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.BulkAct;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.Many;
import cn.suinian.settlement.reconciliation.breaks.BreakFilter;
import cn.suinian.settlement.reconciliation.breaks.BreakRefusal;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.breaks.Sides;
import cn.suinian.settlement.reconciliation.breaks.TickedBreaks.Ticked;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody sees of a vendor's day, who may be excused, and acts on what was picked out of a list. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class VendorDaysTest {
    private City city;
    private Stand stand;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        stand = new Stand(city);
        stand.today(DAY_1.plusDays(1));
        city.tap(ride(DAY_1, METRO, 1, 300), ride(DAY_1, METRO, 2, 400));
        city.tap(lunch(DAY_1, CANTEEN_A, 3, 1500, 1500, 2));
        city.close(DAY_1);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void whatIsStatedTwiceIsInNoFigure() throws Exception {
        stand.take(METRO, text().add(row(1, 300), row(1, 300), row(2, 450)).csv());
        stand.run(METRO, DAY_1);
        VendorDay.Detail detail = stand.days.find(AUDITOR, METRO, DAY_1).orElseThrow();
        assertThat(detail.it().standing()).isEqualTo(Standing.COMPARED);
        assertThat(detail.it().ours()).isEqualTo(new Figures(2, 700, 700, 0));
        assertThat(detail.it().theirs()).contains(new Figures(2, 750, 750, 0));
        assertThat(detail.lines()).singleElement().satisfies(line -> {
            assertThat(line.service()).isEqualTo(Service.TRANSIT);
            assertThat(line.theirs()).isEqualTo(new Figures(2, 750, 750, 0));
        });
        assertThat(detail.kinds()).singleElement().satisfies(kind -> {
            assertThat(kind.kind()).isEqualTo(BreakKind.AMOUNT_OVER);
            assertThat(kind.differenceFen()).isEqualTo(50);
        });
        assertThat(detail.run())
                .hasValueSatisfying(run -> assertThat(run.rows()).isEqualTo(2));
    }

    @Test
    void aStatementIsAwaitedThenOverdueThenHeldThenCompared() throws Exception {
        assertThat(standing()).isEqualTo(Standing.AWAITED);
        stand.today(DAY_1.plusDays(4));
        assertThat(standing()).isEqualTo(Standing.OVERDUE);
        int held = stand.take(METRO, text().add(row(1, 300)).lyingBy(1).csv())
                .statement()
                .statementId();
        assertThat(standing()).isEqualTo(Standing.HELD);
        stand.statements.accept(CLERK, held, "they were called");
        assertThat(standing()).isEqualTo(Standing.NOT_COMPARED);
        stand.run(METRO, DAY_1);
        assertThat(standing()).isEqualTo(Standing.COMPARED);
        assertThat(stand.days.findLastCleared(AUDITOR)).contains(DAY_1);
    }

    @Test
    void anExcuseHasTwoSignaturesAndIsVoidOnceAStatementCame() throws Exception {
        long first = stand.excuses.ask(BOTH, METRO, DAY_1, "no program");
        assertThat(standing()).isEqualTo(Standing.EXCUSE_ASKED);
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> stand.excuses.approve(BOTH, first));
        assertRefused(ApprovalRefusal.ALREADY_ASKED, () -> stand.excuses.ask(CLERK, METRO, DAY_1, "too"));
        assertRefused(ApprovalRefusal.NOT_YOURS, () -> stand.excuses.withdraw(CLERK, first, "wrong day"));
        stand.excuses.withdraw(BOTH, first, "wrong day");
        assertThat(standing()).isNotEqualTo(Standing.EXCUSE_ASKED);
        stand.excuses.decline(CHIEF, stand.excuses.ask(BOTH, METRO, DAY_1, "no program"), "call them again");
        long second = stand.excuses.ask(CLERK, METRO, DAY_1, "called");
        stand.take(METRO, text().add(row(1, 300)).csv());
        assertThat(stand.excuses.listOpen(CHIEF, 9))
                .singleElement()
                .satisfies(excuse -> assertThat(excuse.stillSo()).isFalse());
        assertRefused(ReconciliationRefusal.STATEMENT_THERE, () -> stand.excuses.approve(CHIEF, second));
        assertThat(city.ask("SELECT count(*) FROM statement_excuse")).isEqualTo("0");
        long third = stand.excuses.ask(CLERK, CANTEEN_A, DAY_1, "closed for good");
        stand.excuses.approve(CHIEF, third);
        assertRefused(ReconciliationRefusal.EXCUSED_ALREADY, () -> stand.excuses.ask(CLERK, CANTEEN_A, DAY_1, "again"));
    }

    @Test
    void anExcuseIsOfAClearedDayAndEndsWithTheStatementThatComes() throws Exception {
        assertRefused(
                ReconciliationRefusal.DAY_NOT_CLEARED,
                () -> stand.excuses.ask(CLERK, METRO, DAY_1.plusDays(400), "in advance"));
        stand.excuses.approve(CHIEF, stand.excuses.ask(CLERK, METRO, DAY_1, "no program"));
        assertThat(standing()).isEqualTo(Standing.EXCUSED);
        assertThat(isBlocked()).isFalse();
        stand.today(DAY_1.plusDays(2));
        int came = stand.take(METRO, text().add(row(1, 300)).csv()).statement().statementId();
        stand.run(METRO, DAY_1);
        stand.statements.withdraw(CLERK, came, "the wrong file");
        stand.run(METRO, DAY_1);
        assertThat(standing()).isEqualTo(Standing.AWAITED);
        assertThat(isBlocked()).isTrue();
        stand.today(DAY_1.plusDays(3));
        stand.excuses.approve(CHIEF, stand.excuses.ask(CLERK, METRO, DAY_1, "none after all"));
        assertThat(standing()).isEqualTo(Standing.EXCUSED);
        assertThat(isBlocked()).isFalse();
    }

    @Test
    void bothSidesOfABreakStandFieldByField() throws Exception {
        stand.take(METRO, text().add(row(1, 350), row(2, 400), row(9, 700)).csv());
        stand.run(METRO, DAY_1);
        Sides over = stand.worklist.sides(AUDITOR, one(BreakKind.AMOUNT_OVER));
        assertThat(over.ours())
                .singleElement()
                .satisfies(tap -> assertThat(tap.amounts().subsidyFen()).isEqualTo(300));
        assertThat(over.theirs()).singleElement().satisfies(row -> {
            assertThat(row.amounts().subsidyFen()).isEqualTo(350);
            assertThat(row.source().lineNo()).isEqualTo(3);
        });
        Sides unknown = stand.worklist.sides(AUDITOR, one(BreakKind.MISSING_HERE));
        assertThat(unknown.ours()).isEmpty();
        assertThat(unknown.theirs()).hasSize(1);
        Break closed = stand.desk.reject(CLERK, ActOn.of(one(BreakKind.AMOUNT_OVER), "our price holds"));
        stand.statements.withdraw(CLERK, over.theirs().get(0).source().statementId(), "to be replaced");
        int next = stand.take(
                        METRO, text().add(row(2, 400), row(9, 700), row(1, 350)).csv())
                .statement()
                .statementId();
        stand.run(METRO, DAY_1);
        assertThat(stand.worklist.sides(AUDITOR, stand.again(closed)).theirs())
                .as("the row that was withdrawn does not stand beside the one that counts")
                .singleElement()
                .satisfies(row -> assertThat(row.source().statementId()).isEqualTo(next));
    }

    @Test
    void whatWasTickedIsResolvedTogetherOrNotAtAll() throws Exception {
        stand.take(METRO, text().add(row(1, 350), row(2, 460)).csv());
        stand.run(METRO, DAY_1);
        List<Ticked> seen = stand.open().stream()
                .map(each -> new Ticked(each.breakNo(), each.version()))
                .toList();
        Break first = stand.open().get(0);
        stand.desk.comment(CLERK, ActOn.of(first, "looked at"));
        assertRefused(
                BreakRefusal.CHANGED_MEANWHILE,
                () -> stand.ticked.resolve(CLERK, seen, BulkAct.ACCEPT, "small change"));
        assertThat(stand.open()).hasSize(2);
        List<Ticked> again = stand.open().stream()
                .map(each -> new Ticked(each.breakNo(), each.version()))
                .toList();
        assertThat(stand.ticked.resolve(CLERK, again, BulkAct.REJECT, "not agreed"))
                .isEqualTo(new Many(2, 0));
        assertThat(stand.again(first).status()).isEqualTo(BreakStatus.REJECTED);
        assertRefused(BreakRefusal.NOTHING_TICKED, () -> stand.ticked.resolve(CLERK, List.of(), BulkAct.ACCEPT, "x"));
        assertRefused(BreakRefusal.NOT_ALLOWED, () -> stand.ticked.resolve(AUDITOR, again, BulkAct.ACCEPT, "x"));
    }

    @Test
    void breaksAreFoundByService() throws Exception {
        stand.take(METRO, text().add(row(1, 350)).csv());
        stand.run(METRO, DAY_1);
        BreakFilter rides = BreakFilter.parse(BreakFilter.OPEN.text() + "&service=TRANSIT");
        BreakFilter meals = BreakFilter.parse(BreakFilter.OPEN.text() + "&service=MEAL");
        assertThat(BreakFilter.parse(rides.text())).isEqualTo(rides);
        assertThat(stand.worklist.totals(AUDITOR, rides)).isNotEmpty();
        assertThat(stand.worklist.totals(AUDITOR, meals)).isEmpty();
    }

    @Test
    void breaksToDecideStandFirstByTheirMoneyThenWhatIsNotComparedThenTheRest() throws Exception {
        assertThat(inTurn()).as("none is compared, so by what is payable").containsExactly(CANTEEN_A, METRO);
        int all = stand.take(METRO, text().add(row(1, 400), row(2, 400)).csv())
                .statement()
                .statementId();
        stand.run(METRO, DAY_1);
        assertThat(inTurn()).as("a break of one yuan").containsExactly(METRO, CANTEEN_A);
        stand.take(
                CANTEEN_A,
                new StatementText(CANTEEN_A, DAY_1)
                        .add(Row.of(DAY_1, CANTEEN_A, 3, 3, 2, 1550, 1550))
                        .csv());
        stand.run(CANTEEN_A, DAY_1);
        assertThat(inTurn()).as("a yuan before half of one").containsExactly(METRO, CANTEEN_A);
        stand.statements.withdraw(CLERK, all, "to be replaced");
        assertThat(inTurn()).as("not compared").containsExactly(CANTEEN_A, METRO);
        Break theirs = stand.open().stream()
                .filter(each -> each.vendorId() == CANTEEN_A)
                .findFirst()
                .orElseThrow();
        stand.desk.reject(CLERK, ActOn.of(theirs, "our price holds"));
        assertThat(inTurn()).as("nothing is left to decide there").containsExactly(METRO, CANTEEN_A);
    }

    private List<Integer> inTurn() throws Exception {
        return stand.days.list(AUDITOR, DAY_1).stream().map(VendorDay::vendorId).toList();
    }

    private Standing standing() throws Exception {
        return stand.days.find(AUDITOR, METRO, DAY_1).orElseThrow().it().standing();
    }

    private boolean isBlocked() throws Exception {
        return ReconciliationGate.listBlockers(stand.transactions, CLERK, DAY_1).stream()
                .anyMatch(each -> each.vendorId() == METRO);
    }

    private Break one(BreakKind kind) throws Exception {
        return stand.open().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static StatementText text() {
        return new StatementText(METRO, DAY_1);
    }

    private static Row row(int n, int money) {
        return Row.of(DAY_1, METRO, n, n, 1, money, money);
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
