package cn.suinian.core.card.office;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.office.CardTerm.Renewal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a card may be renewed, and until when it is good then. */
class CardTermTest {

    private static final CardTerm TERM = CardTerm.ANNUAL;

    @ParameterizedTest
    @CsvSource({
        "2027-03-31, 2027-02-27, TOO_EARLY",
        "2027-03-31, 2027-02-28, OPEN",
        "2027-03-31, 2027-04-30, OPEN",
        "2027-03-31, 2027-05-01, TOO_LATE",
        "2028-02-29, 2028-01-28, TOO_EARLY",
        "2028-02-29, 2028-01-29, OPEN",
        "2028-02-29, 2028-03-29, OPEN",
        "2028-02-29, 2028-03-30, TOO_LATE",
        "2027-11-25, 2027-11-25, OPEN"
    })
    void aCardMayBeRenewedInTheMonthBeforeAndTheMonthAfterItsLastDay(
            LocalDate expiresOn, LocalDate day, Renewal expected) {
        assertThat(TERM.renewal(expiresOn, day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cn.suinian.core.Seeds#list")
    void onceOpenARenewalStaysOpenUntilItIsTooLateForGood(long seed) {
        Random random = new Random(seed);
        LocalDate expiresOn = LocalDate.ofEpochDay(20_000 + random.nextInt(20_000));
        Renewal before = Renewal.TOO_EARLY;
        for (LocalDate day = expiresOn.minusDays(40); day.isBefore(expiresOn.plusDays(40)); day = day.plusDays(1)) {
            Renewal now = TERM.renewal(expiresOn, day);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo(Renewal.TOO_LATE);
        assertThat(TERM.renewal(expiresOn, expiresOn)).isEqualTo(Renewal.OPEN);
        assertThat(TERM.renewal(TERM.nextEnd(expiresOn), expiresOn.plusMonths(1)))
                .isEqualTo(Renewal.TOO_EARLY);
    }

    @Test
    void aCardOfALeapDayIsGoodForAYear() {
        assertThat(TERM.firstEnd(LocalDate.of(2028, 2, 29))).isEqualTo(LocalDate.of(2029, 2, 28));
    }
}
