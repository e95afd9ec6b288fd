package cn.suinian.gateway.fuzz;

import static java.util.stream.Collectors.joining;

import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;

/** How many cases ended how, and how long they took. Any number of threads may count. */
final class Outcomes {
    private static final long NANOS_PER_MICRO = 1_000;

    private final Map<String, LongSummaryStatistics> micros = new TreeMap<>();

    synchronized void count(String outcome, long nanos) {
        micros.computeIfAbsent(outcome, first -> new LongSummaryStatistics()).accept(nanos / NANOS_PER_MICRO);
    }

    synchronized long of(String outcome) {
        LongSummaryStatistics counted = micros.get(outcome);
        return counted == null ? 0 : counted.getCount();
    }

    synchronized long all() {
        return micros.values().stream()
                .mapToLong(LongSummaryStatistics::getCount)
                .sum();
    }

    /** The longest that any case took. */
    synchronized long mostMillis() {
        return micros.values().stream()
                        .mapToLong(LongSummaryStatistics::getMax)
                        .max()
                        .orElse(0)
                / 1_000;
    }

    /** A line for each outcome: number, mean and longest time. */
    synchronized String table() {
        return micros.entrySet().stream()
                .map(line -> String.format(
                        "%-28s %7d   mean %6.1f ms   longest %7.1f ms",
                        line.getKey(),
                        line.getValue().getCount(),
                        line.getValue().getAverage() / 1_000,
                        line.getValue().getMax() / 1_000.0))
                .collect(joining(System.lineSeparator()));
    }
}
