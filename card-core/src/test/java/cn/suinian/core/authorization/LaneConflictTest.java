package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LaneRig.why;
import static cn.suinian.core.authorization.ModelLedger.Mishap.LOST_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.Fate.Call;
import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.TapLedger.Entry;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.card.CardStatus;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts that others change at the same time: counters, clerks, another node, the day's end. */
class LaneConflictTest {

    private final LaneRig rig = new LaneRig().people(40);

    private static Facts lost(Facts facts) {
        return PersonBuilder.of(facts.account().holderId())
                .card(CardStatus.LOST, Instant.EPOCH)
                .build()
                .with(facts.account());
    }

    private void runUntilPosting() {
        rig.track.advance(ModelLedger.MILLIS + 1);
    }

    @Test
    void aCardLostBetweenReadingAndPostingIsRefused() {
        Future<Answer> unlucky = rig.lunch(1, 1);
        Future<Answer> other = rig.lunch(2, 1);
        runUntilPosting();
        rig.database.change(1, LaneConflictTest::lost);
        rig.track.runAll();

        assertThat(unlucky.result().reason()).isEqualTo(DeclineReason.CARD_LOST);
        assertThat(other.result().approved()).isTrue();
        assertThat(rig.database.taps()).hasSize(2);
        assertThat(count("suinian.lane.conflicts")).isOne();
        assertThat(count("suinian.lane.cuts")).isZero();
    }

    @Test
    void theOthersInTheTrainAreNotHeldUp() {
        Future<Answer> unlucky = rig.lunch(1, 1);
        Future<Answer> other = rig.lunch(2, 1);
        runUntilPosting();
        rig.database.change(1, facts -> facts);
        rig.track.advance(ModelLedger.MILLIS);

        assertThat(other.isComplete()).isTrue();
        assertThat(unlucky.isComplete()).isFalse();
        rig.track.runAll();
        assertThat(unlucky.result().subsidyFen()).isEqualTo(500);
    }

    @Test
    void anAccountThatNeverRestsIsGivenUpAfterSomeAttemptsAndNothingIsStored() {
        Future<Answer> answer = rig.lunch(1, 1);
        int steps = 0;
        while (!answer.isComplete() && steps++ < 100) {
            rig.database.change(1, facts -> facts);
            rig.track.step();
        }

        assertThat(why(answer)).isEqualTo(Cause.DEADLINE_PASSED);
        assertThat(rig.database.taps()).isEmpty();
    }

    @Test
    void attemptsThatFailedForWantOfADatabaseAreNoLostRaces() {
        LaneRig patient = new LaneRig(new LaneConfig(1, 50, 8, 60_000, 2, 15_000, 1_000)).people(1);
        patient.ledger.befall(Call.LOAD, LOST_BEFORE, LOST_BEFORE, LOST_BEFORE, LOST_BEFORE);
        Future<Answer> answer = patient.lunch(1, 1);
        while (patient.ledger.calls() < 6) {
            patient.track.step();
        }
        patient.database.change(1, facts -> facts);
        patient.track.runAll();

        assertThat(answer.succeeded()).isTrue();
    }

    @Test
    void aDayCutBetweenReadingAndPostingPostsNothingUntilTheOpenDayIsKnown() {
        Future<Answer> answer = rig.lunch(1, 1);
        runUntilPosting();
        rig.database.openDay(rig.database.load(List.of()).openDay().plusDays(1));
        rig.track.advance(ModelLedger.MILLIS);

        assertThat(rig.database.taps()).isEmpty();
        rig.track.runAll();
        assertThat(answer.result().approved()).isTrue();
        assertThat(rig.database.taps()).hasSize(1);
    }

    @Test
    void aDayCutWhileEverybodyIsRememberedIsNoticedToo() {
        rig.lunch(1, 1);
        rig.lunch(2, 1);
        rig.track.runAll();
        rig.database.openDay(rig.database.load(List.of()).openDay().plusDays(1));
        Future<Answer> one = rig.lunch(1, 2);
        Future<Answer> two = rig.lunch(2, 2);
        rig.track.runAll();

        assertThat(one.succeeded() && two.succeeded()).isTrue();
        assertThat(rig.database.taps()).hasSize(4);
        assertThat(count("suinian.lane.cuts")).isEqualTo(2);
        assertThat(count("suinian.lane.conflicts")).isZero();
    }

    private double count(String meter) {
        return rig.meters.get(meter).counter().count();
    }

    @Test
    void copiesOnTwoNodesAreOneTapAndEqualAnswers() {
        LaneRig second = new LaneRig(LaneRig.CONFIG, rig.track, rig.database);
        Future<Answer> here = rig.lunch(1, 1);
        Future<Answer> there = second.lunch(1, 1);
        rig.track.runAll();

        assertThat(there.result()).isEqualTo(here.result());
        assertThat(rig.database.taps()).hasSize(1);
    }

    @Test
    void twoNodesGrantOneLunchADayWhoeverServesTheHolder() {
        LaneRig second = new LaneRig(LaneRig.CONFIG, rig.track, rig.database);
        for (int holder = 1; holder <= 20; holder++) {
            for (int number = 1; number <= 2; number++) {
                rig.lunch(holder, number);
                second.lunch(holder, number + 10);
            }
            rig.track.step();
        }
        rig.track.runAll();

        List<Long> served = rig.database.taps().stream()
                .filter(entry -> entry.answer().subsidyFen() > 0)
                .map(Entry::tap)
                .map(tap -> tap.key().holderId())
                .toList();
        assertThat(served).hasSize(20).doesNotHaveDuplicates();
        assertThat(rig.database.taps()).hasSize(80);
    }
}
