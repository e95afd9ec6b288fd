package cn.suinian.core.postgres;

import static cn.suinian.core.postgres.TestServers.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server that all database tests of one process share, and the template their databases are copied from.
 *
 * <p>Its cluster stays in the module's {@code target} between runs: a run that was killed is cleared up by the next,
 * and making a cluster is paid for once.
 */
final class TestServer implements AutoCloseable {
    private static final String TEMPLATE = "suinian_template";

    /** Surefire runs the classes of a module in several processes; each has a cluster of its own. */
    private static final String DIRECTORY = System.getProperty("suinian.test-postgres", "test-postgres-1");

    private final EmbeddedServer server;
    private final @Nullable Path passing;
    private final Optional<MemoryTablespace> memory;
    private final AtomicInteger made = new AtomicInteger();

    TestServer() throws IOException, SQLException {
        Optional<EmbeddedServer> kept = startInTarget();
        passing = kept.isPresent() ? null : Files.createTempDirectory("suinian-test-postgres");
        server = kept.isPresent() ? kept.get() : EmbeddedServer.start(TestServers.config(passing));
        String leftOvers =
                "SELECT string_agg(datname, ' ') FROM pg_database WHERE datname ~ '^test_|^" + TEMPLATE + "$'";
        String names = ask(server.database(), leftOvers);
        if (names != null) {
            for (String name : names.split(" ", -1)) {
                drop(server.database().named(name));
            }
        }
        memory = MemoryTablespace.open(server.database());
        ask(server.database(), "CREATE DATABASE " + TEMPLATE + where());
        Migrations.apply(server.database().named(TEMPLATE), modulesOnTheClassPath());
    }

    /** A copy of the template. */
    Database copy() throws SQLException {
        Database copy = server.database().named("test_" + made.incrementAndGet());
        ask(
                server.database(),
                "CREATE DATABASE " + copy.database() + " TEMPLATE " + TEMPLATE + " STRATEGY FILE_COPY" + where());
        return copy;
    }

    private String where() {
        return memory.isPresent() ? " TABLESPACE " + MemoryTablespace.NAME : "";
    }

    void drop(Database database) throws SQLException {
        ask(server.database(), "DROP DATABASE " + database.database() + " WITH (FORCE)");
    }

    @Override
    public void close() throws IOException, SQLException {
        if (memory.isPresent()) {
            memory.get().close();
        }
        server.stop();
        if (passing != null) {
            PrivateFiles.deleteTree(passing);
        }
    }

    private static List<String> modulesOnTheClassPath() {
        return Stream.of("core", "settlement")
                .filter(module -> TestServer.class.getResource("/db/" + module) != null)
                .toList();
    }

    /** Empty: this is no build, or another process of the same number runs there. */
    private static Optional<EmbeddedServer> startInTarget() {
        Path target = Path.of("target").toAbsolutePath();
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try {
            return Optional.of(EmbeddedServer.start(TestServers.config(target.resolve(DIRECTORY))));
        } catch (DatabaseUnusableException inUse) {
            if (!inUse.getMessage().startsWith("Another Suinian")) {
                throw inUse;
            }
            return Optional.empty();
        }
    }
}
