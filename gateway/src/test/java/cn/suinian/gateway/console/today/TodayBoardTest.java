package cn.suinian.gateway.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.console.today.TodayBoard.Shown;
import cn.suinian.gateway.stand.SettableClock;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the database is asked, and when it is left alone. */
class TodayBoardTest {

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = SettableClock.at("2026-11-23T04:10:00Z");
    private final Deque<Promise<Today>> readings = new ArrayDeque<>();
    private int asked;
    private final TodayBoard board = new TodayBoard(vertx, clock, () -> {
        asked++;
        Promise<Today> reading = Promise.promise();
        readings.add(reading);
        return reading.future();
    });

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void asksOnceForAllWhoLookAtTheSameTime() {
        List<Future<Shown>> looks = List.of(board.look(), board.look(), board.look());
        assertThat(asked).isEqualTo(1);
        Today today = today();
        readings.remove().complete(today);
        for (Future<Shown> look : looks) {
            assertThat(look.await()).isEqualTo(new Shown(today, false));
        }
    }

    @Test
    void asksAgainAfterTwoSecondsAndNotBefore() {
        readAfter(Duration.ZERO);
        clock.advance(Duration.ofMillis(1999));
        board.look().await();
        assertThat(asked).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        board.look();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void leavesASlowDatabaseAloneForTenTimesAsLong() {
        readAfter(Duration.ofMillis(900));
        clock.advance(Duration.ofMillis(8_099));
        board.look().await();
        assertThat(asked).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        board.look();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void keepsTheLastFiguresAndSaysSoWhenAReadingFails() {
        Today today = readAfter(Duration.ZERO);
        clock.advance(Duration.ofSeconds(2));
        Future<Shown> look = board.look();
        readings.remove().fail("gone");
        assertThat(look.await()).isEqualTo(new Shown(today, true));
        clock.advance(Duration.ofSeconds(2));
        Future<Shown> again = board.look();
        readings.remove().complete(today);
        assertThat(again.await().failing()).isFalse();
    }

    @Test
    void triesAgainSoonWhenItTookLongToFail() {
        Future<Shown> look = board.look();
        clock.advance(Duration.ofSeconds(10));
        readings.remove().fail("gone");
        assertThat(look.await()).isEqualTo(new Shown(null, true));
        clock.advance(Duration.ofSeconds(5));
        board.look();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void showsTheOldFiguresRatherThanLetAReaderWait() {
        Today today = readAfter(Duration.ZERO);
        clock.advance(Duration.ofSeconds(2));
        assertThat(board.look().await()).isEqualTo(new Shown(today, false));
        assertThat(asked).isEqualTo(2);
    }

    private Today readAfter(Duration time) {
        Future<Shown> look = board.look();
        clock.advance(time);
        Today today = today();
        readings.remove().complete(today);
        look.await();
        return today;
    }

    private Today today() {
        return new Today(
                LocalDate.parse("2026-11-23"), clock.instant(), Tally.NOTHING, Tally.NOTHING, 0, List.of(), null, null);
    }
}
