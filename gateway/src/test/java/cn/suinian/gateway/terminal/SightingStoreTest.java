package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.terminal.gate.Sighting;
import cn.suinian.gateway.terminal.gate.SightingStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several nodes write what they saw of the same terminals, in any order. */
@ExtendWith(PostgresExtension.class)
class SightingStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static TerminalStand stand;
    private static Vertx vertx;
    private static Pool pool;
    private static Database database;

    @BeforeAll
    static void start(Database fresh) throws Exception {
        database = fresh;
        stand = TerminalStand.start(fresh);
        vertx = Vertx.vertx();
        pool = PgBuilder.pool()
                .connectingTo(fresh.connectOptions())
                .with(new PoolOptions().setMaxSize(8))
                .using(vertx)
                .build();
    }

    @AfterAll
    static void stop() {
        stand.close();
        TerminalStand.await(pool.close());
        TerminalStand.await(vertx.close());
    }

    @Test
    void theNewestWinsWhoeverWritesFirst() throws Exception {
        Sighting older = seen(SmallCity.BUS, 1)
                .signedIn()
                .holding(9L, NOON.plusSeconds(50))
                .reporting("1.0", 5);
        Sighting newer = seen(SmallCity.BUS, 2).holding(4L, NOON).reporting("1.1", null);
        for (List<Sighting> order : List.of(List.of(older, newer), List.of(newer, older))) {
            TestServers.ask(
                    database, "DELETE FROM terminal_status WHERE terminal_id = " + SmallCity.BUS + " RETURNING 1");
            order.forEach(each -> TerminalStand.await(new SightingStore(pool).write(List.of(each))));
            assertThat(TestServers.ask(
                            database,
                            "SELECT extract(second FROM last_seen)::int || ' '"
                                    + " || extract(second FROM signed_in_at)::int"
                                    + " || ' ' || denylist_version || ' ' || software || ' ' || stored_taps"
                                    + " FROM terminal_status WHERE terminal_id = " + SmallCity.BUS))
                    .isEqualTo("2 1 9 1.1 5");
        }
    }

    @Test
    void aTerminalThatIsNoLongerRegisteredHarmsNoOther() throws Exception {
        List<Sighting> seen = List.of(seen(SmallCity.GATE, 7), seen(SmallCity.STRANGER, 7));
        TerminalStand.await(new SightingStore(pool).write(seen));
        assertThat(TestServers.ask(
                        database, "SELECT count(*) FROM terminal_status WHERE terminal_id = " + SmallCity.GATE))
                .isEqualTo("1");
    }

    @Test
    void nodesThatWriteTheSameTerminalsAtOnceDoNotBlockEachOther() {
        List<Future<Void>> writes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<Sighting> batch = List.of(seen(SmallCity.BUS, i % 60), seen(SmallCity.CANTEEN, i % 60));
            writes.add(new SightingStore(pool).write(batch));
        }
        TerminalStand.await(Future.all(writes).mapEmpty());
    }

    private static Sighting seen(long terminalId, long second) {
        return Sighting.call(terminalId, NOON.plusSeconds(second), 0, 1);
    }
}
