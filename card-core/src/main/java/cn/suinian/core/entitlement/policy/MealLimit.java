package cn.suinian.core.entitlement.policy;

import cn.suinian.core.account.MealDays;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What can stand between an entitled holder and a subsidised lunch, in the order in which it is said. */
public enum MealLimit {
    NOT_A_WORKDAY,
    OUTSIDE_HOURS,
    TAKEN_TODAY,
    WEEK_LIMIT;

    private record Rule(MealLimit limit, Check check) {}

    private interface Check {
        boolean stops(When when, LocalDateTime at, MealDays meals, WorkCalendar calendar);
    }

    private static final List<Rule> POLICY = List.of(
            new Rule(NOT_A_WORKDAY, MealLimit::notAWorkday),
            new Rule(OUTSIDE_HOURS, MealLimit::outsideHours),
            new Rule(TAKEN_TODAY, MealLimit::takenToday),
            new Rule(WEEK_LIMIT, MealLimit::weekUsedUp));

    /** The first limit that stops a lunch at this Shanghai time; empty when none does. */
    public static Optional<MealLimit> firstThatStops(
            When when, LocalDateTime at, MealDays meals, WorkCalendar calendar) {
        for (Rule rule : POLICY) {
            if (rule.check.stops(when, at, meals, calendar)) {
                return Optional.of(rule.limit);
            }
        }
        return Optional.empty();
    }

    /** Subsidised lunches left in the week of this day; null when the rule has no weekly limit. */
    public static Optional<Integer> leftThisWeek(When when, LocalDate day, MealDays meals) {
        Integer perWeek = when.perWeek();
        return perWeek == null ? Optional.empty() : Optional.of(Math.max(0, perWeek - meals.takenInWeekOf(day)));
    }

    private static boolean notAWorkday(When when, LocalDateTime at, MealDays meals, WorkCalendar calendar) {
        return when.workdaysOnly() && !calendar.isWorkday(at.toLocalDate());
    }

    private static boolean outsideHours(When when, LocalDateTime at, MealDays meals, WorkCalendar calendar) {
        LocalTime from = when.windowFrom();
        LocalTime to = when.windowTo();
        if (from == null || to == null) {
            return false;
        }
        return at.toLocalTime().isBefore(from) || !at.toLocalTime().isBefore(to);
    }

    private static boolean takenToday(When when, LocalDateTime at, MealDays meals, WorkCalendar calendar) {
        return when.perDay() != null && meals.takenOn(at.toLocalDate());
    }

    private static boolean weekUsedUp(When when, LocalDateTime at, MealDays meals, WorkCalendar calendar) {
        Integer perWeek = when.perWeek();
        return perWeek != null && meals.takenInWeekOf(at.toLocalDate()) >= perWeek;
    }
}
