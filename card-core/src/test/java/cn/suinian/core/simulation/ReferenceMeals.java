package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The city's meal subsidy (notice of 2025-01-20): 15 yuan by category or from 100 years on, 5 yuan from 70, with a
 * Shenzhen hukou, on workdays from 10:30 to 13:30, once a day, five a week, paid by the district of the hukou; and the
 * rule of the simulator's Longgang, which stands for all of that there: 8 yuan from 70, three a week.
 */
final class ReferenceMeals {

    static final int LONGGANG_RULE = 30;

    private static final List<LocalDate> HOLIDAYS =
            LocalDate.of(2026, 2, 15).datesUntil(LocalDate.of(2026, 2, 24)).toList();
    private static final List<LocalDate> WORKED_SATURDAYS =
            List.of(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28));
    private static final LocalTime OPENS = LocalTime.of(10, 30);
    private static final LocalTime CLOSES = LocalTime.of(13, 30);
    private static final int OPERATOR_FEN = 200;
    private static final int DELIVERY_FEN = 200;

    /** Which rule, and its cap. */
    private record Kind(int rule, int capFen) {}

    private ReferenceMeals() {}

    static Answer answer(ReferencePerson person, Tap tap) {
        LocalDate day = tap.key().tapDate();
        District hukou = person.hukouOn(day);
        Kind kind = hukou == null ? null : kind(person, hukou, day);
        if (hukou == null || kind == null) {
            return new Answer(null, 0, null, null, null);
        }
        int left = left(person, kind.rule, day);
        if (!workday(day)) {
            return Answer.declined(DeclineReason.MEAL_NOT_A_WORKDAY, left);
        }
        LocalTime time = tap.at().toLocalTime();
        if (time.isBefore(OPENS) || time.equals(CLOSES) || time.isAfter(CLOSES)) {
            return Answer.declined(DeclineReason.MEAL_OUTSIDE_HOURS, left);
        }
        if (person.lunches.contains(day)) {
            return Answer.declined(DeclineReason.MEAL_TAKEN_TODAY, left);
        }
        if (left == 0) {
            return Answer.declined(DeclineReason.MEAL_WEEK_LIMIT, left);
        }
        if (tap.amountFen() == 0) {
            return new Answer(null, 0, null, left, null);
        }
        person.lunches.add(day);
        int subsidy = tap.amountFen() < kind.capFen ? tap.amountFen() : kind.capFen;
        int delivery = tap.context().delivered() && mayBeBrought(person, day) ? DELIVERY_FEN : 0;
        Grant grant = new Grant(kind.rule, "MEAL", Payer.of(hukou), OPERATOR_FEN, delivery);
        return new Answer(null, subsidy, grant, left - 1, null);
    }

    /** Lunches left in the week; somebody who moved may have had more than the new district gives. */
    static int left(ReferencePerson person, int rule, LocalDate day) {
        int aWeek = rule == LONGGANG_RULE ? 3 : 5;
        int had = person.lunchesInTheWeekOf(day);
        return had >= aWeek ? 0 : aWeek - had;
    }

    private static @Nullable Kind kind(ReferencePerson person, District hukou, LocalDate day) {
        int age = person.ageOn(day);
        if (hukou == District.LONGGANG) {
            return age >= 70 ? new Kind(LONGGANG_RULE, 800) : null;
        }
        for (Category category : person.categoriesOn(day)) {
            if (category != Category.MODERATELY_DISABLED) {
                return new Kind(2, 1_500);
            }
        }
        if (age >= 100) {
            return new Kind(3, 1_500);
        }
        return age >= 70 ? new Kind(4, 500) : null;
    }

    private static boolean mayBeBrought(ReferencePerson person, LocalDate day) {
        int age = person.ageOn(day);
        return age >= 100 || (age >= 70 && person.isOn(day, Category.MODERATELY_DISABLED));
    }

    private static boolean workday(LocalDate day) {
        if (WORKED_SATURDAYS.contains(day)) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day);
    }
}
