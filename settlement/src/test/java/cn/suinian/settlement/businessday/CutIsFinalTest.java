package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
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
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The argument of the package's essay, one test per sentence. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class CutIsFinalTest {
    private static final String POSTING_WAITS_FOR =
            "SELECT count(*) = 1 FROM pg_stat_activity WHERE application_name = 'posting' AND wait_event = '%s'";
    private static final String TAKE_GATE = "SELECT pg_advisory_lock(99)";
    private static final String GATED_POST = City.POST.replace(
            "RETURNING holder_id",
            "AND (SELECT open FROM (SELECT pg_advisory_xact_lock(99), true AS open OFFSET 0) AS gate)"
                    + " RETURNING holder_id");

    private static final String GATED_REVERSAL = City.POST_REVERSAL.replace(
            "RETURNING holder_id",
            "AND (SELECT open FROM (SELECT pg_advisory_xact_lock(99), true AS open OFFSET 0) AS gate)"
                    + " RETURNING holder_id");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closeWaits = new CountDownLatch(1);
    private City city;
    private Connection other;
    private Connection posting;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        other = database.dataSource().getConnection();
        posting = database.dataSource().getConnection();
        posting.createStatement().execute("SET application_name = 'posting'");
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        other.close();
        posting.close();
    }

    @Test
    void waitsForAPostingThatWroteBeforeTheCutAndCommitsAfterIt() throws Exception {
        posting.setAutoCommit(false);
        assertThat(city.post(posting, DAY_1, ride(DAY_1, METRO, 1, 250))).isTrue();
        Future<Boolean> close = closeInBackground();
        awaitThatTheCloseWaits();
        assertThat(city.openDay()).isEqualTo(DAY_2);
        city.tap(ride(DAY_1, METRO, 2, 9));
        posting.commit();
        assertThat(close.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(grossOfTheFirstDay()).isEqualTo(250);
    }

    @Test
    void waitsForAPostingThatHasAnOldSnapshotAndNoTransactionIdYet() throws Exception {
        other.createStatement().execute(TAKE_GATE);
        Future<Integer> post = threads.submit(() -> {
            try (PreparedStatement statement = posting.prepareStatement(GATED_POST)) {
                return city.fill(statement, DAY_1, ride(DAY_1, METRO, 1, 250)).executeUpdate();
            }
        });
        awaitTrue(POSTING_WAITS_FOR.formatted("advisory") + " AND backend_xmin IS NOT NULL AND backend_xid IS NULL");
        Future<Boolean> close = closeInBackground();
        awaitThatTheCloseWaits();
        assertThat(city.ask("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint > xmin::text::bigint"
                        + " FROM open_business_day"))
                .as("the transaction ids alone say that nothing older than the cut is left")
                .isEqualTo("t");
        assertThat(close.isDone()).isFalse();
        other.createStatement().execute("SELECT pg_advisory_unlock(99)");
        assertThat(post.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(close.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(grossOfTheFirstDay()).isEqualTo(250);
    }

    @Test
    void waitsForAReversalThatWroteBeforeTheCutAndCommitsAfterIt() throws Exception {
        city.tap(ride(DAY_1, METRO, 1, 250));
        posting.setAutoCommit(false);
        assertThat(city.postReversal(posting, DAY_1, 1)).isTrue();
        Future<Boolean> close = closeInBackground();
        awaitThatTheCloseWaits();
        posting.commit();
        assertThat(close.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(takenOffTheFirstDay()).isEqualTo(250);
    }

    @Test
    void waitsForAReversalThatIsHeldBetweenItsSnapshotAndItsCommit() throws Exception {
        city.tap(ride(DAY_1, METRO, 1, 250));
        other.createStatement().execute(TAKE_GATE);
        Future<Integer> reversal = threads.submit(() -> {
            try (PreparedStatement statement = posting.prepareStatement(GATED_REVERSAL)) {
                return City.fillReversal(statement, DAY_1, 1).executeUpdate();
            }
        });
        awaitTrue(POSTING_WAITS_FOR.formatted("advisory") + " AND backend_xmin IS NOT NULL AND backend_xid IS NULL");
        Future<Boolean> close = closeInBackground();
        awaitThatTheCloseWaits();
        assertThat(close.isDone()).isFalse();
        other.createStatement().execute("SELECT pg_advisory_unlock(99)");
        assertThat(reversal.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(close.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(takenOffTheFirstDay()).isEqualTo(250);
    }

    @Test
    void aPostingThatLocksTheTapsAfterTheCutSeesTheNextDay() throws Exception {
        other.setAutoCommit(false);
        other.createStatement().execute("LOCK TABLE tap IN SHARE MODE");
        Future<Boolean> post = threads.submit(() -> city.post(posting, DAY_1, ride(DAY_1, METRO, 1, 250)));
        awaitTrue(POSTING_WAITS_FOR.formatted("relation"));
        assertThat(closeInBackground().get(30, TimeUnit.SECONDS)).isTrue();
        other.commit();
        assertThat(post.get(30, TimeUnit.SECONDS))
                .as("posted in a day that is cut")
                .isFalse();
        assertThat(grossOfTheFirstDay()).isZero();
    }

    @Test
    void doesNotWaitForThoseWhoOnlyReadNorForThoseWhoWriteElsewhere() throws Exception {
        other.setAutoCommit(false);
        other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        other.createStatement().execute("SELECT count(*) FROM tap");
        posting.setAutoCommit(false);
        posting.createStatement().execute("UPDATE account SET version = version + 1 WHERE holder_id = 7");
        assertThat(closeInBackground().get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(closeWaits.getCount()).as("the close did not wait").isEqualTo(1);
    }

    @Test
    void namesTheOldestPostingThatDoesNotEndAndFinishesOnceItDid() throws Exception {
        posting.setAutoCommit(false);
        city.post(posting, DAY_1, ride(DAY_1, METRO, 1, 250));
        DayClose impatient = city.closeAfter(DAY_1, Duration.ofMillis(50));
        assertThatExceptionOfType(CloseRefused.class)
                .isThrownBy(() -> impatient.close(DAY_1, CloseListener.SILENT))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TAPS_UNDER_WAY))
                .withMessageContaining("\"posting\", idle in transaction, running for")
                .withMessageContaining("pg_terminate_backend(");
        assertThat(city.days().find(DAY_1).orElseThrow().state()).isEqualTo(BusinessDay.State.CUT);
        posting.commit();
        city.tap(ride(DAY_1, METRO, 2, 9));
        city.close(DAY_1);
        assertThat(grossOfTheFirstDay()).isEqualTo(250);
    }

    private Future<Boolean> closeInBackground() {
        return threads.submit(() -> city.closeAfter(DAY_1).close(DAY_1, progress -> {
            if (progress.step() == CloseStep.WAITING) {
                closeWaits.countDown();
            }
        }));
    }

    private void awaitThatTheCloseWaits() throws InterruptedException {
        assertThat(closeWaits.await(30, TimeUnit.SECONDS)).as("the close waits").isTrue();
    }

    private long grossOfTheFirstDay() throws Exception {
        return city.days().findReport(DAY_1).orElseThrow().totals().grossFen();
    }

    private long takenOffTheFirstDay() throws Exception {
        return city.days().findReport(DAY_1).orElseThrow().reversed().grossFen();
    }

    private void awaitTrue(String sql) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!"t".equals(city.ask(sql))) {
            assertThat(System.nanoTime()).as("gave up waiting for " + sql).isLessThan(patience);
        }
    }
}
