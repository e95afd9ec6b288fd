package cn.suinian.gateway.telemetry;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.DirectLine;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Health and metrics for operators, on a port of their own. */
public final class TelemetryServer {

    private static final int PATIENCE_MILLIS = 1_000;
    private static final int IDLE_SECONDS = 75;
    private static final int MOST_CONNECTIONS = 100;

    private final DirectLine database;
    private final PrometheusMeterRegistry registry;
    private final HttpServer server;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean ready;
    private @Nullable Future<?> probe;

    public TelemetryServer(Vertx vertx, Database database, PrometheusMeterRegistry registry) {
        this.database = DirectLine.open(vertx, database.connectOptions(), PATIENCE_MILLIS);
        this.registry = registry;
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        // Else a connection is counted only with its first bytes.
                        .setHttp2ClearTextEnabled(false)
                        .setIdleTimeout(IDLE_SECONDS))
                .connectionHandler(this::enter)
                .requestHandler(this::handle);
    }

    /** Listens; port 0 means any free one. */
    public Future<Integer> start(String host, int port) {
        return server.listen(port, host).map(HttpServer::actualPort);
    }

    /** Says whether this node takes work; a balancer asks before it sends any. */
    public void ready(boolean now) {
        ready = now;
    }

    /** Stops listening. */
    public Future<Void> stop() {
        return server.close();
    }

    /** Monitoring needs a handful; whoever comes beyond is sent away, so that they cannot take the node's files. */
    private void enter(HttpConnection connection) {
        connection.closeHandler(closed -> open.decrementAndGet());
        if (open.incrementAndGet() > MOST_CONNECTIONS) {
            connection.close();
        }
    }

    private void handle(HttpServerRequest request) {
        switch (request.path() == null ? "" : request.path()) {
            case "/health/live" -> reply(request, 200, "application/json", "{\"live\":true}");
            case "/health/ready" -> ready(request);
            case "/metrics" ->
                reply(request, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape("text/plain"));
            default -> reply(request, 404, "text/plain", "/health/live, /health/ready, /metrics\n");
        }
    }

    private void ready(HttpServerRequest request) {
        if (!ready) {
            reply(request, 503, "application/json", "{\"ready\":false,\"why\":\"starting or stopping\"}");
            return;
        }
        probe().onComplete(asked -> reply(
                request,
                asked.succeeded() ? 200 : 503,
                "application/json",
                asked.succeeded() ? "{\"ready\":true}" : "{\"ready\":false,\"why\":\"the database does not answer\"}"));
    }

    /** All who ask while the database is being asked wait for the same answer. */
    private synchronized Future<?> probe() {
        Future<?> underWay = probe;
        if (underWay == null || underWay.isComplete()) {
            underWay = database.ask(line -> line.query("SELECT 1").execute());
            probe = underWay;
        }
        return underWay;
    }

    private static void reply(HttpServerRequest request, int status, String contentType, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", contentType)
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }
}
