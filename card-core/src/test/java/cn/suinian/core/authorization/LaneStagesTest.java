package cn.suinian.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.Fate.Call;
import cn.suinian.core.authorization.ModelLedger.Mishap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.authorization.stage.TapStage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a lane measures of its trains. */
class LaneStagesTest {

    private final LaneRig rig = new LaneRig().people(40);

    private long count(TapStage stage) {
        return stage.timer(rig.meters).count();
    }

    private static PendingTap tap() {
        return new PendingTap(TapBuilder.of(1).build(), Long.MAX_VALUE);
    }

    @Test
    void aTrainIsMeasuredOnceHoweverManyRideInIt() {
        for (int holder = 1; holder <= 8; holder++) {
            rig.lunch(holder, 1);
        }
        rig.track.runAll();

        assertThat(List.of(count(TapStage.QUEUE), count(TapStage.DECIDE), count(TapStage.COMMIT)))
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void aTrainThatPostsNothingHasNoCommit() {
        rig.lunch(1, 1);
        rig.track.runAll();
        rig.lunch(1, 1);
        rig.track.runAll();

        assertThat(rig.database.taps()).hasSize(1);
        assertThat(count(TapStage.COMMIT)).isOne();
        assertThat(count(TapStage.DECIDE)).isGreaterThan(1);
    }

    @Test
    void aPostingThatFailsIsNoCommit() {
        rig.ledger.befall(Call.POST, Mishap.ROLLED_BACK);
        rig.lunch(1, 1);
        rig.track.runAll();

        assertThat(count(TapStage.DECIDE)).isEqualTo(2);
        assertThat(count(TapStage.COMMIT)).isOne();
    }

    @Test
    void theLongestWaitIsThatOfWhoeverCameFirst() {
        PendingTap first = tap();
        PendingTap second = tap();

        assertThat(new Train(List.of(second, first)).longestWaitNanos(first.boardedNanos() + 1_000_000_000L))
                .isEqualTo(1_000_000_000L);
    }

    @Test
    void whoRidesAgainWaitsAnew() {
        PendingTap pending = tap();
        long boarded = pending.boardedNanos();
        while (System.nanoTime() == boarded) {
            Thread.onSpinWait();
        }
        pending.boardAgain();

        assertThat(pending.boardedNanos()).isGreaterThan(boarded);
    }
}
