package cn.suinian.gateway.counter;

import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.counter.gate.Answer;
import cn.suinian.gateway.counter.gate.Asked;
import cn.suinian.gateway.counter.gate.CounterRoute;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.Query;
import cn.suinian.gateway.http.guard.BoundedBody;
import cn.suinian.gateway.http.guard.HttpDate;
import cn.suinian.gateway.http.guard.LargeBodies;
import cn.suinian.gateway.http.guard.PerAddress;
import cn.suinian.gateway.http.guard.ProgramPort;
import cn.suinian.gateway.http.guard.SaneHeads;
import cn.suinian.gateway.http.guard.Visitors;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The counter API on one event loop, which is plenty: what takes time is done by its workers. */
public final class CounterServer extends VerticleBase {

    /** No timer yet: 0 is the first of this Vert.x, whosever it is. */
    private static final long NONE = -1;

    private static final int MOST_CONNECTIONS = 1_000;
    private static final int MOST_OF_ONE_ADDRESS = 200;
    private static final int WORKERS = 8;
    private static final int MOST_INSIDE = 64;
    private static final int LONGEST_SECONDS = 60;
    private static final int GRACE_SECONDS = 3;
    private static final long SWEEP_MILLIS = 1_000;

    /** A token and a key, and what proxies on the way add. */
    private static final int MOST_HEADER_BYTES = 4 * 1024;

    private final String host;
    private final CounterConfig config;
    private final CounterApi api;
    private final HttpDate date;
    private final CounterMeters meters;
    private final Visitors visitors;
    private final LargeBodies noLargeOnes = new LargeBodies(0);
    private final AtomicInteger inside = new AtomicInteger();
    private HttpServer server;
    private WorkerExecutor workers;
    private long sweeper = NONE;

    public CounterServer(String host, CounterConfig config, CounterApi api, Clock clock, MeterRegistry registry) {
        this.host = host;
        this.config = config;
        this.api = api;
        this.date = new HttpDate(clock);
        this.meters = new CounterMeters(registry);
        this.visitors = new Visitors(
                meters.connections(),
                MOST_CONNECTIONS,
                config.requestSeconds(),
                new PerAddress(MOST_OF_ONE_ADDRESS, config.trustedProxies()));
    }

    @Override
    public Future<?> start() {
        workers = vertx.createSharedWorkerExecutor("suinian-counter", WORKERS, LONGEST_SECONDS, TimeUnit.SECONDS);
        HttpServerOptions options = ProgramPort.options(host, config.port(), MOST_HEADER_BYTES);
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
        return server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS).eventually(workers::close);
    }

    /** The port it listens on, once started. */
    public int port() {
        return server.actualPort();
    }

    private void enter(HttpConnection connection, HttpServerOptions options) {
        SaneHeads.guard(connection, options);
        visitors.enter(connection);
    }

    private CounterExchange exchange(HttpServerRequest request) {
        return new CounterExchange(request, api.find(request.method().name(), request.path()), date, meters);
    }

    private void refuse(HttpServerRequest request) {
        exchange(request).fail(new Refused(ProblemCode.BAD_HTTP, "this is not a valid HTTP request"));
    }

    private void handle(HttpServerRequest request) {
        CounterExchange exchange = exchange(request);
        visitors.begins(exchange);
        new BoundedBody(request, BoundedBody.SMALL, noLargeOnes)
                .read()
                .compose(body -> {
                    visitors.arrived(exchange);
                    CounterRoute route = exchange.found().get();
                    return onWorker(route, asked(exchange, body));
                })
                .onComplete(done -> context.runOnContext(now -> {
                    if (done.succeeded()) {
                        exchange.reply(done.result());
                    } else {
                        exchange.fail(done.cause());
                    }
                }));
    }

    private Asked asked(CounterExchange exchange, byte[] body) {
        HttpServerRequest request = exchange.request();
        return new Asked(
                request.method().name(),
                request.path(),
                exchange.found().variable(),
                Query.of(request),
                request.headers(),
                Buffer.buffer(body),
                Caller.of(request, config.trustedProxies()).address());
    }

    private Future<Answer> onWorker(CounterRoute route, Asked asked) {
        if (inside.incrementAndGet() > MOST_INSIDE) {
            inside.decrementAndGet();
            throw new Refused(
                    ProblemCode.TOO_MANY_WAITING, "too many requests are waiting; nothing was done, send it again");
        }
        return workers.executeBlocking(() -> api.answer(route, asked), false)
                .onComplete(done -> inside.decrementAndGet());
    }
}
