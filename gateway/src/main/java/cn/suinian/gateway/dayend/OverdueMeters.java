package cn.suinian.gateway.dayend;

import cn.suinian.settlement.watch.OverdueWatch.AgeBand;
import cn.suinian.settlement.watch.OverdueWatch.Overdue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.function.ToDoubleFunction;

/** What monitoring sees of work that settlement staff are late with. */
final class OverdueMeters {
    private final MultiGauge breaks;
    private final MultiGauge atRisk;
    private volatile Overdue overdue = Overdue.NOTHING;

    OverdueMeters(MeterRegistry registry) {
        Gauge.builder("suinian.days.overdue", () -> overdue.days())
                .description("business days that are not paid though the working day that their money was due is over")
                .register(registry);
        Gauge.builder("suinian.day.oldest.overdue.seconds", () -> overdue.oldestSeconds())
                .description("since the oldest of them was due; 0: there is none")
                .register(registry);
        Gauge.builder("suinian.break.oldest.seconds", () -> overdue.oldestBreakSeconds())
                .description("how long the oldest open break has been open; 0: there is none")
                .register(registry);
        breaks = MultiGauge.builder("suinian.breaks.open")
                .description("open breaks by the full days that they have been open at least")
                .register(registry);
        atRisk = MultiGauge.builder("suinian.breaks.at.risk.fen")
                .description("money at risk in open breaks, by their age")
                .register(registry);
    }

    void saw(Overdue now) {
        overdue = now;
        byAge(breaks, now, AgeBand::breaks);
        byAge(atRisk, now, AgeBand::riskFen);
    }

    private static void byAge(MultiGauge gauge, Overdue now, ToDoubleFunction<AgeBand> what) {
        gauge.register(
                now.breaks().stream()
                        .map(band -> MultiGauge.Row.of(
                                Tags.of("days", Integer.toString(band.leastDays())), what.applyAsDouble(band)))
                        .toList(),
                true);
    }
}
