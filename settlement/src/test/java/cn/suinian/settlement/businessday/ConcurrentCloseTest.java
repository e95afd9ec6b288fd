package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.businessday.CloseRefused.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The invariants that are checked after each of these tests are the greater part of what they assert. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ConcurrentCloseTest {
    private static final int DAYS = 8;
    private static final LocalDate LAST = DAY_1.plusDays(DAYS - 1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private City city;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneNodeClosesAtATimeAndTheOtherIsToldWho() throws Exception {
        city.closeAfter(DAY_1)
                .close(
                        DAY_1,
                        progress -> assertThatExceptionOfType(CloseRefused.class)
                                .isThrownBy(() -> city.close(DAY_1))
                                .satisfies(
                                        refused -> assertThat(refused.reason()).isEqualTo(Reason.BUSY))
                                .withMessageContaining("\"suinian close, process 1 on node-1\""));
        city.close(DAY_1);
    }

    @Test
    void manyWhoCloseAtOnceCloseEachDayOnce() throws Exception {
        city.tap(ride(DAY_1, METRO, 1, 250), ride(DAY_1.plusDays(3), METRO, 2, 300));
        AtomicInteger closed = new AtomicInteger();
        Callable<Void> closer = () -> {
            while (closed.get() < DAYS) {
                try {
                    closed.addAndGet(city.closeAfter(LAST)
                            .closeThrough(LAST, CloseListener.SILENT)
                            .size());
                } catch (CloseRefused refused) {
                    assertThat(refused.reason()).isEqualTo(Reason.BUSY);
                }
            }
            return null;
        };
        for (Future<Void> done : threads.invokeAll(List.of(closer, closer, closer))) {
            done.get();
        }
        assertThat(closed).hasValue(DAYS);
        assertThat(city.ask("SELECT sum(amount_fen) FROM journal_transfer")).isEqualTo("550");
    }

    @Test
    void everyTapOfABusyCityIsClearedOnceWhileDayAfterDayIsClosed() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<Future<Long>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int seed = writer;
            writers.add(threads.submit(() -> tapUntil(enough, seed)));
        }
        for (LocalDate day = DAY_1; !day.isAfter(LAST); day = day.plusDays(1)) {
            awaitMoreTaps(50);
            city.close(day);
        }
        enough.set(true);
        long tapped = 0;
        for (Future<Long> writer : writers) {
            tapped += writer.get();
        }
        city.close(LAST.plusDays(1));
        assertThat(city.ask("SELECT sum(gross) FROM clearing_line")).isEqualTo(Long.toString(tapped));
        assertThat(city.ask("SELECT count(DISTINCT settle_date) FROM tap")).isEqualTo(Integer.toString(DAYS + 1));
    }

    private long tapUntil(AtomicBoolean enough, int seed) throws SQLException {
        Random random = new Random(seed);
        long gross = 0;
        try (Connection connection = city.database().dataSource().getConnection()) {
            while (!enough.get()) {
                LocalDate date = DAY_1.plusDays(random.nextInt(DAYS + 1));
                int fare = random.nextInt(500);
                city.tap(connection, ride(date, METRO, 1 + random.nextInt(200), fare));
                gross += fare;
            }
        }
        return gross;
    }

    private void awaitMoreTaps(int more) throws SQLException {
        long wanted = Long.parseLong(city.ask("SELECT count(*) FROM tap")) + more;
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Long.parseLong(city.ask("SELECT count(*) FROM tap")) < wanted) {
            assertThat(System.nanoTime()).as("gave up waiting for taps").isLessThan(patience);
        }
    }
}
