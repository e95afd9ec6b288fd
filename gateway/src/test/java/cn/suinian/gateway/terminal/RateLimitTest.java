package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.stand.Wire;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One terminal that asks too often, or for too much at once, is told so; the others do not feel it. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RateLimitTest {
    private static final Map<String, String> SLOW = Map.of("SUINIAN_TERMINAL_TAPS_PER_SECOND", "1");
    private static final Map<String, String> NARROW = Map.of(
            "SUINIAN_LANES", "1",
            "SUINIAN_LANE_QUEUE", "24",
            "SUINIAN_BATCH_CAP", "1",
            "SUINIAN_TAP_DEADLINE_MILLIS", "60000",
            "SUINIAN_STUCK_COMMIT_MILLIS", "60000",
            "SUINIAN_TERMINAL_TAPS_UNDER_WAY", "16");

    @Test
    void aTerminalPaysForALargeBatchAndOthersDoNot(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, SLOW)) {
            TapJson ride = TapJson.bus(stand.anotherCard(), stand.nextSeq());
            String[] items = Collections.nCopies(1_000, "{}").toArray(String[]::new);
            assertThat(stand.send(BatchJson.items(SmallCity.BUS, items)).status())
                    .isEqualTo(200);
            Request request = ride.request();
            Reply reply = stand.send(request);
            assertProblem(reply, 429, 42901, "-");
            assertThat(Integer.parseInt(reply.header("retry-after").orElseThrow()))
                    .isBetween(60, 100);
            assertThat(reply.header("suinian-mac")).hasValue(request.replyMac(reply));
            assertThat(stand.ask("SELECT count(*) FROM tap")).isEqualTo("0");
            assertThat(stand.send(TapJson.meal(stand.anotherCard(), stand.nextSeq())
                                    .request())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFeedPaysForALargeCallOfAttestations(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, SLOW)) {
            String items = String.join(",", Collections.nCopies(1_000, "{}"));
            Request call = Request.post(SmallCity.FEED, "{\"attestations\":[" + items + "]}")
                    .target("/v1/attestations");
            assertThat(stand.send(call).status()).isEqualTo(200);
            Reply reply = stand.send(call);
            assertProblem(reply, 429, 42901, "-");
            assertThat(Integer.parseInt(reply.header("retry-after").orElseThrow()))
                    .isBetween(60, 100);
        }
    }

    @Test
    void aPreviewCostsAsMuchAsTenTaps(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, SLOW)) {
            Request preview = Request.get(SmallCity.CANTEEN, "/v1/entitlements/" + stand.anotherCard());
            assertThat(stand.send(preview).status()).isEqualTo(200);
            Reply reply = stand.send(preview);
            assertProblem(reply, 429, 42901, "-");
            assertThat(Integer.parseInt(reply.header("retry-after").orElseThrow()))
                    .isBetween(7, 10);
        }
    }

    @Test
    void aStrangerCannotUseUpWhatIsATerminals(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, SLOW)) {
            TapJson ride = TapJson.bus(stand.anotherCard(), stand.nextSeq());
            Request forged = ride.request().sealed().body("{}".getBytes(UTF_8));
            Request old = ride.request().sent("2026-11-23T12:00:00+08:00");
            Request oldSignIn = ride.request()
                    .target("/v1/terminal/sign-in")
                    .body("{\"software\":\"1\"}".getBytes(UTF_8))
                    .sent("2026-11-23T12:00:00+08:00");
            for (int i = 0; i < 30; i++) {
                assertThat(stand.send(forged).code()).isEqualTo(40104);
                assertThat(stand.send(old).code()).isEqualTo(40105);
                assertThat(stand.send(oldSignIn).status()).isEqualTo(200);
            }
            assertThat(stand.send(ride.request()).status()).isEqualTo(200);
        }
    }

    @Test
    void whileOneTerminalFloodsTheLanesAnothersTapsAreAnswered(Database database) throws Exception {
        List<Wire> flood = new ArrayList<>();
        try (TerminalStand stand = TerminalStand.start(database, NARROW);
                Wire other = stand.connect()) {
            try (Connection blocking = database.dataSource().getConnection();
                    Statement statement = blocking.createStatement()) {
                blocking.setAutoCommit(false);
                statement.execute("LOCK TABLE tap IN SHARE MODE");
                for (int i = 0; i < 16; i++) {
                    Wire wire = stand.connect();
                    flood.add(wire);
                    wire.send(ride(stand).bytes());
                }
                awaitWaiting(stand, 15);
                for (int i = 0; i < 24; i++) {
                    Reply reply = stand.send(ride(stand));
                    assertProblem(reply, 429, 42901, "-");
                    assertThat(reply.header("retry-after")).hasValue("1");
                }
                other.send(TapJson.meal(stand.anotherCard(), stand.nextSeq())
                        .request()
                        .bytes());
                blocking.rollback();
            }
            assertThat(other.read(true).status()).isEqualTo(200);
            for (Wire wire : flood) {
                assertThat(wire.read(true).status()).isEqualTo(200);
            }
            assertThat(stand.send(ride(stand)).status()).isEqualTo(200);
        } finally {
            for (Wire wire : flood) {
                wire.close();
            }
        }
    }

    @Test
    void everyTapOfABatchIsUnderWayUntilTheBatchIsAnswered(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, NARROW);
                Wire batch = stand.connect()) {
            List<TapJson> rides = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                rides.add(TapJson.bus(stand.anotherCard(), stand.nextSeq()));
            }
            try (Connection blocking = database.dataSource().getConnection();
                    Statement statement = blocking.createStatement()) {
                blocking.setAutoCommit(false);
                statement.execute("LOCK TABLE tap IN SHARE MODE");
                batch.send(BatchJson.of(rides).bytes());
                awaitWaiting(stand, 15);
                assertProblem(stand.send(ride(stand)), 429, 42901, "-");
                blocking.rollback();
            }
            assertThat(batch.read(true).status()).isEqualTo(200);
            assertThat(stand.send(ride(stand)).status()).isEqualTo(200);
        }
    }

    private static Request ride(TerminalStand stand) {
        return TapJson.bus(stand.anotherCard(), stand.nextSeq()).request();
    }

    private static void awaitWaiting(TerminalStand stand, int taps) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (stand.waiting() < taps) {
            assertThat(System.nanoTime()).as("the taps never came").isLessThan(patience);
        }
    }
}
