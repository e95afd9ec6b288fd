package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorTapsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void saysNothingOfYesterdayWhichIsMadeThisNight() {
        assertThat(DoctorCommand.tapsByHolder(List.of(TODAY.minusDays(1)), TODAY))
                .isEqualTo(new DoctorCommand.Missing(false, "1 day has no index yet, since 2026-11-22"));
        assertThat(DoctorCommand.tapsByHolder(List.of(), TODAY).worthAWord()).isFalse();
    }

    @Test
    void namesTheOldestDayThatALastNightShouldHaveMended() {
        assertThat(DoctorCommand.tapsByHolder(List.of(TODAY.minusDays(1), TODAY.minusDays(4)), TODAY))
                .isEqualTo(new DoctorCommand.Missing(true, "2 days have no index yet, since 2026-11-19"));
    }
}
