package cn.suinian.load.bench.micro;

import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.Ruling.Limits;
import cn.suinian.core.entitlement.Benefit;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.For;
import cn.suinian.core.entitlement.BenefitRule.HowMuch;
import cn.suinian.core.entitlement.BenefitRule.PayerKind;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.BenefitRule.Where;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.core.holder.Category;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The city's rules for rides and lunches as a database has them; those of other services are not looked at. */
final class Rules {
    private static final Benefit MEAL = new Benefit(2, "MEAL", Service.MEAL, "长者助餐", "Lunch subsidy");
    private static final When LUNCH = new When(LocalTime.of(10, 30), LocalTime.of(13, 30), true, 1, 5, null, null);
    private static final Set<Category> IN_NEED = Set.of(
            Category.SPECIAL_HARDSHIP,
            Category.LOW_INCOME,
            Category.LOW_INCOME_MARGIN,
            Category.VETERAN_OR_MARTYR_KIN,
            Category.BEREAVED_ONE_CHILD);

    private Rules() {}

    static Ruling ofTheCity() {
        RuleBook book = new RuleBook(List.of(
                rule(
                        1,
                        new Benefit(1, "TRANSIT", Service.TRANSIT, "公共交通", "Bus and metro"),
                        new Who(60, 200, false, Set.of()),
                        When.ALWAYS,
                        howMuch(null, PayerKind.CITY, 0)),
                lunch(2, new Who(60, 200, true, IN_NEED), 1_500),
                lunch(3, new Who(100, 200, true, Set.of()), 1_500),
                lunch(4, new Who(70, 99, true, Set.of()), 500)));
        return new Ruling(book, calendar(), Limits.DEFAULT);
    }

    private static BenefitRule lunch(int id, Who who, int capFen) {
        return rule(id, MEAL, who, LUNCH, howMuch(capFen, PayerKind.HUKOU_DISTRICT, 200));
    }

    private static BenefitRule rule(int id, Benefit benefit, Who who, When when, HowMuch howMuch) {
        LocalDate from = LocalDate.of(2025, 1, 20);
        return new BenefitRule(id, benefit, null, from, null, who, Where.ANYWHERE, when, howMuch);
    }

    private static HowMuch howMuch(@Nullable Integer capFen, PayerKind payer, int operatorSubsidyFen) {
        return new HowMuch(For.TAP, capFen, 100, null, payer, operatorSubsidyFen);
    }

    /** National Day and the workday that was given for it. */
    private static WorkCalendar calendar() {
        LocalDate nationalDay = LocalDate.of(2026, 10, 1);
        return new WorkCalendar(
                nationalDay.datesUntil(nationalDay.plusDays(7)).collect(Collectors.toSet()),
                Set.of(LocalDate.of(2026, 10, 10)));
    }
}
