package cn.suinian.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.Answer;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trains of a lane keep a distance, and nobody waits longer than that for it. */
class LaneHeadwayTest {

    private static final int HEADWAY = 100;
    private static final int CAP = 8;

    private final LaneRig rig = new LaneRig(new LaneConfig(1, 50, CAP, 1_000, 4, 15_000, 1_000, HEADWAY)).people(60);

    private List<Integer> trainSizes() {
        return rig.database.commits().stream().map(List::size).toList();
    }

    private void lunches(int firstHolder, int count) {
        for (int holder = firstHolder; holder < firstHolder + count; holder++) {
            rig.lunch(holder, 1);
        }
    }

    @Test
    void aLoneTapLeavesAtOnce() {
        Future<Answer> answer = rig.lunch(1, 1);
        rig.track.advance(2 * ModelLedger.MILLIS);

        assertThat(answer.succeeded()).isTrue();
    }

    @Test
    void whoComesSoonAfterATrainLeavesWithTheOthersWhenItsHeadwayIsOver() {
        rig.lunch(1, 1);
        rig.track.advance(3 * ModelLedger.MILLIS);
        lunches(2, 3);
        rig.track.advance(HEADWAY - 3 * ModelLedger.MILLIS - 1);
        lunches(5, 2);
        assertThat(trainSizes()).containsExactly(1);

        rig.track.advance(1 + 2 * ModelLedger.MILLIS);
        assertThat(trainSizes()).containsExactly(1, 5);
        rig.eachBoarded(answer -> assertThat(answer.succeeded()).isTrue());
    }

    @Test
    void whoComesLaterThanThatLeavesAtOnce() {
        rig.lunch(1, 1);
        rig.track.advance(HEADWAY);
        rig.lunch(2, 1);
        rig.track.advance(2 * ModelLedger.MILLIS);

        assertThat(trainSizes()).containsExactly(1, 1);
    }

    @Test
    void aFullTrainDoesNotWait() {
        lunches(1, 2 * CAP);
        rig.track.advance(4 * ModelLedger.MILLIS);

        assertThat(trainSizes()).containsExactly(CAP, CAP);
    }

    @Test
    void aTrainThatFillsWhileItIsHeldDoesNotWaitEither() {
        rig.lunch(1, 1);
        rig.track.advance(2 * ModelLedger.MILLIS);
        rig.lunch(2, 1);
        rig.track.runDue();
        lunches(3, CAP - 1);
        rig.track.advance(2 * ModelLedger.MILLIS);

        assertThat(trainSizes()).containsExactly(1, CAP);
    }

    @Test
    void aLaneThatStopsStillAnswersWhomItHolds() {
        rig.lunch(1, 1);
        rig.track.advance(2 * ModelLedger.MILLIS);
        Future<Answer> held = rig.lunch(2, 1);
        rig.track.runDue();
        Future<Void> stopped = rig.lane.stop();
        rig.track.runAll();

        assertThat(held.succeeded()).isTrue();
        assertThat(stopped.succeeded()).isTrue();
    }
}
