package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.DayMoves.CHECKER;
import static cn.suinian.settlement.DayMoves.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.businessday.BusinessDay.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
// it
@Breaks("every seal has its hash and its signature, and follows the one before")
class DayActsTest {
    private static final Blocker BREAKS = new Blocker("OPEN_BREAKS", "有未处理差异", "Open breaks", 3, 4200);

    private final AtomicReference<State> blocked = new AtomicReference<>();
    private City city;
    private DayMoves moves;

    @BeforeEach
    void closeTwoDays(Database database) throws Exception {
        city = City.open(database);
        city.close(DAY_2);
        moves = new DayMoves(city, (connection, day, next) -> next == blocked.get() ? List.of(BREAKS) : List.of());
    }

    @AfterEach
    void close() {
        moves.close();
    }

    @Test
    void aDayGoesThroughAllItsStatesAndItsHistoryTellsWhoAndWhy() throws Exception {
        moves.moveTo(DAY_1, State.SEALED);
        assertThat(state()).isEqualTo(State.SEALED);
        assertThat(moves.board().listActs(MAKER, DAY_1))
                .extracting(act ->
                        act.from().map(State::name).orElse("-") + " " + act.to() + " " + act.by() + " " + act.reason())
                .containsExactly(
                        "- OPEN set-up ",
                        "OPEN CUT process 1 on node-1 ",
                        "CUT CLEARED process 1 on node-1 ",
                        "CLEARED RECONCILED test-maker ",
                        "RECONCILED APPROVED test-checker figures agree",
                        "APPROVED PAID test-checker ",
                        "PAID SEALED test-checker ");
        assertThat(city.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log"))
                .isEqualTo("DAY_RECONCILED APPROVE_DAY_ASKED DAY_APPROVED DAY_PAID DAY_SEALED");
    }

    @Test
    void aStepThatWasMadeIsNotMadeAgain() throws Exception {
        assertThat(moves.acts().reconcile(MAKER, DAY_1)).isTrue();
        assertThat(moves.acts().reconcile(MAKER, DAY_1)).isFalse();
        moves.moveTo(DAY_1, State.SEALED);
        assertThat(moves.acts().markPaid(CHECKER, DAY_1)).isFalse();
        assertThat(moves.acts().seal(CHECKER, DAY_1, (transaction, day) -> {
                    throw new IllegalStateException("sealed twice");
                }))
                .isFalse();
    }

    @Test
    void noStepIsSkippedNotEvenByHand() throws Exception {
        assertRefused(DayRefusal.NOT_THERE_YET, () -> moves.acts().markPaid(CHECKER, DAY_1));
        assertRefused(DayRefusal.NOT_THERE_YET, () -> moves.acts().askToApprove(MAKER, DAY_1, "early"));
        assertRefused(DayRefusal.NO_SUCH_DAY, () -> moves.acts().reconcile(MAKER, DAY_1.minusDays(1)));
        assertRefused(DayRefusal.NOT_THERE_YET, () -> moves.acts().reconcile(MAKER, DAY_2.plusDays(1)));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> city.ask("UPDATE business_day SET state = 'PAID' WHERE day = '" + DAY_1 + "'"))
                .withMessageContaining("does not go from CLEARED to PAID");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> city.ask("INSERT INTO business_day_act (day, from_state, to_state, by)"
                        + " VALUES ('2026-11-16', 'RECONCILED', 'APPROVED', 'one alone')"))
                .withMessageContaining("signed_by_two");
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> city.ask("DELETE FROM business_day_act"));
    }

    @Test
    void daysGoInOrder() throws Exception {
        assertRefused(DayRefusal.EARLIER_DAY_FIRST, () -> moves.acts().reconcile(MAKER, DAY_2));
        moves.moveTo(DAY_1, State.RECONCILED);
        moves.moveTo(DAY_2, State.RECONCILED);
        assertRefused(DayRefusal.EARLIER_DAY_FIRST, () -> moves.acts().askToApprove(MAKER, DAY_2, "in a hurry"));
    }

    @Test
    void aDayMayBeAskedForBehindOneThatIsAskedForAndIsApprovedInOrder() throws Exception {
        moves.moveTo(DAY_1, State.RECONCILED);
        moves.moveTo(DAY_2, State.RECONCILED);
        long first = moves.acts().askToApprove(MAKER, DAY_1, "figures agree");
        long second = moves.acts().askToApprove(MAKER, DAY_2, "figures agree");
        assertRefused(DayRefusal.EARLIER_DAY_FIRST, () -> moves.acts().approve(CHECKER, second));
        moves.acts().approve(CHECKER, first, "both looked at");
        moves.acts().approve(CHECKER, second, "both looked at");
        assertThat(city.ask("SELECT string_agg(reason, ', ') FROM audit_log WHERE act = 'DAY_APPROVED'"))
                .isEqualTo("both looked at, both looked at");
    }

    @Test
    void aRoundAsksForEveryDayThatIsReadyAndSaysOfTheOthersWhyNot() throws Exception {
        blocked.set(State.APPROVED);
        assertThat(moves.acts().askToApproveThrough(MAKER, DAY_2, "a quiet weekend"))
                .extracting(asked -> asked.day() + " " + asked.request().isPresent() + " "
                        + asked.why().map(RefusedException::refusal).orElse(null))
                .as("of a day that is refused nothing is done")
                .containsExactly(DAY_1 + " false BLOCKED", DAY_2 + " false EARLIER_DAY_FIRST");
        assertThat(state()).isEqualTo(State.CLEARED);
        blocked.set(null);
        assertRefused(DayRefusal.REASON_NEEDED, () -> moves.acts().askToApproveThrough(MAKER, DAY_2, " "));
        assertThat(moves.acts().askToApproveThrough(MAKER, DAY_1, "a quiet Saturday"))
                .singleElement()
                .matches(asked -> asked.request().isPresent());
        assertThat(moves.acts().listToAsk(MAKER, DAY_2)).containsExactly(DAY_2);
        assertThat(moves.acts().askToApproveThrough(MAKER, DAY_2, "a quiet Sunday"))
                .singleElement()
                .matches(asked -> asked.request().isPresent());
        assertThat(moves.board().listWaiting(CHECKER))
                .extracting(DayBoard.Waiting::day)
                .containsExactly(DAY_1, DAY_2);
        assertThat(city.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log"))
                .isEqualTo("DAY_RECONCILED APPROVE_DAY_ASKED DAY_RECONCILED APPROVE_DAY_ASKED");
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"RECONCILED", "PAID", "SEALED"})
    void aGateBlocksAndLetsGoAgain(State next) throws Exception {
        if (next.compareTo(State.RECONCILED) > 0) {
            moves.moveTo(DAY_1, DayMoves.before(next));
        }
        blocked.set(next);
        assertThat(moves.board().find(MAKER, DAY_1).orElseThrow().blockers()).containsExactly(BREAKS);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> step(next))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(DayRefusal.BLOCKED))
                .satisfies(refused ->
                        assertThat(refused.all().get(0).details()).containsEntry("blockers", "OPEN_BREAKS 3"));
        blocked.set(null);
        assertThat(moves.board().find(MAKER, DAY_1).orElseThrow().blockers()).isEmpty();
        step(next);
        assertThat(state()).isEqualTo(next);
    }

    @Test
    void anApprovalIsJudgedAgainWhenItIsGiven() throws Exception {
        moves.moveTo(DAY_1, State.RECONCILED);
        long request = moves.acts().askToApprove(MAKER, DAY_1, "figures agree");
        blocked.set(State.APPROVED);
        assertRefused(DayRefusal.BLOCKED, () -> moves.acts().approve(CHECKER, request));
        assertThat(state()).isEqualTo(State.RECONCILED);
        blocked.set(null);
        moves.acts().approve(CHECKER, request);
        assertRefused(ApprovalRefusal.ALREADY_DECIDED, () -> moves.acts().approve(CHECKER, request));
    }

    @Test
    void whoeverAskedCannotSign() throws Exception {
        moves.moveTo(DAY_1, State.RECONCILED);
        long approval = moves.acts().askToApprove(MAKER, DAY_1, "figures agree");
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> moves.acts().approve(MAKER, approval));
        long reopening = moves.acts().askToReopen(CHECKER, DAY_1, "a statement came late");
        assertRefused(ApprovalRefusal.SAME_PERSON, () -> moves.acts().reopen(CHECKER, reopening));
        assertRefused(ApprovalRefusal.NOT_A_PERSON, () -> moves.acts().approve(Actor.house("a job"), approval));
        assertThat(state()).isEqualTo(State.RECONCILED);
    }

    @Test
    void whoeverAskedTakesItBackWhileItWaitsAndNobodyElse() throws Exception {
        moves.moveTo(DAY_1, State.RECONCILED);
        long approval = moves.acts().askToApprove(MAKER, DAY_1, "figures agree");
        assertRefused(
                ApprovalRefusal.NOT_YOURS, () -> moves.acts().withdraw(CHECKER, DayActs.APPROVE, approval, "not yet"));
        assertRefused(
                ApprovalRefusal.NO_SUCH_REQUEST,
                () -> moves.acts().withdraw(MAKER, DayActs.REOPEN, approval, "not yet"));
        assertRefused(DayRefusal.REASON_NEEDED, () -> moves.acts().withdraw(MAKER, DayActs.APPROVE, approval, ""));
        moves.acts().withdraw(MAKER, DayActs.APPROVE, approval, "a statement is to come");
        assertRefused(ApprovalRefusal.ALREADY_DECIDED, () -> moves.acts().approve(CHECKER, approval));
        assertRefused(
                ApprovalRefusal.ALREADY_DECIDED,
                () -> moves.acts().withdraw(MAKER, DayActs.APPROVE, approval, "twice"));
        assertThat(state()).isEqualTo(State.RECONCILED);
        long again = moves.acts().askToApprove(MAKER, DAY_1, "figures agree");
        moves.acts().approve(CHECKER, again);
        assertRefused(
                ApprovalRefusal.ALREADY_DECIDED, () -> moves.acts().withdraw(MAKER, DayActs.APPROVE, again, "late"));
        long reopening = moves.acts().askToReopen(MAKER, DAY_1, "late statement");
        moves.acts().withdraw(MAKER, DayActs.REOPEN, reopening, "it was another day");
        assertThat(state()).isEqualTo(State.APPROVED);
        assertThat(city.ask("SELECT string_agg(act || ' ' || reason, ', ' ORDER BY entry_no) FROM audit_log"
                        + " WHERE act LIKE '%WITHDRAWN'"))
                .isEqualTo("APPROVE_DAY_WITHDRAWN a statement is to come, REOPEN_DAY_WITHDRAWN it was another day");
        assertThatExceptionOfType(SQLException.class)
                .as("the database itself keeps the two apart")
                .isThrownBy(() -> city.ask("INSERT INTO approval_request (kind, subject, reason, asked_by, asked_as,"
                        + " asked_at, decided_by, decided_as, decided_at, outcome) VALUES ('APPROVE_DAY', 1, 'x', 1,"
                        + " 'a', now(), 2, 'b', now(), 'WITHDRAWN')"))
                .withMessageContaining("approval_request_check");
    }

    @Test
    void aDayIsReopenedByTwoAndTheRequestsMadeBeforeAreVoid() throws Exception {
        moves.moveTo(DAY_1, State.RECONCILED);
        long approval = moves.acts().askToApprove(MAKER, DAY_1, "figures agree");
        moves.acts().reopen(CHECKER, moves.acts().askToReopen(MAKER, DAY_1, "a statement came late"));
        assertThat(state()).isEqualTo(State.CLEARED);
        moves.acts().reconcile(MAKER, DAY_1);
        assertRefused(DayRefusal.MOVED_MEANWHILE, () -> moves.acts().approve(CHECKER, approval));
        assertThat(moves.board().listWaiting(MAKER)).singleElement().matches(DayBoard.Waiting::stale);
        moves.acts().rejectApproval(CHECKER, approval, "void");
        moves.acts().approve(CHECKER, moves.acts().askToApprove(MAKER, DAY_1, "figures agree now"));
        assertThat(state()).isEqualTo(State.APPROVED);
    }

    @Test
    void anApprovedDayIsReopenedButTheLatestFirstAndNeverAPaidOne() throws Exception {
        moves.moveTo(DAY_1, State.APPROVED);
        moves.moveTo(DAY_2, State.RECONCILED);
        assertRefused(DayRefusal.LATER_DAY_FIRST, () -> moves.acts().askToReopen(MAKER, DAY_1, "late"));
        moves.acts().reopen(CHECKER, moves.acts().askToReopen(MAKER, DAY_2, "late"));
        assertRefused(DayRefusal.NOT_RECONCILED, () -> moves.acts().askToReopen(MAKER, DAY_2, "again"));
        long reopening = moves.acts().askToReopen(MAKER, DAY_1, "late");
        moves.acts().markPaid(CHECKER, DAY_1);
        assertRefused(DayRefusal.MOVED_MEANWHILE, () -> moves.acts().reopen(CHECKER, reopening));
        assertRefused(DayRefusal.PAID_ALREADY, () -> moves.acts().askToReopen(MAKER, DAY_1, "late"));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> city.ask("UPDATE business_day SET state = 'CLEARED' WHERE day = '" + DAY_1 + "'"));
    }

    @Test
    void whatBelongsToAStepIsDoneWithItOrNotAtAll() throws Exception {
        moves.moveTo(DAY_1, State.PAID);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> moves.acts().seal(CHECKER, DAY_1, (transaction, day) -> {
                    DayProgress.say(transaction, day, "HASHING", 1, 2, "", "me");
                    throw new IllegalStateException("the signing key is locked");
                }));
        assertThat(state()).isEqualTo(State.PAID);
        assertThat(moves.board().find(MAKER, DAY_1).orElseThrow().progress()).isEmpty();
    }

    @Test
    void aLongStepIsSeenByOthersWhileItRuns() throws Exception {
        city.closeAfter(DAY_2.plusDays(1)).close(DAY_2.plusDays(1), progress -> {
            if (progress.step() == CloseStep.FINAL) {
                assertThat(progress()).contains("FINAL 3 of 6 process 1 on node-1");
            }
        });
        assertThat(progress()).isEmpty();
    }

    @Test
    void whoeverMayNotDoesNotAndADayIsListedByPage() throws Exception {
        Actor clerk = new Actor(3L, "clerk", Role.COUNTER_CLERK.permissions(), Scope.CITY, "");
        assertRefused(DayRefusal.NOT_ALLOWED, () -> moves.acts().reconcile(clerk, DAY_1));
        assertRefused(DayRefusal.NOT_ALLOWED, () -> moves.board().listWaiting(clerk));
        List<DayBoard.Line> page = moves.board().list(MAKER, Optional.empty(), 2);
        assertThat(page).extracting(line -> line.day().day()).containsExactly(DAY_2.plusDays(1), DAY_2);
        assertThat(moves.board().list(MAKER, Optional.of(DAY_2), 2))
                .extracting(line -> line.day().day())
                .containsExactly(DAY_1);
    }

    private Optional<String> progress() {
        try {
            return moves.board()
                    .find(MAKER, DAY_2.plusDays(1))
                    .orElseThrow()
                    .progress()
                    .map(p -> p.step() + " " + p.done() + " of " + p.of() + " " + p.by());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void step(State next) throws SQLException {
        switch (next) {
            case RECONCILED -> moves.acts().reconcile(MAKER, DAY_1);
            case PAID -> moves.acts().markPaid(CHECKER, DAY_1);
            case SEALED -> moves.acts().seal(CHECKER, DAY_1, (transaction, day) -> {});
            case OPEN, CUT, CLEARED, APPROVED -> throw new IllegalArgumentException(next.name());
        }
    }

    private State state() throws SQLException {
        return moves.board().find(MAKER, DAY_1).orElseThrow().day().state();
    }

    private static void assertRefused(Refusal reason, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }
}
