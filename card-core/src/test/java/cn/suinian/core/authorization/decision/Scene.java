package cn.suinian.core.authorization.decision;

import static cn.suinian.core.authorization.decision.PersonBuilder.LONG_AGO;
import static cn.suinian.core.authorization.decision.TapBuilder.SHANGHAI;

import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.terminal.Service;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * One person and one tap in which several things can be wrong at once. Everything wrong is kept relative to the tap's
 * own moment, so the wrongs can be combined in any order.
 */
final class Scene {

    static final long HOLDER = 7;

    CardStatus status = CardStatus.ACTIVE;
    Service service = Service.MEAL;
    LocalDate day = LocalDate.of(2026, 11, 25);
    LocalTime time = LocalTime.NOON;
    ReplayWindow counters = ReplayWindow.NEW;
    Duration underWay = Duration.ofSeconds(1);
    boolean expired;
    boolean dead;
    boolean tooYoung;
    boolean lunchToday;
    boolean fiveOtherLunches;
    Prior prior = Prior.ABSENT;

    Tap tap() {
        return TapBuilder.of(HOLDER)
                .service(service)
                .at(LocalDateTime.of(day, time))
                .counter(100)
                .arrivingAfter(underWay)
                .build();
    }

    Facts facts() {
        Instant before = day.atTime(time).atZone(SHANGHAI).toInstant().minusSeconds(60);
        PersonBuilder person = PersonBuilder.of(HOLDER)
                .card(status, before, expired ? day.minusDays(1) : day)
                .counters(counters)
                .category(Category.LOW_INCOME, LONG_AGO, null)
                .meals(meals())
                .born(tooYoung ? day.minusYears(60).plusDays(1) : day.minusYears(75));
        return (dead ? person.died(day.minusDays(1)) : person).build();
    }

    private MealDays meals() {
        MealDays meals = lunchToday ? MealDays.NONE.with(day) : MealDays.NONE;
        LocalDate monday = day.with(DayOfWeek.MONDAY);
        int others = 0;
        for (int i = 0; fiveOtherLunches && others < 5; i++) {
            if (!monday.plusDays(i).equals(day)) {
                meals = meals.with(monday.plusDays(i));
                others++;
            }
        }
        return meals;
    }

    Decided decide() {
        return (Decided) Decider.decide(facts(), tap(), prior, Rulings.CITY);
    }
}
