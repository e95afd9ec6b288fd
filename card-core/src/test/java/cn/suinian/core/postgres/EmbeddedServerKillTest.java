package cn.suinian.core.postgres;

import static cn.suinian.core.postgres.TestServers.ask;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed. */
class EmbeddedServerKillTest {
    @TempDir
    private Path dataDir;

    private Process child;

    @AfterEach
    void leaveNothingRunning() throws Exception {
        if (child != null) {
            child.destroyForcibly().waitFor();
        }
        EmbeddedServer.start(TestServers.config(dataDir)).stop();
        assertThat(ServerProcesses.list(dataDir.resolve("postgres"))).isEmpty();
    }

    @Test
    void takesOverFromAProcessThatWasKilledAndLeftItsServerRunning() throws Exception {
        Database ofTheKilled = startChild();
        long orphan = EmbeddedServer.findRunning(dataDir).map(this::pidOf).orElseThrow();
        try (Connection connection = ofTheKilled.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE acknowledged AS SELECT 1 AS n");
            child.destroyForcibly().waitFor();
            assertThat(ServerProcesses.isServerOf(cluster(), orphan)).isTrue();

            try (EmbeddedServer server = EmbeddedServer.start(TestServers.config(dataDir))) {
                assertThat(server.pid()).isNotEqualTo(orphan);
                assertThat(ask(server.database(), "SELECT n FROM acknowledged")).isEqualTo("1");
                assertThat(Files.readString(dataDir.resolve("postgres.log")))
                        .contains("database system is shut down")
                        .doesNotContain("database system was not properly shut down");
            }
        }
    }

    @Test
    void comesBackWithEveryCommitAfterEverythingWasKilled() throws Exception {
        Database ofTheKilled = startChild();
        ask(ofTheKilled, "CREATE TABLE acknowledged AS SELECT 1 AS n");
        child.destroyForcibly().waitFor();
        killAll(ServerProcesses.list(cluster()));

        try (EmbeddedServer server = EmbeddedServer.start(TestServers.config(dataDir))) {
            assertThat(ask(server.database(), "SELECT n FROM acknowledged")).isEqualTo("1");
        }
    }

    @Test
    void doesNotMistakeAStrangerForItsServerWhenTheNumberWasGivenAway() throws Exception {
        TestServers.prepared(dataDir);
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            for (long pid : List.of(stranger.pid(), ProcessHandle.current().pid(), 1L, 99999999L)) {
                Files.writeString(
                        cluster().resolve("postmaster.pid"), pid + "\n" + cluster() + "\n1\n5432\n\n\n1 1\nready\n");
                try (EmbeddedServer server = EmbeddedServer.start(TestServers.config(dataDir))) {
                    assertThat(ask(server.database(), "SELECT 1")).isEqualTo("1");
                }
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    @Test
    void restartsOnTheSamePortWhenTheServerAloneWasKilled() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(TestServers.prepared(dataDir))) {
            Database before = server.database();
            ask(before, "CREATE TABLE acknowledged AS SELECT 1 AS n");
            try (Connection busy = before.dataSource().getConnection();
                    Statement statement = busy.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(1)");
                killAll(List.of(ProcessHandle.of(server.pid()).orElseThrow()));
                assertThat(server.isRunning()).isFalse();
                server.restart();
            }
            assertThat(server.database()).isEqualTo(before);
            assertThat(ask(before, "SELECT n FROM acknowledged")).isEqualTo("1");
        }
    }

    @Test
    void startsOverWhenTheFirstStartWasKilledHalfway() throws Exception {
        child = child();
        awaitEntry("postgres.new-");
        List<ProcessHandle> orphans = child.descendants().toList();
        child.destroyForcibly().waitFor();
        orphans.forEach(orphan -> orphan.onExit().join()); // they go on writing for a moment
        assertThat(Files.exists(cluster())).isFalse();

        try (EmbeddedServer server = EmbeddedServer.start(TestServers.config(dataDir))) {
            assertThat(ask(server.database(), "SELECT 1")).isEqualTo("1");
        }
        try (Stream<Path> entries = Files.list(dataDir)) {
            assertThat(entries.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains(".new-"));
        }
    }

    @Test
    void namesTheProcessThatUsesTheDirectory() throws Exception {
        Database running = startChild();
        assertThatThrownBy(() -> EmbeddedServer.start(TestServers.config(dataDir)))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("Another Suinian (process " + child.pid() + ")")
                .hasMessageContaining("SUINIAN_DATA_DIR");
        assertThat(EmbeddedServer.findRunning(dataDir)).contains(running);
        assertThat(ask(running, "SELECT 1")).isEqualTo("1");
    }

    private Path cluster() {
        return dataDir.resolve("postgres");
    }

    private long pidOf(Database running) {
        try {
            return Long.parseLong(
                    Files.readAllLines(cluster().resolve("postmaster.pid")).get(0));
        } catch (IOException failure) {
            throw new AssertionError("No server runs at " + running, failure);
        }
    }

    private Database startChild() throws IOException {
        TestServers.prepared(dataDir);
        child = child();
        BufferedReader output = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8));
        String ready = output.readLine();
        assertThat(ready).startsWith("READY ");
        return Database.parse(ready.split(" ", 3)[2]);
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dsuinian.root=" + System.getProperty("suinian.root", System.getProperty("java.io.tmpdir")),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ServerChild.class.getName(),
                        dataDir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void awaitEntry(String prefix) throws IOException {
        long deadline = System.nanoTime() + SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            try (Stream<Path> entries = Files.list(dataDir)) {
                if (entries.anyMatch(path -> path.getFileName().toString().startsWith(prefix))) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("No " + prefix + " appeared");
    }

    private static void killAll(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
