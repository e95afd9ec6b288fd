package cn.suinian.core.staff.signin;

import cn.suinian.core.settings.Settings;
import java.time.Duration;

/**
 * How long sessions of staff live.
 *
 * @param idle without a request
 * @param absolute from signing in, whatever happens
 * @param rotation age at which a token is replaced
 * @param grace how long the replaced one is good for requests under way
 */
public record SignInConfig(Duration idle, Duration absolute, Duration rotation, Duration grace) {
    /** Fifteen minutes, ten hours, and a new token every ten minutes. */
    public static final SignInConfig DEFAULT = new SignInConfig(
            Duration.ofMinutes(15), Duration.ofHours(10), Duration.ofMinutes(10), Duration.ofSeconds(30));

    /** Reads the {@code SUINIAN_SESSION_} settings. */
    public static SignInConfig from(Settings settings) {
        int idle = settings.wholeNumber(
                "SUINIAN_SESSION_IDLE_MINUTES", 15, 1, 120, "minutes without a request that end a session of staff");
        int hours = settings.wholeNumber(
                "SUINIAN_SESSION_HOURS", 10, 1, 24, "hours after which staff sign in again, whatever they do");
        int rotation = settings.wholeNumber(
                "SUINIAN_SESSION_ROTATION_MINUTES", 10, 1, 60, "minutes after which a session gets a new token");
        return new SignInConfig(
                Duration.ofMinutes(idle), Duration.ofHours(hours), Duration.ofMinutes(rotation), DEFAULT.grace);
    }
}
