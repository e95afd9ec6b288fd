package cn.suinian.core.entitlement.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualificationCheckTest {

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2026-11-30, made in May",
        "2026-05-31, 2026-11-30, on the last day of May",
        "2026-08-15, 2026-11-30, made late",
        "2026-10-31, 2026-11-30, made very late",
        "2026-11-01, 2027-05-31, made in November",
        "2026-12-01, 2027-05-31, made late in winter",
        "2027-04-30, 2027-05-31, made before its month and so due again at once"
    })
    void aCheckIsEnoughUntilTheEndOfTheNextMonthInWhichOneIsDue(LocalDate day, LocalDate until, String why) {
        assertThat(QualificationCheck.validUntil(day)).as(why).isEqualTo(until);
        assertThat(QualificationCheck.qualified(day, until)).isTrue();
        assertThat(QualificationCheck.qualified(day, until.plusDays(1))).isFalse();
    }
}
