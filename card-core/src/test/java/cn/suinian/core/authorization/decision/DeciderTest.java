package cn.suinian.core.authorization.decision;

import static cn.suinian.core.authorization.decision.PersonBuilder.LONG_AGO;
import static cn.suinian.core.authorization.decision.TapBuilder.SHANGHAI;
import static cn.suinian.core.authorization.decision.TapBuilder.WEDNESDAY_NOON;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.Verdict.AnsweredBefore;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.authorization.decision.Verdict.KeyReused;
import cn.suinian.core.authorization.decision.Verdict.LookUpFirst;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.entitlement.policy.JourneyPairing.Outcome;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeciderTest {

    private static final long HOLDER = 7;
    private static final Instant NOON = WEDNESDAY_NOON.atZone(SHANGHAI).toInstant();

    private static Verdict verdict(PersonBuilder person, TapBuilder tap, Prior prior) {
        return Decider.decide(person.build(), tap.build(), prior, Rulings.CITY);
    }

    private static Decided decided(PersonBuilder person, TapBuilder tap) {
        return (Decided) verdict(person, tap, Prior.NOT_LOOKED_UP);
    }

    private static Answer answer(PersonBuilder person, TapBuilder tap) {
        return decided(person, tap).answer();
    }

    private static PersonBuilder person() {
        return PersonBuilder.of(HOLDER);
    }

    private static TapBuilder tap() {
        return TapBuilder.of(HOLDER);
    }

    @ParameterizedTest
    @CsvSource({"400, 400", "500, 500", "501, 500", "1800, 500"})
    void paysThePriceUpToTheCap(int price, int subsidy) {
        Answer answer = answer(person(), tap().meal(price));

        assertThat(answer).isEqualTo(new Answer(null, subsidy, new Grant(4, "MEAL", new Payer(2), 200, 0), 4, null));
    }

    @Test
    void aMealForNothingUsesNoLunch() {
        Decided decided = decided(person(), tap().meal(0));

        assertThat(decided.answer()).isEqualTo(new Answer(null, 0, null, 5, null));
        assertThat(decided.next().meals().takenOn(WEDNESDAY_NOON.toLocalDate())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25T12:00:00", "2026-11-25T03:00:00", "2026-11-21T19:00:00"})
    void aMealWithoutEntitlementIsApprovedAtAnyHour(LocalDateTime at) {
        Decided decided = decided(person().noHukou(), tap().meal(2000).at(at));

        assertThat(decided.answer()).isEqualTo(new Answer(null, 0, null, null, null));
        assertThat(decided.next().meals()).isEqualTo(person().build().account().meals());
    }

    @Test
    void aMoveInTheMiddleOfTheMonthChangesWhoPaysFromThatDayOn() {
        PersonBuilder mover = person().noHukou()
                .hukou(District.FUTIAN, LONG_AGO, LocalDate.of(2026, 11, 18))
                .hukou(District.LONGGANG, LocalDate.of(2026, 11, 18), null);

        assertThat(payer(mover, "2026-11-17T12:00:00")).isEqualTo(Payer.of(District.FUTIAN));
        assertThat(payer(mover, "2026-11-18T12:00:00")).isEqualTo(Payer.of(District.LONGGANG));
    }

    private static Payer payer(PersonBuilder person, String at) {
        Grant grant = answer(person, tap().at(LocalDateTime.parse(at))).grant();
        return grant == null ? Payer.CITY : grant.payer();
    }

    @Test
    void aLateTapIsJudgedByTheCategoryOfItsOwnDay() {
        PersonBuilder person = person().category(Category.LOW_INCOME, LONG_AGO, LocalDate.of(2026, 11, 26));

        assertThat(answer(person, tap().arrivingAfter(Duration.ofDays(5))).subsidyFen())
                .isEqualTo(1500);
    }

    @Test
    void aBusRideIsPaidByTheCity() {
        Answer answer = answer(person().noHukou(), tap().transit(Direction.BOARD, 200));

        assertThat(answer).isEqualTo(new Answer(null, 200, new Grant(1, "TRANSIT", Payer.CITY, 0, 0), null, null));
    }

    @Test
    void anEntryOpensAndItsExitCompletesTheJourney() {
        Decided entry = decided(person(), tap().transit(Direction.ENTRY, 0).number(1));
        Decided exit = decided(
                person().half(entry.next().half()),
                tap().transit(Direction.EXIT, 500)
                        .number(2)
                        .at(WEDNESDAY_NOON.plusMinutes(30))
                        .terminal(268_002));

        assertThat(entry.answer().journey()).isEqualTo(new Journey(Outcome.OPENED, 0, 0));
        assertThat(exit.answer().journey()).isEqualTo(new Journey(Outcome.COMPLETED, 440_300_010_007L, 1));
        assertThat(exit.answer().subsidyFen()).isEqualTo(500);
    }

    @Test
    void anOnlineTapIsRefusedOnceTheCardIsKnownToBeLostEvenIfTheTerminalsClockIsSlow() {
        PersonBuilder lost = person().card(CardStatus.LOST, NOON);
        TapBuilder slowClock = tap().at(WEDNESDAY_NOON.minusMinutes(4)).arrivingAfter(Duration.ofMinutes(5));

        assertThat(answer(lost, slowClock).reason()).isEqualTo(DeclineReason.CARD_LOST);
    }

    @Test
    void anOnlineTapIsRefusedEvenIfThisNodesClockIsBehindTheOneThatTookTheReport() {
        PersonBuilder lost = person().card(CardStatus.LOST, NOON.plusSeconds(3));

        assertThat(answer(lost, tap().arrivingAfter(Duration.ofSeconds(1))).reason())
                .isEqualTo(DeclineReason.CARD_LOST);
    }

    @Test
    void aTapStoredBeforeTheCardWasLostIsApprovedWhenItArrives() {
        PersonBuilder lost = person().card(CardStatus.LOST, NOON.plusSeconds(1));

        assertThat(answer(lost, tap().arrivingAfter(Duration.ofHours(9))).approved())
                .isTrue();
    }

    @Test
    void aTapStoredAfterTheCardWasLostIsRefusedWhenItArrives() {
        PersonBuilder lost = person().card(CardStatus.LOST, NOON);

        assertThat(answer(lost, tap().arrivingAfter(Duration.ofHours(9))).reason())
                .isEqualTo(DeclineReason.CARD_LOST);
    }

    @Test
    void sevenDaysLateIsInTimeAndASecondMoreIsNot() {
        Duration sevenDays = Duration.ofDays(7);

        assertThat(answer(person(), tap().arrivingAfter(sevenDays)).approved()).isTrue();
        assertThat(answer(person(), tap().arrivingAfter(sevenDays.plusSeconds(1)))
                        .reason())
                .isEqualTo(DeclineReason.TAP_TOO_LATE);
    }

    @Test
    void theDayOfDeathItselfIsNotRefused() {
        LocalDate today = WEDNESDAY_NOON.toLocalDate();

        assertThat(answer(person().died(today), tap()).approved()).isTrue();
        assertThat(answer(person().died(today.minusDays(1)), tap()).reason()).isEqualTo(DeclineReason.HOLDER_DECEASED);
    }

    @Test
    void aCardMayBeUsedOnItsLastDay() {
        LocalDate today = WEDNESDAY_NOON.toLocalDate();

        assertThat(answer(person().card(CardStatus.ACTIVE, Instant.EPOCH, today), tap())
                        .approved())
                .isTrue();
    }

    @Test
    void aUsedCounterIsLookedUpBeforeAnythingIsSaid() {
        PersonBuilder used = person().counters(new ReplayWindow(1, 3));

        assertThat(verdict(used, tap(), Prior.NOT_LOOKED_UP)).isEqualTo(new LookUpFirst());
    }

    @Test
    void anotherCardThanTheLiveOneIsLookedUpBeforeAnythingIsSaid() {
        PersonBuilder person = person();
        Facts facts = person.build();
        Facts renewed = facts.with(Account.unused(HOLDER, 99));

        assertThat(Decider.decide(renewed, tap().build(), Prior.NOT_LOOKED_UP, Rulings.CITY))
                .isEqualTo(new LookUpFirst());
        Decided old = (Decided) Decider.decide(renewed, tap().build(), Prior.ABSENT, Rulings.CITY);
        assertThat(old.next().counters()).isEqualTo(facts.account().counters());
    }

    @Test
    void theStoredAnswerIsReturnedWhateverHappenedSince() {
        Answer stored = new Answer(null, 500, new Grant(4, "MEAL", new Payer(2), 200, 0), 3, null);
        PersonBuilder dead = person().died(LONG_AGO).card(CardStatus.LOST, Instant.EPOCH);

        assertThat(verdict(dead, tap().tac(5), Prior.present(5, stored))).isEqualTo(new AnsweredBefore(stored));
    }

    @Test
    void theSameKeyWithAnotherTacIsRefused() {
        Answer stored = new Answer(null, 0, null, null, null);

        assertThat(verdict(person(), tap().tac(5), Prior.present(6, stored))).isEqualTo(new KeyReused());
    }
}
