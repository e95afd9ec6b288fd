package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.app.TerminalStand.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.gateway.stand.ApiContract;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.Wire;
import cn.suinian.gateway.telemetry.TelemetryServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the operator's monitoring asks. */
final class OperatorCases {
    private OperatorCases() {}

    static void happen(Database database, Set<String> seen) throws IOException {
        Vertx vertx = Vertx.vertx();
        try {
            TelemetryServer server =
                    new TelemetryServer(vertx, database, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
            int port = await(server.start("127.0.0.1", 0));
            asked(seen, port, "live 200 live", "/health/live");
            asked(seen, port, "ready 503 unready", "/health/ready");
            server.ready(true);
            asked(seen, port, "ready 200 ready", "/health/ready");
            asked(seen, port, "metrics 200 metrics", "/metrics");
            crowd(port);
        } finally {
            await(vertx.close());
        }
    }

    /** Whoever comes when a hundred are there already is sent away. */
    private static void crowd(int port) throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i <= 100; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setSoTimeout(10_000);
                open.add(socket);
            }
            assertThat(open.get(100).getInputStream().read()).as("sent away").isEqualTo(-1);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static void asked(Set<String> seen, int port, String expected, String path) throws IOException {
        try (Wire wire = Wire.open(port)) {
            Reply reply = wire.exchange(Request.get(0, path).authorization("").bytes());
            assertThat(expected)
                    .startsWith(
                            ApiContract.check(expected.split(" ", -1)[0], reply).strip() + " ");
            seen.add(expected);
        }
    }
}
