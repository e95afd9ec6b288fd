package cn.suinian.gateway.dayend;

import cn.suinian.settlement.risk.RiskRound;
import cn.suinian.settlement.risk.policy.FlagKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What monitoring sees of the search for risks: new flags by kind, how long each look took, failures. */
final class RiskMeters {

    private final Map<FlagKind, Counter> flags = new EnumMap<>(FlagKind.class);
    private final Map<String, Timer> looks;
    private final Counter taps;
    private final Counter failures;

    RiskMeters(MeterRegistry registry) {
        for (FlagKind kind : FlagKind.values()) {
            flags.put(
                    kind,
                    Counter.builder("suinian.risk.flags")
                            .description("taps newly flagged by this node")
                            .tag("kind", kind.name())
                            .register(registry));
        }
        looks = List.of("PROMPT", "LATE", "DEATH", "DAY").stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        what -> Timer.builder("suinian.risk.look")
                                .description(
                                        "one look at newly received taps, at those after deaths, or at a cleared day")
                                .tag("what", what)
                                .register(registry)));
        taps = Counter.builder("suinian.risk.taps")
                .description("taps looked at by this node; some twice")
                .register(registry);
        failures = Counter.builder("suinian.risk.failures")
                .description("looks that failed and are tried again")
                .register(registry);
    }

    void looked(String what, RiskRound round, long nanos) {
        looks.get(what).record(nanos, TimeUnit.NANOSECONDS);
        taps.increment((double) round.taps());
        round.flags().forEach((kind, count) -> flags.get(kind).increment((double) count));
    }

    void failed() {
        failures.increment();
    }
}
