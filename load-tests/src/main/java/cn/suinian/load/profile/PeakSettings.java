package cn.suinian.load.profile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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
    private static final int SHORTEST_SECONDS = 4;
    private static final int LONGEST_SECONDS = 180;
    private static final String RATE_PROPERTY = "suinian.peak.rate";
    private static final String SECONDS_PROPERTY = "suinian.peak.seconds";

    PeakSettings {
        within("RATE", rate, FIRST_RATE, HIGHEST_RATE);
        within("SECONDS", seconds, SHORTEST_SECONDS, LONGEST_SECONDS);
        within("suinian.peak.p99Millis", p99Millis, 1, 60_000);
    }

    /** What was given to the process that the profile runs in. */
    static PeakSettings ofProperties() {
        return ofProperties(null, null);
    }

    /**
     * The same with what the person typed in place of some of it.
     *
     * @throws IllegalArgumentException with a line that names the argument and its bounds
     */
    static PeakSettings ofProperties(@Nullable String rate, @Nullable String seconds) {
        return new PeakSettings(
                Path.of(System.getProperty("suinian.city", "data/demo-city.json")),
                number(
                        "RATE",
                        rate == null ? System.getProperty(RATE_PROPERTY, "300") : rate,
                        FIRST_RATE,
                        HIGHEST_RATE),
                number(
                        "SECONDS",
                        seconds == null ? System.getProperty(SECONDS_PROPERTY, "60") : seconds,
                        SHORTEST_SECONDS,
                        LONGEST_SECONDS),
                Integer.getInteger("suinian.peak.p99Millis", 100));
    }

    /** Leaves rate and seconds where {@link #ofProperties()} finds them: Gatling makes the profile by itself. */
    void keep() {
        System.setProperty(RATE_PROPERTY, String.valueOf(rate));
        System.setProperty(SECONDS_PROPERTY, String.valueOf(seconds));
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

    private static int number(String name, String text, int least, int most) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw outside(name, text, least, most);
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw outside(name, String.valueOf(value), least, most);
        }
    }

    private static IllegalArgumentException outside(String name, String given, int least, int most) {
        return new IllegalArgumentException(
                "%s is a whole number from %d to %d, not '%s'".formatted(name, least, most, given));
    }
}
