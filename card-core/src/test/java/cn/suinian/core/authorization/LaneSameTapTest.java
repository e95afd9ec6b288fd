package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LaneRig.why;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.TapLedger.Entry;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same tap more than once, the same key twice, the same counter twice. */
class LaneSameTapTest {

    private final LaneRig rig = new LaneRig(new LaneConfig(1, 5_000, 512, 1_000, 4, 15_000, 1_000)).people(40);

    private static Tap tap(long seq, long counter, long tac) {
        return TapBuilder.of(1).seq(seq).counter(counter).tac(tac).build();
    }

    @Test
    void aHundredCopiesAreOneTapAndAHundredEqualAnswers() {
        List<Future<Answer>> answers = new ArrayList<>();
        for (int copy = 0; copy < 100; copy++) {
            answers.add(rig.lunch(1, 1));
        }
        rig.track.runAll();

        Set<Answer> given = new HashSet<>();
        answers.forEach(answer -> given.add(answer.result()));
        assertThat(given).hasSize(1);
        assertThat(given.iterator().next().approved()).isTrue();
        assertThat(rig.database.taps()).hasSize(1);
    }

    @Test
    void copiesInManySmallTrainsAreStillOneTap() {
        LaneRig small = new LaneRig(new LaneConfig(1, 500, 3, 10_000, 4, 15_000, 1_000)).people(1);
        for (int copy = 0; copy < 100; copy++) {
            small.lunch(1, 1);
        }
        small.track.runAll();

        assertThat(small.database.taps()).hasSize(1);
        small.eachBoarded(answer -> assertThat(answer.result().subsidyFen()).isEqualTo(500));
    }

    @Test
    void aCopyMuchLaterGetsTheFirstAnswerAgain() {
        Future<Answer> first = rig.lunch(1, 1);
        rig.track.runAll();
        rig.lunch(1, 2);
        rig.track.runAll();
        Future<Answer> again = rig.lunch(1, 1);
        rig.track.runAll();

        assertThat(again.result()).isEqualTo(first.result());
        assertThat(rig.database.taps()).hasSize(2);
    }

    @Test
    void ofTwoTapsWithOneKeyTheFirstIsStoredAndTheOtherRefused() {
        Future<Answer> first = rig.board(tap(1, 1, 5));
        Future<Answer> other = rig.board(tap(1, 2, 6));
        rig.track.runAll();

        assertThat(first.result().approved()).isTrue();
        assertThat(why(other)).isEqualTo(Cause.KEY_REUSED);
        assertThat(rig.database.taps()).extracting(Entry::tap).containsExactly(tap(1, 1, 5));
    }

    @Test
    void aKeyTakenByAnotherTapLongAgoIsRefusedAndTheOthersInTheTrainAreAnswered() {
        rig.board(tap(1, 1, 5));
        rig.track.runAll();
        Future<Answer> before = rig.lunch(2, 1);
        Future<Answer> reused = rig.board(tap(1, 2, 6));
        Future<Answer> after = rig.lunch(3, 1);
        rig.track.runAll();

        assertThat(why(reused)).isEqualTo(Cause.KEY_REUSED);
        assertThat(before.succeeded() && after.succeeded()).isTrue();
        assertThat(rig.database.taps()).hasSize(3);
        assertThat(rig.database.facts(1).account().counters().high())
                .as("the refused tap used no counter")
                .isEqualTo(1);
    }

    @Test
    void aCounterUsedByAnotherTapIsAReplayAlsoWithinOneTrain() {
        Future<Answer> first = rig.board(tap(1, 9, 5));
        Future<Answer> replay = rig.board(tap(2, 9, 6));
        rig.track.runAll();

        assertThat(first.result().approved()).isTrue();
        assertThat(replay.result().reason()).isEqualTo(DeclineReason.COUNTER_REPLAYED);
        assertThat(rig.database.taps()).hasSize(2);
    }

    @Test
    void aThousandTapsOfOneHolderInOneTrainKeepTheLimits() {
        LaneRig wide = new LaneRig(new LaneConfig(1, 5_000, 1_000, 1_000, 4, 15_000, 1_000)).people(1);
        for (int number = 1; number <= 1_000; number++) {
            wide.lunch(1, number);
        }
        wide.track.runAll();

        assertThat(wide.database.commits()).hasSize(1);
        assertThat(wide.database.taps())
                .hasSize(1_000)
                .filteredOn(entry -> entry.answer().subsidyFen() > 0)
                .hasSize(1);
        assertThat(wide.database.facts(1).account().counters().high()).isEqualTo(1_000);
        assertThat(wide.database.facts(1).account().version()).isEqualTo(2);
    }
}
