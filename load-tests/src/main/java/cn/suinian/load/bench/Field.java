package cn.suinian.load.bench;

import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.Stage;
import cn.suinian.load.stage.Stage.Node;
import cn.suinian.load.stage.StageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All contestants, each in a process of its own. Those that store taps have a database each, all in one server, all
 * with the same cards: so none finds what another one's taps have changed.
 */
final class Field implements AutoCloseable {
    private static final String RIVALS = "cn.suinian.load.bench.rival.";

    /** No batches: each tap is a statement of its own, on as many connections as gain anything. */
    private static final Map<String, String> STATEMENT_A_TAP = Map.of("SUINIAN_BATCH_CAP", "1", "SUINIAN_LANES", "32");

    private static final String HEAP = "-Xms1g -Xmx2g -XX:+UseG1GC";

    private final Stage stage;
    private final BenchCity city;
    private final BenchOptions options;
    private final Screen screen;
    private final Map<String, Contestant> contestants = new LinkedHashMap<>();

    Field(Stage stage, BenchCity city, BenchOptions options, Screen screen) {
        this.stage = stage;
        this.city = city;
        this.options = options;
        this.screen = screen;
    }

    /** Starts a contestant, unless it runs already. */
    void enter(String name) throws StageException, IOException, SQLException, InterruptedException {
        if (!contestants.containsKey(name)) {
            screen.progress("starting " + name + " and planting %,d cards".formatted(city.cards()));
            contestants.put(name, name.equals("echo") ? echo() : node(name));
        }
    }

    Contestant contestant(String name) {
        Contestant found = contestants.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return found;
    }

    Collection<Contestant> contestants() {
        return contestants.values();
    }

    /** The process all of PostgreSQL descends from. */
    long postmaster() throws SQLException, IOException {
        for (Contestant each : contestants.values()) {
            BenchDatabase database = each.database();
            if (database != null) {
                return ProcessTime.parentOf(database.number("SELECT pg_backend_pid()"));
            }
        }
        return ProcessHandle.current().pid();
    }

    String postgres() throws SQLException {
        for (Contestant each : contestants.values()) {
            BenchDatabase database = each.database();
            if (database != null) {
                return database.text("""
                        SELECT format('PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s',
                            current_setting('server_version'), current_setting('fsync'),
                            current_setting('synchronous_commit'), current_setting('shared_buffers'))""");
            }
        }
        return "none";
    }

    /** Lets the server write what the measurement before has left, so that none pays for another. */
    void rest() throws SQLException {
        for (Contestant each : contestants.values()) {
            BenchDatabase database = each.database();
            if (database != null) {
                database.checkpoint();
                return;
            }
        }
    }

    private Contestant node(String name) throws StageException, IOException, SQLException, InterruptedException {
        BenchDatabase database = BenchDatabase.create(stage.runtime().databaseUrl(), "bench_" + name);
        Map<String, String> environment = new HashMap<>();
        environment.put("SUINIAN_DB_URL", database.url().toString());
        environment.put("SUINIAN_DEMO_CITY", "YES");
        environment.put("SUINIAN_REMEMBERED_ACCOUNTS", "1000000");
        environment.put("JDK_JAVA_OPTIONS", HEAP + " " + options.jvm());
        if (name.equals("statement")) {
            environment.putAll(STATEMENT_A_TAP);
        }
        environment.putAll(options.settings());
        Node node = stage.addNode(name, options.gateway(), environment);
        BenchCity.plant(database.connection(), city.cards());
        return new Contestant(
                name, address(node), node.pid(), new Signer(city, Clock.system(ZoneId.of("Asia/Shanghai"))), database);
    }

    private Contestant echo() throws StageException, IOException, InterruptedException {
        Node node = stage.addNode(
                "echo", options.beside(RIVALS + "Echo"), Map.of("JDK_JAVA_OPTIONS", HEAP + " " + options.jvm()));
        return new Contestant(
                "echo",
                address(node),
                node.pid(),
                new Signer(
                        new BenchCity(city.masters(), BenchCity.TERMINALS), Clock.system(ZoneId.of("Asia/Shanghai"))),
                null);
    }

    private static InetSocketAddress address(Node node) {
        URI url = node.runtime().terminalUrl();
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    @Override
    public void close() throws SQLException {
        for (Contestant each : contestants.values()) {
            BenchDatabase database = each.database();
            if (database != null) {
                database.close();
            }
        }
    }
}
