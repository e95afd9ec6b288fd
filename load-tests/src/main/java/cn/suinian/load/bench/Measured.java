package cn.suinian.load.bench;

import cn.suinian.load.driver.Volley;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * One measurement of one row.
 *
 * @param taps how many were answered
 * @param perSecond taps answered in a second
 * @param approvedShare of the taps, from 0 to 1
 * @param serverMicros processor time of the server's JVM for one tap
 * @param databaseMicros processor time of all of PostgreSQL for one tap
 * @param driverMicros processor time of the driver for one tap
 * @param walBytes bytes of write-ahead log for one tap
 */
record Measured(
        Volley volley,
        long taps,
        double perSecond,
        double approvedShare,
        double serverMicros,
        double databaseMicros,
        double driverMicros,
        double walBytes) {

    /** For whoever watches. */
    String line(String name) {
        return "%-22s %,9.0f/s  p50 %6.2f  p99 %7.2f ms  cpu %5.1f + %5.1f + %4.1f us  wal %,5.0f B  %.2f %% approved%s"
                .formatted(
                        name,
                        perSecond,
                        millisAt(50),
                        millisAt(99),
                        serverMicros,
                        databaseMicros,
                        driverMicros,
                        walBytes,
                        100 * approvedShare,
                        volley.refused().isEmpty() ? "" : ", refused " + volley.refused());
    }

    double millisAt(double percentile) {
        return volley.latency().getValueAtPercentile(percentile) / 1e6;
    }

    /** The latencies of all rounds as if they were one: the median of three tails is no tail. */
    static Histogram together(List<Histogram> rounds) {
        Histogram all = new Histogram(rounds.get(0));
        rounds.forEach(all::add);
        return all;
    }
}
