package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LaneRig.why;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.Fate.Call;
import cn.suinian.core.authorization.ModelLedger.Mishap;
import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

/** Taps that run out of time, and lanes that stop. */
class LaneDeadlineTest {

    private final LaneRig rig = new LaneRig().people(40);

    @Test
    void aTapThatWaitedTooLongWasNotTouched() {
        rig.ledger.befall(Call.POST, Mishap.HANGS);
        rig.lunch(1, 1);
        rig.track.advance(50);
        Future<Answer> waiting = rig.lunch(2, 1);
        rig.advanceSweeping(LaneRig.CONFIG.deadlineMillis());

        assertThat(why(waiting)).isEqualTo(Cause.DEADLINE_PASSED);
        assertThat(rig.database.taps()).isEmpty();
    }

    @Test
    void itsPlaceInTheQueueIsFreeAgain() {
        rig.ledger.befall(Call.POST, Mishap.HANGS);
        rig.lunch(1, 1);
        rig.track.advance(50);
        for (int i = 0; i < LaneRig.CONFIG.queueCapacity(); i++) {
            rig.lunch(2, i + 1);
        }
        assertThat(why(rig.lunch(3, 1))).isEqualTo(Cause.QUEUE_FULL);
        rig.advanceSweeping(LaneRig.CONFIG.deadlineMillis());

        assertThat(rig.lunch(3, 1).isComplete()).isFalse();
    }

    @Test
    void aTapThatRanOutOfTimeUnderWayMayStillBeStoredAndIsFoundWhenSentAgain() {
        rig.ledger.befall(Call.POST, Mishap.HANGS);
        rig.track.runDue();
        Future<Answer> late = rig.lunch(1, 1);
        rig.advanceSweeping(LaneRig.CONFIG.deadlineMillis() + 50);
        assertThat(why(late)).isEqualTo(Cause.OUTCOME_UNKNOWN);

        rig.ledger.abandon();
        Future<Answer> again = rig.lunch(1, 1);
        rig.advanceSweeping(500);
        assertThat(again.result().subsidyFen()).isEqualTo(500);
        assertThat(rig.database.taps()).hasSize(1);
    }

    @Test
    void aTapThatMayBeStoredAndThenWaitsTooLongIsNotSaidToBeUntouched() {
        rig.ledger.befall(Call.POST, Mishap.LOST_AFTER);
        for (int i = 0; i < 100; i++) {
            rig.ledger.befall(Call.LOOK_UP, Mishap.LOST_BEFORE);
        }
        Future<Answer> answer = rig.lunch(1, 1);
        rig.advanceSweeping(LaneRig.CONFIG.deadlineMillis() + 50);

        assertThat(why(answer)).isEqualTo(Cause.OUTCOME_UNKNOWN);
    }

    @Test
    void aStoppingLaneFinishesWhatItTookAndTakesNoMore() {
        for (int holder = 1; holder <= 20; holder++) {
            rig.lunch(holder, 1);
        }
        rig.track.advance(ModelLedger.MILLIS + 1);
        Future<Void> stopped = rig.lane.stop();
        Future<Answer> tooLate = rig.lunch(30, 1);

        assertThat(why(tooLate)).isEqualTo(Cause.STOPPING);
        assertThat(stopped.isComplete()).isFalse();
        rig.track.runAll();
        assertThat(stopped.succeeded()).isTrue();
        assertThat(rig.ledger.closed()).isTrue();
        assertThat(rig.database.taps()).hasSize(20);
    }

    @Test
    void anIdleLaneStopsAtOnce() {
        Future<Void> stopped = rig.lane.stop();
        rig.track.runDue();

        assertThat(stopped.succeeded()).isTrue();
    }

    @Test
    void aLaneWithoutADatabaseStopsOnceItsTapsRanOutOfTime() {
        for (int i = 0; i < 500; i++) {
            rig.ledger.befall(Call.LOAD, Mishap.LOST_BEFORE);
        }
        Future<Answer> answer = rig.lunch(1, 1);
        rig.track.advance(20);
        Future<Void> stopped = rig.lane.stop();
        rig.advanceSweeping(LaneRig.CONFIG.deadlineMillis() + 1_000);

        assertThat(why(answer)).isEqualTo(Cause.DEADLINE_PASSED);
        assertThat(stopped.succeeded()).isTrue();
    }
}
