package cn.suinian.core.entitlement;

import cn.suinian.core.entitlement.BenefitRule.PayerKind;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.holder.Category;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The city's rules as migrated, written down a second time from the notices. */
public final class CityRules {

    public static final Set<Category> MEAL_CATEGORIES = Set.of(
            Category.SPECIAL_HARDSHIP,
            Category.LOW_INCOME,
            Category.LOW_INCOME_MARGIN,
            Category.VETERAN_OR_MARTYR_KIN,
            Category.BEREAVED_ONE_CHILD);

    public static final When LUNCH = new When(LocalTime.of(10, 30), LocalTime.of(13, 30), true, 1, 5);

    public static final BenefitRule TRANSIT = new BenefitRule(
            1,
            "TRANSIT",
            Service.TRANSIT,
            null,
            LocalDate.of(2019, 8, 22),
            null,
            new Who(60, 200, false, Set.of()),
            new When(null, null, false, null, null),
            null,
            PayerKind.CITY,
            0);

    public static final BenefitRule MEAL_BY_CATEGORY = meal(2, new Who(60, 200, true, MEAL_CATEGORIES), 1500);
    public static final BenefitRule MEAL_CENTENARIAN = meal(3, new Who(100, 200, true, Set.of()), 1500);
    public static final BenefitRule MEAL_BY_AGE = meal(4, new Who(70, 99, true, Set.of()), 500);

    public static final List<BenefitRule> ALL = List.of(TRANSIT, MEAL_BY_CATEGORY, MEAL_CENTENARIAN, MEAL_BY_AGE);

    private CityRules() {}

    /** A lunch rule of the city. */
    public static BenefitRule meal(int id, Who who, @Nullable Integer capFen) {
        return new BenefitRule(
                id,
                "MEAL",
                Service.MEAL,
                null,
                LocalDate.of(2025, 1, 20),
                null,
                who,
                LUNCH,
                capFen,
                PayerKind.HUKOU_DISTRICT,
                200);
    }
}
