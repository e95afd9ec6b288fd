package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node with a database of its own, when things go wrong. */
class EmbeddedNodeTest {

    @TempDir
    private Path data;

    @Test
    void startsItsDatabaseAgainWhenSomethingKilledIt() throws Exception {
        Node node = Node.start(config(Map.of("SUINIAN_DEMO_CITY", "NO")), Clock.systemUTC());
        try {
            URI ready = URI.create(node.addresses().metrics() + "/health/ready");
            long killed = serverPid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (serverPid() == killed || status(ready) != 200) {
                assertThat(System.nanoTime()).as("not ready again").isLessThan(patience);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        } finally {
            node.stop();
        }
        assertThat(serverFile()).doesNotExist();
    }

    @Test
    void saysWhichSettingToChangeWhenAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodeConfig config = config(Map.of("SUINIAN_CONSOLE_PORT", Integer.toString(taken.getLocalPort())));
            assertThatThrownBy(() -> Node.start(config, Clock.systemUTC()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("SUINIAN_CONSOLE_PORT");
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void leavesNoDatabaseRunningWhenTheStartFails() {
        NodeConfig config =
                config(Map.of("SUINIAN_CITY_PLAN", data.resolve("missing.json").toString()));
        assertThatThrownBy(() -> Node.start(config, Clock.systemUTC())).hasMessageContaining("missing.json");
        assertThat(data.resolve("postgres")).exists();
        assertThat(serverFile()).doesNotExist();
    }

    private NodeConfig config(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SUINIAN_DATA_DIR", data.toString(),
                "SUINIAN_DB_PORT", "0",
                "SUINIAN_TERMINAL_PORT", "0",
                "SUINIAN_CONSOLE_PORT", "0",
                "SUINIAN_COUNTER_PORT", "0",
                "SUINIAN_METRICS_PORT", "0"));
        environment.putAll(more);
        return NodeConfig.from(Settings.of(environment));
    }

    private Path serverFile() {
        return data.resolve("postgres").resolve("postmaster.pid");
    }

    private long serverPid() {
        try {
            return Long.parseLong(Files.readAllLines(serverFile()).get(0).strip());
        } catch (IOException | RuntimeException betweenTwoServers) {
            return 0;
        }
    }

    private static int status(URI uri) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notNow) {
            return 0;
        }
    }
}
