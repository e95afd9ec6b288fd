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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All contestants, each in a process of its own. Those that store taps have a database each, all in one server, all
 * with the same cards: so none finds what another one's taps have changed.
 */
final class Field implements AutoCloseable {
    static final String ECHO = "echo";
    static final String OURS = "ours";

    /** The gateway as {@code ./suinian up} runs it. */
    static final String SHIPPED = "shipped";

    /** A gateway that begins with its row and ends with it; its database stays. */
    static final String COLD = "cold";

    private static final String RIVALS = "cn.suinian.load.bench.rival.";

    /** What a gateway in a bench does. */
    static final Map<String, String> TERMINAL_ROLE = Map.of("SUINIAN_ROLES", "terminal");

    /** The database that all others are copies of. */
    private static final String PLANTED = "bench_planted";

    private final Stage stage;
    private final BenchCity city;
    private final BenchOptions options;
    private final Screen screen;
    private final Servers servers;
    private final BenchDatabase server;
    private final Map<String, BenchDatabase> databases = new LinkedHashMap<>();
    private final Map<String, Signer> signers = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private int coldStarts;

    private Field(Stage stage, BenchCity city, BenchOptions options, Screen screen, BenchDatabase server) {
        this.stage = stage;
        this.city = city;
        this.options = options;
        this.screen = screen;
        this.servers = new Servers(options);
        this.server = server;
    }

    /**
     * A field without contestants.
     *
     * @throws StageException when the server acknowledges what it has not flushed
     */
    static Field open(Stage stage, BenchCity city, BenchOptions options, Screen screen)
            throws StageException, SQLException {
        URI url = options.database().isEmpty() ? stage.runtime().databaseUrl() : URI.create(options.database());
        BenchDatabase server = BenchDatabase.at(url);
        try {
            Durability.of(server).require();
        } catch (StageException | SQLException refused) {
            server.close();
            throw refused;
        }
        return new Field(stage, city, options, screen, server);
    }

    /** Starts a contestant, unless it runs already; one that is measured cold gets its database and waits. */
    void enter(String name) throws StageException, IOException, SQLException, InterruptedException {
        if (signers.containsKey(name)) {
            return;
        }
        screen.progress("starting " + name);
        if (name.equals(ECHO)) {
            signers.put(name, new Signer(new BenchCity(city.masters(), BenchCity.TERMINALS), clock(), 0));
        } else {
            BenchDatabase database = BenchDatabase.copy(server.url(), PLANTED, "bench_" + name);
            databases.put(name, database);
            signers.put(name, new Signer(city, clock(), database.number("SELECT version FROM denylist_head")));
        }
        if (!name.equals(COLD)) {
            nodes.put(name, start(name, name));
        }
    }

    /** The contestant of a row that is next; one that is measured cold starts only now. */
    Contestant ready(String name) throws StageException, IOException, InterruptedException {
        if (name.equals(COLD)) {
            nodes.put(name, start(name, name + ++coldStarts));
        }
        return contestant(name);
    }

    private Node start(String name, String directory) throws StageException, IOException, InterruptedException {
        return switch (name) {
            case ECHO -> stage.addNode(directory, options.beside(RIVALS + "Echo"), servers.echo());
            case OURS, COLD -> stage.addNode(directory, options.gateway(), servers.gateway(database(name)));
            case SHIPPED -> stage.addNode(directory, options.gateway(), servers.shipped(database(name)));
            default ->
                stage.addNode(directory, options.beside(RIVALS + "OneByOne"), servers.rival(database(name), name));
        };
    }

    private BenchDatabase database(String name) {
        return Objects.requireNonNull(databases.get(name), name);
    }

    /** A row is over. */
    void leave(String name) throws InterruptedException {
        if (name.equals(COLD)) {
            stage.stopNode(Objects.requireNonNull(nodes.remove(name)));
        }
    }

    Contestant contestant(String name) {
        Node node = nodes.get(name);
        Signer signer = signers.get(name);
        if (node == null || signer == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        URI url = node.runtime().terminalUrl();
        return new Contestant(
                name, new InetSocketAddress(url.getHost(), url.getPort()), node.pid(), signer, databases.get(name));
    }

    /** Those that run. */
    List<Contestant> contestants() {
        return nodes.keySet().stream().map(this::contestant).toList();
    }

    /** By contestant. */
    Map<String, BenchDatabase> databases() {
        return databases;
    }

    /** A way to the server that is no contestant's. */
    BenchDatabase server() {
        return server;
    }

    Servers servers() {
        return servers;
    }

    /** Makes the city once: a gateway makes the tables, and is gone again before the cards come. */
    void plant() throws StageException, IOException, SQLException, InterruptedException {
        screen.progress("planting %,d cards".formatted(city.cards()));
        try (BenchDatabase database = BenchDatabase.create(server.url(), PLANTED)) {
            Node node = stage.addNode(PLANTED, options.gateway(), servers.gateway(database));
            stage.stopNode(node);
            BenchCity.plant(database.connection(), city.cards());
        }
    }

    /** Fills the days before this one with stored taps, before a contestant gets its copy. */
    void plantHistory(long taps, LocalDate today) throws SQLException {
        try (BenchDatabase database = BenchDatabase.existing(server.url(), PLANTED)) {
            screen.progress("planting %,d taps".formatted(taps));
            BenchCity.plantHistory(database.connection(), city.cards(), taps, today);
        }
    }

    private static Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public void close() throws SQLException {
        for (BenchDatabase each : databases.values()) {
            each.close();
        }
        server.close();
    }
}
