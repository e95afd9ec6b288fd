package cn.suinian.core.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A card that was active, reported lost an hour before noon as version 8 of the list, and found again two hours after;
 * and taps of it that were stored for hours.
 */
class OfflineTruthTest {

    private static final Instant NOON = TapBuilder.of(1).build().tappedAt();
    private static final Instant LOST = NOON.minus(Duration.ofHours(1));
    private static final Instant FOUND = NOON.plus(Duration.ofHours(2));
    private static final long LISTED = 8;

    private static Stood stood(CardStatus status, Instant since, long listVersion) {
        boolean listed = status != CardStatus.ACTIVE && status != CardStatus.ISSUED;
        return new Stood(status, since.getEpochSecond(), listed, listVersion, since.getEpochSecond());
    }

    private static PersonBuilder lost() {
        return PersonBuilder.of(1)
                .history(stood(CardStatus.ACTIVE, Instant.EPOCH, 0), stood(CardStatus.LOST, LOST, LISTED));
    }

    private static TapBuilder stored() {
        return TapBuilder.of(1).transit(Direction.BOARD, 200).arrivingAfter(Duration.ofHours(5));
    }

    private static Decided decide(PersonBuilder person, TapBuilder tap) {
        return (Decided) Decider.decide(person.build(), tap.build(), Prior.NOT_LOOKED_UP, Rulings.CITY);
    }

    @Test
    void theTerminalThatCouldNotKnowLetTheCardThroughInGoodFaith() {
        Decided decided = decide(lost(), stored().holding(LISTED - 1));

        assertThat(decided.answer().approved()).isTrue();
        assertThat(decided.answer().subsidyFen()).isEqualTo(200);
        assertThat(decided.seen().goodFaith()).isTrue();
        assertThat(decided.seen().cardStatus()).isEqualTo(CardStatus.LOST);
    }

    @Test
    void theTerminalThatHeldTheListShouldHaveKnown() {
        assertThat(decide(lost(), stored().holding(LISTED)).answer().reason()).isEqualTo(DeclineReason.CARD_LOST);
    }

    @Test
    void whoDoesNotSayWhichListItHeldClaimsNothing() {
        assertThat(decide(lost(), stored()).answer().reason()).isEqualTo(DeclineReason.CARD_LOST);
    }

    @Test
    void anOnlineTapOfALostCardIsRefusedWhateverListTheTerminalHeld() {
        TapBuilder online = stored().holding(LISTED - 1).arrivingAfter(Duration.ofSeconds(1));

        assertThat(decide(lost(), online).answer().reason()).isEqualTo(DeclineReason.CARD_LOST);
    }

    @ParameterizedTest
    @CsvSource({"71, true", "73, false"})
    void goodFaithEndsThreeDaysAfterTheCardWasListed(int hours, boolean good) {
        Instant since = NOON.minus(Duration.ofHours(hours));
        PersonBuilder person = PersonBuilder.of(1)
                .history(stood(CardStatus.ACTIVE, Instant.EPOCH, 0), stood(CardStatus.LOST, since, LISTED));

        assertThat(decide(person, stored().holding(1)).answer().approved()).isEqualTo(good);
    }

