package cn.suinian.load.bench.rival;

import cn.suinian.core.crypto.WatchedVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.reference.ReferenceWatch;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The same work for a tap as the gateway, but each is written by itself: in a transaction of four round trips, or by a
 * statement. This is how such a service is usually built, and what a group commit has to be better than.
 *
 * <p>As good as that can be: one event loop a processor, connections for each, kept plans, scalar parameters, facts in
 * memory and overwritten there in place, no router, no limits, no metrics.
 */
public final class OneByOne extends VerticleBase {
    private static final int CONNECTIONS_A_LOOP = 16;

    private final int port;
    private final Database database;
    private final RivalDesk desk;
    private final boolean transaction;
    private HttpServer server;
    private RivalLedger ledger;

    private OneByOne(int port, Database database, RivalDesk desk, boolean transaction) {
        this.port = port;
        this.database = database;
        this.desk = desk;
        this.transaction = transaction;
    }

    /** Listens until the process is killed, on a database whose tables are there. */
    public static void main(String[] arguments) throws IOException {
        boolean transaction = "transaction".equals(System.getProperty("suinian.rival"));
        Database database = Database.parse(System.getenv("SUINIAN_DB_URL"));
        WatchedVault vault = WatchedVault.open(
                Path.of(System.getenv("SUINIAN_KEYSTORE")),
                System.getenv("SUINIAN_KEYSTORE_PASSPHRASE").toCharArray());
        Vertx vertx = Rivals.vertx();
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(database.connectOptions())
                .using(vertx)
                .build();
        ReferenceWatch reference = new ReferenceWatch(vertx, database.connectOptions());
        Rivals.await(reference.start());
        RivalDesk desk = new RivalDesk(vault, reference::current, Rivals.await(RivalLedger.everybody(pool)));
        int port = Rivals.freePort();
        Rivals.await(vertx.deployVerticle(
                () -> new OneByOne(port, database, desk, transaction),
                new DeploymentOptions().setInstances(Rivals.loops())));
        Rivals.announce(port, System.getenv("SUINIAN_DB_URL"));
    }

    @Override
    public Future<?> start() {
        PgConnectOptions options = database.connectOptions().setCachePreparedStatements(true);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS_A_LOOP).setMaxWaitQueueSize(4_096))
                .connectingTo(options)
                .using(vertx)
                .build();
        ledger = new RivalLedger(pool, transaction);
        server = vertx.createHttpServer(Rivals.options(port)).requestHandler(this::handle);
        return server.listen();
    }

    @Override
    public Future<?> stop() {
        return server.close();
    }

    private void handle(HttpServerRequest request) {
        request.body()
                .compose(body -> desk.answer(request, body.getBytes(), ledger))
                .onSuccess(reply -> reply(request.response(), reply))
                .onFailure(failure -> request.response().setStatusCode(503).end(String.valueOf(failure.getMessage())));
    }

    private static void reply(HttpServerResponse response, RivalDesk.Reply reply) {
        response.putHeader("Suinian-Mac", reply.mac())
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(reply.body());
    }
}
