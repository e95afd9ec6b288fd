package cn.suinian.core.authorization.decision;

import static cn.suinian.core.authorization.decision.TapBuilder.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.MealDays;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a till is told beforehand is what the tap then gets. */
class PreviewTest {

    private static final long HOLDER = 7;
    private static final LocalDateTime NOON = TapBuilder.WEDNESDAY_NOON;
    private static final List<Service> ALL = Arrays.asList(Service.values());
    private static final List<String> PLACES =
            Arrays.asList("PARK", "SPORTS", "GYM", "HOME_CARE", "CARE_INSTITUTION", "NOWHERE", null);
    private static final Ruling RULING = withAGym();

    @ParameterizedTest
    @MethodSource("cn.suinian.core.Seeds#list")
    void neverSaysAnythingElseThanTheTapOfThatMoment(long seed) {
        RandomCity city = new RandomCity(seed);
        for (long holder = 1; holder <= 40; holder++) {
            Facts facts = city.someone(holder);
            for (int i = 0; i < 25; i++) {
                Tap tap = atAPlace(city, city.tap(holder));
                facts = facts.with(check(facts, tap));
            }
        }
    }

    /** The tap arrives as it is made; its amount is whatever it is, for no rule of the city is better for some. */
    private static Account check(Facts facts, Tap tap) {
        Facts before = facts;
        Preview preview = preview(facts, tap.service(), tap.placeKind(), tap.at())
                .services()
                .get(0);
        Decided decided = (Decided) Decider.decide(facts, tap, Prior.ABSENT, RULING);
        assertThat(facts).as("nothing is used").isEqualTo(before);
        Answer answer = decided.answer();
        boolean paysNothingSoSmall = tap.service() == Service.VOUCHER && tap.amountFen() < 3;
        if (!paysNothingSoSmall) {
            assertThat(preview.refused()).isEqualTo(answer.reason());
        }
        Answer.Grant grant = answer.grant();
        BenefitRule rule = preview.rule();
        if (grant != null) {
            assertThat(rule).isNotNull().extracting(BenefitRule::id).isEqualTo(grant.ruleId());
        } else if (answer.approved()) {
            assertThat(answer.subsidyFen()).isZero();
            assertThat(rule == null || tap.amountFen() == 0).isTrue();
        } else {
            assertThat(preview.balanceLeft()).isEqualTo(answer.balanceLeft());
        }
        return decided.next();
    }

    private static Tap atAPlace(RandomCity city, Tap tap) {
        TapBuilder again = TapBuilder.of(tap.key().holderId())
                .service(ALL.get(city.below(ALL.size())))
                .number(tap.cardCounter())
                .at(tap.at())
                .amount(tap.amountFen())
                .place(PLACES.get(city.below(PLACES.size())))
                .context(new Tap.Context(Direction.BOARD, null, null, null, null))
                .arrivingAfter(Duration.ZERO);
        return again.build();
    }

    @Test
    void tellsTheRuleAndItsHoursAlsoWhenItIsTooEarly() {
        Preview early = one(PersonBuilder.of(HOLDER).build(), Service.MEAL, null, NOON.withHour(9));

        assertThat(early.refused()).isEqualTo(DeclineReason.MEAL_OUTSIDE_HOURS);
        assertThat(early.entitled()).isTrue();
        assertThat(early.rule()).isEqualTo(CityRules.MEAL_BY_AGE);
        assertThat(early.balanceLeft()).isEqualTo(5);
    }

    @Test
    void whatIsLeftIsWhatIsLeftBeforeTheTap() {
        PersonBuilder person = PersonBuilder.of(HOLDER)
                .category(Category.MODERATELY_DISABLED, PersonBuilder.LONG_AGO, null)
                .meals(MealDays.NONE.with(NOON.toLocalDate().minusDays(1)))
                .usage(Usage.NONE.plus(5, Period.MONTH, NOON.toLocalDate(), 79_000));

        assertThat(one(person.build(), Service.MEAL, null, NOON).balanceLeft()).isEqualTo(4);
        Preview care = one(person.build(), Service.VOUCHER, "HOME_CARE", NOON);
        assertThat(care.refused()).isNull();
        assertThat(care.balanceLeft()).isEqualTo(1_000);
        assertThat(PreviewWording.of(care).en()).isEqualTo("The voucher pays 50 percent. 10 yuan left this month.");
    }

