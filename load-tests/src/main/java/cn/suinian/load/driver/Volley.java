package cn.suinian.load.driver;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What came of the requests of one measurement. Used by one thread. */
public final class Volley {
    private static final long LONGEST_NANOS = 120_000_000_000L;
    private static final int DIGITS = 3;
    private static final int OK = 200;

    private final Histogram latency = new Histogram(LONGEST_NANOS, DIGITS);
    private final Map<Integer, Integer> refused = new TreeMap<>();
    private final Map<Integer, byte[]> samples = new TreeMap<>();
    private long replies;
    private long approved;
    private long repliesInTime;
    private long approvedInTime;
    private long elapsedNanos;

    void reply(int status, int approvals, long nanos, boolean inTime) {
        latency.recordValue(Math.min(LONGEST_NANOS, Math.max(1, nanos)));
        replies++;
        approved += approvals;
        if (inTime) {
            repliesInTime++;
            approvedInTime += approvals;
        }
        if (status != OK) {
            refused.merge(status, 1, Integer::sum);
        }
    }

    void sample(int request, byte[] reply) {
        samples.put(request, reply);
    }

    void lasted(long nanos) {
        elapsedNanos = nanos;
    }

    /** From sending, or from when it was due, to the last byte of the reply, in nanoseconds. */
    public Histogram latency() {
        return latency;
    }

    /** How many requests were answered with each status other than 200. */
    public Map<Integer, Integer> refused() {
        return refused;
    }

    /** Whole replies, head and body, by the number of their request. */
    public Map<Integer, byte[]> samples() {
        return samples;
    }

    /** Requests answered, those after the end of the measurement too. */
    public long replies() {
        return replies;
    }

    /** Taps approved, those after the end of the measurement too. */
    public long approved() {
        return approved;
    }

    /** Requests answered in a second of the measurement. */
    public double repliesPerSecond() {
        return repliesInTime * 1e9 / elapsedNanos;
    }

    /** Taps approved in a second of the measurement. */
    public double approvedPerSecond() {
        return approvedInTime * 1e9 / elapsedNanos;
    }
}
