package cn.suinian.gateway.counter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What operators see of the counter API. */
final class CounterMeters {

    private final MeterRegistry registry;
    private final AtomicInteger connections = new AtomicInteger();

    CounterMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("suinian.counter.connections", connections, AtomicInteger::get)
                .description("open connections of the counter API")
                .register(registry);
    }

    /** Open connections, to be counted up and down. */
    AtomicInteger connections() {
        return connections;
    }

    /** A call was answered; both tags are of few values. */
    void answered(String call, int status) {
        Counter.builder("suinian.counter.answers")
                .description("answers of the counter API")
                .tag("call", call)
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment();
    }
}
