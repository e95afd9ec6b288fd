package cn.suinian.gateway.telemetry;

import static cn.suinian.gateway.app.TerminalStand.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.SilentPeer;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.Wire;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node is ready again as soon as a database answers. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ReadinessTest {

    private final Vertx vertx = Vertx.vertx();
    private SilentPeer peer;
    private int port;

    @BeforeEach
    void open(Database database) throws IOException {
        peer = new SilentPeer(database);
        TelemetryServer server =
                new TelemetryServer(vertx, peer.database(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        port = await(server.start("127.0.0.1", 0));
        server.ready(true);
    }

    @AfterEach
    void close() throws IOException {
        await(vertx.close());
        peer.close();
    }

    @Test
    void aDatabaseThatFellSilentIsAskedOnceAtATimeAndAnewAfterwards() throws IOException {
        assertThat(askAtOnce(1)).containsExactly(200);
        peer.fallSilent();

        assertThat(askAtOnce(20)).hasSize(20).containsOnly(503);
        assertThat(peer.connections()).as("one connection for all of them").isOne();
        assertThat(askAtOnce(3)).containsOnly(200);
        assertThat(peer.connections()).isEqualTo(2);
        assertThat(peer.heldInSilence()).isZero();
    }

    private List<Integer> askAtOnce(int times) throws IOException {
        List<Wire> wires = new ArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        try {
            for (int i = 0; i < times; i++) {
                Wire wire = Wire.open(port);
                wires.add(wire);
                wire.send(Request.get(0, "/health/ready").authorization("").bytes());
            }
            for (Wire wire : wires) {
                statuses.add(wire.read(true).status());
            }
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
        return statuses;
    }
}
