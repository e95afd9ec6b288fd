package cn.suinian.core.authorization;

import cn.suinian.core.authorization.LedgerFailure.Kind;
import cn.suinian.core.authorization.stage.TapStage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What operators see of one lane. */
final class LaneMeters {

    private final MeterRegistry registry;
    private final String lane;
    private final DistributionSummary batchSize;
    private final Timer queue;
    private final Timer decide;
    private final Timer commit;
    private final Counter conflicts;
    private final Counter cuts;
    private final Counter lookUps;
    private final Map<Kind, Counter> failures = new EnumMap<>(Kind.class);

    LaneMeters(MeterRegistry registry, int lane) {
        this.registry = registry;
        this.lane = Integer.toString(lane);
        this.batchSize = DistributionSummary.builder("suinian.lane.batch.size")
                .description("taps in one commit")
                .publishPercentileHistogram()
                .maximumExpectedValue(2048.0)
                .register(registry);
        this.queue = TapStage.QUEUE.timer(registry);
        this.decide = TapStage.DECIDE.timer(registry);
        this.commit = TapStage.COMMIT.timer(registry);
        this.conflicts = Counter.builder("suinian.lane.conflicts")
                .description("accounts that were changed elsewhere between reading and posting")
                .register(registry);
        this.cuts = Counter.builder("suinian.lane.cuts")
                .description("accounts that were posted on a business day while it was cut, and posted again")
                .register(registry);
        this.lookUps = Counter.builder("suinian.lane.lookups")
                .description("taps looked up because they may have been seen before")
                .register(registry);
        for (Kind kind : Kind.values()) {
            failures.put(
                    kind,
                    Counter.builder("suinian.lane.failures")
                            .description("ledger calls that failed, by what is certain afterwards")
                            .tag("kind", kind.name())
                            .register(registry));
        }
    }

    void watchQueue(Number waiting) {
        Gauge.builder("suinian.lane.waiting", waiting, Number::doubleValue)
                .description("taps that wait in the lane")
                .tag("lane", lane)
                .register(registry);
    }

    void departed(long longestWaitNanos) {
        queue.record(longestWaitNanos, TimeUnit.NANOSECONDS);
    }

    void decided(long nanos) {
        decide.record(nanos, TimeUnit.NANOSECONDS);
    }

    void posted(int taps, long nanos) {
        batchSize.record(taps);
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** So many accounts did not move, because others changed them or because the day they were posted on was cut. */
    void unmoved(int accounts, boolean dayWasCut) {
        (dayWasCut ? cuts : conflicts).increment(accounts);
    }

    void lookedUp(int taps) {
        lookUps.increment(taps);
    }

    void failed(Kind kind) {
        Counter counter = failures.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }
}
