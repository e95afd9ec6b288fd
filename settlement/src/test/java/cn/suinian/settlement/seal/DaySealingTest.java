package cn.suinian.settlement.seal;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.DayMoves.CHECKER;
import static cn.suinian.settlement.DayMoves.MAKER;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
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
import cn.suinian.settlement.businessday.Blocker;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayRefusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day is SEALED with its seal and never without, wherever it is killed. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DaySealingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), ZoneOffset.UTC);

    private final AtomicBoolean armed = new AtomicBoolean();
    private City city;
    private DayMoves moves;
    private DaySealing daySealing;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        city.tap(ride(DAY_1, METRO, 1, 500));
        city.close(DAY_2);
        moves = new DayMoves(city, new SealGate(), (connection, day, next) -> {
            if (next == State.SEALED && armed.getAndSet(false)) {
                kill(connection);
            }
            return List.of();
        });
        byte[] key = new byte[32];
        key[31] = 7;
        KeyVault vault = KeystoreVault.inMemory(Map.of(1, new byte[16]), Map.of(1, new byte[16]), Map.of(1, key));
        Sealing sealing = new Sealing(database.dataSource(), vault, new AuditLog(CLOCK), CLOCK, State.PAID, "test");
        daySealing = new DaySealing(database.dataSource(), sealing, moves.acts(), "test");
    }

    @AfterEach
    void close() {
        moves.close();
    }

    @Test
    void noDayIsSealedInItsStateAlone() throws Exception {
        moves.moveTo(DAY_1, State.PAID);
        assertThat(moves.board().find(MAKER, DAY_1).orElseThrow().blockers())
                .extracting(Blocker::code)
                .containsExactly("NO_SEAL");
        assertRefused(DayRefusal.BLOCKED, () -> moves.acts().seal(CHECKER, DAY_1, (transaction, day) -> {}));
        assertThat(daySealing.seal(CHECKER, DAY_1)).isTrue();
        assertThat(state()).isEqualTo(State.SEALED);
        assertThat(daySealing.seal(CHECKER, DAY_1)).isFalse();
        assertThat(city.ask("SELECT count(*) FROM day_seal")).isEqualTo("1");
        assertThat(city.ask("SELECT count(*) FROM day_progress")).isEqualTo("0");
    }

    @Test
    void killedBetweenSealAndStateItIsFinishedTheNextTime() throws Exception {
        moves.moveTo(DAY_1, State.PAID);
        armed.set(true);
        assertThatThrownBy(() -> daySealing.seal(CHECKER, DAY_1)).isInstanceOf(SQLException.class);
        assertThat(state()).isEqualTo(State.PAID);
        String seal = city.ask("SELECT signature FROM day_seal");
        assertThat(seal).isNotNull();
        assertThat(daySealing.seal(CHECKER, DAY_1)).isTrue();
        assertThat(state()).isEqualTo(State.SEALED);
        assertThat(city.ask("SELECT signature FROM day_seal")).as("sealed once").isEqualTo(seal);
    }

    @Test
    void aDayIsSealedInItsTurnWhenItIsPaidAndByThoseWhoMay() throws Exception {
        assertRefused(DayRefusal.NOT_THERE_YET, () -> daySealing.seal(CHECKER, DAY_1));
        assertRefused(DayRefusal.NO_SUCH_DAY, () -> daySealing.seal(CHECKER, DAY_1.minusDays(1)));
        Actor clerk = new Actor(7L, "clerk", Role.SETTLEMENT_CLERK.permissions(), Scope.CITY, "");
        moves.moveTo(DAY_1, State.PAID);
        assertRefused(DayRefusal.NOT_ALLOWED, () -> daySealing.seal(clerk, DAY_1));
        Actor district =
                new Actor(8L, "chief", Role.SETTLEMENT_SUPERVISOR.permissions(), new Scope(District.FUTIAN, null), "");
        assertRefused(DayRefusal.CITY_ONLY, () -> daySealing.seal(district, DAY_1));
        assertThat(city.ask("SELECT count(*) FROM day_seal")).isEqualTo("0");
        moves.moveTo(DAY_2, State.PAID);
        assertRefused(DayRefusal.EARLIER_DAY_FIRST, () -> moves.acts().seal(CHECKER, DAY_2, (transaction, day) -> {}));
        daySealing.seal(CHECKER, DAY_1);
        assertThat(daySealing.seal(CHECKER, DAY_2)).isTrue();
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

    private static void assertRefused(DayRefusal reason, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }
}
