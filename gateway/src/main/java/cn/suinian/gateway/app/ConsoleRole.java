package cn.suinian.gateway.app;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.reference.Reference;
import cn.suinian.gateway.console.Console;
import cn.suinian.gateway.console.access.NobodySignsIn;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The console role of a node: its pages, and a small pool of its own that cannot write. */
final class ConsoleRole {

    private static final int CONNECTIONS = 2;
    private static final int WAITING_QUERIES = 100;
    private static final int IDLE_SECONDS = 75;

    private final HttpServer server;
    private final Pool pool;

    private ConsoleRole(HttpServer server, Pool pool) {
        this.server = server;
        this.pool = pool;
    }

    static Future<ConsoleRole> start(
            Vertx vertx, NodeConfig config, Database database, Supplier<Reference> reference, Clock clock) {
        Pool pool = PgBuilder.pool()
                .connectingTo(Console.readOnly(database.connectOptions()))
                .with(new PoolOptions().setMaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING_QUERIES))
                .using(vertx)
                .build();
        HttpServerOptions options = new HttpServerOptions()
                .setHost(config.bindHost())
                .setPort(config.consolePort())
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        Console console = new Console(new Console.Parts(
                vertx, pool, reference, clock, new NobodySignsIn(), config.bindHost(), config.door()));
        return vertx.createHttpServer(options)
                .requestHandler(console.router())
                .listen()
                .map(server -> new ConsoleRole(server, pool));
    }

    int port() {
        return server.actualPort();
    }

    Future<Void> stop() {
        return server.close().eventually(pool::close);
    }
}
