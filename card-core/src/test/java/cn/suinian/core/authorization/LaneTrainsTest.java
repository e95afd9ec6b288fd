package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LaneRig.why;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.Fate.Call;
import cn.suinian.core.authorization.ModelLedger.Mishap;
import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.card.CardStatus;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When trains leave and what rides in them. */
class LaneTrainsTest {

    private final LaneRig rig = new LaneRig().people(60);

    private List<Integer> trainSizes() {
        return rig.database.commits().stream().map(List::size).toList();
    }

    @Test
    void aLoneTapLeavesAtOnce() {
        Future<Answer> answer = rig.lunch(1, 1);
        rig.track.runDue();

        assertThat(rig.ledger.calls()).isEqualTo(1);
        rig.track.advance(2 * ModelLedger.MILLIS);
        assertThat(answer.result().subsidyFen()).isEqualTo(500);
    }

    @Test
    void noTapIsAnsweredBeforeItsCommit() {
        Future<Answer> answer = rig.lunch(1, 1);
        while (rig.database.taps().isEmpty()) {
            assertThat(answer.isComplete()).isFalse();
            assertThat(rig.track.step()).isTrue();
        }
        rig.track.runAll();
        assertThat(answer.succeeded()).isTrue();
    }

    @Test
    void whatArrivesDuringACommitIsTheNextTrain() {
        rig.lunch(1, 1);
        rig.track.advance(ModelLedger.MILLIS + 1);
        for (int holder = 2; holder <= 6; holder++) {
            rig.lunch(holder, 1);
        }
        rig.track.runAll();

        assertThat(trainSizes()).containsExactly(1, 5);
    }

    @Test
    void aTrainTakesNoMoreThanTheCap() {
        for (int holder = 1; holder <= 20; holder++) {
            rig.lunch(holder, 1);
        }
        rig.track.runAll();

        assertThat(trainSizes()).containsExactly(8, 8, 4);
        rig.eachBoarded(answer -> assertThat(answer.succeeded()).isTrue());
    }

    @Test
    void knownPeopleAreNotReadAgain() {
        rig.lunch(1, 1);
        rig.track.runAll();
        int calls = rig.ledger.calls();
        rig.lunch(1, 2);
        rig.track.runAll();

        assertThat(rig.ledger.calls() - calls).isEqualTo(1);
    }

    @Test
    void oneMoreThanTheQueueHoldsIsRefused() {
        rig.ledger.befall(Call.LOAD, Mishap.HANGS);
        rig.lunch(60, 1);
        rig.track.runDue();
        for (int holder = 1; holder <= LaneRig.CONFIG.queueCapacity(); holder++) {
            assertThat(rig.lunch(holder, 1).isComplete()).isFalse();
        }
        assertThat(why(rig.lunch(51, 1))).isEqualTo(Cause.QUEUE_FULL);

        rig.ledger.abandon();
        rig.track.runAll();
        assertThat(rig.database.taps()).hasSize(51);
        assertThat(rig.lunch(52, 1).isComplete()).isFalse();
    }

    @Test
    void someoneWithoutAnAccountFailsAloneAndTheOthersAreAnswered() {
        Future<Answer> good = rig.lunch(1, 1);
        Future<Answer> stranger = rig.lunch(999, 1);
        Future<Answer> alsoGood = rig.lunch(2, 1);
        rig.track.runAll();

        assertThat(why(stranger)).isEqualTo(Cause.REFUSED_BY_DATABASE);
        assertThat(good.succeeded() && alsoGood.succeeded()).isTrue();
        assertThat(trainSizes()).as("they ride on together").containsExactly(2);
    }

    @Test
    void aTapThatCannotBeDecidedFailsAloneAndItsFellowsRideOn() {
        LaneRig puzzled = new LaneRig((facts, tap, prior, ruling) -> {
            if (tap.key().holderId() == 2) {
                throw new IllegalStateException("puzzling facts");
            }
            return Decider.decide(facts, tap, prior, ruling);
        });
        puzzled.people(8);
        for (int holder = 1; holder <= 8; holder++) {
            puzzled.lunch(holder, 1);
        }
        puzzled.track.runAll();

        assertThat(puzzled.database.commits()).extracting(List::size).containsExactly(7);
        puzzled.eachBoarded(answer -> assertThat(answer.succeeded() || why(answer) == Cause.REFUSED_BY_DATABASE)
                .isTrue());
        assertThat(puzzled.cache.asMap()).as("read anew the next time").doesNotContainKey(2L);
    }

    @Test
    void aCardThatWasIssuedAfterItsHolderWasReadWorksAtItsFirstTap() {
        rig.lunch(1, 1);
        rig.track.runAll();
        int second = 77;
        rig.database.change(1, old -> PersonBuilder.renewed(old, second));
        Future<Answer> newCard = rig.board(TapBuilder.of(1)
                .card(second)
                .number(1)
                .seq(2)
                .meal(100)
                .at(TapBuilder.WEDNESDAY_NOON.plusDays(1))
                .build());
        rig.track.runAll();

        assertThat(newCard.result().approved()).isTrue();
    }

    @Test
    void aPoisonTapFailsAloneAndItsFellowsAreAnswered() {
        rig.database.refuses(entry -> entry.tap().key().holderId() == 4);
        for (int holder = 1; holder <= 20; holder++) {
            rig.lunch(holder, 1);
        }
        rig.track.runAll();

        assertThat(rig.database.taps()).hasSize(19);
        rig.eachBoarded(answer -> assertThat(answer.succeeded() || why(answer) == Cause.REFUSED_BY_DATABASE)
                .isTrue());
        assertThat(trainSizes()).endsWith(8, 4);
    }

    @Test
    void aTapIsJudgedByTheCardAsItIsNotAsItWasRemembered() {
        rig.lunch(1, 1);
        rig.track.runAll();
        rig.database.change(
                1,
                old -> PersonBuilder.of(1)
                        .card(CardStatus.LOST, Instant.EPOCH)
                        .build()
                        .with(old.account()));
        Future<Answer> next = rig.lunch(1, 2);
        rig.track.runAll();

        assertThat(next.result().reason()).hasToString("CARD_LOST");
    }
}
