package cn.suinian.gateway.dayend;

import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.watch.DayWatch.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;

/** What monitoring sees of settlement: late days, silent vendors, the cost of a head. */
final class DayMeters {

    private final MultiGauge silent;
    private final MultiGauge perHead;
    private volatile Standing standing = new Standing(0, 0, Map.of(), Map.of());

    DayMeters(MeterRegistry registry) {
        Gauge.builder("suinian.day.not.cleared", () -> standing.daysNotCleared())
                .description("business days that are over and not cleared")
                .register(registry);
        Gauge.builder("suinian.day.oldest.not.cleared.seconds", () -> standing.oldestSeconds())
                .description("since the oldest business day that is not cleared was over; 0: there is none")
                .register(registry);
        Gauge.builder("suinian.vendors.silent", () -> standing.silentVendors().size())
                .description("vendors with less than a tenth of their usual taps on the last cleared day")
                .register(registry);
        silent = MultiGauge.builder("suinian.vendor.silent.usual.taps")
                .description("of each silent vendor: the taps it usually has on this weekday")
                .register(registry);
        perHead = MultiGauge.builder("suinian.subsidy.per.head.ratio")
                .description("subsidy per person of the last cleared day, against the same weekday of four weeks")
                .register(registry);
    }

    void saw(Standing now) {
        standing = now;
        silent.register(
                now.silentVendors().entrySet().stream()
                        .map(vendor -> MultiGauge.Row.of(Tags.of("vendor", vendor.getKey()), vendor.getValue()))
                        .toList(),
                true);
        perHead.register(
                now.subsidyPerHead().entrySet().stream()
                        .map(service -> MultiGauge.Row.of(
                                Tags.of(
                                        "service",
                                        Service.ofCode(service.getKey()).name()),
                                service.getValue()))
                        .toList(),
                true);
    }
}