    @Test
    void aVoucherThatIsUsedUpIsForeseen() {
        PersonBuilder person = PersonBuilder.of(HOLDER)
                .category(Category.MODERATELY_DISABLED, PersonBuilder.LONG_AGO, null)
                .usage(Usage.NONE.plus(5, Period.MONTH, NOON.toLocalDate(), 80_000));
        Preview care = one(person.build(), Service.VOUCHER, "HOME_CARE", NOON);

        assertThat(care.refused()).isEqualTo(DeclineReason.VOUCHER_USED_UP);
        assertThat(care.balanceLeft()).isZero();
    }

    @Test
    void theLineSaysWhatTheRulePays() {
        Facts person = PersonBuilder.of(HOLDER)
                .category(Category.MODERATELY_DISABLED, PersonBuilder.LONG_AGO, null)
                .build();

        assertThat(line(person, Service.TRANSIT, null)).isEqualTo(new PreviewWording("乘车免费", "Rides are free."));
        assertThat(line(person, Service.VENUE, "PARK")).isEqualTo(new PreviewWording("可以入场", "Entry is free."));
        assertThat(line(person, Service.VENUE, "GYM")).isEqualTo(new PreviewWording("优惠 70%", "70 percent off."));
        assertThat(line(person, Service.VENUE, "LEGAL_SERVICE"))
                .isEqualTo(new PreviewWording("可以使用", "The card can be used here."));
        assertThat(line(person, Service.VOUCHER, "CARE_INSTITUTION"))
                .isEqualTo(new PreviewWording(
                        "服务券支付 40%，本月剩余 800 元", "The voucher pays 40 percent. 800 yuan left this month."));
    }

    @Test
    void aStoppedCardGetsNothingAndSaysNothingMore() {
        Facts lost =
                PersonBuilder.of(HOLDER).card(CardStatus.LOST, Instant.EPOCH).build();
        Preview.OfCard preview = preview(lost, Service.MEAL, null, NOON);

        assertThat(preview.cardRefused()).isEqualTo(DeclineReason.CARD_LOST);
        assertThat(preview.services()).containsExactly(new Preview(Service.MEAL, DeclineReason.CARD_LOST, null, null));
    }

    @Test
    void aMealOfSomebodyWithoutTheBenefitIsNoDecline() {
        Preview meal = one(PersonBuilder.of(HOLDER).noHukou().build(), Service.MEAL, null, NOON.withHour(20));

        assertThat(meal.refused()).isNull();
        assertThat(meal.entitled()).isFalse();
        assertThat(PreviewWording.of(meal).en()).isEqualTo("This meal is at its own price.");
    }

    @Test
    void noLineTellsAnythingOfThePerson() {
        for (Service service : ALL) {
            for (String place : PLACES) {
                PreviewWording line =
                        PreviewWording.of(one(PersonBuilder.of(HOLDER).build(), service, place, NOON));
                assertThat(line.zh()).isNotEmpty().doesNotContain("岁", "老", "户籍", "残");
                assertThat(line.en()).isNotEmpty().doesNotContainIgnoringCase("age", "elder", "senior", "hukou");
            }
        }
    }

    private static PreviewWording line(Facts facts, Service service, @Nullable String placeKind) {
        return PreviewWording.of(one(facts, service, placeKind, NOON));
    }

    private static Preview one(Facts facts, Service service, String placeKind, LocalDateTime at) {
        return preview(facts, service, placeKind, at).services().get(0);
    }

    private static Preview.OfCard preview(Facts facts, Service service, String placeKind, LocalDateTime at) {
        Preview.Place place = new Preview.Place(
                440_300_010_007L, 1, placeKind, at, at.atZone(SHANGHAI).toInstant());
        return Preview.of(facts, PersonBuilder.cardOf(facts.account().holderId()), List.of(service), place, RULING);
    }

    private static Ruling withAGym() {
        List<BenefitRule> rules = new ArrayList<>(CityRules.ALL);
        rules.add(CityRules.visits(
                200,
                new Benefit(200, "GYM", Service.VENUE, "健身房", "Gym"),
                LocalDate.of(2010, 1, 1),
                new Who(60, 200, false, Set.of()),
                new When(LocalTime.of(9, 0), LocalTime.of(17, 0), true, 2, null, 3, null),
                CityRules.city(null, 70)));
        return new Ruling(new RuleBook(rules), Rulings.CITY.calendar(), Rulings.LIMITS);
    }
}
