package cn.suinian.load.reference;

import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The canteen subsidy of 2025-01-20 (DOMAIN A3), for one holder at one moment. */
final class MealRules {
    static final long OPERATOR_SUBSIDY_FEN = 200;

    private static final long DELIVERY_SUBSIDY_FEN = 200;

    private static final long HIGH_CAP_FEN = 1500;
    private static final long LOW_CAP_FEN = 500;
    private static final int LOW_CAP_AGE = 70;
    private static final int CENTENARIAN = 100;
    private static final int LUNCHES_A_WEEK = 5;
    /** Being in need of care opens no right to a cheaper meal. */
    private static final Set<String> HIGH_CAP_CATEGORIES = Set.of(
            "SPECIAL_HARDSHIP", "LOW_INCOME", "LOW_INCOME_MARGIN", "VETERAN_OR_MARTYR_KIN", "BEREAVED_ONE_CHILD");

    private static final LocalTime WINDOW_OPENS = LocalTime.of(10, 30);
    private static final LocalTime WINDOW_CLOSES = LocalTime.of(13, 30);

    private final WorkCalendar calendar;

    MealRules(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** Judges a lunch and, when it is subsidised, adds its date to those taken. */
    Expectation judge(CityCard card, LocalDateTime at, long priceFen, boolean delivered, Set<LocalDate> datesTaken) {
        LocalDate day = at.toLocalDate();
        String district = card.hukouDistrict();
        long capFen = capFen(card, day);
        if (district == null || capFen == 0) {
            return Expectation.mealInFull(priceFen);
        }
        int left = leftInWeekOf(day, datesTaken);
        String decline = findDecline(at, left, datesTaken);
        if (decline != null) {
            return Expectation.mealDeclined(decline, left);
        }
        datesTaken.add(day);
        long deliveryFen = delivered && mayHaveItBrought(card, day) ? DELIVERY_SUBSIDY_FEN : 0;
        return Expectation.mealSubsidised(
                Math.min(capFen, priceFen), priceFen, deliveryFen, Payer.valueOf(district), left - 1);
    }

    static int leftInWeekOf(LocalDate day, Set<LocalDate> datesTaken) {
        return LUNCHES_A_WEEK - takenInWeekOf(day, datesTaken);
    }

    /** Centenarians, and the disabled from 70 on. */
    private static boolean mayHaveItBrought(CityCard card, LocalDate day) {
        long age = ChronoUnit.YEARS.between(card.bornOn(), day);
        return age >= CENTENARIAN || (age >= LOW_CAP_AGE && card.categories().contains("MODERATELY_DISABLED"));
    }

    private @Nullable String findDecline(LocalDateTime at, int left, Set<LocalDate> datesTaken) {
        LocalTime time = at.toLocalTime();
        if (!calendar.isWorkday(at.toLocalDate())) {
            return "MEAL_NOT_A_WORKDAY";
        }
        if (time.isBefore(WINDOW_OPENS) || time.isAfter(WINDOW_CLOSES)) {
            return "MEAL_OUTSIDE_HOURS";
        }
        if (datesTaken.contains(at.toLocalDate())) {
            return "MEAL_TAKEN_TODAY";
        }
        return left > 0 ? null : "MEAL_WEEK_LIMIT";
    }

    static long capFen(CityCard card, LocalDate day) {
        if (card.hukouDistrict() == null) {
            return 0;
        }
        long age = ChronoUnit.YEARS.between(card.bornOn(), day);
        if (age >= CENTENARIAN || card.categories().stream().anyMatch(HIGH_CAP_CATEGORIES::contains)) {
            return HIGH_CAP_FEN;
        }
        return age >= LOW_CAP_AGE ? LOW_CAP_FEN : 0;
    }

    private static int takenInWeekOf(LocalDate day, Set<LocalDate> datesTaken) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return (int) datesTaken.stream()
                .filter(taken -> !taken.isBefore(monday) && taken.isBefore(monday.plusWeeks(1)))
                .count();
    }
}
