package cn.suinian.load.bench;

import cn.suinian.load.driver.Volley;

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

    double millisAt(double percentile) {
        return volley.latency().getValueAtPercentile(percentile) / 1e6;
    }

    double longestMillis() {
        return volley.latency().getMaxValue() / 1e6;
    }
}
