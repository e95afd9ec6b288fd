package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.DayMoves.CHECKER;
import static cn.suinian.settlement.DayMoves.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.City;
import cn.suinian.settlement.DayMoves;
import cn.suinian.settlement.businessday.BusinessDay.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A step whose session dies in its middle did not happen, and is made again; two at once make it once. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
// it
@Breaks("every seal has its hash and its signature, and follows the one before")
class DayStepKilledTest {
    private final AtomicBoolean armed = new AtomicBoolean();
    private City city;
    private DayMoves moves;

    @BeforeEach
    void closeADay(Database database) throws Exception {
        city = City.open(database);
        city.close(DAY_1);
        moves = new DayMoves(city, (connection, day, next) -> {
            if (armed.getAndSet(false)) {
                kill(connection);
            }
            return List.of();
        });
    }

    @AfterEach
    void close() {
        moves.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"RECONCILED", "APPROVED", "PAID", "SEALED"})
    void isMadeAgainAfterItsSessionDied(State next) throws Exception {
        State before = DayMoves.before(next);
        if (next != State.RECONCILED) {
            moves.moveTo(DAY_1, before);
        }
        long request = next == State.APPROVED ? moves.acts().askToApprove(MAKER, DAY_1, "figures agree") : 0;
        armed.set(true);
        assertThatThrownBy(() -> step(next, request)).isInstanceOf(SQLException.class);
        assertThat(state()).isEqualTo(before);
        step(next, request);
        assertThat(state()).isEqualTo(next);
        assertThat(city.ask("SELECT count(*) FROM business_day_act WHERE to_state = '" + next + "'"))
                .isEqualTo("1");
    }

    @Test
    void aReopeningThatDiedIsDoneAgain() throws Exception {
        moves.moveTo(DAY_1, State.APPROVED);
        long request = moves.acts().askToReopen(MAKER, DAY_1, "late");
        moves.acts().reopen(CHECKER, request);
        moves.moveTo(DAY_1, State.PAID);
        armed.set(true);
        assertThatThrownBy(() -> moves.acts().seal(CHECKER, DAY_1, (transaction, day) -> {}))
                .isInstanceOf(SQLException.class);
        assertThat(state()).isEqualTo(State.PAID);
    }

    @Test
    void manyAtOnceMakeEachStepOnce() throws Exception {
        int days = 5;
        LocalDate last = DAY_1.plusDays(days - 1);
        city.close(last);
        AtomicInteger made = new AtomicInteger();
        Callable<Void> clerk = () -> {
            for (LocalDate day = DAY_1; !day.isAfter(last); ) {
                try {
                    made.addAndGet(moves.acts().reconcile(MAKER, day) ? 1 : 0);
                    day = day.plusDays(1);
                } catch (RefusedException busy) {
                    assertThat(busy.refusal()).isEqualTo(DayRefusal.DAY_BUSY);
                }
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<Void>> done = new ArrayList<>(threads.invokeAll(List.of(clerk, clerk, clerk)));
        for (Future<Void> each : done) {
            each.get();
        }
        threads.shutdown();
        assertThat(made).hasValue(days);
        assertThat(city.ask("SELECT count(*) FROM business_day_act WHERE to_state = 'RECONCILED'"))
                .isEqualTo(Integer.toString(days));
    }

    @Test
    void whileADayIsBeingClosedNoOtherMoves() throws Exception {
        city.closeAfter(DAY_1.plusDays(1))
                .close(
                        DAY_1.plusDays(1),
                        progress -> assertThatThrownBy(() -> moves.acts().reconcile(MAKER, DAY_1))
                                .isInstanceOf(RefusedException.class)
                                .hasMessageContaining("DAY_BUSY"));
        assertThat(moves.acts().reconcile(MAKER, DAY_1)).isTrue();
    }

    private void step(State next, long request) throws SQLException {
        switch (next) {
            case RECONCILED -> moves.acts().reconcile(MAKER, DAY_1);
            case APPROVED -> moves.acts().approve(CHECKER, request);
            case PAID -> moves.acts().markPaid(CHECKER, DAY_1);
            case SEALED -> moves.acts().seal(CHECKER, DAY_1, (transaction, day) -> {});
            case OPEN, CUT, CLEARED -> throw new IllegalArgumentException(next.name());
        }
    }

    private State state() throws SQLException {
        return moves.board().find(MAKER, DAY_1).orElseThrow().day().state();
    }

    private void kill(Connection connection) {
        try (ResultSet row = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            city.ask("SELECT pg_terminate_backend(" + row.getInt(1) + ", 5000)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
