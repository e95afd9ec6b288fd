package cn.suinian.load.profile;

import cn.suinian.load.screen.Screen;
import io.gatling.app.Gatling;
import java.util.Map;
import java.util.TreeMap;

/** Runs a profile without a build tool; ends with Gatling's exit code, 2 when an assertion failed. */
public final class ProfileRun {
    private static final Map<String, Class<? extends Profile>> PROFILES = new TreeMap<>(Map.of(
            "MorningPeak", MorningPeak.class,
            "LunchRush", LunchRush.class,
            "OfflineFlush", OfflineFlush.class,
            "HotCard", HotCard.class,
            "MixedDay", MixedDay.class));

    private ProfileRun() {}

    public static void main(String[] arguments) {
        Class<? extends Profile> profile = arguments.length == 1 ? PROFILES.get(arguments[0]) : null;
        if (profile == null) {
            Screen.ofProcess().line("usage: ProfileRun " + String.join("|", PROFILES.keySet()));
            System.exit(2);
            return;
        }
        String results = System.getProperty("suinian.peak.results", "load-tests/target/gatling");
        Gatling.main(new String[] {"--simulation", profile.getName(), "--results-folder", results});
    }
}
