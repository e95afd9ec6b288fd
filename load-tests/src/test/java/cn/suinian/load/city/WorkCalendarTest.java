package cn.suinian.load.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void aPairLiesSoFarBackThatTwoWorkdaysAreOver() {
        WorkCalendar weekends = WorkCalendar.ofWeekends();

        assertThat(weekends.latestPairBefore(MONDAY.plusDays(5), 2)).isEqualTo(MONDAY.plusDays(2));
        assertThat(weekends.latestPairBefore(MONDAY.plusDays(4), 2)).isEqualTo(MONDAY.plusDays(1));
        assertThat(weekends.latestPairBefore(MONDAY.plusDays(1), 2)).isEqualTo(MONDAY.minusDays(4));
    }

    @Test
    void aPairDoesNotGoAroundAHoliday() {
        WorkCalendar calendar = new WorkCalendar(Set.of(MONDAY.plusDays(2)), Set.of());

        assertThat(calendar.latestPairBefore(MONDAY.plusDays(4), 2)).isEqualTo(MONDAY);
    }
}
