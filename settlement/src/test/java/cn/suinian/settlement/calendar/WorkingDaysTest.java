package cn.suinian.settlement.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.sql.Connection;
import java.time.LocalDate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the calendar that comes with the house. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-17", // Monday
        "2026-11-20, 2026-11-23", // Friday
        "2026-09-30, 2026-10-08", // before the National Day holidays
        "2026-10-09, 2026-10-10", // Friday before a make-up Saturday
        "2026-02-13, 2026-02-14", // the make-up Saturday before Spring Festival
        "2026-02-14, 2026-02-24" // and the holidays after it
    })
    void theMoneyOfADayIsDueOnTheNextWorkingDay(LocalDate day, LocalDate due, Database database) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            WorkingDays days = WorkingDays.read(connection);
            assertThat(days.payoutDue(day)).isEqualTo(due);
            assertThat(days.isWorkday(due)).isTrue();
            assertThat(days.after(day, 1)).isEqualTo(due);
            assertThat(days.after(day, 0)).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-16, 0",
        "2026-11-16, 2026-11-20, 4", // Monday to Friday
        "2026-11-20, 2026-11-22, 0", // nothing but a weekend
        "2026-09-30, 2026-10-10, 3", // the 8th, the 9th and a make-up Saturday
        "2026-11-20, 2026-11-16, -4"
    })
    void workingDaysBetweenTwoDaysAreCounted(LocalDate from, LocalDate to, int days, Database database)
            throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(WorkingDays.read(connection).between(from, to)).isEqualTo(days);
        }
    }
}
