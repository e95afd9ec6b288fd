package cn.suinian.core.postgres;

import static cn.suinian.core.postgres.TestServers.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    private Path temp;

    @Test
    void keepsWhatItHoldsBetweenRunsAndStopsTwiceWithoutHarm() throws Exception {
        Path dataDir = temp.resolve("a directory with spaces");
        EmbeddedServer first = EmbeddedServer.start(TestServers.config(dataDir));
        ask(first.database(), "CREATE TABLE kept AS SELECT 7 AS n");
        first.stop();
        first.stop();
        assertThat(first.isRunning()).isFalse();
        assertThat(EmbeddedServer.findRunning(dataDir)).isEmpty();

        try (EmbeddedServer second = EmbeddedServer.start(TestServers.config(dataDir))) {
            assertThat(second.pid()).isPositive();
            assertThat(ask(second.database(), "SELECT n FROM kept")).isEqualTo("7");
            assertThat(EmbeddedServer.findRunning(dataDir)).contains(second.database());
        }
    }

    @Test
    void isDurableAndPrivateInUse() throws Exception {
        Path dataDir = temp.resolve("data");
        EmbeddedServerConfig inUse = new EmbeddedServerConfig(dataDir, 0, TestServers.programsDir(), true);
        try (EmbeddedServer server = EmbeddedServer.start(inUse)) {
            Database database = server.database();
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(database, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(database, "SHOW server_version")).startsWith("18.");
            assertThat(ask(database, "SHOW server_encoding")).isEqualTo("UTF8");

            Database stranger = new Database("127.0.0.1", database.port(), database.user(), "guess", "postgres");
            assertThatThrownBy(() -> ask(stranger, "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(permissions(dataDir)).isEqualTo("rwx------");
        assertThat(permissions(dataDir.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(permissions(dataDir.resolve("postgres.password"))).isEqualTo("rw-------");
        assertThat(permissions(dataDir.resolve("postgres.log"))).isEqualTo("rw-------");
    }

    @Test
    void startsOnceOnADirectoryInThisProcess() throws Exception {
        try (EmbeddedServer first = EmbeddedServer.start(TestServers.prepared(temp))) {
            assertThatThrownBy(() -> EmbeddedServer.start(TestServers.config(temp)))
                    .isInstanceOf(DatabaseUnusableException.class)
                    .hasMessageContaining("Another Suinian (process "
                            + ProcessHandle.current().pid() + ")");
            assertThat(first.isRunning()).isTrue();
        }
    }

    @Test
    void namesTheSettingWhenThePortIsTakenAndLeavesTheDirectoryFree() throws Exception {
        TestServers.prepared(temp);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedServerConfig config =
                    new EmbeddedServerConfig(temp, other.getLocalPort(), TestServers.programsDir(), false);
            assertThatThrownBy(() -> EmbeddedServer.start(config))
                    .isInstanceOf(DatabaseUnusableException.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("SUINIAN_DB_PORT");
        }
        EmbeddedServer.start(TestServers.config(temp)).stop();
    }

    @Test
    void makesANewPasswordWhenItsFileWasLost() throws Exception {
        TestServers.prepared(temp);
        Path file = temp.resolve("postgres.password");
        String lost = Files.readString(file);
        Files.delete(file);
        try (EmbeddedServer server = EmbeddedServer.start(TestServers.config(temp))) {
            assertThat(ask(server.database(), "SELECT 1")).isEqualTo("1");
            assertThat(Files.readString(file)).isNotEqualTo(lost);
        }
    }

    @Test
    void neverTouchesAForeignDirectoryOfThatName() throws Exception {
        Path foreign = Files.createDirectory(temp.resolve("postgres"));
        Path file = Files.writeString(foreign.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> EmbeddedServer.start(TestServers.config(temp)))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("holds no PostgreSQL database");
        assertThat(file).hasContent("mine");
    }

    @Test
    void showsTheServersOwnWordsWhenItDoesNotStart() throws Exception {
        TestServers.prepared(temp);
        Files.delete(temp.resolve("postgres/global/pg_control"));
        assertThatThrownBy(() -> EmbeddedServer.start(TestServers.config(temp)))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("postgres.log")
                .hasMessageContaining("pg_control");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
