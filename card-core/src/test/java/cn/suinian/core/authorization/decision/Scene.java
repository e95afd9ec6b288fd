package cn.suinian.core.authorization.decision;

import static cn.suinian.core.authorization.decision.PersonBuilder.LONG_AGO;
import static cn.suinian.core.authorization.decision.TapBuilder.SHANGHAI;

import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.account.Usage;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.entitlement.Benefit;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.entitlement.CityRules;
import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.holder.Category;
import cn.suinian.core.terminal.Service;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person and one tap in which several things can be wrong at once. Everything wrong is kept relative to the tap's
 * own moment, so the wrongs can be combined in any order.
 */
final class Scene {

    static final long HOLDER = 7;

    /** A place whose rule has every limit there is. */
    private static final Benefit GYM = new Benefit(200, "GYM", Service.VENUE, "健身房", "Gym");

    private static final Ruling RULING = new Ruling(
            new RuleBook(Stream.concat(CityRules.ALL.stream(), Stream.of(gym())).toList()),
            Rulings.CITY.calendar(),
            Rulings.LIMITS);

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

    @Nullable
    String placeKind;

    boolean notDisabled;
    boolean notAttested;

    @Nullable
    Period visited;

    boolean voucherUsedUp;
    Prior prior = Prior.ABSENT;

    Tap tap() {
        return TapBuilder.of(HOLDER)
                .service(service)
                .place(placeKind)
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
                .usage(usage())
                .born(tooYoung ? day.minusYears(60).plusDays(1) : day.minusYears(75));
        if (!notDisabled) {
            person.category(Category.MODERATELY_DISABLED, LONG_AGO, null);
        }
        if (!notAttested) {
            person.attested("FITNESS_CERTIFICATE", before, before.plus(Duration.ofDays(1)));
        }
        return (dead ? person.died(day.minusDays(1)) : person).build();
    }

    private Usage usage() {
        Usage usage = voucherUsedUp ? Usage.NONE.plus(5, Period.MONTH, day, 80_000) : Usage.NONE;
        return visited == null ? usage : usage.plus(GYM.no(), visited, day, 4);
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

    private static BenefitRule gym() {
        Who attested = new Who(60, 200, false, Set.of(), "FITNESS_CERTIFICATE");
        When limited = new When(LocalTime.of(9, 0), LocalTime.of(17, 0), true, 4, 4, 4, 4);
        return CityRules.visits(200, GYM, LONG_AGO, attested, limited, CityRules.city(null, 100));
    }

    Decided decide() {
        return (Decided) Decider.decide(facts(), tap(), prior, RULING);
    }
}
