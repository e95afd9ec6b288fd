package cn.suinian.core.entitlement.policy;

import static cn.suinian.core.entitlement.CityRules.LUNCH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.MealDays;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.CityRules;
import cn.suinian.core.entitlement.MigratedCalendar;
import cn.suinian.core.entitlement.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UseLimitTest {

    private static final WorkCalendar CALENDAR = MigratedCalendar.read();

    private static Optional<UseLimit> limit(String at, MealDays meals) {
        return limit(LUNCH, LocalDateTime.parse(at), meals);
    }

    private static Optional<UseLimit> limit(When when, LocalDateTime at, MealDays meals) {
        return UseLimit.firstThatStops(rule(when), at, account(meals), CALENDAR);
    }

    private static Optional<Integer> left(When when, LocalDate day, MealDays meals) {
        return UseLimit.tightest(rule(when), day, account(meals)).map(UseLimit.Standing::left);
    }

    private static BenefitRule rule(When when) {
        return CityRules.meal(1, null, CityRules.ANYBODY, when, 500);
    }

    private static Account account(MealDays meals) {
        return Account.unused(1, 1).withMeals(meals);
    }

    private static MealDays lunchesOn(String... days) {
        MealDays meals = MealDays.NONE;
        for (String day : days) {
            meals = meals.with(LocalDate.parse(day));
        }
        return meals;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T10:30:00", "2026-11-25T12:00:00", "2026-11-25T13:29:59"})
    void theWindowOpensAt1030AndLastsUntilBefore1330(String at) {
        assertThat(limit(at, MealDays.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T00:00:00", "2026-11-25T10:29:59", "2026-11-25T13:30:00", "2026-11-25T23:59:59"})
    void outsideTheWindowThereIsNoLunch(String at) {
        assertThat(limit(at, MealDays.NONE)).contains(UseLimit.OUTSIDE_HOURS);
    }

    @Test
    void aRuleWithoutAWindowHoldsAllDay() {
        When allDay = new When(null, null, true, 1, 5, null, null);
        LocalDateTime late = LocalDateTime.parse("2026-11-25T23:59:59");

        assertThat(limit(allDay, late, MealDays.NONE)).isEmpty();
    }

    @Test
    void aMakeUpSaturdayIsAWorkday() {
        assertThat(limit("2026-02-14T12:00:00", MealDays.NONE)).isEmpty();
    }

    @Test
    void aMakeUpSundayIsAWorkday() {
        assertThat(limit("2026-01-04T12:00:00", MealDays.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T12:00:00", "2026-02-16T12:00:00", "2026-10-05T12:00:00"})
    void aSaturdayAndAHolidayMondayAreNoWorkdays(String at) {
        assertThat(limit(at, MealDays.NONE)).contains(UseLimit.NOT_A_WORKDAY);
    }

    @Test
    void aRuleForEveryDayServesOnHolidaysToo() {
        When everyDay = new When(LUNCH.windowFrom(), LUNCH.windowTo(), false, 1, 5, null, null);
        LocalDateTime holiday = LocalDateTime.parse("2026-10-05T12:00:00");

        assertThat(limit(everyDay, holiday, MealDays.NONE)).isEmpty();
    }

    @Test
    void thereIsOneLunchADay() {
        MealDays meals = lunchesOn("2026-11-25");

        assertThat(limit("2026-11-25T12:30:00", meals)).contains(UseLimit.USED_TODAY);
        assertThat(limit("2026-11-26T12:30:00", meals)).isEmpty();
        assertThat(limit("2026-11-24T12:30:00", meals)).isEmpty();
    }

    @Test
    void theSixthLunchOfAWeekIsStoppedOnItsMakeUpSaturday() {
        MealDays five = lunchesOn("2026-02-09", "2026-02-10", "2026-02-11", "2026-02-12", "2026-02-13");

        assertThat(limit("2026-02-14T12:00:00", five)).contains(UseLimit.USED_THIS_WEEK);
    }

    @Test
    void fourLunchesLeaveRoomForTheMakeUpSaturday() {
        MealDays four = lunchesOn("2026-02-09", "2026-02-10", "2026-02-12", "2026-02-13");

        assertThat(limit("2026-02-14T12:00:00", four)).isEmpty();
    }

    @Test
    void theWeekTurnsBetweenSundayAndMonday() {
        MealDays five = lunchesOn("2025-12-29", "2025-12-30", "2025-12-31", "2026-01-02", "2026-01-03");

        assertThat(limit("2026-01-04T12:00:00", five)).contains(UseLimit.USED_THIS_WEEK);
        assertThat(limit("2026-01-05T12:00:00", five)).isEmpty();
    }

    @Test
    void whatIsLeftCountsTheWeekOfTheTapNotTheLatestWeek() {
        MealDays meals = lunchesOn("2026-11-23", "2026-11-24", "2026-11-30");

        assertThat(left(LUNCH, LocalDate.parse("2026-11-27"), meals)).contains(3);
        assertThat(left(LUNCH, LocalDate.parse("2026-12-02"), meals)).contains(4);
    }

    @Test
    void nothingIsLeftRatherThanLessThanNothing() {
        When twoAWeek = new When(null, null, false, 1, 2, null, null);
        MealDays meals = lunchesOn("2026-11-23", "2026-11-24", "2026-11-25");

        assertThat(left(twoAWeek, LocalDate.parse("2026-11-25"), meals)).contains(0);
    }

    @Test
    void aRuleWithoutAWeeklyLimitHasNothingThatRunsOut() {
        When daily = new When(null, null, false, 1, null, null, null);

        assertThat(left(daily, LocalDate.parse("2026-11-25"), MealDays.NONE)).isEmpty();
    }
}
