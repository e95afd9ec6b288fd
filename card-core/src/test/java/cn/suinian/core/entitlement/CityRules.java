package cn.suinian.core.entitlement;

import cn.suinian.core.entitlement.BenefitRule.For;
import cn.suinian.core.entitlement.BenefitRule.HowMuch;
import cn.suinian.core.entitlement.BenefitRule.PayerKind;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.BenefitRule.Where;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
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

    public static final When LUNCH = new When(LocalTime.of(10, 30), LocalTime.of(13, 30), true, 1, 5, null, null);

    public static final Who ANYBODY = new Who(60, 200, false, Set.of());
    private static final Who DISABLED = new Who(60, 200, false, Set.of(Category.MODERATELY_DISABLED));
    private static final LocalDate NOTICE_OF_2019 = LocalDate.of(2019, 8, 22);
    private static final LocalDate NOTICE_OF_2025 = LocalDate.of(2025, 1, 20);
    private static final LocalDate SCHEME_OF_2026 = LocalDate.of(2026, 1, 1);

    private static final Benefit MEAL = benefit(2, "MEAL", Service.MEAL);
    private static final Benefit DELIVERY = benefit(3, "MEAL_DELIVERY", Service.MEAL);
    private static final Benefit CARE_VOUCHER = benefit(5, "VOUCHER", Service.VOUCHER);

    public static final BenefitRule TRANSIT = new BenefitRule(
            1,
            benefit(1, "TRANSIT", Service.TRANSIT),
            null,
            NOTICE_OF_2019,
            null,
            ANYBODY,
            Where.ANYWHERE,
            When.ALWAYS,
            city(null, 100));

    public static final BenefitRule MEAL_BY_CATEGORY = meal(2, new Who(60, 200, true, MEAL_CATEGORIES), 1500);
    public static final BenefitRule MEAL_CENTENARIAN = meal(3, new Who(100, 200, true, Set.of()), 1500);
    public static final BenefitRule MEAL_BY_AGE = meal(4, new Who(70, 99, true, Set.of()), 500);

    public static final BenefitRule ALLOWANCE = new BenefitRule(
            5,
            benefit(4, "ALLOWANCE", Service.ALLOWANCE),
            null,
            LocalDate.of(2021, 3, 1),
            null,
            new Who(70, 200, true, Set.of()),
            Where.ANYWHERE,
            When.ALWAYS,
            new HowMuch(For.TAP, 0, 100, null, PayerKind.HUKOU_DISTRICT, 0));

    public static final BenefitRule DELIVERY_TO_CENTENARIANS = delivery(6, new Who(100, 200, true, Set.of()));
    public static final BenefitRule DELIVERY_TO_THE_DISABLED =
            delivery(7, new Who(70, 99, true, Set.of(Category.MODERATELY_DISABLED)));

    public static final BenefitRule CARE_AT_HOME = care(8, "HOME_CARE", 50);
    public static final BenefitRule CARE_IN_INSTITUTIONS = care(9, "CARE_INSTITUTION", 40);

    public static final BenefitRule PARK = venue(11, 11, "PARK", NOTICE_OF_2019, null);
    public static final BenefitRule SPORTS = venue(14, 14, "SPORTS", NOTICE_OF_2019, null);

    public static final List<BenefitRule> ALL = List.of(
            TRANSIT,
            MEAL_BY_CATEGORY,
            MEAL_CENTENARIAN,
            MEAL_BY_AGE,
            ALLOWANCE,
            DELIVERY_TO_CENTENARIANS,
            DELIVERY_TO_THE_DISABLED,
            CARE_AT_HOME,
            CARE_IN_INSTITUTIONS,
            PARK,
            venue(12, 12, "SCENIC_AREA", NOTICE_OF_2019, null),
            venue(13, 13, "CULTURE", NOTICE_OF_2019, null),
            SPORTS,
            venue(15, 15, "PUBLIC_TOILET", NOTICE_OF_2019, null),
            venue(16, 16, "HOSPITAL_PRIORITY", NOTICE_OF_2019, 0),
            venue(17, 17, "LEGAL_SERVICE", NOTICE_OF_2019, 0),
            venue(18, 18, "BANK_SERVICE", LocalDate.of(2022, 1, 1), 0));

    private CityRules() {}

    /** A lunch rule of the city. */
    public static BenefitRule meal(int id, Who who, @Nullable Integer capFen) {
        return meal(id, null, who, LUNCH, capFen);
    }

    /** A lunch rule. */
    public static BenefitRule meal(int id, @Nullable District district, Who who, When when, @Nullable Integer capFen) {
        return new BenefitRule(
                id,
                MEAL,
                district,
                NOTICE_OF_2025,
                null,
                who,
                Where.ANYWHERE,
                when,
                new HowMuch(For.TAP, capFen, 100, null, PayerKind.HUKOU_DISTRICT, 200));
    }

    private static BenefitRule delivery(int id, Who who) {
        return new BenefitRule(
                id,
                DELIVERY,
                null,
                NOTICE_OF_2025,
                null,
                who,
                Where.ANYWHERE,
                When.ALWAYS,
                new HowMuch(For.DELIVERY, 0, 100, null, PayerKind.HUKOU_DISTRICT, 200));
    }

    private static BenefitRule care(int id, String placeKind, int percent) {
        return new BenefitRule(
                id,
                CARE_VOUCHER,
                null,
                SCHEME_OF_2026,
                null,
                DISABLED,
                new Where(Set.of(placeKind)),
                When.ALWAYS,
                new HowMuch(For.TAP, null, percent, 80_000, PayerKind.CITY, 0));
    }

    private static BenefitRule venue(int id, int no, String kind, LocalDate from, @Nullable Integer capFen) {
        return visits(id, benefit(no, kind, Service.VENUE), from, ANYBODY, When.ALWAYS, city(capFen, 100));
    }

    /** A rule for visits to the kind of place that the benefit is named after. */
    public static BenefitRule visits(int id, Benefit benefit, LocalDate from, Who who, When when, HowMuch howMuch) {
        return new BenefitRule(id, benefit, null, from, null, who, new Where(Set.of(benefit.code())), when, howMuch);
    }

    /** What the city pays. */
    public static HowMuch city(@Nullable Integer capFen, int percent) {
        return new HowMuch(For.TAP, capFen, percent, null, PayerKind.CITY, 0);
    }

    private static Benefit benefit(int no, String code, Service service) {
        return new Benefit(no, code, service, code, code);
    }
}
