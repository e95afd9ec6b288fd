package cn.suinian.settlement.businessday;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_2;
import static cn.suinian.settlement.City.METRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.TapRow;
import cn.suinian.settlement.clearing.Sums;
import cn.suinian.settlement.clearing.TapCounts;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A close that dies between any two steps and is run again comes to the same as one that did not. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DayCloseKilledTest {
    private City city;

    @BeforeEach
    void openCity(Database database) throws Exception {
        city = City.open(database);
        city.tap(TapRow.ride(DAY_1, METRO, 1, 250), TapRow.lunch(DAY_1, CANTEEN_A, 2, 1800, 1500, 2));
    }

    @ParameterizedTest
    @EnumSource(CloseStep.class)
    void goesOnAfterTheProcessDied(CloseStep step) throws Exception {
        assertThatExceptionOfType(ProcessDied.class)
                .isThrownBy(() -> closeUnderTraffic(progress -> {
                    if (progress.step() == step) {
                        throw new ProcessDied();
                    }
                }));
        assertClosesAllTheSame();
    }

    @ParameterizedTest
    @EnumSource(CloseStep.class)
    void goesOnAfterTheDatabaseSessionDied(CloseStep step) throws Exception {
        try {
            closeUnderTraffic(progress -> {
                if (progress.step() == step) {
                    killClosers();
                }
            });
            assertThat(step).as("nothing is left to do after this step").isEqualTo(CloseStep.CLEARED);
        } catch (SQLException gone) {
            assertThat(gone.getSQLState()).isIn("57P01", "08006", "08003");
        }
        assertClosesAllTheSame();
    }

    /** A posting is under way at the cut, so that the close gets to wait; it ends as soon as the close has noticed. */
    private void closeUnderTraffic(CloseListener listener) throws Exception {
        try (Connection posting = city.database().dataSource().getConnection()) {
            posting.setAutoCommit(false);
            city.post(posting, DAY_1, TapRow.ride(DAY_1, METRO, 3, 100));
            city.closeAfter(DAY_1).close(DAY_1, progress -> {
                if (progress.step() == CloseStep.WAITING) {
                    commit(posting);
                }
                listener.reached(progress);
            });
        }
    }

    private void assertClosesAllTheSame() throws Exception {
        // Where the process died before the cut, the posting of the day was rolled back with it.
        boolean thirdTap = city.ask("SELECT count(*) FROM tap").equals("3");
        city.close(DAY_1);
        DayReport report = city.days().findReport(DAY_1).orElseThrow();
        Sums two = new Sums(2, 2050, 1750, 300, 200, 0);
        assertThat(report.totals()).isEqualTo(thirdTap ? two.plus(new Sums(1, 100, 100, 0, 0, 0)) : two);
        assertThat(report.businessDay().taps()).contains(new TapCounts(thirdTap ? 3 : 2, 0, 0));
        assertThat(report.journal().debitFen()).isEqualTo(thirdTap ? 2050 : 1950);
        assertThat(city.openDay()).isEqualTo(DAY_2);
        assertThat(city.closeAfter(DAY_1).close(DAY_1, CloseListener.SILENT)).isFalse();
    }

    private void killClosers() {
        try {
            city.ask("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND application_name LIKE 'suinian close%'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void commit(Connection posting) {
        try {
            posting.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class ProcessDied extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
