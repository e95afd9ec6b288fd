package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LaneRig.why;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.Fate.Call;
import cn.suinian.core.authorization.ModelLedger.Mishap;
import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.TapLedger.Entry;
import cn.suinian.core.authorization.decision.Answer;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Connections that break while the database has a batch. */
class LaneOutcomeUnknownTest {

    private final LaneRig rig = new LaneRig().people(40);

    private static void assertEachAnsweredAsStored(LaneRig rig, List<Future<Answer>> answers) {
        assertThat(answers).allMatch(Future::succeeded);
        assertThat(rig.database.taps()).hasSameSizeAs(answers);
        assertThat(rig.database.taps().stream().map(Entry::answer))
                .containsExactlyInAnyOrderElementsOf(
                        answers.stream().map(Future::result).toList());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NONE", "REFUSED", "HANGS"})
    void aBatchThatMeetsThisIsStoredOnceAndAnsweredAsStored(Mishap mishap) {
        rig.ledger.befall(Call.POST, mishap);
        List<Future<Answer>> answers = List.of(rig.lunch(1, 1), rig.lunch(1, 2), rig.lunch(2, 1));
        rig.track.runAll();

        assertEachAnsweredAsStored(rig, answers);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NONE", "REFUSED", "HANGS"})
    void soIsOneThatMeetsItThreeTimesAlsoWhileLookingUpAndReading(Mishap mishap) {
        LaneRig rig = new LaneRig(new LaneConfig(1, 50, 8, 30_000, 4, 15_000, 1_000)).people(2);
        rig.ledger.befall(Call.POST, mishap, mishap, mishap);
        rig.ledger.befall(Call.LOAD, Mishap.LOST_BEFORE, Mishap.NONE, Mishap.ROLLED_BACK);
        rig.ledger.befall(Call.LOOK_UP, Mishap.LOST_AFTER, Mishap.NONE, Mishap.LOST_BEFORE);
        List<Future<Answer>> answers = List.of(rig.lunch(1, 1), rig.lunch(1, 2), rig.lunch(2, 1));
        rig.track.runAll();

        assertEachAnsweredAsStored(rig, answers);
    }

    @Test
    void aDatabaseThatSaysNoIsAtWorkAndIsNotGivenTime() {
        LaneRig patient = new LaneRig(new LaneConfig(1, 50, 8, 30_000, 4, 15_000, 1_000)).people(2);
        patient.ledger.befall(
                Call.POST,
                Mishap.ROLLED_BACK,
                Mishap.ROLLED_BACK,
                Mishap.ROLLED_BACK,
                Mishap.ROLLED_BACK,
                Mishap.ROLLED_BACK,
                Mishap.ROLLED_BACK,
                Mishap.REFUSED);
        long began = patient.track.nowMillis();
        List<Future<Answer>> answers = List.of(patient.lunch(1, 1), patient.lunch(2, 1));
        patient.track.runAll();

        assertEachAnsweredAsStored(patient, answers);
        assertThat(patient.track.nowMillis() - began)
                .as("20, 40, 80, 160, 320 and 640 ms of rest, and some calls")
                .isBetween(1_260L, 1_600L);
    }

    @Test
    void whatWasCommittedIsLookedUpAndNotDecidedAgain() {
        rig.ledger.befall(Call.POST, Mishap.LOST_AFTER);
        Future<Answer> answer = rig.lunch(1, 1);
        rig.track.runAll();

        assertThat(answer.result().subsidyFen()).isEqualTo(500);
        assertThat(rig.database.commits()).hasSize(1);
        assertThat(rig.database.facts(1).account().version()).isEqualTo(2);
    }

    @Test
    void aHungCommitIsDroppedAndItsTapsHearThatTheOutcomeIsUnknown() {
        rig.ledger.befall(Call.POST, Mishap.HANGS);
        Future<Answer> answer = rig.lunch(1, 1);
        rig.advanceSweeping(LaneRig.CONFIG.deadlineMillis() + 50);
        assertThat(why(answer)).isEqualTo(Cause.OUTCOME_UNKNOWN);

        rig.advanceSweeping(LaneRig.CONFIG.stuckMillis());
        Future<Answer> next = rig.lunch(2, 1);
        rig.advanceSweeping(500);
        assertThat(next.succeeded()).as("the lane goes on").isTrue();
    }

    @Test
    void aTapSentAgainAfterAnUnknownOutcomeFindsOut() {
        rig.ledger.befall(Call.POST, Mishap.LOST_AFTER);
        rig.ledger.befall(Call.LOOK_UP, Mishap.HANGS);
        Future<Answer> first = rig.lunch(1, 1);
        rig.advanceSweeping(LaneRig.CONFIG.deadlineMillis() + LaneRig.CONFIG.stuckMillis());
        assertThat(why(first)).isEqualTo(Cause.OUTCOME_UNKNOWN);

        Future<Answer> again = rig.lunch(1, 1);
        rig.advanceSweeping(1_000);
        assertThat(again.result().subsidyFen()).isEqualTo(500);
        assertThat(rig.database.taps()).hasSize(1);
    }

    /** Found by the simulator. */
    @Test
    void aTapThatMayBeStoredAndIsThenRefusedIsNotSaidToBeUntouched() {
        rig.ledger.befall(Call.POST, Mishap.LOST_BEFORE, Mishap.REFUSED);
        Future<Answer> answer = rig.lunch(1, 1);
        rig.track.runAll();

        assertThat(why(answer)).isEqualTo(Cause.OUTCOME_UNKNOWN);
    }

    @Test
    void aLaneWithoutADatabaseRestsBetweenAttemptsHoweverManyTapsArrive() {
        for (int i = 0; i < 200; i++) {
            rig.ledger.befall(Call.LOAD, Mishap.LOST_BEFORE);
        }
        for (int i = 0; i < 40; i++) {
            rig.lunch(i + 1, 1);
            rig.advanceSweeping(50);
        }

        assertThat(rig.ledger.calls()).as("in two seconds").isLessThan(15);
        assertThat(rig.track.waiting()).as("timers").isLessThan(5);
    }

    @ParameterizedTest
    @EnumSource
    void aLedgerThatThrowsDoesNotStopTheLane(Call call) {
        rig.lunch(1, 1);
        rig.track.runAll();
        rig.ledger.throwOnce(call);
        rig.lunch(1, 1);
        rig.track.runAll();
        rig.lunch(2, 1);
        rig.track.runAll();
        Future<Answer> next = rig.lunch(3, 1);
        rig.track.runAll();

        rig.eachBoarded(answer -> assertThat(answer.isComplete()).isTrue());
        assertThat(next.result().subsidyFen()).isEqualTo(500);
    }
}
