package cn.suinian.core.holder.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.authorization.TapPartitions;
import cn.suinian.core.postgres.ApplicationRole;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which days have an index by holder, and when it is made. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks({"every tap has an account", "every tap was made with a card of its holder"})
class TapsByHolderTest {
    private static final LocalDate OPEN = LocalDate.of(2026, 11, 23);
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Instant THREE_IN_THE_NIGHT = Instant.parse("2026-11-22T19:00:00Z");

    /** A day of more than 32 MiB. */
    private static final String LARGE_DAY = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey, line)
            SELECT '2026-11-20', '2026-11-23', 1, 1, n, n, 1, 1, '2026-11-20T12:00+08', now(), n, 0, 0, 0, 1, 0, 0,
                   repeat('x', 900)
            FROM generate_series(1, 36000) n""";

    @BeforeEach
    void openADay(Database database) throws SQLException {
        TestServers.ask(database, "INSERT INTO open_business_day (day) VALUES ('2026-11-23')");
        new TapPartitions(database.dataSource()).makeAround(OPEN);
    }

    @Test
    void everyDayThatIsCutGetsOneAndNoOther(Database database) throws SQLException {
        List<LocalDate> made = makeAll(database, NOON);
        assertThat(made).hasSize(35).first().isEqualTo(OPEN.minusDays(1));
        assertThat(missing(database)).isEmpty();
        assertThat(indexed(database, OPEN)).isFalse();
        assertThat(indexed(database, OPEN.plusDays(1))).isFalse();
        TestServers.ask(database, "UPDATE open_business_day SET day = '2026-11-24'");
        assertThat(missing(database)).containsExactly(OPEN);
        assertThat(makeAll(database, NOON)).containsExactly(OPEN);
    }

    @Test
    void aLargeDayThatTapsMayComeLateToWaitsForTheNight(Database database) throws SQLException {
        TestServers.ask(database, LARGE_DAY);
        assertThat(makeAll(database, NOON)).hasSize(34).doesNotContain(LocalDate.of(2026, 11, 20));
        assertThat(makeAll(database, THREE_IN_THE_NIGHT)).containsExactly(LocalDate.of(2026, 11, 20));
    }

    @Test
    void aLargeDayThatNothingComesToIsMadeAtOnce(Database database) throws SQLException {
        TestServers.ask(database, LARGE_DAY);
        TestServers.ask(database, "UPDATE open_business_day SET day = '2026-12-29'");
        assertThat(makeAll(database, NOON)).contains(LocalDate.of(2026, 11, 20));
    }

    @Test
    void waitsBehindNobodyWhoWritesToTheDay(Database database) throws SQLException {
        try (Connection writer = database.dataSource().getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("LOCK TABLE tap_20261122 IN ROW EXCLUSIVE MODE");
            assertThatThrownBy(() -> new TapsByHolder(database.dataSource()).makeNext(NOON))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            held -> assertThat(held.getSQLState()).isEqualTo("55P03"));
            writer.rollback();
        }
        assertThat(new TapsByHolder(database.dataSource()).makeNext(NOON)).contains(OPEN.minusDays(1));
    }

    @Test
    void aNodeMayMakeThemAndOnlyOfDaysThatAreCut(Database database) throws SQLException {
        String role = "node_" + System.nanoTime();
        TestServers.ask(database, "CREATE ROLE " + role + " LOGIN PASSWORD '00ff'");
        ApplicationRole.grant(database, role);
        Database node = new Database(database.host(), database.port(), role, "00ff", database.database());
        assertThat(makeAll(node, NOON)).hasSize(35);
        for (String day : List.of("2026-11-23", "2026-11-24", "infinity")) {
            assertThatThrownBy(() -> TestServers.ask(node, "SELECT index_taps_of_day('" + day + "')"))
                    .hasMessageContaining("is not cut");
        }
        TestServers.ask(database, "DELETE FROM open_business_day");
        assertThatThrownBy(() -> TestServers.ask(node, "SELECT index_taps_of_day('2026-11-20')"))
                .hasMessageContaining("is not cut");
    }

    private static List<LocalDate> makeAll(Database database, Instant now) throws SQLException {
        TapsByHolder indexes = new TapsByHolder(database.dataSource());
        List<LocalDate> made = new ArrayList<>();
        for (Optional<LocalDate> day = indexes.makeNext(now); day.isPresent(); day = indexes.makeNext(now)) {
            made.add(day.get());
        }
        return made;
    }

    private static List<LocalDate> missing(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return TapsByHolder.listMissing(connection);
        }
    }

    private static boolean indexed(Database database, LocalDate day) throws SQLException {
        String name = "tap_" + day.toString().replace("-", "") + "_by_holder";
        return TestServers.ask(database, "SELECT to_regclass('" + name + "')") != null;
    }
}
