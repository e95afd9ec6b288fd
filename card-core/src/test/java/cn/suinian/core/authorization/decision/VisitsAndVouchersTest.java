package cn.suinian.core.authorization.decision;

import static cn.suinian.core.authorization.decision.PersonBuilder.LONG_AGO;
import static cn.suinian.core.authorization.decision.TapBuilder.WEDNESDAY_NOON;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.Usage;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.entitlement.Benefit;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.entitlement.CityRules;
import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places, care, identity checks and meals that are brought. */
class VisitsAndVouchersTest {

    private static final long HOLDER = 7;
    private static final LocalDate TODAY = WEDNESDAY_NOON.toLocalDate();
    private static final int VOUCHER = CityRules.CARE_AT_HOME.benefit().no();

    private static PersonBuilder person() {
        return PersonBuilder.of(HOLDER);
    }

    private static PersonBuilder disabled() {
        return person().category(Category.MODERATELY_DISABLED, LONG_AGO, null);
    }

    private static TapBuilder tap() {
        return TapBuilder.of(HOLDER);
    }

    private static Decided decide(PersonBuilder person, TapBuilder tap, BenefitRule... more) {
        List<BenefitRule> rules = new ArrayList<>(CityRules.ALL);
        rules.addAll(List.of(more));
        Ruling ruling = new Ruling(new RuleBook(rules), Rulings.CITY.calendar(), Rulings.LIMITS);
        return (Decided) Decider.decide(person.build(), tap.build(), Prior.NOT_LOOKED_UP, ruling);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PARK",
                "SCENIC_AREA",
                "CULTURE",
                "SPORTS",
                "PUBLIC_TOILET",
                "HOSPITAL_PRIORITY",
                "LEGAL_SERVICE",
                "BANK_SERVICE"
            })
    void everyKindOfPlaceLetsAHolderWithoutHukouIn(String kind) {
        Answer answer = decide(person().noHukou(), tap().visit(kind, 0)).answer();

        assertThat(answer.approved()).isTrue();
        assertThat(answer.grant().benefit()).isEqualTo(kind);
        assertThat(answer.grant().payer()).isEqualTo(Payer.CITY);
    }

    @Test
    void theCityPaysTheTicketOfAPark() {
        assertThat(decide(person(), tap().visit("PARK", 2_000)).answer().subsidyFen())
                .isEqualTo(2_000);
    }

    @Test
    void priorityIsGivenAndNothingIsPaid() {
        Answer answer =
                decide(person(), tap().visit("HOSPITAL_PRIORITY", 5_000)).answer();

        assertThat(answer.approved()).isTrue();
        assertThat(answer.subsidyFen()).isZero();
    }

    @Test
    void aPlaceOfNoKnownKindOffersNothing() {
        assertThat(decide(person(), tap().service(Service.VENUE)).answer().reason())
                .isEqualTo(DeclineReason.BENEFIT_NOT_OFFERED);
        assertThat(decide(person(), tap().visit("CASINO", 0)).answer().reason())
                .isEqualTo(DeclineReason.BENEFIT_NOT_OFFERED);
    }

    @Test
    void aDistrictsRuleForOneKindOfPlaceLeavesTheOthersToTheCity() {
        BenefitRule half = new BenefitRule(
                99,
                CityRules.SPORTS.benefit(),
                District.FUTIAN,
                LONG_AGO,
                null,
                CityRules.ANYBODY,
                CityRules.SPORTS.where(),
                When.ALWAYS,
                CityRules.city(null, 50));

        assertThat(decide(person(), tap().visit("SPORTS", 2_001), half).answer().subsidyFen())
                .as("half, rounded down")
                .isEqualTo(1_000);
        assertThat(decide(person(), tap().visit("PARK", 2_000), half).answer().subsidyFen())
                .isEqualTo(2_000);
        assertThat(decide(person().noHukou(), tap().visit("SPORTS", 2_001), half)
                        .answer()
                        .subsidyFen())
                .isEqualTo(2_001);
    }

    @Test
    void visitsAreCountedInEveryPeriodTheRuleLimitsAndTheTightestIsShown() {
        BenefitRule gym = gym(null, new When(null, null, false, 2, null, 3, null));
        PersonBuilder once = person().usage(Usage.NONE.plus(200, Period.MONTH, TODAY, 1));
        Decided decided = decide(once, tap().visit("GYM", 0), gym);

        assertThat(decided.answer().balanceLeft()).isEqualTo(1);
        assertThat(decided.next().usage().of(200, Period.DAY, TODAY)).isEqualTo(1);
        assertThat(decided.next().usage().of(200, Period.WEEK, TODAY)).isZero();
        assertThat(decided.next().usage().of(200, Period.MONTH, TODAY)).isEqualTo(2);
        assertThat(decided.seen().usedBefore()).isZero();
    }

    @Test
    void anAttestationIsNeededAtTheMomentOfTheTap() {
        BenefitRule gym = gym("HEALTH_CODE", When.ALWAYS);
        Instant noon = tap().build().tappedAt();

        assertThat(decide(person().attested("HEALTH_CODE", noon, noon.plusSeconds(1)), tap().visit("GYM", 0), gym)
                        .answer()
                        .approved())
                .isTrue();
        assertThat(decide(person().attested("HEALTH_CODE", noon.minusSeconds(9), noon), tap().visit("GYM", 0), gym)
                        .answer()
                        .reason())
                .isEqualTo(DeclineReason.ATTESTATION_MISSING);
        assertThat(decide(person().attested("FITNESS", noon, noon.plusSeconds(1)), tap().visit("GYM", 0), gym)
                        .answer()
                        .reason())
                .isEqualTo(DeclineReason.ATTESTATION_MISSING);
    }

    @Test
    void aRuleThatNeedsNoAttestationIsTakenWhereTheBetterOneCannotBe() {
        BenefitRule free = gym("HEALTH_CODE", When.ALWAYS);
        BenefitRule half = CityRules.visits(
                201, free.benefit(), LONG_AGO, CityRules.ANYBODY, When.ALWAYS, CityRules.city(null, 50));

        assertThat(decide(person(), tap().visit("GYM", 1_000), free, half)
                        .answer()
                        .subsidyFen())
                .isEqualTo(500);
    }

    private static BenefitRule gym(String attestation, When when) {
        Benefit gym = new Benefit(200, "GYM", Service.VENUE, "健身房", "Gym");
        Who who = new Who(60, 200, false, Set.of(), attestation);
        return CityRules.visits(200, gym, LONG_AGO, who, when, CityRules.city(null, 100));
    }

    @ParameterizedTest
    @CsvSource({
        "HOME_CARE, 10000, 0, 5000, 75000",
        "CARE_INSTITUTION, 10000, 0, 4000, 76000",
        "HOME_CARE, 9999, 0, 4999, 75001",
        "HOME_CARE, 1000000, 0, 80000, 0",
        "HOME_CARE, 10000, 78000, 2000, 0",
        "HOME_CARE, 0, 80000, 0, 0"
    })
    void aVoucherPaysItsPartOfThePriceAsFarAsTheMonthGoes(String place, int price, int used, int pays, int left) {
        PersonBuilder person = disabled().usage(Usage.NONE.plus(VOUCHER, Period.MONTH, TODAY, used));
        Decided decided = decide(person, tap().care(place, price));

        assertThat(decided.answer().approved()).isTrue();
        assertThat(decided.answer().subsidyFen()).isEqualTo(pays);
        assertThat(decided.answer().balanceLeft()).isEqualTo(left);
        assertThat(decided.seen().usedBefore()).isEqualTo(used);
    }

    @Test
    void anEmptyVoucherIsSaidAndComesBackOnTheFirst() {
        PersonBuilder spent = disabled().usage(Usage.NONE.plus(VOUCHER, Period.MONTH, TODAY, 80_000));

        assertThat(decide(spent, tap().care("HOME_CARE", 100)).answer().reason())
                .isEqualTo(DeclineReason.VOUCHER_USED_UP);
        assertThat(decide(spent, tap().care("HOME_CARE", 100).at(LocalDateTime.of(2026, 12, 1, 0, 0)))
                        .answer()
                        .balanceLeft())
                .isEqualTo(79_950);
    }

    @Test
    void whatIsLeftInOneMonthDoesNotGoIntoTheNext() {
        Decided last = decide(disabled(), tap().care("HOME_CARE", 100).at(LocalDateTime.of(2026, 11, 30, 23, 59)));

        assertThat(last.next().usage().of(VOUCHER, Period.MONTH, LocalDate.of(2026, 12, 1)))
                .isZero();
        assertThat(last.answer().balanceLeft()).isEqualTo(79_950);
    }

    @Test
    void withoutTheCategoryThereIsNoVoucher() {
        assertThat(decide(person(), tap().care("HOME_CARE", 100)).answer().reason())
                .isEqualTo(DeclineReason.NOT_ENTITLED);
    }

    @Test
    void anIdentityCheckIsRememberedByItsDayAndTheLatestCounts() {
        Account checked =
                decide(person(), tap().service(Service.ALLOWANCE).amount(0)).next();
        Decided late = (Decided) Decider.decide(
                person().build().with(checked),
                tap().service(Service.ALLOWANCE)
                        .amount(0)
                        .number(2)
                        .at(WEDNESDAY_NOON.minusDays(3))
                        .build(),
                Prior.NOT_LOOKED_UP,
                Rulings.CITY);

        assertThat(checked.checkedOn()).isEqualTo((int) TODAY.toEpochDay());
        assertThat(late.next().checkedOn()).isEqualTo((int) TODAY.toEpochDay());
        assertThat(late.answer().grant().payer()).isEqualTo(Payer.of(District.FUTIAN));
    }

    @Test
    void theAllowanceIsForHukouFrom70On() {
        TapBuilder check = tap().service(Service.ALLOWANCE).amount(0);

        assertThat(decide(person().noHukou(), check).answer().reason()).isEqualTo(DeclineReason.NOT_ENTITLED);
        assertThat(decide(person().born(TODAY.minusYears(70).plusDays(1)), check)
                        .answer()
                        .reason())
                .isEqualTo(DeclineReason.NOT_ENTITLED);
        assertThat(decide(person().born(TODAY.minusYears(70)), check).answer().approved())
                .isTrue();
    }

    @Test
    void bringingAMealIsPaidForThoseWhoMayHaveItBrought() {
        TapBuilder meal = tap().meal(1_800).delivered();

        assertThat(decide(disabled(), meal).answer().grant().deliverySubsidyFen())
                .isEqualTo(200);
        assertThat(decide(person().born(TODAY.minusYears(101)), meal)
                        .answer()
                        .grant()
                        .deliverySubsidyFen())
                .isEqualTo(200);
        assertThat(decide(person(), meal).answer().grant().deliverySubsidyFen()).isZero();
        assertThat(decide(disabled(), tap().meal(1_800)).answer().grant().deliverySubsidyFen())
                .as("fetched by themselves")
                .isZero();
        assertThat(decide(disabled().noHukou(), meal).answer().grant())
                .as("no subsidised meal, no delivery")
                .isNull();
    }
}
