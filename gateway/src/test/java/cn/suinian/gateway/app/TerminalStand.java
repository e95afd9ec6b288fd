package cn.suinian.gateway.app;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.reference.ReferenceWatch;
import cn.suinian.core.settings.Settings;
import cn.suinian.gateway.democity.Planting;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SettableClock;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.Wire;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The terminal role as a node wires it, on a free port over a test's database with the {@link SmallCity} in it. */
public final class TerminalStand implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = new SettableClock(SmallCity.NOW.toInstant());
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Database database;
    private final Pool pool;
    private final ReferenceWatch reference;
    private final int port;
    private final TerminalRole role;
    private final AtomicInteger cards = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();

    private TerminalStand(Database database, Map<String, String> settings, KeyVault vault)
            throws IOException, SQLException {
        this.database = database;
        new Planting(database.dataSource(), clock).plant(SmallCity::plan, SmallCity::vault);
        pool = PgBuilder.pool()
                .connectingTo(database.connectOptions().setCachePreparedStatements(true))
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx)
                .build();
        reference = new ReferenceWatch(vertx, database.connectOptions());
        await(reference.start());
        port = TerminalRole.freePort(0);
        NodeConfig config = NodeConfig.from(Settings.of(settings));
        role = await(TerminalRole.start(
                new TerminalRole.Parts(vertx, config, database, pool, reference, vault, meters, clock, port)));
    }

    public static TerminalStand start(Database database) throws IOException, SQLException {
        return start(database, Map.of());
    }

    /** With settings as in the environment of a node. */
    public static TerminalStand start(Database database, Map<String, String> settings)
            throws IOException, SQLException {
        return new TerminalStand(database, settings, SmallCity.vault());
    }

    /** With other keys than those of the published vectors. */
    public static TerminalStand start(Database database, KeyVault vault) throws IOException, SQLException {
        return new TerminalStand(database, Map.of(), vault);
    }

    public SettableClock clock() {
        return clock;
    }

    public PrometheusMeterRegistry meters() {
        return meters;
    }

    /** Taps that wait in the lanes. */
    public int waiting() {
        return meters.get("suinian.lane.waiting").gauges().stream()
                .mapToInt(gauge -> (int) gauge.value())
                .sum();
    }

    /** The number of a card that nobody has tapped with yet. */
    public String anotherCard() {
        return new CardNumber(cards.incrementAndGet()).digits();
    }

    /** A terminal's next sequence number; no two terminals share one. */
    public long nextSeq() {
        return numbers.incrementAndGet();
    }

    public Wire connect() throws IOException {
        return Wire.open(port);
    }

    /** Sends a request over a connection of its own. */
    public Reply send(Request request) throws IOException {
        try (Wire wire = connect()) {
            return wire.exchange(request);
        }
    }

    /** The first column of the first row, as text. */
    public String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    /** Stops the role as a node does; done when it is. */
    public Future<Void> stop() {
        return role.stop();
    }

    @Override
    public void close() {
        await(role.stop());
        await(reference.stop());
        await(pool.close());
        await(vertx.close());
    }

    /** What a future comes to; a failed or late one fails the test. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }
}
