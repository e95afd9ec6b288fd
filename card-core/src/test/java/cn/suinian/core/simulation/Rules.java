package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.Ruling.Limits;
import cn.suinian.core.entitlement.Benefit;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.entitlement.CityRules;
import cn.suinian.core.entitlement.MigratedCalendar;
import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The city's rules, and two that the city does not have, because every kind of limit shall be reached: Longgang has
 * lunches of its own, and a swimming bath asks for a health code and counts days, weeks, months and years.
 */
final class Rules {

    static final String HEALTH_CODE = "HEALTH_CODE";
    static final String BATH = "SWIMMING";

    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    private static final BenefitRule LONGGANG_LUNCH = CityRules.meal(
            30,
            District.LONGGANG,
            new Who(70, 200, true, Set.of()),
            new When(LocalTime.of(10, 30), LocalTime.of(13, 30), true, 1, 3, null, null),
            800);

    private static final BenefitRule SWIMMING = CityRules.visits(
            31,
            new Benefit(40, BATH, Service.VENUE, "游泳", "Swimming"),
            LONG_AGO,
            new Who(60, 200, false, Set.of(), HEALTH_CODE),
            new When(LocalTime.of(9, 0), LocalTime.of(18, 0), false, 2, 3, 4, 5),
            CityRules.city(2_000, 50));

    static final Ruling ALL = new Ruling(new RuleBook(book()), MigratedCalendar.read(), Limits.DEFAULT);

    private Rules() {}

    private static List<BenefitRule> book() {
        List<BenefitRule> rules = new ArrayList<>(CityRules.ALL);
        rules.add(LONGGANG_LUNCH);
        rules.add(SWIMMING);
        return rules;
    }
}
