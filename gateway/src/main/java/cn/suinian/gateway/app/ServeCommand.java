package cn.suinian.gateway.app;

import cn.suinian.gateway.app.RuntimeFile.Addresses;
import cn.suinian.gateway.democity.DemoLogin;
import cn.suinian.gateway.telemetry.Logging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a node until the process is told to stop. */
final class ServeCommand {

    private final NodeConfig config;

    ServeCommand(NodeConfig config) {
        this.config = config;
    }

    int run() throws IOException, SQLException, InterruptedException {
        Path data = config.database().dataDir();
        Files.createDirectories(data);
        Logging.configure(config.logLevel(), config.logFile().orElse(null));
        Node node = Node.start(config, Clock.systemUTC());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            Screen.say("Stopping...");
                            node.stop();
                            stopped.countDown();
                        },
                        "stop"));
        announce(node, data);
        stopped.await();
        return 0;
    }

    private void announce(Node node, Path data) {
        Addresses addresses = node.addresses();
        if (node.planted()) {
            Screen.say("The database was empty: a demo city was planted.");
        }
        Screen.say("Suinian is ready.");
        if (addresses.terminal() != null) {
            Screen.say("  terminal API  " + addresses.terminal());
        }
        if (addresses.console() != null) {
            Screen.say("  console       " + addresses.console());
        }
        if (addresses.counter() != null) {
            Screen.say("  counter API   " + addresses.counter());
        }
        Screen.say("  health        " + addresses.metrics() + "/health/ready, " + addresses.metrics() + "/metrics");
        if (node.demoCity().isPresent()) {
            Screen.say("  demo city     " + data.resolve("demo-city.json") + " (keys of terminals and cards, logins)");
        }
        config.logFile().ifPresent(file -> Screen.say("  log           " + file));
        if (addresses.console() != null) {
            announce(node.demoCity().orElse(List.of()));
        }
        Screen.say("Ctrl-C stops it.");
    }

    private static void announce(List<DemoLogin> logins) {
        if (logins.isEmpty()) {
            return;
        }
        Screen.say("Demo logins to the console; for the six digits: ./suinian staff code ACCOUNT");
        for (DemoLogin login : logins) {
            Screen.say(String.format(
                    "  %-22s %s  %s", login.account(), login.password().reveal(), login.role()));
        }
    }
}
