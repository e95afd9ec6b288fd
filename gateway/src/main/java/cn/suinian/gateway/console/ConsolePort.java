package cn.suinian.gateway.console;

import cn.suinian.gateway.http.guard.PerAddress;
import cn.suinian.gateway.http.guard.SaneHeads;
import cn.suinian.gateway.http.guard.Visitors;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the console listens, on one event loop: what takes time is done by its workers. Heads are looked at here as on
 * the other ports; how fast a body must come is for {@code BodyReader}, which knows whether there is a file in it.
 */
public final class ConsolePort extends VerticleBase {

    /** No timer yet: 0 is the first of this Vert.x, whosever it is. */
    private static final long NONE = -1;

    private static final long SWEEP_MILLIS = 1_000;
    private static final int IDLE_SECONDS = 75;

    /**
     * How many may come, and how slowly.
     *
     * @param connections open ones of everybody
     * @param perAddress open ones of one address; a browser has up to six, and a hall of clerks may share an address
     * @param headSeconds in which the head of the first request on a connection must be here
     */
    public record Limits(int connections, int perAddress, int headSeconds) {
        /** For the staff of a city. */
        public static final Limits USUAL = new Limits(2_000, 200, 30);
    }

    private final String host;
    private final int port;
    private final Handler<HttpServerRequest> console;
    private final Visitors visitors;
    private HttpServer server;
    private long sweeper = NONE;

    /**
     * A port that is not open yet.
     *
     * @param port 0: any free one
     * @param proxies addresses that may have any number of connections
     */
    public ConsolePort(String host, int port, Set<String> proxies, Limits limits, Handler<HttpServerRequest> console) {
        this.host = host;
        this.port = port;
        this.console = console;
        this.visitors = new Visitors(
                new AtomicInteger(),
                limits.connections(),
                limits.headSeconds(),
                new PerAddress(limits.perAddress(), proxies));
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = options();
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> enter(connection, options))
                .requestHandler(this::handle);
        sweeper = vertx.setPeriodic(SWEEP_MILLIS, tick -> visitors.sweep());
        return server.listen();
    }

    @Override
    public Future<?> stop() {
        vertx.cancelTimer(sweeper);
        return server.close();
    }

    /** The port it listens on, once started. */
    public int port() {
        return server.actualPort();
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }

    private void enter(HttpConnection connection, HttpServerOptions options) {
        SaneHeads.guard(connection, options);
        visitors.enter(connection);
    }

    private void handle(HttpServerRequest request) {
        visitors.handOver(request);
        console.handle(request);
    }
}
