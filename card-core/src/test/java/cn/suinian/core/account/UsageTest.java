package cn.suinian.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.Seeds;
import cn.suinian.core.account.Usage.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UsageTest {

    private static final List<Period> PERIODS = List.of(Period.values());
    private static final int PARK = 11;
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);
    private static final LocalDate MONDAY = SUNDAY.plusDays(1);

    @ParameterizedTest
    @EnumSource
    void countsEachPeriodForItself(Period period) {
        Usage usage = Usage.NONE.plus(PARK, period, SUNDAY, 2);

        for (Period each : Period.values()) {
            assertThat(usage.of(PARK, each, SUNDAY)).isEqualTo(each == period ? 2 : 0);
        }
        assertThat(usage.of(PARK + 1, period, SUNDAY)).isZero();
    }

    @Test
    void theWeekTurnsBetweenSundayAndMonday() {
        Usage usage = Usage.NONE.plus(PARK, Period.WEEK, SUNDAY, 1);

        assertThat(usage.of(PARK, Period.WEEK, SUNDAY.minusDays(6))).isEqualTo(1);
        assertThat(usage.of(PARK, Period.WEEK, SUNDAY.minusDays(7))).isZero();
        assertThat(usage.of(PARK, Period.WEEK, MONDAY)).isZero();
    }

    @Test
    void theMonthAndTheYearTurnAtMidnight() {
        LocalDate lastDay = LocalDate.of(2026, 12, 31);
        Usage usage = Usage.NONE.plus(PARK, Period.MONTH, lastDay, 1).plus(PARK, Period.YEAR, lastDay, 1);

        assertThat(usage.of(PARK, Period.MONTH, lastDay.plusDays(1))).isZero();
        assertThat(usage.of(PARK, Period.YEAR, lastDay.plusDays(1))).isZero();
        assertThat(usage.of(PARK, Period.MONTH, lastDay.withDayOfMonth(1))).isEqualTo(1);
        assertThat(usage.of(PARK, Period.YEAR, LocalDate.of(2026, 1, 1))).isEqualTo(1);
    }

    @Test
    void givingBackNeverLeavesLessThanNothing() {
        Usage usage = Usage.NONE.plus(PARK, Period.DAY, SUNDAY, 1).plus(PARK, Period.DAY, SUNDAY, -3);

        assertThat(usage).isEqualTo(Usage.NONE);
    }

    @Test
    void moreThan32BitsAreRefusedRatherThanWrapped() {
        Usage full = Usage.NONE.plus(PARK, Period.YEAR, SUNDAY, 0xFFFF_FFFFL);

        assertThat(full.of(PARK, Period.YEAR, SUNDAY)).isEqualTo(0xFFFF_FFFFL);
        assertThatThrownBy(() -> full.plus(PARK, Period.YEAR, SUNDAY, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsLongOverIsForgottenAndWhatALateTapMayStillAskIsNot() {
        Usage usage = Usage.NONE.plus(PARK, Period.DAY, SUNDAY, 1);

        assertThat(usage.plus(PARK, Period.DAY, SUNDAY.plusDays(31), 1).of(PARK, Period.DAY, SUNDAY))
                .isEqualTo(1);
        assertThat(usage.plus(PARK, Period.DAY, SUNDAY.plusDays(60), 1).bytes()).hasSize(8);
    }

    static LongStream seeds() {
        return Seeds.list();
    }

    /** Against a plain map that counts by the first day of each period. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAPlainCountAndSurvivesStorage(long seed) {
        Random random = new Random(seed);
        Map<String, Long> plain = new HashMap<>();
        Usage usage = Usage.NONE;
        for (int i = 0; i < 200; i++) {
            int benefit = 1 + random.nextInt(255);
            Period period = PERIODS.get(random.nextInt(PERIODS.size()));
            LocalDate day = LocalDate.of(2026, 11, 1).plusDays(random.nextInt(40));
            long more = 1L + random.nextInt(5);
            usage = Usage.of(usage.plus(benefit, period, day, more).bytes());
            long total = plain.merge(benefit + " " + period + " " + first(period, day), more, Long::sum);

            assertThat(usage.of(benefit, period, day)).isEqualTo(total);
        }
    }

    private static LocalDate first(Period period, LocalDate day) {
        return switch (period) {
            case DAY -> day;
            case WEEK -> day.with(DayOfWeek.MONDAY);
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }
}