    @Test
    void aLostCardThatIsReplacedDaysLaterIsNotExcusedAnew() {
        Instant since = NOON.minus(Duration.ofDays(5));
        PersonBuilder replaced = PersonBuilder.of(1)
                .history(
                        stood(CardStatus.ACTIVE, Instant.EPOCH, 0),
                        stood(CardStatus.LOST, since, LISTED),
                        stood(CardStatus.REPLACED, NOON.minus(Duration.ofHours(2)), LISTED));

        assertThat(decide(replaced, stored().holding(LISTED - 1)).answer().reason())
                .isEqualTo(DeclineReason.CARD_REPLACED);
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false", "6, false", "7, true", "8, false", "9, false"})
    void aListThatNamedTheCardWhenItWasLostTheFirstTimeExcusesNobody(long held, boolean good) {
        PersonBuilder twice = PersonBuilder.of(1)
                .history(
                        stood(CardStatus.ACTIVE, Instant.EPOCH, 0),
                        stood(CardStatus.LOST, LOST.minus(Duration.ofHours(4)), 5),
                        stood(CardStatus.ACTIVE, LOST.minus(Duration.ofHours(2)), 7),
                        stood(CardStatus.LOST, LOST, LISTED));

        assertThat(decide(twice, stored().holding(held)).answer().approved()).isEqualTo(good);
    }

    @Test
    void aCardIsNobodysBeforeItWasIssued() {
        PersonBuilder young = PersonBuilder.of(1).history(stood(CardStatus.ACTIVE, NOON.plusSeconds(1), 0));

        assertThat(decide(young, stored()).answer().reason()).isEqualTo(DeclineReason.CARD_NOT_ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ISSUED", "ACTIVE"})
    void aTapBeforeTheCardWasStoppedIsGoodWhateverBecameOfItSince(CardStatus later) {
        PersonBuilder person = PersonBuilder.of(1)
                .history(stood(CardStatus.ACTIVE, Instant.EPOCH, 0), stood(later, NOON.plusSeconds(1), LISTED));
        Decided decided = decide(person, stored());

        assertThat(decided.answer().approved()).isTrue();
        assertThat(decided.seen().goodFaith()).isFalse();
        assertThat(decided.seen().online()).isFalse();
    }

    @Test
    void aTapWhileTheCardWasLostIsRefusedThoughItWasFoundSince() {
        PersonBuilder found = PersonBuilder.of(1)
                .history(
                        stood(CardStatus.ACTIVE, Instant.EPOCH, 0),
                        stood(CardStatus.LOST, LOST, LISTED),
                        stood(CardStatus.ACTIVE, FOUND, 0));

        assertThat(decide(found, stored().holding(LISTED)).answer().reason()).isEqualTo(DeclineReason.CARD_LOST);
    }

    @Test
    void aTapBetweenTheLossAndTheReplacementIsOneOfALostCard() {
        PersonBuilder replaced = PersonBuilder.of(1)
                .history(
                        stood(CardStatus.ACTIVE, Instant.EPOCH, 0),
                        stood(CardStatus.LOST, LOST, LISTED),
                        stood(CardStatus.REPLACED, FOUND, LISTED));

        assertThat(decide(replaced, stored().holding(LISTED)).answer().reason()).isEqualTo(DeclineReason.CARD_LOST);
    }

    @Test
    void aCardThatWasNotYetActiveAtTheTapIsNotMadeSoByLaterActivation() {
        PersonBuilder activated = PersonBuilder.of(1)
                .history(stood(CardStatus.ISSUED, Instant.EPOCH, 0), stood(CardStatus.ACTIVE, NOON.plusSeconds(1), 0));

        assertThat(decide(activated, stored()).answer().reason()).isEqualTo(DeclineReason.CARD_NOT_ACTIVE);
    }

    @Test
    void aLossThatIsReportedLateCountsFromWhenItWasLostButNobodyCouldKnow() {
        Stood backdated = new Stood(
                CardStatus.LOST,
                LOST.getEpochSecond(),
                true,
                LISTED,
                NOON.plus(Duration.ofHours(1)).getEpochSecond());
        PersonBuilder person = PersonBuilder.of(1).history(stood(CardStatus.ACTIVE, Instant.EPOCH, 0), backdated);
        Decided decided = decide(person, stored().holding(LISTED - 1));

        assertThat(decided.answer().approved()).isTrue();
        assertThat(decided.seen().goodFaith()).isTrue();
    }

    @Test
    void goodFaithExcusesTheCardAndNothingElse() {
        assertThat(decide(
                                lost().died(NOON.atZone(TapBuilder.SHANGHAI)
                                        .toLocalDate()
                                        .minusDays(1)),
                                stored().holding(1))
                        .answer()
                        .reason())
                .isEqualTo(DeclineReason.HOLDER_DECEASED);
    }
}
