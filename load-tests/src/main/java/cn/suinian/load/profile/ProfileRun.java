package cn.suinian.load.profile;

import cn.suinian.load.screen.Screen;
import io.gatling.app.Gatling$;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs a profile without a build tool: PROFILE [RATE [SECONDS]]. Exit code: 0 every assertion held, 1 one did not or
 * the run could not be carried out, 2 asked wrongly.
 */
public final class ProfileRun {
    private static final int FAILED = 1;
    private static final int ASKED_WRONGLY = 2;
    private static final int MOST_ARGUMENTS = 3;
    private static final Map<String, Class<? extends Profile>> PROFILES = new TreeMap<>(Map.of(
            "MorningPeak", MorningPeak.class,
            "LunchRush", LunchRush.class,
            "OfflineFlush", OfflineFlush.class,
            "HotCard", HotCard.class,
            "MixedDay", MixedDay.class));

    private ProfileRun() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Screen.ofProcess()));
    }

    static int run(String[] arguments, Screen screen) {
        Class<? extends Profile> profile;
        PeakSettings settings;
        try {
            profile = profile(arguments);
            settings = PeakSettings.ofProperties(argument(arguments, 1), argument(arguments, 2));
        } catch (IllegalArgumentException wrong) {
            screen.line(String.valueOf(wrong.getMessage()));
            return ASKED_WRONGLY;
        }
        Path city = settings.cityFile();
        if (!Files.isReadable(city)) {
            screen.line("There is no city file " + city + ": start the demo city first, with ./suinian up");
            return FAILED;
        }
        settings.keep();
        String results = System.getProperty("suinian.peak.results", "load-tests/target/gatling");
        String[] asGatling = {"--simulation", profile.getName(), "--results-folder", results};
        return Gatling$.MODULE$.fromArgs(asGatling) == 0 ? 0 : FAILED;
    }

    private static Class<? extends Profile> profile(String[] arguments) {
        String profiles = String.join(", ", PROFILES.keySet());
        if (arguments.length == 0) {
            throw new IllegalArgumentException("PROFILE is missing: one of " + profiles);
        }
        if (arguments.length > MOST_ARGUMENTS) {
            throw new IllegalArgumentException(
                    "'" + arguments[MOST_ARGUMENTS] + "' is too much: only PROFILE, RATE and SECONDS are taken");
        }
        Class<? extends Profile> profile = PROFILES.get(arguments[0]);
        if (profile == null) {
            throw new IllegalArgumentException("PROFILE is one of " + profiles + ", not '" + arguments[0] + "'");
        }
        return profile;
    }

    private static @Nullable String argument(String[] arguments, int place) {
        return place < arguments.length ? arguments[place] : null;
    }
}
