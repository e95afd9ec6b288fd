package cn.suinian.core.staff.signin;

import cn.suinian.core.settings.Settings;
import cn.suinian.core.staff.Role;
import java.time.Duration;
import java.util.Set;

/**
 * How long sessions of staff live.
 *
 * @param idle without a request
 * @param absolute from signing in, whatever happens
 * @param rotation age at which a token is replaced
 * @param grace how long the replaced one is good for requests under way
 * @param passwordsOf who may use a password of ours, beside a provider of identity
 */
public record SignInConfig(
        Duration idle, Duration absolute, Duration rotation, Duration grace, PasswordsOf passwordsOf) {

    /** Fifteen minutes, ten hours, and a new token every ten minutes. */
    public static final SignInConfig DEFAULT = new SignInConfig(
            Duration.ofMinutes(15),
            Duration.ofHours(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            PasswordsOf.EVERYBODY);

    /** Whose passwords are good. Those of administrators always are: a provider can be down. */
    public enum PasswordsOf {
        EVERYBODY,
        ADMINISTRATORS;

        boolean has(Set<Role> roles) {
            return switch (this) {
                case EVERYBODY -> true;
                case ADMINISTRATORS -> roles.contains(Role.ADMINISTRATOR);
            };
        }
    }

    /** The same, with passwords of others. */
    public SignInConfig with(PasswordsOf others) {
        return new SignInConfig(idle, absolute, rotation, grace, others);
    }

    /** Reads the {@code SUINIAN_SESSION_} settings. */
    public static SignInConfig from(Settings settings) {
        int idle = settings.wholeNumber(
                "SUINIAN_SESSION_IDLE_MINUTES", 15, 1, 120, "minutes without a request that end a session of staff");
        int hours = settings.wholeNumber(
                "SUINIAN_SESSION_HOURS", 10, 1, 24, "hours after which staff sign in again, whatever they do");
        int rotation = settings.wholeNumber(
                "SUINIAN_SESSION_ROTATION_MINUTES", 10, 1, 60, "minutes after which a session gets a new token");
        PasswordsOf passwords = settings.oneOf(
                "SUINIAN_OIDC_PASSWORDS",
                PasswordsOf.EVERYBODY,
                "who may still sign in with a password of ours, beside the provider");
        return new SignInConfig(
                Duration.ofMinutes(idle),
                Duration.ofHours(hours),
                Duration.ofMinutes(rotation),
                DEFAULT.grace,
                passwords);
    }
}
