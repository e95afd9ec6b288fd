package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.DAY_3;
import static cn.suinian.settlement.DayMoves.CHECKER;
import static cn.suinian.settlement.DayMoves.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.businessday.BusinessDay.State;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayBoardTest {
    private static final Blocker KEPT = new Blocker("KEPT", "有事", "Something", 1, 0);

    private City city;
    private DayMoves moves;

    @BeforeEach
    void open(Database database) throws Exception {
        city = City.open(database);
        moves = new DayMoves(city, (connection, day, next) -> List.of(KEPT));
    }

    @AfterEach
    void close() {
        moves.close();
    }

    @Test
    void aCityThatNeverClosedADayShowsItsOpenOne() throws Exception {
        assertThat(moves.board().list(MAKER, Optional.of(DAY_3), 31))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.day().day()).isEqualTo(DAY_1);
                    assertThat(line.day().state()).isEqualTo(State.OPEN);
                    assertThat(line.last()).isEmpty();
                });
        assertThat(moves.board().list(MAKER, Optional.of(DAY_1), 31)).isEmpty();
        assertThat(moves.board().find(MAKER, DAY_1)).isPresent();
        assertThat(moves.board().find(MAKER, DAY_2)).isEmpty();
    }

    @Test
    void gatesAreAskedForTheDayWhoseTurnItIsAndTheOthersNameTheDayBefore() throws Exception {
        city.close(DAY_2);
        List<DayBoard.Line> lines = moves.board().list(MAKER, Optional.empty(), 31);
        assertThat(lines).extracting(line -> line.day().day()).containsExactly(DAY_3, DAY_2, DAY_1);
        assertThat(lines.get(2).blockers()).containsExactly(KEPT);
        assertThat(lines.get(2).earlier()).isEmpty();
        assertThat(lines.get(2).last().orElseThrow().to()).isEqualTo(State.CLEARED);
        assertThat(lines.get(1).blockers()).isEmpty();
        assertThat(lines.get(1).earlier()).contains(DAY_1);
        assertThat(moves.board().find(MAKER, DAY_2).orElseThrow().blockers())
                .as("alone it tells everything")
                .containsExactly(KEPT);
        assertThat(city.days().listIn(State.CLEARED, 1))
                .extracting(BusinessDay::day)
                .containsExactly(DAY_1);
    }

    @Test
    void whoeverStartsACloseIsInTheTrailAndADayThatIsNotOverIsNotStarted() throws Exception {
        DayActs acts = acts(DAY_1);
        assertRefused(DayRefusal.NOT_OVER, () -> acts(DAY_1.minusDays(1)).startClose(CHECKER, DAY_1));
        assertRefused(DayRefusal.NO_SUCH_DAY, () -> acts.startClose(CHECKER, DAY_1.minusDays(1)));
        Actor clerk = new Actor(7L, "clerk", Role.SETTLEMENT_CLERK.permissions(), Scope.CITY, "");
        assertRefused(DayRefusal.NOT_ALLOWED, () -> acts.startClose(clerk, DAY_1));
        Actor district = new Actor(
                8L, "chief-futian", Role.SETTLEMENT_SUPERVISOR.permissions(), new Scope(District.FUTIAN, null), "");
        assertRefused(DayRefusal.CITY_ONLY, () -> acts.startClose(district, DAY_1));
        acts.startClose(CHECKER, DAY_1);
        assertThat(city.ask("SELECT act || ' ' || subject || ' ' || actor FROM audit_log"))
                .isEqualTo("DAY_CLOSE_STARTED 2026-11-16 test-checker");
        city.close(DAY_1);
        assertRefused(DayRefusal.CLOSED_ALREADY, () -> acts.startClose(CHECKER, DAY_1));
    }

    /** Acts in the night after a day. */
    private DayActs acts(java.time.LocalDate day) {
        Clock clock = Clock.fixed(day.atTime(16, 5).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new DayActs(moves.transactions(), List.of(), new AuditLog(clock), clock);
    }

    private static void assertRefused(DayRefusal reason, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }
}
