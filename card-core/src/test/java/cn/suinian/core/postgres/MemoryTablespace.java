package cn.suinian.core.postgres;

import static cn.suinian.core.postgres.TestServers.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A tablespace of a test server in memory. A database is a thousand files, and to make them takes the kernel half a
 * second of processor on a disk and a fiftieth of one in memory; a run of all tests makes more than a thousand
 * databases. {@code -Dsuinian.tests.memory=no} keeps them on the disk, for tests at sizes that memory does not hold.
 */
final class MemoryTablespace implements AutoCloseable {
    static final String NAME = "memory";

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 2L << 30;

    private final Database server;
    private final Path directory;

    private MemoryTablespace(Database server, Path directory) {
        this.server = server;
        this.directory = directory;
    }

    /** Makes it, and clears away that of a run that was killed; empty: there is no memory for it. */
    static Optional<MemoryTablespace> open(Database server) throws IOException, SQLException {
        String left =
                ask(server, "SELECT pg_tablespace_location(oid) FROM pg_tablespace WHERE spcname = '" + NAME + "'");
        if (left != null) {
            new MemoryTablespace(server, Path.of(left)).close();
        }
        if ("no".equals(System.getProperty("suinian.tests.memory")) || !isRoomy()) {
            return Optional.empty();
        }
        Path directory = Files.createTempDirectory(MEMORY, "suinian-tests-");
        ask(server, "CREATE TABLESPACE " + NAME + " LOCATION '" + directory + "'");
        return Optional.of(new MemoryTablespace(server, directory));
    }

    private static boolean isRoomy() throws IOException {
        return Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).type().equals("tmpfs")
                && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH_BYTES;
    }

    /** With the databases that are still in it. */
    @Override
    public void close() throws IOException, SQLException {
        String databases = ask(server, """
                SELECT string_agg(datname, ' ') FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace
                WHERE t.spcname = '%s'
                """.formatted(NAME));
        if (databases != null) {
            for (String name : databases.split(" ", -1)) {
                ask(server, "DROP DATABASE " + name + " WITH (FORCE)");
            }
        }
        ask(server, "DROP TABLESPACE " + NAME);
        PrivateFiles.deleteTree(directory);
    }
}
