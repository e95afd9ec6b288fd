package cn.suinian.core.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workdays of 2025 and 2026, checked against numbers that do not come from the table itself. */
class WorkCalendarTest {

    private static final WorkCalendar CALENDAR = MigratedCalendar.read();

    /** 261 weekdays less the 13 statutory holidays: make-up days only move days off, they add none. */
    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void aYearHas248Workdays(int year) {
        assertThat(daysOf(year).filter(CALENDAR::isWorkday)).hasSize(248);
    }

    @ParameterizedTest
    @CsvSource({"2025, 28, 5", "2026, 33, 6"})
    void theNoticesGiveSoManyDaysOffAndSoManyMakeUpDays(int year, int off, int makeups) {
        assertThat(CALENDAR.holidays()).filteredOn(day -> day.getYear() == year).hasSize(off);
        assertThat(CALENDAR.makeupWorkdays())
                .filteredOn(day -> day.getYear() == year)
                .hasSize(makeups);
    }

    @Test
    void everyMakeUpDayIsAWeekendDayAndNoHoliday() {
        assertThat(CALENDAR.makeupWorkdays()).allMatch(day -> day.getDayOfWeek().getValue() >= 6);
        assertThat(CALENDAR.makeupWorkdays()).doesNotContainAnyElementsOf(CALENDAR.holidays());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-14", "2026-02-28", "2026-01-04", "2026-10-10", "2025-09-28"})
    void peopleWorkOnMakeUpWeekendDays(String day) {
        assertThat(CALENDAR.isWorkday(LocalDate.parse(day))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-02-16", "2026-02-23", "2026-10-07", "2025-10-08", "2026-11-21"})
    void nobodyWorksOnHolidaysAndPlainWeekends(String day) {
        assertThat(CALENDAR.isWorkday(LocalDate.parse(day))).isFalse();
    }

    private static Stream<LocalDate> daysOf(int year) {
        return Year.of(year).atDay(1).datesUntil(Year.of(year + 1).atDay(1));
    }
}
