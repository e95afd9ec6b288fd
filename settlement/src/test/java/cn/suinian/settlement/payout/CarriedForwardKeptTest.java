package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;
import static cn.suinian.settlement.payout.PayoutCity.FUTIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.payout.carried.CarriedForward;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is carried forward decides what is paid: nobody changes it by the way. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks({CarriedForwardTest.HISTORY, CarriedForwardTest.SEALS})
class CarriedForwardKeptTest {
    static final String SENTENCE = "what is carried forward is what the journal has of those days";

    private static final String SUMS =
            "SELECT string_agg(c::text, ' ' ORDER BY payer, vendor_id) FROM payable_carried c";
    private static final String ANEW = "UPDATE payable_carried_through SET day = '1970-01-01'";

    private PayoutCity pay;
    private Database database;
    private CarriedForward carried;

    @BeforeEach
    void carryADay(Database of) throws Exception {
        database = of;
        pay = new PayoutCity(database);
        pay.city.tap(ride(DAY_1, METRO, 1, 540), lunch(DAY_1, CANTEEN_A, 2, 1800, 1500, FUTIAN.code()));
        pay.approve(DAY_2);
        carried = new CarriedForward(pay.transactions);
        assertThat(carried.forward()).as("nothing is sealed").isEmpty();
        seal("day = '" + DAY_1 + "'");
        assertThat(carried.forward()).contains(DAY_1);
    }

    @AfterEach
    void closeCity() {
        pay.close();
    }

    @Test
    void aSumThatIsNotMovedWithItsDayIsRefused() throws Exception {
        String sums = pay.city.ask(SUMS);
        for (String change : List.of(
                "UPDATE payable_carried SET due_fen = due_fen + 1",
                "DELETE FROM payable_carried",
                "INSERT INTO payable_carried VALUES (5, 1, 1, 0)",
                "TRUNCATE payable_carried",
                "UPDATE payable_carried_through SET day = day - 1",
                "UPDATE payable_carried_through SET day = day",
                "DELETE FROM payable_carried_through",
                "TRUNCATE payable_carried_through",
                ANEW + "; INSERT INTO payable_carried VALUES (5, 1, 1, 0)")) {
            assertThatExceptionOfType(SQLException.class)
                    .as(change)
                    .isThrownBy(() -> pay.city.ask(change))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isIn("23001", "P0001"));
        }
        assertThat(pay.city.ask(SUMS)).isEqualTo(sums);
        seal("day <= '" + DAY_2 + "'");
        assertThat(carried.forward()).contains(DAY_2);
    }

    @Test
    @Breaks({SENTENCE, CarriedForwardTest.HISTORY, CarriedForwardTest.SEALS})
    void oneThatWasChangedWithTheTriggerOffIsNamed() throws Exception {
        assertThat(CarriedForwardTest.broken(database)).isEmpty();
        pay.city.ask("SET session_replication_role = replica; UPDATE payable_carried SET due_fen = due_fen + 1");
        assertThat(CarriedForwardTest.broken(database)).containsExactly(SENTENCE);
    }

    @Test
    void whatVerifyAdvisesHasItAddedUpAnew() throws Exception {
        String sums = pay.city.ask(SUMS);
        pay.city.ask("SET session_replication_role = replica; UPDATE payable_carried SET due_fen = due_fen + 1");
        pay.city.ask(ANEW);
        assertThat(pay.city.ask(SUMS)).isNull();
        assertThat(CarriedForwardTest.broken(database)).isEmpty();
        assertThat(carried.forward()).contains(DAY_1);
        assertThat(pay.city.ask(SUMS)).isEqualTo(sums);
    }

    @Test
    void addingUpAnewWaitsForWhoeverReadsWhatIsPayable() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection reader = database.dataSource().getConnection()) {
            reader.setAutoCommit(false);
            assertThat(CarriedForward.through(reader, DAY_1)).isEqualTo(DAY_1);
            Future<String> anew = thread.submit(() -> pay.city.ask(ANEW));
            String waiting =
                    "SELECT count(*) FROM pg_stat_activity WHERE " + pid(reader) + " = ANY (pg_blocking_pids(pid))";
            while (!anew.isDone() && pay.city.ask(waiting).equals("0")) {
                Thread.onSpinWait();
            }
            assertThat(anew).isNotDone();
            assertThat(sums(reader)).as("what belongs to the day it read").isNotNull();
            reader.commit();
            anew.get();
            assertThat(sums(reader)).isNull();
        } finally {
            thread.shutdownNow();
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String sums(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SUMS)) {
            row.next();
            return row.getString(1);
        }
    }

    private void seal(String which) throws Exception {
        pay.city.ask("UPDATE business_day SET state = 'PAID' WHERE state = 'APPROVED' AND " + which);
        pay.city.ask("UPDATE business_day SET state = 'SEALED' WHERE state = 'PAID' AND " + which);
    }
}
