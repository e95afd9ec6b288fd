package cn.suinian.core.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Where tests keep PostgreSQL's programs, and how they ask a database one question. */
public final class TestServers {
    private TestServers() {}

    /** A server of a test's own in this directory: the test may kill it, and stops it. */
    public static EmbeddedServerConfig config(Path dataDir) {
        return EmbeddedServerConfig.forTests(dataDir, programsDir());
    }

    /** Unpacked once for all modules; {@code mvn clean} removes it. */
    public static Path programsDir() {
        String root =
                Optional.ofNullable(System.getProperty("suinian.root")).orElse(System.getProperty("java.io.tmpdir"));
        return Path.of(root, "target", "postgres-programs");
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
