package cn.suinian.gateway.terminal;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.guard.BoundedBody;
import cn.suinian.gateway.http.guard.ProgramPort;
import cn.suinian.gateway.http.guard.SaneHeads;
import cn.suinian.gateway.http.guard.Visitors;
import cn.suinian.gateway.terminal.gate.Exchange;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/** The terminal API on one event loop; as many run as there are loops. */
public final class TerminalServer extends VerticleBase {
    /** No timer yet: 0 is the first of this Vert.x, whosever it is. */
    private static final long NONE = -1;

    /** For requests that are half sent; a whole node stops within five seconds. */
    private static final int GRACE_SECONDS = 3;

    private static final long SWEEP_MILLIS = 1_000;

    /** Headers that are still arriving take up to twenty times their bytes in memory, and nobody is proven yet. */
    private static final int MOST_HEADER_BYTES = 2 * 1024;

    /** The MAC of a body beyond this is computed aside: a mebibyte takes some ten milliseconds. */
    private static final int LARGE_BYTES = 32 * 1024;

    private final String host;
    private final int port;
    private final TerminalApi api;
    private final Visitors visitors;
    private HttpServer server;
    private long sweeper = NONE;

    public TerminalServer(String host, TerminalConfig config, TerminalApi api) {
        this.host = host;
        this.port = config.port();
        this.api = api;
        this.visitors = api.visitors();
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = ProgramPort.options(host, port, MOST_HEADER_BYTES);
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> enter(connection, options))
                .requestHandler(this::handle)
                .invalidRequestHandler(this::refuse);
        sweeper = vertx.setPeriodic(SWEEP_MILLIS, tick -> visitors.sweep());
        return server.listen();
    }

    @Override
    public Future<?> stop() {
        vertx.cancelTimer(sweeper);
        return server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
    }

    /** The port it listens on, once started. */
    public int port() {
        return server.actualPort();
    }

    private void enter(HttpConnection connection, HttpServerOptions options) {
        SaneHeads.guard(connection, options);
        visitors.enter(connection);
    }

    private void handle(HttpServerRequest request) {
        Routes.Found found = api.find(request);
        Exchange exchange = api.exchange(request, found.variable(), context);
        BoundedBody body = new BoundedBody(request, found.bodyLimit(), api.largeBodies());
        visitors.begins(exchange);
        body.read()
                .compose(bytes -> {
                    exchange.arrived();
                    visitors.arrived(exchange);
                    return proven(exchange, bytes).compose(done -> found.call().answer(exchange, bytes));
                })
                .onComplete(done -> exchange.later(() -> {
                    body.release();
                    if (done.succeeded()) {
                        exchange.reply(done.result());
                    } else {
                        exchange.fail(done.cause());
                    }
                }));
    }

    /** Only calls that must be proven take large bodies. */
    private Future<Void> proven(Exchange exchange, byte[] body) {
        return body.length <= LARGE_BYTES
                ? Future.succeededFuture()
                : context.executeBlocking(
                        () -> {
                            exchange.prove(body);
                            return null;
                        },
                        false);
    }

    private void refuse(HttpServerRequest request) {
        api.exchange(request, "", context).fail(new Refused(ProblemCode.BAD_HTTP, "this is not a valid HTTP request"));
    }
}
