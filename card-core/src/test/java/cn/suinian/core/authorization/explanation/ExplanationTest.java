package cn.suinian.core.authorization.explanation;

import static cn.suinian.core.authorization.decision.PersonBuilder.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.Usage;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.authorization.decision.Prior;
import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.Rulings;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.authorization.explanation.Explanation.Judged;
import cn.suinian.core.authorization.explanation.Explanation.Judgement;
import cn.suinian.core.authorization.explanation.Explanation.Person;
import cn.suinian.core.authorization.explanation.Explanation.Told;
import cn.suinian.core.authorization.explanation.UsedUp.Unit;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.entitlement.Benefit;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.entitlement.CityRules;
import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept with a tap is enough to tell how it was decided. */
class ExplanationTest {

    private static final long HOLDER = 7;
    private static final LocalDate DAY = TapBuilder.WEDNESDAY_NOON.toLocalDate();
    private static final Ruling RULING = withAGymAndAPool();

    @Test
    void aLunchNamesItsRuleAndHowManyOfTheWeekAreUsed() {
        PersonBuilder person = PersonBuilder.of(HOLDER)
                .meals(MealDays.NONE.with(DAY.minusDays(1)).with(DAY.minusDays(2)))
                .version(41);
        Explanation lunch = explain(person, meal());

        assertThat(lunch.told().rule())
                .isNotNull()
                .extracting(Explanation.Rule::id)
                .isEqualTo(4);
        assertThat(lunch.told().used()).isEqualTo(new UsedUp(Unit.LUNCHES_OF_WEEK, 2, 3, 5));
        assertThat(lunch.told().judgement()).isEqualTo(new Judgement(CardStatus.ACTIVE, Judged.ONLINE, false));
        assertThat(lunch.person()).isEqualTo(new Person(76, District.FUTIAN, Set.of(), 41L));
    }

    @Test
    void aDeclinedLunchStillNamesTheRuleWhoseLimitItMet() {
        Explanation second = explain(PersonBuilder.of(HOLDER).meals(MealDays.NONE.with(DAY)), meal());

        assertThat(second.told().answer().reason()).isEqualTo(DeclineReason.MEAL_TAKEN_TODAY);
        assertThat(second.told().rule())
                .isNotNull()
                .extracting(Explanation.Rule::id)
                .isEqualTo(4);
        assertThat(second.told().used()).isEqualTo(new UsedUp(Unit.LUNCHES_OF_WEEK, 1, 1, 5));
    }

    @Test
    void aVoucherSaysWhatItPaidOfTheMonth() {
        PersonBuilder person = PersonBuilder.of(HOLDER)
                .category(Category.MODERATELY_DISABLED, LONG_AGO, null)
                .usage(Usage.NONE.plus(5, Period.MONTH, DAY, 30_000));
        Explanation care = explain(person, TapBuilder.of(HOLDER).care("HOME_CARE", 20_000));

        assertThat(care.told().used()).isEqualTo(new UsedUp(Unit.FEN_OF_MONTH, 30_000, 40_000, 80_000));
        assertThat(care.person())
                .isNotNull()
                .extracting(Person::categories)
                .isEqualTo(Set.of(Category.MODERATELY_DISABLED));
    }

    @Test
    void aVisitSaysHowOftenThePlaceWasUsedOfWhatIsLeftLeast() {
        PersonBuilder person = PersonBuilder.of(HOLDER)
                .attested("HEALTH_CODE", Instant.EPOCH, Instant.MAX)
                .usage(Usage.NONE.plus(200, Period.MONTH, DAY, 2));
        Explanation visit = explain(person, TapBuilder.of(HOLDER).visit("GYM", 1_000));

        assertThat(visit.told().answer().approved()).isTrue();
        assertThat(visit.told().used()).isEqualTo(new UsedUp(Unit.USES, 2, 3, 3));
    }

    @Test
    void aMissingAttestationNamesTheRuleThatAsksForIt() {
        Explanation visit =
                explain(PersonBuilder.of(HOLDER), TapBuilder.of(HOLDER).visit("GYM", 1_000));

        assertThat(visit.told().answer().reason()).isEqualTo(DeclineReason.ATTESTATION_MISSING);
        assertThat(visit.told().rule())
                .isNotNull()
                .extracting(Explanation.Rule::id)
                .isEqualTo(200);
    }

    @Test
    void aDeclineThatTwoRulesCouldHaveMadeNamesNeither() {
        PersonBuilder person = PersonBuilder.of(HOLDER).usage(Usage.NONE.plus(201, Period.DAY, DAY, 1));
        Explanation swim = explain(person, TapBuilder.of(HOLDER).visit("POOL", 1_000));

        assertThat(swim.told().answer().reason()).isEqualTo(DeclineReason.USED_TODAY);
        assertThat(swim.told().rule()).isNull();
    }

    @Test
    void aMealThatCostsNothingStillNamesItsRule() {
        Explanation free = explain(PersonBuilder.of(HOLDER), meal().amount(0));

        assertThat(free.told().rule())
                .isNotNull()
                .extracting(Explanation.Rule::id)
                .isEqualTo(4);
        assertThat(free.told().used()).isEqualTo(new UsedUp(Unit.LUNCHES_OF_WEEK, 0, 0, 5));
    }

