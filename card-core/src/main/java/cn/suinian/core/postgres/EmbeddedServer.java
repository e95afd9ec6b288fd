package cn.suinian.core.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own under a data directory, kept between runs.
 *
 * <p>It listens on 127.0.0.1 only and asks for the password in {@code DATA_DIR/postgres.password}. It is a process
 * apart in a session of its own, so Ctrl-C reaches Suinian and not the database, and Suinian stops it last. There is no
 * shutdown hook: whoever starts it stops it. Not safe for use by several threads.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String LOOPBACK = "127.0.0.1";

    private final EmbeddedServerConfig config;
    private final Path dataDir;
    private final Postmaster postmaster;
    private final Cluster cluster;
    private DataDirLock lock;
    private Database database;

    private EmbeddedServer(EmbeddedServerConfig config, Path dataDir, Path home, DataDirLock lock) throws IOException {
        this.config = config;
        this.dataDir = dataDir;
        this.lock = lock;
        this.cluster = new Cluster(dataDir, home, config.survivesPowerLoss());
        this.postmaster = new Postmaster(home, cluster.directory(), dataDir.resolve("postgres.log"));
        this.database = launch(config.port());
    }

    /**
     * Starts the server, making its cluster at the first start and clearing up after a killed run.
     *
     * @throws DatabaseUnusableException when another Suinian uses the directory, the port is taken, or the server
     *     does not start
     */
    public static EmbeddedServer start(EmbeddedServerConfig config) {
        try {
            PrivateFiles.makeDirectory(config.dataDir());
            Path dataDir = config.dataDir().toRealPath();
            DataDirLock lock = DataDirLock.take(dataDir);
            try {
                return new EmbeddedServer(
                        config,
                        dataDir,
                        ProgramArchive.unpack(config.programsDir().toAbsolutePath()),
                        lock);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw unusable("The embedded database did not start in " + config.dataDir(), failure);
        }
    }

    /** The database of the Suinian that runs on this directory now, in this process or another. */
    public static Optional<Database> findRunning(Path dataDir) {
        try {
            if (!Files.exists(Cluster.directory(dataDir))) {
                return Optional.empty();
            }
            Path cluster = Cluster.directory(dataDir.toRealPath());
            Optional<PostmasterFile> running = PostmasterFile.read(cluster)
                    .filter(file -> file.ready() && ServerProcesses.isServerOf(cluster, file.pid()));
            return running.isEmpty()
                    ? Optional.empty()
                    : Optional.of(address(dataDir, running.get().port()));
        } catch (IOException failure) {
            throw unusable("Cannot see whether a database runs in " + dataDir, failure);
        }
    }

    /** The address of Suinian's database on this server, for the role that owns it. */
    public Database database() {
        return database;
    }

    /** The same for the role that nodes work as, which is made when it is asked for. */
    public Database application() {
        try {
            Database application = application(dataDir, database);
            ApplicationRole.ensure(database, application.user(), application.password());
            return application;
        } catch (IOException failure) {
            throw unusable("There is no password for " + Cluster.APPLICATION_ROLE + " in " + dataDir, failure);
        }
    }

    /** The process id of the server. */
    public long pid() {
        return findPid().orElseThrow(() -> new DatabaseUnusableException("The embedded database is down"));
    }

    /** Whether the server process is alive. */
    public boolean isRunning() {
        return findPid().isPresent();
    }

    /** Shuts the server down in order and gives the data directory up. May be called again. */
    public void stop() {
        try {
            postmaster.stop();
            lock.close();
        } catch (IOException failure) {
            throw unusable("The embedded database did not stop in " + dataDir, failure);
        }
    }

    /** Starts again on the same port, whatever became of the server: running, stopped or killed. */
    public void restart() {
        stop();
        try {
            lock = DataDirLock.take(dataDir);
            try {
                database = launch(database.port());
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw unusable("The embedded database did not start again in " + dataDir, failure);
        }
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    private Database launch(int wantedPort) throws IOException {
        postmaster.clearTheWay();
        cluster.ensure();
        int port = choosePort(wantedPort);
        ServerSettings.write(cluster.directory(), port, config.survivesPowerLoss());
        postmaster.start();
        Database started = address(dataDir, port);
        LOG.debug("Embedded database {} runs as process {}", started, pid());
        return started;
    }

    private Optional<Long> findPid() {
        try {
            return postmaster.findPid();
        } catch (IOException failure) {
            throw unusable("Cannot see whether the embedded database runs in " + dataDir, failure);
        }
    }

    /** The database of a Suinian that runs now, for the role that its nodes work as. */
    public static Optional<Database> findRunningApplication(Path dataDir) {
        return findRunning(dataDir).map(owner -> {
            try {
                return application(dataDir, owner);
            } catch (IOException failure) {
                throw unusable("Cannot read the password of " + Cluster.APPLICATION_ROLE, failure);
            }
        });
    }

    private static Database application(Path dataDir, Database owner) throws IOException {
        return new Database(
                owner.host(),
                owner.port(),
                Cluster.APPLICATION_ROLE,
                Cluster.applicationPassword(dataDir),
                owner.database());
    }

    private static Database address(Path dataDir, int port) throws IOException {
        return new Database(LOOPBACK, port, Cluster.ROLE, Cluster.password(dataDir), Cluster.DATABASE);
    }

    private static int choosePort(int wanted) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), wanted));
            return probe.getLocalPort();
        } catch (IOException taken) {
            throw new DatabaseUnusableException(
                    "Port " + wanted + " for the embedded database cannot be used (" + taken.getMessage()
                            + "). Set SUINIAN_DB_PORT to a free port, or to 0 for any free one.",
                    taken);
        }
    }

    private static DatabaseUnusableException unusable(String what, IOException failure) {
        return new DatabaseUnusableException(what + ": " + failure, failure);
    }
}
