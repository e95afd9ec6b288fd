package cn.suinian.load.profile;

import io.gatling.app.Gatling;

/** Runs {@link MorningPeak} without a build tool; ends with Gatling's exit code, 2 when an assertion failed. */
public final class MorningPeakRun {
    private MorningPeakRun() {}

    public static void main(String[] arguments) {
        String results = System.getProperty("suinian.peak.results", "load-tests/target/gatling");
        Gatling.main(new String[] {"--simulation", MorningPeak.class.getName(), "--results-folder", results});
    }
}
