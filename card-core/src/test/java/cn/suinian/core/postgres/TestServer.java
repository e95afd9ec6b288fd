package cn.suinian.core.postgres;

import static cn.suinian.core.postgres.TestServers.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The server that all database tests of one process share, and the template their databases are copied from.
 *
 * <p>Its cluster stays in the module's {@code target} between runs: a run that was killed is cleared up by the next,
 * and making a cluster is paid for once.
 */
final class TestServer implements AutoCloseable {
    private static final String TEMPLATE = "suinian_template";

    /** Surefire runs the classes of a module in several processes. */
    private static final String FORK = System.getProperty("surefire.forkNumber", "1");

    private final EmbeddedServer server;
    private final AtomicInteger made = new AtomicInteger();

    TestServer() throws IOException, SQLException {
        server = start();
        String leftOvers =
                "SELECT string_agg(datname, ' ') FROM pg_database WHERE datname ~ '^test_|^" + TEMPLATE + "$'";
        String names = ask(server.database(), leftOvers);
        if (names != null) {
            for (String name : names.split(" ", -1)) {
                drop(server.database().named(name));
            }
        }
        ask(server.database(), "CREATE DATABASE " + TEMPLATE);
        Migrations.apply(server.database().named(TEMPLATE), modulesOnTheClassPath());
    }

    /** A copy of the template. */
    Database copy() throws SQLException {
        Database copy = server.database().named("test_" + made.incrementAndGet());
        ask(server.database(), "CREATE DATABASE " + copy.database() + " TEMPLATE " + TEMPLATE + " STRATEGY FILE_COPY");
        return copy;
    }

    void drop(Database database) throws SQLException {
        ask(server.database(), "DROP DATABASE " + database.database() + " WITH (FORCE)");
    }

    @Override
    public void close() {
        server.stop();
    }

    private static List<String> modulesOnTheClassPath() {
        return Stream.of("core", "settlement")
                .filter(module -> TestServer.class.getResource("/db/" + module) != null)
                .toList();
    }

    private static EmbeddedServer start() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        if (Files.isDirectory(target)) {
            try {
                return EmbeddedServer.start(TestServers.config(target.resolve("test-postgres-" + FORK)));
            } catch (DatabaseUnusableException inUse) {
                if (!inUse.getMessage().startsWith("Another Suinian")) {
                    throw inUse;
                }
            }
        }
        Path passing = Files.createTempDirectory("suinian-test-postgres");
        return EmbeddedServer.start(TestServers.config(passing));
    }
}
