package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.app.DoctorCommand.Holidays;
import cn.suinian.gateway.app.DoctorCommand.Holidays.State;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-10-10, KNOWN",
        "2026-12-01, 2026-10-10, WANTED_SOON",
        "2026-12-01, 2027-10-10, KNOWN",
        "2027-01-01, 2026-10-10, MISSING",
        "2026-11-23,           , MISSING"
    })
    void theDaysOfNextYearAreWantedInDecember(LocalDate today, String lastDay, State state) {
        assertThat(DoctorCommand.holidays(today, lastDay).state()).isEqualTo(state);
    }

    @Test
    void saysWhichYearsAreKnownSoThatALastHolidayInThePastIsNoRiddle() {
        assertThat(DoctorCommand.holidays(LocalDate.of(2026, 11, 23), "2026-10-10"))
                .isEqualTo(new Holidays(
                        State.KNOWN, "public holidays of 2026 are known; those of 2027 are wanted in December"));
    }
}
