package cn.suinian.core.authorization.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** A stage of a tap's way, in their order. */
public enum TapStage {
    /** Proving the MAC of a request; of a batch, a tap's share. */
    VERIFY(Range.WORK),
    /** Reading the body of a request; of a batch, a tap's share. */
    PARSE(Range.WORK),
    /** Proving the TAC of a tap. */
    TAC(Range.WORK),
    /** From boarding a lane until the train departs, for whoever in it has waited longest. */
    QUEUE(Range.WAIT),
    /** Deciding everybody in a train. */
    DECIDE(Range.WORK),
    /** Posting a train, from the last decision to the database's word that it is durable. */
    COMMIT(Range.WAIT);

    /** Where the buckets lie; what is shorter or longer is in the first or beyond the last. */
    private enum Range {
        WORK(Duration.ofNanos(1_000), Duration.ofMillis(10)),
        WAIT(Duration.ofNanos(100_000), Duration.ofSeconds(10));

        private final Duration shortest;
        private final Duration longest;

        Range(Duration shortest, Duration longest) {
            this.shortest = shortest;
            this.longest = longest;
        }
    }

    private final Range range;

    TapStage(Range range) {
        this.range = range;
    }

    /** The timer of this stage, the same one for all who ask a registry. Finding it takes long: keep it. */
    public Timer timer(MeterRegistry registry) {
        return Timer.builder("suinian.tap.stage")
                .description("time taps spend in each stage of their way")
                .tag("stage", name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .minimumExpectedValue(range.shortest)
                .maximumExpectedValue(range.longest)
                .register(registry);
    }
}
