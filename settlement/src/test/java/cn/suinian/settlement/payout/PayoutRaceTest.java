package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static cn.suinian.settlement.payout.PayoutCity.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.HoldRequest;
import cn.suinian.settlement.lens.hold.Holds;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is raced or killed, a payment is made once. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("a day's history leads step by step to where the day is")
class PayoutRaceTest {
    private static final HoldRequest HOLD = new HoldRequest(METRO, HeldDays.ALL, "looked into", List.of());

    private PayoutCity pay;

    @BeforeEach
    void openCity(Database database) throws Exception {
        pay = new PayoutCity(database);
        pay.city.tap(ride(DAY_1, METRO, 1, 540));
        pay.openAccounts(Payer.CITY);
        pay.approve(DAY_1);
    }

    @AfterEach
    void closeCity() {
        pay.close();
    }

    @Test
    void ofManyWhoPrepareAtOnceOneDoes() throws Exception {
        List<String> outcomes = race(() -> pay.payouts.prepare(MAKER, Payer.CITY, DAY_1, "weekly"));
        assertThat(outcomes).containsExactlyInAnyOrder("done", "UNSENT_BATCH", "UNSENT_BATCH", "UNSENT_BATCH");
        assertThat(pay.city.ask("SELECT count(*) FROM payment")).isEqualTo("1");
    }

    @Test
    void ofManyWhoSendAtOnceOneDoes() throws Exception {
        long batchNo = approved();
        List<String> outcomes = race(() -> pay.payouts.send(MAKER, batchNo, TODAY));
        assertThat(outcomes).containsExactlyInAnyOrder("done", "ALREADY_SENT", "ALREADY_SENT", "ALREADY_SENT");
        assertSentOnce();
    }

    @Test
    void sendingAndCancellingAtOnceDoesOneOfThem() throws Exception {
        long batchNo = approved();
        List<Callable<Object>> both = List.of(
                () -> pay.payouts.send(MAKER, batchNo, TODAY),
                () -> pay.payouts.cancel(CHECKER, batchNo, "wrong week"));
        List<String> outcomes = race(both);
        assertThat(outcomes).contains("done").containsAnyOf("ALREADY_SENT", "CANCELLED");
        long paid = outcomes.get(0).equals("done") ? 540 : 0;
        assertThat(pay.paidFen()).isEqualTo(paid);
    }

    @Test
    void aProcessThatDiesWhileItMakesTheFilesHasSentNothing() throws Exception {
        long batchNo = approved();
        try (PayoutCity dying = new PayoutCity(pay.city, dyingAtSignature(2, () -> {
            throw new IllegalStateException("the process dies");
        }))) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> dying.payouts.send(MAKER, batchNo, TODAY));
        }
        assertNothingSent(batchNo);
        pay.payouts.send(MAKER, batchNo, TODAY);
        assertSentOnce();
    }

    @Test
    void aDatabaseSessionThatDiesBeforeTheCommitHasSentNothing() throws Exception {
        long batchNo = approved();
        try (PayoutCity dying = new PayoutCity(pay.city, dyingAtSignature(3, () -> {
            pay.city.ask("SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND state = 'idle in transaction'");
            return null;
        }))) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> dying.payouts.send(MAKER, batchNo, TODAY));
        }
        assertNothingSent(batchNo);
        pay.payouts.send(MAKER, batchNo, TODAY);
        assertSentOnce();
    }

    @Test
    void aHoldThatIsPlacedWhileABatchIsSentComesAfterIt() throws Exception {
        long batchNo = approved();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        List<Future<Long>> placing = new ArrayList<>();
        try (PayoutCity sending = new PayoutCity(pay.city, dyingAtSignature(2, () -> {
            placing.add(threads.submit(() -> holds().place(MAKER, HOLD)));
            assertWaits(placing.get(0));
            return null;
        }))) {
            sending.payouts.send(MAKER, batchNo, TODAY);
            placing.get(0).get();
        } finally {
            threads.shutdownNow();
        }
        assertSentOnce();
    }

    @Test
    void aBatchIsNotSentPastAHoldThatIsBeingPlaced() throws Exception {
        long batchNo = approved();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection placing = pay.city.database().dataSource().getConnection()) {
            placing.setAutoCommit(false);
            assertThat(holds().placeByTheHouse(placing, Actor.house("the look"), HOLD))
                    .isPresent();
            Future<Object> sending = threads.submit(() -> pay.payouts.send(MAKER, batchNo, TODAY));
            assertWaits(sending);
            placing.commit();
            assertThat(outcome(sending)).isEqualTo("CHANGED");
        } finally {
            threads.shutdownNow();
        }
        assertNothingSent(batchNo);
    }

    private Holds holds() {
        return new Holds(pay.transactions, pay.parts.audit(), pay.parts.clock());
    }

    private void assertWaits(Future<?> act) throws SQLException {
        String waiting = "0";
        while (!act.isDone() && waiting.equals("0")) {
            waiting = pay.city.ask("SELECT count(*) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND wait_event_type = 'Lock'");
        }
        assertThat(waiting).as("one of the two waits for the other").isEqualTo("1");
    }

    private long approved() throws SQLException {
        long batchNo = pay.payouts.prepare(MAKER, Payer.CITY, DAY_1, "weekly").batchNo();
        pay.payouts.approve(CHECKER, batchNo);
        return batchNo;
    }

    private void assertNothingSent(long batchNo) throws SQLException {
        assertThat(pay.lists.get(MAKER, batchNo).state()).isEqualTo(PayoutBatch.State.APPROVED);
        assertThat(pay.city.ask("SELECT count(*) FROM payment_file")).isEqualTo("0");
        assertThat(pay.paidFen()).isZero();
    }

    private void assertSentOnce() throws SQLException {
        assertThat(pay.city.ask("SELECT count(*) FROM payment_file")).isEqualTo("3");
        assertThat(pay.city.ask("SELECT count(*) FROM journal_transfer WHERE kind = 'PAYMENT'"))
                .isEqualTo("1");
        assertThat(pay.paidFen()).isEqualTo(540);
    }

    /** A vault like any other, until it signs this many times. */
    private static KeyVault dyingAtSignature(int last, Callable<Object> death) {
        KeyVault vault = PayoutCity.signing();
        int[] signed = {0};
        return (KeyVault) Proxy.newProxyInstance(
                KeyVault.class.getClassLoader(), new Class<?>[] {KeyVault.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("sign") && ++signed[0] == last) {
                        death.call();
                    }
                    try {
                        return method.invoke(vault, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static List<String> race(Callable<Object> act) throws Exception {
        return race(List.of(act, act, act, act));
    }

    private static List<String> race(List<Callable<Object>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<Object> each : running) {
                outcomes.add(outcome(each));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String outcome(Future<Object> running) throws Exception {
        try {
            running.get();
            return "done";
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RefusedException refused) {
                return refused.refusal().name();
            }
            throw failed;
        }
    }
}
