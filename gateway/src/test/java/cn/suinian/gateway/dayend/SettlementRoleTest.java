package cn.suinian.gateway.dayend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.gateway.stand.SmallCity;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A node that looks for risks by itself. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class SettlementRoleTest {
    /** A lost card at a bus reader, declined: flagged whatever lies around it. */
    private static final String TAP = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey)
            SELECT day, day, 1, 1, %1$d, 1, %1$d, 7, clock_timestamp(), clock_timestamp(), 1, 0, 0, 0, 1, %2$d, 0
            FROM open_business_day
            """;

    private static final String BREAK = """
            INSERT INTO settlement_break (vendor_id, day, family, kind, status, payer, service, risk_fen, ours_fen,
                    theirs_fen, our_amount, their_amount, tap_date, terminal_id, terminal_seq, card_serial,
                    holder_id, opened_at)
                VALUES (1, '2026-01-05', 'TAP', 'EXPECTED', 'OPEN', 1, 1, 200, 200, 0, 200, 0, '2026-01-05', 1, 1,
                    1, 1, now());
            INSERT INTO break_event (break_no, version, at, act, kind, status, ours_fen, theirs_fen, actor)
                SELECT break_no, 1, now(), 'OPENED', kind, status, ours_fen, theirs_fen, 'test'
                FROM settlement_break;
            """;

    private static final String JOBS =
            "age-breaks close-days count-heads follow-days invite lens-look recheck-breaks risk-look send-messages";

    @TempDir
    Path outbox;

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void found(Database database) throws Exception {
        TestServers.ask(database, """
                INSERT INTO vendor (code, name, kind) VALUES ('B', 'B', 'BUS');
                INSERT INTO terminal (terminal_id, vendor_id, services) VALUES (1, 1, 1);
                INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE VALUES (1, '1950-01-01');
                INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                    VALUES (1, 1, 'LOST', now(), '2040-01-01');
                INSERT INTO account (holder_id, live_card) VALUES (1, 1);
                INSERT INTO open_business_day (day) VALUES ((now() AT TIME ZONE 'Asia/Shanghai')::date);
                -- Otherwise it begins a day back, and takes an hour of it at each look.
                INSERT INTO risk_watermark (pass, received_up_to)
                    VALUES ('PROMPT', now() - interval '1 minute'), ('LATE', now() - interval '1 minute');
                """);
        cn.suinian.core.postgres.AccountsFollowTaps.install(database);
    }

    @AfterEach
    void closeLoops() {
        vertx.close().await();
    }

    private SettlementRole start(Database database, Job... more) {
        DayEndConfig config = new DayEndConfig(1, Optional.of(LocalTime.of(0, 15)), outbox);
        DataVault vault = KeystoreVault.ofColumns(Map.of(1, new byte[16]), new byte[32]);
        return SettlementRole.start(new SettlementRole.Parts(
                vertx, database, SmallCity.vault(), vault, config, meters, Clock.systemUTC(), List.of(more)));
    }

    @Test
    void findsWhatCameInAndCountsItByKind(Database database) throws Exception {
        SettlementRole role = start(database);
        tap(database, 1);
        awaitFlags(1);
        tap(database, 2);
        awaitFlags(2);
        role.stop().await(30, TimeUnit.SECONDS);
        assertThat(TestServers.ask(database, "SELECT count(*) FROM risk_flag")).isEqualTo("2");
    }

    @Test
    void theOtherNodeTakesOverWhenThisOneStops(Database database) throws Exception {
        SettlementRole one = start(database);
        SettlementRole other = start(database);
        tap(database, 1);
        awaitFlags(1);
        one.stop().await(30, TimeUnit.SECONDS);
        tap(database, 2);
        awaitFlags(2);
        other.stop().await(30, TimeUnit.SECONDS);
    }

    @Test
    void stopsAtOnceThoughALookIsUnderWay(Database database) throws Exception {
        try (Connection blocking = database.dataSource().getConnection()) {
            blocking.setAutoCommit(false);
            blocking.createStatement().execute("LOCK TABLE risk_limit");
            SettlementRole role = start(database);
            await(
                    database,
                    "SELECT count(*) > 0 FROM pg_locks WHERE NOT granted AND relation = 'risk_limit'::regclass");
            long began = System.nanoTime();
            role.stop().await(30, TimeUnit.SECONDS);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began))
                    .isLessThan(5);
        }
    }

    @Test
    void goesOnAfterAFailure(Database database) throws Exception {
        TestServers.ask(database, "ALTER TABLE risk_limit RENAME TO elsewhere");
        SettlementRole role = start(database);
        tap(database, 1);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (meters.get("suinian.risk.failures").counter().count() == 0) {
            assertThat(System.nanoTime()).as("no look failed").isLessThan(patience);
        }
        TestServers.ask(database, "ALTER TABLE elsewhere RENAME TO risk_limit");
        awaitFlags(1);
        role.stop().await(30, TimeUnit.SECONDS);
    }

    @Test
    void closesYesterdayWhenItsHourHasCome(Database database) throws Exception {
        TestServers.ask(database, "UPDATE open_business_day SET day = day - 1");
        SettlementRole role = start(database);
        await(database, "SELECT count(*) = 1 FROM settlement_job WHERE task_name = 'close-days' AND NOT picked");
        assertThat(TestServers.ask(database, "SELECT count(*) FROM business_day WHERE cleared_at IS NOT NULL"))
                .isEqualTo("0");
        TestServers.ask(database, "UPDATE settlement_job SET execution_time = now() WHERE task_name = 'close-days'");
        await(database, "SELECT count(*) = 1 FROM business_day WHERE cleared_at IS NOT NULL");
        await(
                database,
                "SELECT (execution_time AT TIME ZONE 'Asia/Shanghai')::time = '00:15' AND execution_time > now()"
                        + " FROM settlement_job WHERE task_name = 'close-days'");
        role.stop().await(30, TimeUnit.SECONDS);
    }

    @Test
    void aClearedDayIsScannedAndThenLookedAtBeforePayment(Database database) throws Exception {
        TestServers.ask(database, "UPDATE open_business_day SET day = day - 1");
        SettlementRole role = start(database);
        await(database, "SELECT count(*) = 1 FROM settlement_job WHERE task_name = 'close-days' AND NOT picked");
        assertThat(TestServers.ask(database, "SELECT count(*) FROM lens_day")).isEqualTo("0");
        TestServers.ask(database, "UPDATE settlement_job SET execution_time = now() WHERE task_name = 'close-days'");
        await(database, "SELECT count(*) = 1 FROM lens_day JOIN risk_day USING (day) JOIN business_day USING (day)");
        role.stop().await(30, TimeUnit.SECONDS);
    }

    @Test
    void aTapThatNobodyStatedInTimeIsMissing(Database database) throws Exception {
        TestServers.ask(database, BREAK);
        SettlementRole role = start(database);
        await(database, "SELECT count(*) = 1 FROM settlement_job WHERE task_name = 'age-breaks' AND NOT picked");
        TestServers.ask(database, "UPDATE settlement_job SET execution_time = now() WHERE task_name = 'age-breaks'");
        await(database, "SELECT kind = 'MISSING_AT_VENDOR' FROM settlement_break");
        assertThat(TestServers.ask(database, "SELECT act FROM break_event ORDER BY version DESC LIMIT 1"))
                .isEqualTo("AGED");
        role.stop().await(30, TimeUnit.SECONDS);
    }

    /** A job that failed comes again five minutes later, and one by the hour of the day at a whole minute. */
    @Test
    void everyJobIsOnTheTimetableAndDoesItsWork(Database database) throws Exception {
        TestServers.ask(database, "UPDATE open_business_day SET day = day - 1");
        TestServers.ask(database, BREAK);
        SettlementRole role = start(database);
        await(database, "SELECT count(*) = 1 FROM settlement_job WHERE task_name = 'close-days' AND NOT picked");
        assertThat(TestServers.ask(
                        database, "SELECT string_agg(task_name, ' ' ORDER BY task_name) FROM settlement_job"))
                .isEqualTo(JOBS);
        TestServers.ask(database, "UPDATE settlement_job SET execution_time = now() WHERE task_name = 'close-days'");
        await(database, "SELECT count(*) = 1 FROM business_day WHERE cleared_at IS NOT NULL");
        TestServers.ask(database, "UPDATE settlement_job SET execution_time = now() WHERE last_success IS NULL");
        await(database, "SELECT bool_and(last_success IS NOT NULL) FROM settlement_job");
        await(database, "SELECT count(*) = 1 FROM break_recheck");
        assertThat(TestServers.ask(database, """
                        SELECT count(*) FROM settlement_job
                        WHERE execution_time - last_success BETWEEN interval '290 s' AND interval '310 s'
                          AND date_trunc('minute', execution_time) <> execution_time
                        """)).isEqualTo("0");
        role.stop().await(30, TimeUnit.SECONDS);
    }

    @Test
    void anOpenDayOfLongAgoIsLeftToPeople(Database database) throws Exception {
        TestServers.ask(database, "UPDATE open_business_day SET day = '2018-09-01'");
        SettlementRole role = start(database);
        await(database, "SELECT count(*) = 1 FROM settlement_job WHERE task_name = 'close-days'");
        TestServers.ask(database, "UPDATE settlement_job SET execution_time = now() WHERE task_name = 'close-days'");
        await(
                database,
                "SELECT last_success IS NOT NULL FROM settlement_job WHERE task_name = 'close-days' AND NOT picked");
        assertThat(TestServers.ask(database, "SELECT day FROM open_business_day"))
                .isEqualTo("2018-09-01");
        role.stop().await(30, TimeUnit.SECONDS);
    }

    @Test
    void ofTwoNodesOneDoesAJobAtATimeAndAFailureIsTriedAgain(Database database) throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Job job = new Job("count", FixedDelay.ofSeconds(1), Duration.ofMillis(100), () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            running.decrementAndGet();
            if (done.incrementAndGet() == 1) {
                throw new IllegalStateException("the first one fails");
            }
            return Duration.ofMillis(100);
        });
        SettlementRole one = start(database, job);
        SettlementRole other = start(database, job);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (done.get() < 4) {
            assertThat(System.nanoTime()).as("the job does not come again").isLessThan(patience);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        one.stop().await(30, TimeUnit.SECONDS);
        other.stop().await(30, TimeUnit.SECONDS);
        assertThat(most).hasValue(1);
    }

    @Test
    void showsADayThatIsNotClosed(Database database) throws Exception {
        TestServers.ask(database, "UPDATE open_business_day SET day = day - 2");
        TestServers.ask(database, "INSERT INTO business_day (day, state) SELECT day, 'OPEN' FROM open_business_day");
        SettlementRole role = start(database);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (meters.get("suinian.day.not.cleared").gauge().value() != 1) {
            assertThat(System.nanoTime()).as("no look at the days").isLessThan(patience);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(meters.get("suinian.day.oldest.not.cleared.seconds").gauge().value())
                .isBetween(86_000.0, 2 * 86_401.0);
        role.stop().await(30, TimeUnit.SECONDS);
    }

    private static void tap(Database database, int number) throws Exception {
        TestServers.ask(
                database,
                TAP.formatted(number, cn.suinian.core.authorization.decision.DeclineReason.CARD_LOST.number()));
    }

    /** A look rests nine times as long as it took, and the first on a busy machine takes seconds. */
    private void awaitFlags(int wanted) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (meters.get("suinian.risk.flags")
                        .tag("kind", "TAP_AFTER_STOP")
                        .counter()
                        .count()
                < wanted) {
            assertThat(System.nanoTime()).as("no flag came").isLessThan(patience);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static void await(Database database, String sql) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!"t".equals(TestServers.ask(database, sql))) {
            assertThat(System.nanoTime()).as(sql).isLessThan(patience);
        }
    }
}
