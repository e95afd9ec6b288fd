package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.DAY_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.Authorizer;
import cn.suinian.core.authorization.LaneConfig;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.Ruling.Limits;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.reference.ReferenceWatch;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.City;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real tap path at work while days are closed; the invariants compare every tap with what was cleared. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AuthorizerDuringCloseTest {
    private static final int DAYS = 6;
    private static final int HOLDERS = 200;
    private static final int FARE = 250;

    private final Vertx vertx = Vertx.vertx();
    private City city;
    private Authorizer authorizer;
    private long sent;

    @BeforeEach
    void startLanes(Database database) throws Exception {
        city = City.open(database);
        ReferenceWatch reference = new ReferenceWatch(vertx, database.connectOptions());
        await(reference.start());
        LaneConfig lanes = new LaneConfig(3, 8192, 16, 20_000, 12, 15_000, 1000);
        authorizer = await(Authorizer.open(
                vertx,
                database.connectOptions(),
                lanes,
                new Limits(30, 300, 72, 24),
                reference::current,
                new SimpleMeterRegistry()));
    }

    @AfterEach
    void stopLanes() throws Exception {
        await(authorizer.stop());
        await(vertx.close());
    }

    @Test
    void acknowledgedTapsAreClearedOnceEach() throws Exception {
        LocalDate last = DAY_1.plusDays(DAYS - 1);
        CompletableFuture<List<LocalDate>> close = CompletableFuture.supplyAsync(() -> closeThrough(last));
        while (!close.isDone()) {
            tapOnceEach();
        }
        tapOnceEach();
        assertThat(close.get()).hasSize(DAYS);
        city.close(last.plusDays(1));
        assertThat(city.ask("SELECT sum(taps) || ' ' || sum(gross) FROM clearing_line"))
                .isEqualTo(sent + " " + sent * FARE);
        assertThat(city.ask("SELECT count(DISTINCT settle_date) > 1 FROM tap")).isEqualTo("t");
    }

    @Test
    void reversalsUnderTrafficAreTakenOffOnceEach() throws Exception {
        LocalDate last = DAY_1.plusDays(DAYS - 1);
        CompletableFuture<List<LocalDate>> close = CompletableFuture.supplyAsync(() -> closeThrough(last));
        long reversed = 0;
        while (!close.isDone()) {
            tapOnceEach();
            reversed += reverseSome();
        }
        tapOnceEach();
        reversed += reverseSome();
        assertThat(close.get()).hasSize(DAYS);
        city.close(last.plusDays(1));
        assertThat(city.ask("SELECT sum(taps) || ' ' || sum(gross) FROM clearing_line"))
                .isEqualTo(sent + " " + sent * FARE);
        assertThat(city.ask("SELECT sum(taps) || ' ' || sum(gross) FROM clearing_reversal"))
                .isEqualTo(reversed + " " + reversed * FARE);
        assertThat(city.ask("SELECT count(DISTINCT settle_date) > 1 FROM tap_reversal"))
                .isEqualTo("t");
    }

    @Test
    void theRealReversalWaitsForTheLockOfTheTaps() throws Exception {
        tapOnceEach();
        try (java.sql.Connection holder = city.database().dataSource().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE tap IN SHARE MODE");
            Future<Reversal> reversal = reverse(7);
            awaitTrue("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted AND relation = 'tap'::regclass"
                    + " AND mode = 'RowExclusiveLock'");
            assertThat(reversal.isComplete()).isFalse();
            holder.commit();
            assertThat(await(reversal).amountFen()).isEqualTo(FARE);
        }
    }

    /** Two of the last round, while others are on their way. */
    private long reverseSome() throws Exception {
        List<Future<Reversal>> reversals = List.of(reverse(sent), reverse(sent - HOLDERS / 2));
        for (Future<Reversal> reversal : reversals) {
            assertThat(await(reversal).amountFen()).isEqualTo(FARE);
        }
        return reversals.size();
    }

    private Future<Reversal> reverse(long number) {
        Tap made = tap(1 + (int) ((number - 1) % HOLDERS), number);
        return authorizer.reverse(new Reversal.Request(
                made.key(), Reversal.Cause.GATE_SHUT, made.tappedAt().plusSeconds(2)));
    }

    private void awaitTrue(String sql) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!"t".equals(city.ask(sql))) {
            assertThat(System.nanoTime()).as("gave up waiting for " + sql).isLessThan(patience);
        }
    }

    /** Waits in every day until some taps have come in, so that every cut falls into traffic. */
    private List<LocalDate> closeThrough(LocalDate last) {
        try {
            return city.closeAfter(last).closeThrough(last, progress -> {
                if (progress.step() == CloseStep.STARTED) {
                    awaitTapsOf(progress.day());
                }
            });
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void awaitTapsOf(LocalDate day) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try {
            while (city.ask("SELECT 1 FROM tap WHERE settle_date = '" + day + "' OFFSET 100 LIMIT 1") == null) {
                assertThat(System.nanoTime()).as("no tap of " + day + " came").isLessThan(patience);
            }
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void tapOnceEach() throws Exception {
        List<Future<Answer>> answers = new ArrayList<>();
        for (int holder = 1; holder <= HOLDERS; holder++) {
            answers.add(authorizer.authorize(tap(holder)));
        }
        for (Future<Answer> answer : answers) {
            assertThat(await(answer).reason()).isNull();
        }
    }

    private Tap tap(int holder) {
        return tap(holder, ++sent);
    }

    private static Tap tap(int holder, long number) {
        LocalDate date = DAY_1.plusDays(number % (DAYS + 1));
        LocalDateTime at = date.atTime(9, 30);
        Instant tappedAt = at.toInstant(ZoneOffset.ofHours(8));
        return new Tap(
                new TapKey(date, 440300010001L, number, holder),
                City.METRO,
                Service.TRANSIT,
                holder,
                1 + number / HOLDERS,
                FARE,
                at,
                tappedAt,
                tappedAt.plusSeconds(1),
                number,
                null,
                new Tap.Context(Direction.BOARD, null, null, null, null));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
