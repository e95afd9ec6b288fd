package cn.suinian.load.profile;

import java.nio.file.Path;

/**
 * How hard and how long the peak is.
 *
 * @param rate taps a second at the plateau
 * @param seconds ramp and plateau together, three quarters of it ramp
 * @param p99Millis the limit asserted
 */
record PeakSettings(Path cityFile, int rate, int seconds, int p99Millis) {
    static final int FIRST_RATE = 20;

    private static final int HIGHEST_RATE = 2_000;
    private static final int LONGEST_SECONDS = 180;

    PeakSettings {
        within("suinian.peak.rate", rate, FIRST_RATE, HIGHEST_RATE);
        within("suinian.peak.seconds", seconds, 4, LONGEST_SECONDS);
        within("suinian.peak.p99Millis", p99Millis, 1, 60_000);
    }

    static PeakSettings ofProperties() {
        return new PeakSettings(
                Path.of(System.getProperty("suinian.city", "data/demo-city.json")),
                Integer.getInteger("suinian.peak.rate", 300),
                Integer.getInteger("suinian.peak.seconds", 60),
                Integer.getInteger("suinian.peak.p99Millis", 100));
    }

    int rampSeconds() {
        return seconds * 3 / 4;
    }

    int plateauSeconds() {
        return seconds - rampSeconds();
    }

    /** How many taps the profile needs at most; Gatling rounds each second's share. */
    int taps() {
        return (FIRST_RATE + rate) * rampSeconds() / 2 + rate * plateauSeconds() + rate;
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d, not from %d to %d".formatted(name, value, least, most));
        }
    }
}
