package cn.suinian.core.entitlement.policy;

import static cn.suinian.core.authorization.decision.PersonBuilder.LONG_AGO;
import static cn.suinian.core.entitlement.CityRules.MEAL_BY_AGE;
import static cn.suinian.core.entitlement.CityRules.MEAL_BY_CATEGORY;
import static cn.suinian.core.entitlement.CityRules.MEAL_CENTENARIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.entitlement.CityRules;
import cn.suinian.core.entitlement.policy.Eligibility.Choice;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class EligibilityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
    private static final List<BenefitRule> CITY = List.of(MEAL_BY_CATEGORY, MEAL_CENTENARIAN, MEAL_BY_AGE);

    private static PersonBuilder someone() {
        return PersonBuilder.of(1);
    }

    private static PersonBuilder aged65() {
        return someone().born(TODAY.minusYears(65));
    }

    private static Optional<BenefitRule> best(List<BenefitRule> rules, PersonBuilder person, LocalDate day) {
        Choice choice = Eligibility.choose(rules, person.holder(), day, NOON, 2_000);
        return choice instanceof Choice.Rule chosen ? Optional.of(chosen.rule()) : Optional.empty();
    }

    private static BenefitRule of(District district, int id, Integer capFen) {
        return CityRules.meal(id, district, new Who(60, 200, true, Set.of()), CityRules.LUNCH, capFen);
    }

    @Test
    void seventyBeginsAtMidnightOfTheBirthday() {
        PersonBuilder person = someone().born(LocalDate.of(1956, 11, 25));

        assertThat(best(CITY, person, LocalDate.of(2026, 11, 24))).isEmpty();
        assertThat(best(CITY, person, LocalDate.of(2026, 11, 25))).contains(MEAL_BY_AGE);
    }

    @Test
    void oneHundredBeginsAtMidnightOfTheBirthdayAndBringsTheHigherCap() {
        PersonBuilder person = someone().born(LocalDate.of(1926, 11, 25));

        assertThat(best(CITY, person, LocalDate.of(2026, 11, 24))).contains(MEAL_BY_AGE);
        assertThat(best(CITY, person, LocalDate.of(2026, 11, 25))).contains(MEAL_CENTENARIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "1956-02-29, 2026-02-28, 69",
        "1956-02-29, 2026-03-01, 70",
        "1956-02-29, 2028-02-28, 71",
        "1956-02-29, 2028-02-29, 72",
        "1956-03-01, 2026-02-28, 69",
        "1956-12-31, 2026-12-30, 69",
        "1956-12-31, 2027-01-01, 70"
    })
    void aBirthdayOn29FebruaryFallsOnTheFirstOfMarchOfAPlainYear(LocalDate born, LocalDate day, int age) {
        assertThat(someone().born(born).holder().ageOn(day)).isEqualTo(age);
    }

    @Test
    void theCardIsForThoseOf60FromTheirBirthdayOn() {
        PersonBuilder person = someone().born(LocalDate.of(1966, 11, 25));

        assertThat(Eligibility.oldEnough(person.holder(), LocalDate.of(2026, 11, 24)))
                .isFalse();
        assertThat(Eligibility.oldEnough(person.holder(), LocalDate.of(2026, 11, 25)))
                .isTrue();
    }

    @Test
    void aCategoryThatEndsTodayNoLongerCountsToday() {
        PersonBuilder person = aged65().category(Category.LOW_INCOME, LONG_AGO, TODAY);

        assertThat(best(CITY, person, TODAY.minusDays(1))).contains(MEAL_BY_CATEGORY);
        assertThat(best(CITY, person, TODAY)).isEmpty();
    }

    @Test
    void aCategoryThatBeginsTodayCountsToday() {
        PersonBuilder person = aged65().category(Category.LOW_INCOME, TODAY, null);

        assertThat(best(CITY, person, TODAY.minusDays(1))).isEmpty();
        assertThat(best(CITY, person, TODAY)).contains(MEAL_BY_CATEGORY);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MODERATELY_DISABLED")
    void everyMealCategoryBringsTheHigherCapFrom60On(Category category) {
        assertThat(best(CITY, aged65().category(category, LONG_AGO, null), TODAY))
                .contains(MEAL_BY_CATEGORY);
    }

    @Test
    void disabilityAloneBringsNoLunch() {
        assertThat(best(CITY, aged65().category(Category.MODERATELY_DISABLED, LONG_AGO, null), TODAY))
                .isEmpty();
    }

    @Test
    void withoutHukouThereIsNoLunchAtAnyAgeInAnyCategory() {
        PersonBuilder person =
                someone().noHukou().born(TODAY.minusYears(101)).category(Category.SPECIAL_HARDSHIP, LONG_AGO, null);

        assertThat(best(CITY, person, TODAY)).isEmpty();
    }

    @Test
    void hukouThatEndedTodayNoLongerCountsToday() {
        PersonBuilder person = someone().noHukou().hukou(District.BAOAN, LONG_AGO, TODAY);

        assertThat(best(CITY, person, TODAY.minusDays(1))).contains(MEAL_BY_AGE);
        assertThat(best(CITY, person, TODAY)).isEmpty();
    }

    @Test
    void theHighestCapWinsAndNothingStacks() {
        PersonBuilder person = someone().category(Category.LOW_INCOME, LONG_AGO, null);

        assertThat(best(CITY, person, TODAY)).contains(MEAL_BY_CATEGORY);
        assertThat(MEAL_BY_CATEGORY.subsidyOf(5000)).isEqualTo(1500);
    }

    @Test
    void noCapBeatsAnyCap() {
        BenefitRule whole = CityRules.meal(9, new Who(60, 200, true, Set.of()), null);

        assertThat(best(List.of(MEAL_BY_AGE, whole), someone(), TODAY)).contains(whole);
    }

    @Test
    void theDistrictsRuleStandsInsteadOfTheCitysEvenWhenItGivesLess() {
        BenefitRule futian = of(District.FUTIAN, 9, 300);
        List<BenefitRule> rules = List.of(MEAL_BY_AGE, futian);

        assertThat(best(rules, someone(), TODAY)).contains(futian);
        assertThat(best(rules, someone().noHukou().hukou(District.DAPENG, LONG_AGO, null), TODAY))
                .contains(MEAL_BY_AGE);
    }

    @Test
    void aDistrictsRuleThatIsForOthersStillStandsInsteadOfTheCitys() {
        BenefitRule centenarians =
                CityRules.meal(9, District.FUTIAN, new Who(100, 200, true, Set.of()), CityRules.LUNCH, 9900);

        assertThat(best(List.of(MEAL_BY_AGE, centenarians), someone(), TODAY)).isEmpty();
    }

    @Test
    void theChoiceDoesNotDependOnTheOrderOfTheRules() {
        List<BenefitRule> rules = new ArrayList<>(List.of(
                CityRules.meal(12, new Who(60, 200, true, Set.of()), 800),
                CityRules.meal(11, new Who(60, 200, true, Set.of()), 800),
                MEAL_BY_AGE));
        Optional<BenefitRule> forwards = best(rules, someone(), TODAY);
        Collections.reverse(rules);

        assertThat(best(rules, someone(), TODAY)).isEqualTo(forwards);
        assertThat(forwards.orElseThrow().id()).isEqualTo(11);
    }
}
