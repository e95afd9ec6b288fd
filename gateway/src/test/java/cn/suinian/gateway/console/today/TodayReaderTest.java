package cn.suinian.gateway.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.Console;
import cn.suinian.gateway.console.SeededCity;
import cn.suinian.gateway.console.SeededCity.Ride;
import cn.suinian.gateway.stand.SettableClock;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counting only what is new must come to the same as counting everything. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class TodayReaderTest {

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = SettableClock.at("2026-11-23T00:00:00Z");
    private SeededCity city;
    private Pool pool;
    private TodayReader reader;

    @BeforeEach
    void found(Database database) throws Exception {
        city = new SeededCity(database);
        city.found("深圳巴士", LocalDate.parse("2026-11-23"));
        pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(Console.readOnly(database.connectOptions()))
                .build();
        reader = reader();
    }

    @AfterEach
    void stop() {
        pool.close().await();
        vertx.close().await();
    }

    @Test
    void addsWhatCameSinceTheLastLook() throws Exception {
        for (int minute = 0; minute < 40; minute++) {
            city.tap(Ride.bus(now()).paidBy(1 + minute % 11));
            city.tap(Ride.bus(now()).declined(1 + minute % 17));
            Today added = reader.read().await();
            assertThat(added.tally()).isEqualTo(reader().read().await().tally());
            assertThat(added.tally().total().taps()).isEqualTo(2L * (minute + 1));
            clock.advance(Duration.ofSeconds(75));
        }
    }

    @Test
    void countsEverythingAgainNowAndThen() throws Exception {
        city.tap(Ride.bus("2026-11-23T00:00:00Z"));
        clock.advance(Duration.ofMinutes(10));
        reader.read().await();
        city.tap(Ride.bus("2026-11-23T00:01:00Z"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(reader.read().await().tally().total().taps()).isEqualTo(1);
        clock.advance(TodayReader.RECOUNT);
        assertThat(reader.read().await().tally().total().taps()).isEqualTo(2);
    }

    @Test
    void startsAfreshAtMidnightInShenzhen() throws Exception {
        city.tap(Ride.bus("2026-11-23T00:00:00Z"));
        assertThat(reader.read().await().tally().total().taps()).isEqualTo(1);
        clock.advance(Duration.ofHours(16));
        Today tuesday = reader.read().await();
        assertThat(tuesday.day()).isEqualTo("2026-11-24");
        assertThat(tuesday.tally()).isEqualTo(Tally.NOTHING);
        assertThat(tuesday.latest()).isEmpty();
    }

    @Test
    void listsTheLatestTwentyByTheTimeTheyWereReceived() throws Exception {
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofSeconds(10));
            city.tap(Ride.bus(now()));
        }
        city.tap(Ride.bus("2026-11-22T23:00:00Z").received(now()));
        List<LatestTap> latest = reader.read().await().latest();
        assertThat(latest).hasSize(TodayReader.LATEST);
        assertThat(latest.stream().map(LatestTap::receivedAt))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(latest.stream().map(LatestTap::tappedAt)).contains(Instant.parse("2026-11-22T23:00:00Z"));
    }

    @Test
    void looksFurtherBackForTheLatestOnAQuietDay() throws Exception {
        city.tap(Ride.bus("2026-11-22T17:00:00Z"));
        city.tap(Ride.bus("2026-11-22T23:30:00Z"));
        city.tap(Ride.bus("2026-11-23T00:00:00Z"));
        assertThat(reader.read().await().latest()).hasSize(3);
    }

    @Test
    void countsWhatArrivedLateFromEarlierDays() throws Exception {
        city.tap(Ride.bus("2026-11-20T04:00:00Z").received("2026-11-22T23:00:00Z"));
        city.tap(Ride.bus("2026-11-20T04:00:00Z").received("2026-11-22T12:00:00Z"));
        Today today = reader.read().await();
        assertThat(today.late()).isEqualTo(1);
        assertThat(today.tally()).isEqualTo(Tally.NOTHING);
    }

    private TodayReader reader() {
        return new TodayReader(new TodayStore(pool), clock);
    }

    private String now() {
        return clock.instant().toString();
    }
}
