package cn.suinian.gateway.app;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.Argon2id;
import cn.suinian.core.crypto.WatchedVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.reference.Reference;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.gateway.console.Console;
import cn.suinian.gateway.console.access.NobodySignsIn;
import cn.suinian.gateway.console.bulk.BulkWork;
import cn.suinian.gateway.office.Offices;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The console role of a node: its pages, and a small pool of its own that cannot write. */
final class ConsoleRole {

    private static final int CONNECTIONS = 2;
    private static final int DESK_CONNECTIONS = 8;
    private static final int HASHES_AT_ONCE = 2;
    private static final int WAITING_QUERIES = 100;
    private static final int IDLE_SECONDS = 75;

    private final HttpServer server;
    private final Pool pool;
    private final Transactions transactions;
    private final BulkWork bulk;

    private ConsoleRole(HttpServer server, Pool pool, Transactions transactions, BulkWork bulk) {
        this.server = server;
        this.pool = pool;
        this.transactions = transactions;
        this.bulk = bulk;
    }

    /** What it works with. */
    record Parts(
            Vertx vertx,
            NodeConfig config,
            Database database,
            Supplier<Reference> reference,
            WatchedVault vault,
            Clock clock) {}

    static Future<ConsoleRole> start(Parts parts) {
        Vertx vertx = parts.vertx();
        NodeConfig config = parts.config();
        Database database = parts.database();
        Transactions transactions = Transactions.over(database, DESK_CONNECTIONS);
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
        Offices offices = offices(parts, transactions);
        Console console = new Console(new Console.Parts(
                vertx,
                pool,
                parts.reference(),
                parts.clock(),
                offices,
                new NobodySignsIn(),
                config.bindHost(),
                config.door()));
        return vertx.createHttpServer(options)
                .requestHandler(console.router())
                .listen()
                .map(server ->
                        new ConsoleRole(server, pool, transactions, BulkWork.start(vertx, offices.bulkRounds())));
    }

    private static Offices offices(Parts parts, Transactions transactions) {
        SecureRandom random = new SecureRandom();
        return Offices.of(new Offices.Means(
                transactions,
                parts.vault(),
                parts.vault(),
                Optional.empty(),
                new Passwords(new Argon2id(Argon2id.OWASP, HASHES_AT_ONCE), random),
                new AuditLog(parts.clock()),
                random,
                parts.clock()));
    }

    int port() {
        return server.actualPort();
    }

    Future<Void> stop() {
        return server.close().eventually(bulk::stop).eventually(pool::close).onComplete(closed -> transactions.close());
    }
}
