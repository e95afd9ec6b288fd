package cn.suinian.core.entitlement.policy;

import static cn.suinian.core.entitlement.policy.JourneyPairing.LONGEST_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.JourneyHalf.Kind;
import cn.suinian.core.entitlement.policy.JourneyPairing.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JourneyPairingTest {

    private static final long EIGHT = 1_795_392_000L;

    private static JourneyHalf entryAt(long at) {
        return new JourneyHalf(Kind.ENTRY, at, 268_001, at % 10_000 + 1);
    }

    private static JourneyHalf exitAt(long at) {
        return new JourneyHalf(Kind.EXIT, at, 268_002, at % 10_000 + 1);
    }

    private static JourneyPairing completedWith(JourneyHalf partner) {
        return new JourneyPairing(Outcome.COMPLETED, JourneyHalf.NONE, partner);
    }

    private static JourneyPairing opened(JourneyHalf waiting) {
        return new JourneyPairing(Outcome.OPENED, waiting, JourneyHalf.NONE);
    }

    private static JourneyPairing missing(JourneyHalf waiting) {
        return new JourneyPairing(Outcome.ENTRY_MISSING, waiting, JourneyHalf.NONE);
    }

    @Test
    void anEntryThenItsExitAreOneJourney() {
        JourneyHalf entry = entryAt(EIGHT);

        assertThat(JourneyPairing.entry(entry, JourneyHalf.NONE)).isEqualTo(opened(entry));
        assertThat(JourneyPairing.exit(exitAt(EIGHT + 1800), entry)).isEqualTo(completedWith(entry));
    }

    @Test
    void anExitWhoseEntryArrivesLateIsStillOneJourney() {
        JourneyHalf exit = exitAt(EIGHT + 1800);

        assertThat(JourneyPairing.exit(exit, JourneyHalf.NONE)).isEqualTo(missing(exit));
        assertThat(JourneyPairing.entry(entryAt(EIGHT), exit)).isEqualTo(completedWith(exit));
    }

    @Test
    void ofTwoEntriesTheLaterOneWaits() {
        JourneyHalf first = entryAt(EIGHT);
        JourneyHalf second = entryAt(EIGHT + 600);

        assertThat(JourneyPairing.entry(second, first)).isEqualTo(opened(second));
    }

    @Test
    void aLateOlderEntryDoesNotTakeThePlaceOfTheOneThatWaits() {
        JourneyHalf waiting = entryAt(EIGHT + 600);

        assertThat(JourneyPairing.entry(entryAt(EIGHT), waiting)).isEqualTo(opened(waiting));
    }

    @Test
    void aLateOlderExitDoesNotTakeThePlaceOfTheEntryThatWaits() {
        JourneyHalf waiting = entryAt(EIGHT + 600);

        assertThat(JourneyPairing.exit(exitAt(EIGHT), waiting)).isEqualTo(missing(waiting));
    }

    @Test
    void aLateEntryAfterTheExitThatWaitsIsAnotherJourney() {
        JourneyHalf entry = entryAt(EIGHT + 600);

        assertThat(JourneyPairing.entry(entry, exitAt(EIGHT))).isEqualTo(opened(entry));
    }

    @Test
    void exactlyFourHoursIsOneJourney() {
        JourneyHalf entry = entryAt(EIGHT);
        JourneyHalf exit = exitAt(EIGHT + LONGEST_SECONDS);

        assertThat(LONGEST_SECONDS).isEqualTo(14_400);
        assertThat(JourneyPairing.exit(exit, entry)).isEqualTo(completedWith(entry));
        assertThat(JourneyPairing.entry(entry, exit)).isEqualTo(completedWith(exit));
    }

    @Test
    void fourHoursAndASecondAreTwoHalves() {
        JourneyHalf entry = entryAt(EIGHT);
        JourneyHalf exit = exitAt(EIGHT + LONGEST_SECONDS + 1);

        assertThat(JourneyPairing.exit(exit, entry)).isEqualTo(missing(exit));
        assertThat(JourneyPairing.entry(entry, exit)).isEqualTo(opened(exit));
    }

    @Test
    void anEntryAndAnExitInTheSameSecondAreOneJourney() {
        assertThat(JourneyPairing.exit(exitAt(EIGHT), entryAt(EIGHT))).isEqualTo(completedWith(entryAt(EIGHT)));
        assertThat(JourneyPairing.entry(entryAt(EIGHT), exitAt(EIGHT))).isEqualTo(completedWith(exitAt(EIGHT)));
    }

    @Test
    void twoEntriesInTheSameSecondLeaveTheOneThatCameLast() {
        JourneyHalf first = entryAt(EIGHT);
        JourneyHalf second = new JourneyHalf(Kind.ENTRY, EIGHT, 268_009, 77);

        assertThat(JourneyPairing.entry(second, first)).isEqualTo(opened(second));
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeIsFoundAgainByItsCode(Outcome outcome) {
        assertThat(Outcome.ofCode(outcome.code())).isEqualTo(outcome);
    }
}
