package cn.suinian.gateway.counter;

import cn.suinian.core.settings.Settings;
import java.util.Set;

/**
 * How the counter API listens.
 *
 * @param port 0 means any free one
 * @param callsPerSecond of one client at one node
 * @param requestSeconds in which a request must be here whole
 * @param trustedProxies addresses of proxies that say truly where a request comes from
 */
public record CounterConfig(int port, int callsPerSecond, int requestSeconds, Set<String> trustedProxies) {

    public CounterConfig {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** Reads its settings; the last two are shared with the other ports. */
    public static CounterConfig from(Settings settings, int requestSeconds, Set<String> trustedProxies) {
        return new CounterConfig(
                settings.wholeNumber("SUINIAN_COUNTER_PORT", 8483, 0, 65535, "port of the counter API; 0: any free"),
                settings.wholeNumber(
                        "SUINIAN_COUNTER_CALLS_PER_SECOND",
                        20,
                        1,
                        10_000,
                        "calls of one client of the counter API to one node; beyond it and two seconds' worth: 429"),
                requestSeconds,
                trustedProxies);
    }
}
