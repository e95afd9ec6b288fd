package cn.suinian.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bits against a plain set of days. */
class MealDaysTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int STEPS = 1_000;

    private static boolean taken(Set<LocalDate> days, LocalDate day) {
        return !days.isEmpty()
                && (days.contains(day)
                        || !day.isAfter(Collections.max(days).minusDays(MealDays.WIDTH))
                        || day.isBefore(LocalDate.EPOCH));
    }

    private static long takenInWeekOf(Set<LocalDate> days, LocalDate day) {
        LocalDate monday = day.with(DayOfWeek.MONDAY);
        return monday.datesUntil(monday.plusDays(7))
                .filter(each -> taken(days, each))
                .count();
    }

    @ParameterizedTest
    @MethodSource("cn.suinian.core.Seeds#list")
    void agreesWithASetOfDays(long seed) {
        Random random = new Random(seed);
        Set<LocalDate> days = new HashSet<>();
        MealDays meals = MealDays.NONE;
        LocalDate today = START;
        for (int step = 0; step < STEPS; step++) {
            today = today.plusDays(random.nextInt(20) == 0 ? random.nextInt(90) : random.nextInt(2));
            LocalDate day = today.minusDays(random.nextInt(10));
            assertThat(meals.takenOn(day)).as("%s, %s", day, meals).isEqualTo(taken(days, day));
            assertThat(meals.takenInWeekOf(day)).isEqualTo((int) takenInWeekOf(days, day));
            LocalDate longAgo = today.minusDays(random.nextInt(130));
            assertThat(meals.takenOn(longAgo)).as("%s, %s", longAgo, meals).isEqualTo(taken(days, longAgo));
            if (random.nextInt(3) > 0 && !meals.takenOn(day)) {
                meals = meals.with(day);
                days.add(day);
            }
        }
    }

    @Test
    void someoneWhoNeverAteHasEatenOnNoDay() {
        assertThat(MealDays.NONE.takenOn(LocalDate.of(1999, 1, 1))).isFalse();
        assertThat(MealDays.NONE.takenInWeekOf(START)).isZero();
    }

    @Test
    void theSixtyThirdDayBehindIsStillRememberedAndTheNextCountsAsTaken() {
        MealDays meals = MealDays.NONE.with(START);

        assertThat(meals.takenOn(START.minusDays(63))).isFalse();
        assertThat(meals.takenOn(START.minusDays(64))).isTrue();
    }

    @Test
    void aDayNoLongerRememberedIsNotWrittenOverAnother() {
        MealDays meals = MealDays.NONE.with(START);

        assertThat(meals.with(START.minusDays(64))).isEqualTo(meals);
    }

    @Test
    void theWeekRunsFromMondayToSunday() {
        MealDays sunday = MealDays.NONE.with(LocalDate.of(2026, 11, 22));

        assertThat(sunday.takenInWeekOf(LocalDate.of(2026, 11, 16))).isEqualTo(1);
        assertThat(sunday.takenInWeekOf(LocalDate.of(2026, 11, 23))).isZero();
    }
}
