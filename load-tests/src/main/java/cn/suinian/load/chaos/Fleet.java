package cn.suinian.load.chaos;

import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.Directories;
import cn.suinian.load.stage.GatewayCommand;
import cn.suinian.load.stage.StageException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A keeper that owns the database, two nodes that answer terminals, and a relay before and behind each node. */
final class Fleet implements AutoCloseable {
    static final int NODES = 2;
    private static final int READY_SECONDS = 180;
    private static final int STEP_MILLIS = 50;
    private static final int ATTEMPTS = 3;

    private final GatewayCommand gateway;
    private final Path directory;
    private final ServerProcess keeper;
    private final List<ServerProcess> nodes = new ArrayList<>();
    private final List<Relay> fronts = new ArrayList<>();
    private final List<Relay> backs = new ArrayList<>();
    private final Thread hook = new Thread(this::clearAway, "fleet-hook");
    private boolean keep;

    private Fleet(GatewayCommand gateway, Path directory) {
        this.gateway = gateway;
        this.directory = directory;
        Map<String, String> settings = new HashMap<>(ports());
        settings.put("SUINIAN_DB_PORT", "0");
        settings.put("SUINIAN_DEMO_CITY", "YES");
        this.keeper = new ServerProcess(
                gateway, "keeper", directory.resolve("keeper"), settings, List.of("serve", "--roles", "settlement"));
    }

    /** Starts everything on an empty directory. */
    static Fleet start(GatewayCommand gateway, Path directory, Screen screen)
            throws StageException, IOException, InterruptedException {
        Fleet fleet = new Fleet(gateway, directory);
        Runtime.getRuntime().addShutdownHook(fleet.hook);
        screen.progress("starting the keeper of the database");
        fleet.keeper.launch();
        fleet.keeper.awaitStart();
        for (int i = 0; i < NODES; i++) {
            fleet.backs.add(Relay.open());
            fleet.fronts.add(Relay.open());
            fleet.nodes.add(fleet.node(i));
        }
        screen.progress("starting the nodes");
        fleet.heal();
        return fleet;
    }

    Path directory() {
        return directory;
    }

    /** The demo city with its keys, as a node wrote it. */
    Path cityFile() {
        return nodes.get(0).directory().resolve("demo-city.json");
    }

    /** The database itself, past the relays. */
    URI databaseUrl() {
        return keeper.url("databaseUrl");
    }

    /** Where terminals reach the nodes: the relays before them. */
    List<URI> terminalUrls() {
        return fronts.stream()
                .map(relay -> URI.create("http://127.0.0.1:" + relay.port()))
                .toList();
    }

    ServerProcess keeper() {
        return keeper;
    }

    ServerProcess server(int index) {
        return nodes.get(index);
    }

    /** The relay between the terminals and a node. */
    Relay front(int index) {
        return fronts.get(index);
    }

    /** The relay between a node and the database. */
    Relay back(int index) {
        return backs.get(index);
    }

    /** The directory of the database's files. */
    Path cluster() {
        return keeper.directory().resolve("postgres");
    }

    List<Long> databasePids() {
        return Signals.databaseUnder(cluster());
    }

    /** Brings back whatever is missing, makes the relays behave, and waits until every node would get traffic. */
    void heal() throws StageException, IOException, InterruptedException {
        fronts.forEach(Relay::behave);
        backs.forEach(Relay::behave);
        for (int attempt = 1; ; attempt++) {
            try {
                revive();
                awaitReady();
                return;
            } catch (StageException notYet) {
                if (attempt == ATTEMPTS) {
                    throw notYet;
                }
            }
        }
    }

    private void revive() throws StageException, IOException, InterruptedException {
        if (!keeper.isAlive()) {
            keeper.launch();
            keeper.awaitStart();
        }
        awaitDatabase();
        backs.forEach(relay -> relay.leadTo(databaseUrl().getPort()));
        for (ServerProcess node : nodes) {
            if (!node.isAlive()) {
                node.launch();
            }
        }
        for (int i = 0; i < NODES; i++) {
            nodes.get(i).awaitStart();
            fronts.get(i).leadTo(nodes.get(i).url("terminalUrl").getPort());
        }
    }

    /** A node that is started on a database that is still recovering ends at once. */
    private void awaitDatabase() throws StageException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!DatabaseProbe.answers(databaseUrl())) {
            if (System.nanoTime() > deadline) {
                throw new StageException("the database did not come back within " + READY_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    private void awaitReady() throws StageException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        for (ServerProcess node : nodes) {
            while (!node.isReady()) {
                if (!node.isAlive() || System.nanoTime() > deadline) {
                    throw new StageException("a node did not become ready again");
                }
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            }
        }
    }

    /** Audits the database with the gateway's own command; its exit code. What it says goes to this file. */
    int verify(Path output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(gateway.line(List.of("verify")));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SUINIAN_"));
        builder.environment()
                .put("SUINIAN_DATA_DIR", directory.resolve("verify").toString());
        builder.environment().put("SUINIAN_DB_URL", databaseUrl().toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        return builder.start().waitFor();
    }

    /** Leaves the directory as it is when everything has ended. */
    void keepDirectory() {
        keep = true;
    }

    /** Stops everything, in order as far as that is possible, and deletes the directory unless it is to be kept. */
    @Override
    public void close() throws IOException {
        try {
            for (ServerProcess node : nodes) {
                if (node.isAlive()) {
                    node.stop();
                }
            }
            if (keeper.isAlive()) {
                keeper.stop();
            }
        } catch (StageException stuck) {
            keep = true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (Relay relay : fronts) {
            relay.close();
        }
        for (Relay relay : backs) {
            relay.close();
        }
        clearAway();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private synchronized void clearAway() {
        nodes.forEach(ServerProcess::clearAway);
        keeper.clearAway();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Directories.killPostgresUnder(directory);
            if (keep || deleted()) {
                return;
            }
        }
    }

    /** A server that was just being started may write once more. */
    private boolean deleted() {
        try {
            Directories.delete(directory);
            return true;
        } catch (IllegalStateException stillWritten) {
            return false;
        }
    }

    private ServerProcess node(int index) throws IOException {
        URI database = databaseUrl();
        Map<String, String> settings = new HashMap<>(ports());
        settings.put("SUINIAN_TERMINAL_PORT", "0");
        settings.put("SUINIAN_LATE_DAYS", String.valueOf(Places.LATE_DAYS));
        settings.put(
                "SUINIAN_KEYSTORE", keeper.directory().resolve("keys.bcfks").toString());
        settings.put(
                "SUINIAN_KEYSTORE_PASSPHRASE",
                Files.readString(keeper.directory().resolve("keystore.passphrase"))
                        .strip());
        settings.put(
                "SUINIAN_DB_URL",
                database.toString()
                        .replace(
                                ":" + database.getPort() + "/",
                                ":" + backs.get(index).port() + "/"));
        String name = "node-" + (index + 1);
        return new ServerProcess(
                gateway, name, directory.resolve(name), settings, List.of("serve", "--roles", "terminal"));
    }

    private static Map<String, String> ports() {
        return Map.of("SUINIAN_CONSOLE_PORT", "0", "SUINIAN_COUNTER_PORT", "0", "SUINIAN_METRICS_PORT", "0");
    }
}
