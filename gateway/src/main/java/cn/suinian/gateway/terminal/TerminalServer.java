package cn.suinian.gateway.terminal;

import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.reference.Reference;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The terminal API on one event loop; as many run as there are loops. */
public final class TerminalServer extends VerticleBase {

    private static final int BODY_LIMIT = 16 * 1024;
    private static final String TAPS = "/v1/taps";

    /** For requests that are half sent; a whole node stops within five seconds. */
    private static final int GRACE_SECONDS = 3;

    private final String host;
    private final int port;
    private final Gatekeeper gatekeeper;
    private final TerminalApi api;
    private final TapMeters meters;
    private HttpServer server;

    public TerminalServer(
            String host,
            TerminalConfig config,
            Recognition recognition,
            KeyVault vault,
            Supplier<Reference> reference,
            Clock clock,
            MeterRegistry registry) {
        Duration tolerance = Duration.ofSeconds(config.clockToleranceSeconds());
        this.host = host;
        this.port = config.port();
        this.meters = new TapMeters(registry);
        this.gatekeeper = new Gatekeeper(vault, reference, clock, tolerance);
        this.api = new TerminalApi(recognition, clock, tolerance, meters);
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxHeaderSize(8 * 1024)
                .setMaxInitialLineLength(4 * 1024)
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeout(75)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpKeepAlive(true);
        server = vertx.createHttpServer(options)
                .requestHandler(this::handle)
                .invalidRequestHandler(request ->
                        exchange(request).fail(new Refused(ProblemCode.BAD_HTTP, "this is not a valid HTTP request")));
        return server.listen();
    }

    @Override
    public Future<?> stop() {
        return server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
    }

    /** The port it listens on, once started. */
    public int port() {
        return server.actualPort();
    }

    private void handle(HttpServerRequest request) {
        Exchange exchange = exchange(request);
        BoundedBody.read(request, BODY_LIMIT)
                .compose(body -> route(exchange, body))
                .onComplete(done -> context.runOnContext(now -> {
                    if (done.succeeded()) {
                        exchange.reply(done.result());
                    } else {
                        exchange.fail(done.cause());
                    }
                }));
    }

    private Future<String> route(Exchange exchange, byte[] body) {
        String path = exchange.request().path();
        if (TAPS.equals(path)) {
            return only("POST", exchange, () -> api.tap(exchange, body));
        }
        if (path != null && path.startsWith(TAPS + "/") && path.indexOf('/', TAPS.length() + 1) < 0) {
            return only("GET", exchange, () -> api.lookUp(exchange, path.substring(TAPS.length() + 1)));
        }
        return Future.failedFuture(new Refused(ProblemCode.NO_SUCH_RESOURCE, "there is nothing at this path"));
    }

    private static Future<String> only(String allowed, Exchange exchange, Supplier<Future<String>> call) {
        if (allowed.equals(exchange.request().method().name())) {
            return call.get();
        }
        exchange.request().response().putHeader("Allow", allowed);
        return Future.failedFuture(new Refused(ProblemCode.METHOD_NOT_ALLOWED, "only " + allowed + " is allowed here"));
    }

    private Exchange exchange(HttpServerRequest request) {
        return new Exchange(request, gatekeeper, meters);
    }
}
