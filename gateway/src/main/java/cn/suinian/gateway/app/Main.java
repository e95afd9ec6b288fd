package cn.suinian.gateway.app;

import cn.suinian.core.postgres.DatabaseUnusableException;
import cn.suinian.core.settings.Settings;
import cn.suinian.core.settings.SettingsException;
import cn.suinian.gateway.command.DemoCode;
import cn.suinian.gateway.command.StaffCommand;
import cn.suinian.gateway.command.StaffOrder;
import cn.suinian.gateway.command.UsageException;
import cn.suinian.gateway.telemetry.Logging;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program. Exit codes: 0 done, 1 it failed, 2 asked wrongly. */
public final class Main {

    private static final String USAGE = """
            Usage: suinian-gateway COMMAND
              serve [--roles terminal,console,settlement]   run a node until it is stopped
              close [--day YYYY-MM-DD] [--json]             close a business day, or every day before today
              keys list                                     versions of the master keys, and where each is in use
              keys add                                      the next version
              keys add-column                               the next version of the key of stored personal data
              keys reseal                                   personal data sealed again with its newest version
              keys hand-out VERSION [TERMINAL...] [--show]  the terminals' own keys of a version, as JSON
              keys retire VERSION [--force]                 an end to a version and all before it, at terminals
              staff list                                    who may sign in to the console
              staff add ACCOUNT --role ROLE [--name NAME]   somebody new, as the first administrator
              staff reset ACCOUNT                           a new password and another authenticator for somebody
              staff code ACCOUNT                            the six digits of somebody of the demo city
              verify [--json]                               audit the database: 0 it is sound, 1 it is not
              doctor                                        check ports, database, keys and clock
              settings                                      list every setting""";

    /** Vert.x would else print to the error stream by itself. */
    private static final String VERTX_LOGS = "io.vertx.core.logging.SLF4JLogDelegateFactory";

    private Main() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        Runtime.getRuntime().exit(run(Arrays.asList(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        System.setProperty("vertx.logger-delegate-factory-class-name", VERTX_LOGS);
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        try {
            return switch (command) {
                case "serve" -> new ServeCommand(config(withRoles(rest, environment))).run();
                case "close" ->
                    CloseCommand.parse(logged(config(environment)), Clock.systemUTC(), rest)
                            .run();
                case "verify" ->
                    VerifyCommand.parse(logged(config(environment)), rest).run();
                case "doctor" -> new DoctorCommand(logged(config(environment)), Clock.systemUTC()).run();
                case "keys" -> keys(KeysOrder.parse(rest), environment);
                case "staff" -> staff(StaffOrder.parse(rest), environment);
                case "settings" -> settings(environment);
                default -> usage();
            };
        } catch (SettingsException | UsageException wrong) {
            Screen.complain(wrong.getMessage());
            return 2;
        } catch (DatabaseUnusableException | IllegalArgumentException | IllegalStateException unusable) {
            Screen.complain(unusable.getMessage());
            return 1;
        } catch (Exception failure) {
            Screen.complain("It failed: " + failure.getMessage());
            org.slf4j.LoggerFactory.getLogger(Main.class).error("{} failed", command, failure);
            return 1;
        }
    }

    static NodeConfig config(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        NodeConfig config = NodeConfig.from(settings);
        settings.refuseUnknown();
        return config;
    }

    /** What a command beside {@code serve} has to log goes where the node's log goes. */
    private static NodeConfig logged(NodeConfig config) throws IOException {
        Files.createDirectories(config.database().dataDir());
        Logging.configure(config.logLevel(), config.logFile().orElse(null));
        return config;
    }

    private static Map<String, String> withRoles(List<String> arguments, Map<String, String> environment) {
        if (arguments.isEmpty()) {
            return environment;
        }
        if (arguments.size() != 2 || !arguments.get(0).equals("--roles")) {
            throw new UsageException(
                    "serve takes only --roles LIST, not \"" + String.join(" ", arguments) + "\"\n" + USAGE);
        }
        Map<String, String> changed = new HashMap<>(environment);
        changed.put("SUINIAN_ROLES", arguments.get(1));
        return changed;
    }

    private static int keys(KeysOrder order, Map<String, String> environment) throws IOException, SQLException {
        KeysCommand.Voice voice = new KeysCommand.Voice(Screen::say, Screen::complain, Screen.isTerminal());
        return new KeysCommand(logged(config(environment)), order, voice).run();
    }

    private static int staff(StaffOrder order, Map<String, String> environment) throws IOException, SQLException {
        if (order.act() == StaffOrder.Act.CODE) {
            return new DemoCode(Schema.demoCityFile(config(environment)), Clock.systemUTC(), Screen::say)
                    .say(order.account());
        }
        try (DatabaseAccess access = DatabaseAccess.open(logged(config(environment)))) {
            Schema.migrate(access.owner(), access.database());
            return new StaffCommand(access.database(), Clock.systemUTC(), order, Screen::say).run();
        }
    }

    private static int settings(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        NodeConfig.from(settings);
        Screen.say(settings.table());
        return 0;
    }

    private static int usage() {
        Screen.complain(USAGE);
        return 2;
    }
}
