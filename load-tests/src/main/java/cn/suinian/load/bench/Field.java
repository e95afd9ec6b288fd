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
import java.time.LocalDate;
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

    /** What a gateway in a bench does. */
    static final Map<String, String> TERMINAL_ROLE = Map.of("SUINIAN_ROLES", "terminal");

    /** The database that all others are copies of. */
    private static final String PLANTED = "bench_planted";

    /** More than twice as many as there are: see SUINIAN_REMEMBERED_ACCOUNTS in docs/operations.md. */
    private static final double REMEMBERED = 2.1;

    private static final int LEAST_REMEMBERED = 400_000;
    private static final int LEAST_HEAP_MIB = 2_048;
    private static final int HEAP_BYTES_A_CARD = 900;
    private static final int MEBIBYTE = 1 << 20;

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
            screen.progress("starting " + name);
            contestants.put(
                    name,
                    switch (name) {
                        case "echo" -> echo();
                        case "ours" -> gateway(name);
                        default -> rival(name);
                    });
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
                        SELECT format('PostgreSQL %s (%s), fsync %s, synchronous_commit %s, shared_buffers %s',
                            current_setting('server_version'),
                            (SELECT substring(setting FROM '-O[0-9a-z]*') FROM pg_config WHERE name = 'CFLAGS'),
                            current_setting('fsync'), current_setting('synchronous_commit'),
                            current_setting('shared_buffers'))""");
            }
        }
        return "none";
    }

    /** Makes the city once: a gateway makes the tables, and is gone again before the cards come. */
    void plant() throws StageException, IOException, SQLException, InterruptedException {
        screen.progress("planting %,d cards".formatted(city.cards()));
        try (BenchDatabase database = BenchDatabase.create(server(), PLANTED)) {
            Node node = stage.addNode(PLANTED, options.gateway(), settings(database));
            stage.stopNode(node);
            BenchCity.plant(database.connection(), city.cards());
        }
    }

    /** Fills the days before this one with stored taps, before a contestant gets its copy. */
    void plantHistory(long taps, LocalDate today) throws SQLException {
        try (BenchDatabase database = BenchDatabase.existing(server(), PLANTED)) {
            screen.progress("planting %,d taps".formatted(taps));
            BenchCity.plantHistory(database.connection(), city.cards(), taps, today);
        }
    }

    /** The keys are those of the stage's own gateway in any case. */
    private URI server() {
        return options.database().isEmpty() ? stage.runtime().databaseUrl() : URI.create(options.database());
    }

    private Contestant gateway(String name) throws StageException, IOException, SQLException, InterruptedException {
        BenchDatabase database = BenchDatabase.copy(server(), PLANTED, "bench_" + name);
        Map<String, String> environment = settings(database);
        environment.put("JDK_JAVA_OPTIONS", heap() + " " + options.jvm());
        environment.putAll(options.settings());
        return contestant(name, stage.addNode(name, options.gateway(), environment), database);
    }

    private Contestant rival(String name) throws StageException, IOException, SQLException, InterruptedException {
        BenchDatabase database = BenchDatabase.copy(server(), PLANTED, "bench_" + name);
        Map<String, String> environment = settings(database);
        environment.put("JDK_JAVA_OPTIONS", heap() + " " + options.jvm() + " -Dsuinian.rival=" + name);
        return contestant(name, stage.addNode(name, options.beside(RIVALS + "OneByOne"), environment), database);
    }

    /**
     * Every card of the city is remembered, so a larger city takes a larger heap. It has its full size from the start:
     * one that is nearly half full is marked again and again, on a processor that taps wait for.
     */
    private String heap() {
        long mebibytes = heapMebibytes();
        return "-Xms%1$dm -Xmx%1$dm -XX:+UseG1GC".formatted(mebibytes);
    }

    private long heapMebibytes() {
        return Math.max(LEAST_HEAP_MIB, LEAST_HEAP_MIB / 2 + (long) HEAP_BYTES_A_CARD * city.cards() / MEBIBYTE);
    }

    private int rememberedAccounts() {
        return Math.max(LEAST_REMEMBERED, (int) (city.cards() * REMEMBERED));
    }

    /** What the servers run with, for whoever wants to have the same. */
    String settings() {
        return "heap %,d MB, G1; ours remembers %,d accounts; other settings %s"
                .formatted(
                        heapMebibytes(),
                        rememberedAccounts(),
                        options.settings().isEmpty() && options.jvm().isEmpty()
                                ? "as they come"
                                : options.settings() + " " + options.jvm());
    }

    private Map<String, String> settings(BenchDatabase database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SUINIAN_DB_URL", database.url().toString());
        environment.put("SUINIAN_DEMO_CITY", "YES");
        environment.put("SUINIAN_REMEMBERED_ACCOUNTS", Integer.toString(rememberedAccounts()));
        return environment;
    }

    private Contestant contestant(String name, Node node, BenchDatabase database) {
        return new Contestant(
                name, address(node), node.pid(), new Signer(city, Clock.system(ZoneId.of("Asia/Shanghai"))), database);
    }

    private Contestant echo() throws StageException, IOException, InterruptedException {
        Node node = stage.addNode(
                "echo", options.beside(RIVALS + "Echo"), Map.of("JDK_JAVA_OPTIONS", heap() + " " + options.jvm()));
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
