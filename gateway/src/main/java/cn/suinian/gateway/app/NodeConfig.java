package cn.suinian.gateway.app;

import ch.qos.logback.classic.Level;
import cn.suinian.core.authorization.LaneConfig;
import cn.suinian.core.postgres.DatabaseConfig;
import cn.suinian.core.settings.Secret;
import cn.suinian.core.settings.Settings;
import cn.suinian.core.settings.SettingsException;
import cn.suinian.core.staff.signin.SignInConfig;
import cn.suinian.gateway.console.access.ConsoleDoor;
import cn.suinian.gateway.counter.CounterConfig;
import cn.suinian.gateway.dayend.DayEndConfig;
import cn.suinian.gateway.network.EventLoops;
import cn.suinian.gateway.oidc.ProviderConfig;
import cn.suinian.gateway.terminal.TerminalConfig;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one process is told by its environment.
 *
 * @param door by which names and through which proxies the console is reached
 * @param counter how the counter API listens
 * @param drainMillis how long a stopping node says so, and still takes work, before it closes its ports
 * @param network how it talks to its clients and to PostgreSQL
 * @param demoCity whether an empty database becomes the demo city
 * @param cityPlan plan used instead of the built-in demo city
 * @param openDay first open business day of a demo city; empty means today
 * @param dayEnd what the settlement role does
 * @param sessions how long staff stay signed in
 * @param provider the house's own provider of identity; empty: staff sign in here alone
 * @param bureauKeyFile has the transport key agreed with the card bureau; empty: no order leaves the house
 * @param hotline the telephone number that an elder calls when a card is lost
 * @param logFile where the log goes; empty means the error stream
 */
record NodeConfig(
        DatabaseConfig database,
        LaneConfig lanes,
        TerminalConfig terminal,
        Set<Role> roles,
        String bindHost,
        int consolePort,
        ConsoleDoor door,
        CounterConfig counter,
        int metricsPort,
        int drainMillis,
        EventLoops.Network network,
        Path keystore,
        Optional<Secret> passphrase,
        boolean demoCity,
        Optional<Path> cityPlan,
        Optional<LocalDate> openDay,
        DayEndConfig dayEnd,
        SignInConfig sessions,
        Optional<ProviderConfig> provider,
        Optional<Path> bureauKeyFile,
        String hotline,
        Level logLevel,
        Optional<Path> logFile) {

    /** When a database that holds nothing is made a demo city. */
    enum DemoCityChoice {
        /** Only the embedded one. */
        AUTO,
        YES,
        NO
    }

    /** Log levels that make sense. */
    enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    static NodeConfig from(Settings settings) {
        DatabaseConfig database = DatabaseConfig.from(settings);
        Path data = database.dataDir();
        DemoCityChoice demo = settings.oneOf(
                "SUINIAN_DEMO_CITY",
                DemoCityChoice.AUTO,
                "plant the demo city into an empty database; AUTO: embedded only");
        String keystore = settings.text(
                "SUINIAN_KEYSTORE", "keys.bcfks", "file of the master keys, relative to the data directory");
        String logFile = settings.text(
                "SUINIAN_LOG_FILE", "suinian.log", "log file, relative to the data directory; -: the error stream");
        TerminalConfig terminal = TerminalConfig.from(settings);
        ConsoleDoor door = ConsoleDoor.from(settings);
        SignInConfig sessions = SignInConfig.from(settings);
        LogLevel level = settings.oneOf("SUINIAN_LOG_LEVEL", LogLevel.INFO, "how much is logged");
        return new NodeConfig(
                database,
                LaneConfig.from(settings),
                terminal,
                roles(settings.text("SUINIAN_ROLES", "terminal,console,counter,settlement", "what this node does")),
                settings.text("SUINIAN_BIND_HOST", "127.0.0.1", "address to listen on"),
                settings.wholeNumber("SUINIAN_CONSOLE_PORT", 8481, 0, 65535, "port of the console; 0: any free"),
                door,
                CounterConfig.from(settings, terminal.limits().requestSeconds(), door.trustedProxies()),
                settings.wholeNumber("SUINIAN_METRICS_PORT", 8482, 0, 65535, "port of health and metrics; 0: any free"),
                settings.wholeNumber(
                        "SUINIAN_DRAIN_MILLIS",
                        0,
                        0,
                        50_000,
                        "at a stop, time between 503 on /health/ready and closed ports, for a balancer to notice"),
                settings.oneOf(
                        "SUINIAN_NETWORK", EventLoops.Network.AUTO, "system interface for connections; AUTO: the best"),
                data.resolve(keystore),
                settings.secret("SUINIAN_KEYSTORE_PASSPHRASE", "opens the keystore"),
                demo == DemoCityChoice.YES
                        || (demo == DemoCityChoice.AUTO && database.external().isEmpty()),
                settings.optional("SUINIAN_CITY_PLAN", "city plan to plant instead of the demo city")
                        .map(Path::of),
                settings.optional(
                                "SUINIAN_OPEN_DAY",
                                "first open business day of a demo city, YYYY-MM-DD; today if not set")
                        .map(NodeConfig::day),
                DayEndConfig.from(settings, data),
                sessions,
                ProviderConfig.from(settings, sessions),
                settings.optional(
                                "SUINIAN_BUREAU_KEY_FILE",
                                "file, readable by its owner alone, with the transport key agreed with the card bureau:"
                                        + " 32 hexadecimal digits; without it no order of cards leaves the house")
                        .map(Path::of),
                settings.text("SUINIAN_HOTLINE", "12345", "telephone number on receipts, for lost cards"),
                Level.toLevel(level.name()),
                logFile.equals("-") ? Optional.empty() : Optional.of(data.resolve(logFile)));
    }

    static Set<Role> roles(String names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names.split(",", -1)) {
            try {
                roles.add(Role.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new SettingsException("SUINIAN_ROLES has \"" + name.strip()
                        + "\" but the roles are terminal, console, counter and settlement");
            }
        }
        return roles;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new SettingsException("SUINIAN_OPEN_DAY is \"" + text + "\" but must be a date, YYYY-MM-DD");
        }
    }
}