    @Test
    void whoeverIsNotEntitledIsToldNoRule() {
        Explanation check = explain(
                PersonBuilder.of(HOLDER).noHukou(),
                TapBuilder.of(HOLDER).service(Service.ALLOWANCE).amount(0));
        Explanation plain = explain(PersonBuilder.of(HOLDER).noHukou(), meal());

        assertThat(check.told().answer().reason()).isEqualTo(DeclineReason.NOT_ENTITLED);
        assertThat(check.told().rule()).isNull();
        assertThat(plain.told().answer().approved()).isTrue();
        assertThat(plain.told().rule()).isNull();
        assertThat(plain.told().used()).isNull();
    }

    @Test
    void aTapTakenInGoodFaithSaysSo() {
        PersonBuilder person = PersonBuilder.of(HOLDER)
                .history(
                        new Stood(CardStatus.ACTIVE, Long.MIN_VALUE, false, 0, 0),
                        new Stood(CardStatus.LOST, seconds() - 60, true, 6, seconds() - 30));
        Explanation ride = explain(person, meal().holding(5).arrivingAfter(Duration.ofHours(1)));

        assertThat(ride.told().judgement()).isEqualTo(new Judgement(CardStatus.LOST, Judged.AT_TAP_TIME, true));
        assertThat(ride.told().denylistVersion()).isEqualTo(5);
        assertThat(ride.told().answer().approved()).isTrue();
    }

    @Test
    void aTapOfBeforeTheRecordSaysThatItIsNotKnown() {
        StoredTap old =
                stored(PersonBuilder.of(HOLDER).meals(MealDays.NONE.with(DAY)).build(), meal().build(), false);
        Explanation explanation = explain(new KeptTap(old, null));

        assertThat(explanation.person()).isNull();
        assertThat(explanation.told().judgement()).isNull();
        assertThat(explanation.told().rule()).isNull();
        assertThat(explanation.told().used()).isNull();
        assertThat(explanation.told().answer().reason()).isEqualTo(DeclineReason.MEAL_TAKEN_TODAY);
    }

    @Test
    void whatATerminalIsToldHasNoPlaceForThePerson() {
        assertThat(Told.class.getRecordComponents())
                .noneMatch(part -> part.getType().equals(FactsSeen.class)
                        || part.getType().equals(Person.class)
                        || part.getType().equals(StoredTap.class)
                        || part.getName().matches(".*(age|born|hukou|categor|card|holder).*"));
    }

    private static TapBuilder meal() {
        return TapBuilder.of(HOLDER).meal(1800);
    }

    private static long seconds() {
        return meal().build().tappedAt().getEpochSecond();
    }

    private static Explanation explain(PersonBuilder person, TapBuilder made) {
        Tap tap = made.build();
        StoredTap stored = stored(person.build(), tap, true);
        return explain(new KeptTap(stored, tap.context().denylistVersion()), tap.placeKind());
    }

    private static Explanation explain(KeptTap kept) {
        return explain(kept, null);
    }

    private static Explanation explain(KeptTap kept, @Nullable String placeKind) {
        BenefitRule rule =
                AppliedRule.find(kept.tap(), placeKind, RULING.rules()).orElse(null);
        return Explanation.of(kept, rule, rule == null ? null : "notice");
    }

    private static StoredTap stored(Facts facts, Tap tap, boolean withFacts) {
        Decided decided = (Decided) Decider.decide(facts, tap, Prior.ABSENT, RULING);
        return new StoredTap(
                tap.key(),
                tap.vendorId(),
                tap.service(),
                tap.context().direction(),
                tap.cardSerial(),
                tap.amountFen(),
                tap.tappedAt(),
                tap.receivedAt(),
                tap.key().tapDate(),
                tap.tac(),
                decided.answer(),
                withFacts ? facts.account().version() : null,
                withFacts ? FactsSeen.unpacked(decided.seen().packed()) : null,
                null);
    }

    /** The gym asks for a health code; in the pool whoever has one pays nothing, and the others half. */
    private static Ruling withAGymAndAPool() {
        Who attested = new Who(60, 200, false, Set.of(), "HEALTH_CODE");
        Benefit gym = new Benefit(200, "GYM", Service.VENUE, "健身房", "Gym");
        Benefit pool = new Benefit(201, "POOL", Service.VENUE, "游泳池", "Pool");
        When often = new When(null, null, false, 2, null, 3, null);
        When daily = new When(null, null, false, 1, null, null, null);
        List<BenefitRule> rules = new ArrayList<>(CityRules.ALL);
        rules.add(CityRules.visits(200, gym, LONG_AGO, attested, often, CityRules.city(null, 100)));
        rules.add(CityRules.visits(201, pool, LONG_AGO, attested, daily, CityRules.city(null, 100)));
        rules.add(CityRules.visits(202, pool, LONG_AGO, CityRules.ANYBODY, daily, CityRules.city(null, 50)));
        return new Ruling(new RuleBook(rules), Rulings.CITY.calendar(), Rulings.LIMITS);
    }
}
