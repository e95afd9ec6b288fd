package cn.suinian.gateway.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.settings.Settings;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.SettableClock;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole node over an external database: what a balancer and a monitor see of it, from start to stop. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class NodeTest {
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    private Path data;

    @Test
    void isReadyUntilItStopsAndAliveUntilItHasStopped(Database database) throws Exception {
        Node node = Node.start(config(database), new SettableClock(SmallCity.NOW.toInstant()));
        int metrics = URI.create(node.addresses().metrics()).getPort();
        assertThat(data.resolve("runtime.json")).exists();
        assertThat(get(metrics, "/health/live")).matches(reply -> reply.status() == 200);
        assertThat(get(metrics, "/health/ready")).matches(reply -> reply.status() == 200);
        assertThat(get(metrics, "/metrics").text())
                .contains(
                        "suinian_taps_approved_total",
                        "suinian_tap_stage_seconds_bucket{stage=\"queue\"",
                        "jvm_memory_used_bytes");
        assertThat(get(metrics, "/nothing").status()).isEqualTo(404);

        CompletableFuture<Void> stopped;
        try (Wire halfSent = Wire.open(URI.create(node.addresses().terminal()).getPort())) {
            halfSent.send("POST /v1/taps HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n"
                    .getBytes(ISO_8859_1));
            assertThat(halfSent.read(false).status()).isEqualTo(100);
            stopped = CompletableFuture.runAsync(node::stop);
            awaitNotReady(metrics);
            assertThat(get(metrics, "/health/live").status()).isEqualTo(200);
            assertThat(stopped).isNotDone();
            assertThat(halfSent.exchange("too late!".getBytes(ISO_8859_1)).code())
                    .isEqualTo(40101);
        }
        stopped.get(30, TimeUnit.SECONDS);
        assertThat(data.resolve("runtime.json")).doesNotExist();
    }

    @Test
    void aDrainingNodeSaysSoAndStillTakesWork(Database database) throws Exception {
        NodeConfig config = config(database, "3000");
        Node node = Node.start(config, new SettableClock(SmallCity.NOW.toInstant()));
        int metrics = URI.create(node.addresses().metrics()).getPort();
        int terminal = URI.create(node.addresses().terminal()).getPort();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(node::stop);
        awaitNotReady(metrics);
        assertThat(get(terminal, "/v1/keys").status()).isEqualTo(200);
        assertThat(stopped).isNotDone();
        stopped.get(30, TimeUnit.SECONDS);
        assertThatThrownBy(() -> Wire.open(terminal)).isInstanceOf(IOException.class);
    }

    private NodeConfig config(Database database) {
        return config(database, "0");
    }

    private NodeConfig config(Database database, String drainMillis) {
        KeystoreVault.create(data.resolve("keys.bcfks"), PASSPHRASE.toCharArray(), new SecureRandom());
        return NodeConfig.from(Settings.of(Map.of(
                "SUINIAN_COUNTER_PORT",
                "0",
                "SUINIAN_DATA_DIR",
                data.toString(),
                "SUINIAN_DB_URL",
                database.urlWithPassword(),
                "SUINIAN_KEYSTORE_PASSPHRASE",
                PASSPHRASE,
                "SUINIAN_TERMINAL_PORT",
                "0",
                "SUINIAN_CONSOLE_PORT",
                "0",
                "SUINIAN_METRICS_PORT",
                "0",
                "SUINIAN_DRAIN_MILLIS",
                drainMillis)));
    }

    private static Reply get(int port, String path) throws IOException {
        try (Wire wire = Wire.open(port)) {
            return wire.exchange(("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(ISO_8859_1));
        }
    }

    private static void awaitNotReady(int port) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (get(port, "/health/ready").status() != 503) {
            assertThat(System.nanoTime()).as("still ready").isLessThan(patience);
        }
    }
}
