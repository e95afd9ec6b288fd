package cn.suinian.core.authorization;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.authorization.decision.Rulings;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** A lane on a manual track with a model for its database. A second node is a second rig on the same database. */
final class LaneRig {

    static final LaneConfig CONFIG = new LaneConfig(1, 50, 8, 1_000, 4, 15_000, 1_000);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ManualTrack track;
    final ModelDatabase database;
    final ModelLedger ledger;
    final Cache<Long, Remembered> cache =
            Caffeine.newBuilder().executor(Runnable::run).build();
    final Lane lane;
    private final LaneConfig config;
    private final List<Future<Answer>> answers = new ArrayList<>();

    LaneRig() {
        this(CONFIG);
    }

    LaneRig(LaneConfig config) {
        this(config, new ManualTrack(), new ModelDatabase());
    }

    /** With another way to decide. */
    LaneRig(Train.Decision decision) {
        this(CONFIG, new ManualTrack(), new ModelDatabase(), decision);
    }

    LaneRig(LaneConfig config, ManualTrack track, ModelDatabase database) {
        this(config, track, database, Decider::decide);
    }

    private LaneRig(LaneConfig config, ManualTrack track, ModelDatabase database, Train.Decision decision) {
        this.config = config;
        this.track = track;
        this.database = database;
        this.ledger = new ModelLedger(track, database);
        this.lane = new Lane(track, ledger, config, cache, () -> Rulings.CITY, new LaneMeters(meters, 0), decision);
    }

    /** People 1 to n, as the {@link PersonBuilder} makes them. */
    LaneRig people(int n) {
        LongStream.rangeClosed(1, n)
                .forEach(holder -> database.add(PersonBuilder.of(holder).build()));
        return this;
    }

    Future<Answer> board(Tap tap) {
        PendingTap pending = new PendingTap(tap, track.nowMillis() + config.deadlineMillis());
        lane.board(pending);
        answers.add(pending.answer());
        return pending.answer();
    }

    /** A lunch of this holder with this number. */
    Future<Answer> lunch(long holder, long number) {
        return board(TapBuilder.of(holder).number(number).build());
    }

    void eachBoarded(Consumer<Future<Answer>> check) {
        answers.forEach(check);
    }

    /** Sweeps as often as the service does while time moves on. */
    void advanceSweeping(long millis) {
        for (long passed = 0; passed < millis; passed += 50) {
            track.advance(50);
            lane.sweep();
        }
    }

    static Cause why(Future<Answer> answer) {
        if (answer.cause() instanceof NotAuthorized refused) {
            return refused.why();
        }
        throw new AssertionError("neither answered nor refused: " + answer, answer.cause());
    }
}
