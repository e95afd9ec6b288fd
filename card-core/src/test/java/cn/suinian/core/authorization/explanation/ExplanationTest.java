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
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept with a tap is enough to tell how it was decided. */
class ExplanationTest {

    private static final long HOLDER = 7;
    private static final LocalDate DAY = TapBuilder.WEDNESDAY_NOON.toLocalDate();

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
                AppliedRule.find(kept.tap(), placeKind, Rulings.CITY.rules()).orElse(null);
        return Explanation.of(kept, rule, rule == null ? null : "notice");
    }

    private static StoredTap stored(Facts facts, Tap tap, boolean withFacts) {
        Decided decided = (Decided) Decider.decide(facts, tap, Prior.ABSENT, Rulings.CITY);
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
}
