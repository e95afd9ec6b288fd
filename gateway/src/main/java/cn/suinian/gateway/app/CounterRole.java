package cn.suinian.gateway.app;

import cn.suinian.core.postgres.Transactions;
import cn.suinian.gateway.counter.CounterApi;
import cn.suinian.gateway.counter.CounterServer;
import cn.suinian.gateway.office.Offices;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The counter role of a node: the API for the software of banks, and a small pool of its own. */
final class CounterRole {

    private static final Logger LOG = LoggerFactory.getLogger(CounterRole.class);
    private static final int CONNECTIONS = 8;
    private static final long SWEEP_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private final Vertx vertx;
    private final CounterServer server;
    private final String deployment;
    private final Transactions transactions;
    private final long sweeper;

    private CounterRole(
            Vertx vertx, CounterServer server, String deployment, Transactions transactions, Offices offices) {
        this.vertx = vertx;
        this.server = server;
        this.deployment = deployment;
        this.transactions = transactions;
        this.sweeper = vertx.setPeriodic(SWEEP_MILLIS, tick -> sweep(offices));
    }

    static Future<CounterRole> start(ConsoleRole.Parts parts, MeterRegistry meters) {
        Vertx vertx = parts.vertx();
        NodeConfig config = parts.config();
        Transactions transactions = Transactions.over(parts.database(), CONNECTIONS);
        Offices offices = ConsoleRole.offices(parts, transactions);
        CounterApi api = new CounterApi(offices, config.counter().callsPerSecond(), System::nanoTime);
        CounterServer server = new CounterServer(config.bindHost(), config.counter(), api, parts.clock(), meters);
        return vertx.deployVerticle(server)
                .map(deployment -> new CounterRole(vertx, server, deployment, transactions, offices));
    }

    int port() {
        return server.port();
    }

    Future<Void> stop() {
        vertx.cancelTimer(sweeper);
        return vertx.undeploy(deployment).onComplete(closed -> transactions.close());
    }

    /** Drops tokens and answers that are over. */
    private void sweep(Offices offices) {
        vertx.executeBlocking(() -> offices.clients().sweep() + offices.calls().sweep())
                .onFailure(failure -> LOG.warn("old tokens stay until the next sweep: {}", failure.getClass()));
    }
}
