package cn.suinian.core.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Where tests keep PostgreSQL's programs, and how they ask a database one question. */
public final class TestServers {
    private TestServers() {}

    /** A server of a test's own in this empty directory: the test may kill it, and stops it. */
    public static EmbeddedServerConfig config(Path dataDir) {
        return EmbeddedServerConfig.forTests(dataDir, programsDir());
    }

    /** The same on a cluster that is there already: making one takes seconds, copying it does not. */
    public static EmbeddedServerConfig prepared(Path dataDir) throws IOException {
        Path model = model();
        Files.createDirectories(dataDir);
        Subprocess copied =
                Subprocess.run(null, "cp", "-a", model + "/postgres", model + "/postgres.password", dataDir.toString());
        if (copied.exitCode() != 0) {
            throw new IOException("Copying the model cluster failed: " + copied.output());
        }
        return config(dataDir);
    }

    /** Made by the first process that needs it, while the others wait. */
    private static Path model() throws IOException {
        Path model = targetDir().resolve("postgres-model");
        Path whole = model.resolve("whole");
        Path lock = Files.createDirectories(targetDir()).resolve("postgres-model.lock");
        synchronized (TestServers.class) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && !Files.exists(whole)) {
                    EmbeddedServer.start(config(model)).stop();
                    Files.writeString(whole, "");
                }
            }
        }
        return model;
    }

    /** Unpacked once for all modules; {@code mvn clean} removes it. */
    public static Path programsDir() {
        return targetDir().resolve("postgres-programs");
    }

    private static Path targetDir() {
        return Path.of(System.getProperty("suinian.root", System.getProperty("java.io.tmpdir")), "target");
    }

    /** Runs one statement; the first column of its first row as text, null when there is none. */
    public static String ask(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
