package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.SmallCity;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The denylist while many change it, and when it is long. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DenylistRaceTest {
    private static final int COUNTERS = 6;
    private static final int CHANGES = 30;
    private static final int LONG_LIST = 20_000;
    /** A longer transaction is slow: each version is a row of the head, and none can be forgotten before it ends. */
    private static final int AT_ONCE = 500;

    @Test
    void aTerminalThatFollowsMissesNothingWhateverTheOrderOfCommits(Database database) throws Exception {
        ExecutorService counters = Executors.newFixedThreadPool(COUNTERS);
        try (TerminalStand stand = TerminalStand.start(database)) {
            HeldList follower = new HeldList(stand).fetch();
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < COUNTERS; i++) {
                Random random = new Random(i);
                working.add(counters.submit(() -> changeCards(database, random)));
            }
            while (!working.stream().allMatch(Future::isDone)) {
                follower.follow();
            }
            for (Future<?> done : working) {
                done.get();
            }
            follower.follow();
            assertThat(follower.cards()).isEqualTo(new HeldList(stand).fetch().cards());
            assertThat(follower.cards())
                    .hasSize(Integer.parseInt(stand.ask("SELECT count(*) FROM card WHERE status = 'LOST'")));
        } finally {
            counters.shutdownNow();
        }
    }

    @Test
    void aLongListIsWholeSignedAndFollowed(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database)) {
            HeldList early = new HeldList(stand).fetch();
            for (int first = 0; first < LONG_LIST; first += AT_ONCE) {
                stand.ask("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on) "
                        + "SELECT 1000000 + n, 1 + n % 1000, 'REPLACED', now(), '2030-01-01' FROM generate_series("
                        + first + ", " + (first + AT_ONCE - 1) + ") n");
            }
            HeldList late = new HeldList(stand).fetch();
            assertThat(late.cards()).hasSize(LONG_LIST + early.cards().size());
            early.follow();
            assertThat(early.cards()).isEqualTo(late.cards());
            assertThat(early.version()).isEqualTo(late.version());
        }
    }

    @Test
    void afterTheDatabaseWasSetBackTheNextLossIsOnTheList(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database)) {
            stand.ask("UPDATE denylist_head SET version = version + 5");
            HeldList before = new HeldList(stand).fetch();
            stand.ask("UPDATE denylist_head SET version = version - 5");
            stand.ask("UPDATE card SET status = 'LOST', status_since = now() WHERE card_serial = 7");
            HeldList after = new HeldList(stand).fetch();
            assertThat(after.version()).isEqualTo(before.version() - 4);
            assertThat(after.cards())
                    .containsAll(before.cards())
                    .hasSize(before.cards().size() + 1);
        }
    }

    @Test
    void aTerminalIsKnownToHaveWhatItWasSent(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database)) {
            HeldList held = new HeldList(stand).fetch();
            stand.ask("UPDATE card SET status = 'LOST', status_since = now() WHERE card_serial = 7");
            held.follow();
            TerminalStand.await(stand.stop());
            assertThat(stand.ask(
                            "SELECT denylist_version FROM terminal_status WHERE terminal_id = " + SmallCity.CANTEEN))
                    .isEqualTo(Long.toString(held.version()));
        }
    }

    /** Some changes are taken back, some take their time between the change and the commit. */
    private static Void changeCards(Database database, Random random) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < CHANGES; i++) {
                statement.execute("UPDATE card SET status = CASE status WHEN 'LOST' THEN 'ACTIVE' ELSE 'LOST' END, "
                        + "status_since = now() WHERE card_serial = " + (1 + random.nextInt(100)));
                statement.execute("SELECT pg_sleep(" + random.nextInt(10) / 1000.0 + ")");
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
        return null;
    }
}
