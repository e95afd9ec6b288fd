package cn.suinian.gateway.app;

import cn.suinian.core.authorization.TapPartitions;
import cn.suinian.core.crypto.WatchedVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.EmbeddedServer;
import cn.suinian.core.reference.ReferenceWatch;
import cn.suinian.gateway.app.RuntimeFile.Addresses;
import cn.suinian.gateway.dayend.SettlementRole;
import cn.suinian.gateway.democity.DemoLogin;
import cn.suinian.gateway.network.EventLoops;
import cn.suinian.gateway.telemetry.TelemetryServer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running process with its roles. The constructor's order is the order of start; {@link #stop} goes backwards. */
final class Node {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int PATIENCE_SECONDS = 60;
    private static final int WAITING_QUERIES = 10_000;
    private static final long EVERY_HOUR = 3_600_000;
    private static final long EVERY_HALF_MINUTE = 30_000;
    private static final long EVERY_SECOND = 1_000;

    private final NodeConfig config;
    private final Clock clock;
    private final Optional<DatabaseWatch> embedded;
    private final Database database;
    private final WatchedVault vault;
    private final boolean planted;
    private final Vertx vertx;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Rounds rounds;
    private final Pool pool;
    private final ReferenceWatch reference;
    private final TelemetryServer telemetry;
    private final Optional<TerminalRole> terminal;
    private final Optional<ConsoleRole> console;
    private final Optional<CounterRole> counter;
    private final Optional<SettlementRole> settlement;
    private final RuntimeFile runtimeFile;
    private final Addresses addresses;
    private final Optional<List<DemoLogin>> demoCity;

    private Node(NodeConfig config, Clock clock, Optional<EmbeddedServer> server) throws IOException, SQLException {
        this.config = config;
        this.clock = clock;
        this.embedded = server.map(DatabaseWatch::new);
        this.database = config.database()
                .external()
                .orElseGet(() -> server.orElseThrow().application());
        Database owner = server.map(EmbeddedServer::database)
                .or(config.database()::owner)
                .orElse(database);
        CompletableFuture<WatchedVault> opening = inBackground(() -> Keys.open(config));
        this.planted = Schema.prepare(config, owner, database, opening::join, clock);
        this.vault = opening.join();
        this.vertx = EventLoops.start(config.network());
        this.rounds = new Rounds(vertx);
        this.pool = pool();
        this.reference = new ReferenceWatch(vertx, database.connectOptions());
        await(reference.start());
        bindMeters();
        int terminalPort = TerminalRole.freePort(config.terminal().port());
        this.terminal = config.roles().contains(Role.TERMINAL)
                ? Optional.of(await(TerminalRole.start(new TerminalRole.Parts(
                        vertx, config, database, pool, reference, vault, meters, clock, terminalPort))))
                : Optional.empty();
        ConsoleRole.Parts desk = new ConsoleRole.Parts(vertx, config, database, reference::current, vault, clock);
        this.console =
                config.roles().contains(Role.CONSOLE) ? Optional.of(await(ConsoleRole.start(desk))) : Optional.empty();
        this.counter = config.roles().contains(Role.COUNTER)
                ? Optional.of(await(CounterRole.start(desk, meters)))
                : Optional.empty();
        this.settlement = config.roles().contains(Role.SETTLEMENT)
                ? Optional.of(SettlementRole.start(new SettlementRole.Parts(
                        vertx, database, vault, vault, config.dayEnd(), meters, clock, List.of())))
                : Optional.empty();
        this.telemetry = new TelemetryServer(vertx, database, meters);
        int metricsPort = await(telemetry.start(config.bindHost(), config.metricsPort()));
        this.addresses = new Addresses(
                terminal.isPresent() ? url(terminalPort) : null,
                console.map(role -> url(role.port())).orElse(null),
                counter.map(role -> url(role.port())).orElse(null),
                url(metricsPort));
        this.demoCity = Schema.writeDemoCity(config, database, vault, addresses);
        this.runtimeFile = new RuntimeFile(config.database().dataDir());
        rounds.every(EVERY_HOUR, this::makePartitions);
        rounds.every(EVERY_HALF_MINUTE, this::learnNewKeys);
        embedded.ifPresent(watch -> rounds.every(EVERY_SECOND, watch::look));
        runtimeFile.write(addresses, owner);
        telemetry.ready(true);
        LOG.info("ready: {}", config.roles());
    }

    /** Starts a node; returns when it takes work. */
    static Node start(NodeConfig config, Clock clock) throws IOException, SQLException {
        Ports.requireFree(config);
        Optional<EmbeddedServer> server = config.database().external().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedServer.start(config.database().embedded()));
        try {
            return new Node(config, clock, server);
        } catch (IOException | SQLException | RuntimeException failure) {
            server.ifPresent(EmbeddedServer::stop);
            throw failure;
        }
    }

    Addresses addresses() {
        return addresses;
    }

    /** Whether an empty database was just made a demo city. */
    boolean planted() {
        return planted;
    }

    /** Who signs in to the console of a demo city; empty: this is none, and has no demo-city.json. */
    Optional<List<DemoLogin>> demoCity() {
        return demoCity;
    }

    /** Finishes what was accepted and stops everything, the embedded database last. */
    void stop() {
        telemetry.ready(false);
        quietly("drain", this::drain);
        quietly("terminal API", () -> {
            if (terminal.isPresent()) {
                await(terminal.get().stop());
            }
        });
        quietly("console", () -> {
            if (console.isPresent()) {
                await(console.get().stop());
            }
        });
        quietly("counter API", () -> {
            if (counter.isPresent()) {
                await(counter.get().stop());
            }
        });
        quietly("settlement", () -> {
            if (settlement.isPresent()) {
                await(settlement.get().stop());
            }
        });
        quietly("rounds", rounds::stop);
        quietly("reference data", () -> await(reference.stop()));
        quietly("telemetry", () -> await(telemetry.stop()));
        quietly("connections", () -> await(pool.close()));
        quietly("event loops", () -> await(vertx.close()));
        quietly("runtime file", runtimeFile::delete);
        quietly("database", () -> embedded.ifPresent(DatabaseWatch::stop));
        LOG.info("stopped");
    }

    /** A balancer that asks now and then notices before it is turned away. */
    private void drain() throws IOException {
        if (config.drainMillis() > 0) {
            await(vertx.timer(config.drainMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private Pool pool() {
        PoolOptions options = new PoolOptions()
                .setMaxSize(config.database().poolSize())
                .setMaxWaitQueueSize(WAITING_QUERIES)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .connectingTo(database.connectOptions().setCachePreparedStatements(true))
                .with(Database.socketOptions())
                .with(options)
                .using(vertx)
                .build();
    }

    private void bindMeters() {
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        JvmGcMetrics gc = new JvmGcMetrics();
        gc.bindTo(meters);
    }

    private Void makePartitions() throws SQLException {
        new TapPartitions(database.dataSource()).makeAround(today());
        return null;
    }

    private Void learnNewKeys() {
        vault.refresh();
        return null;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }

    private String url(int port) {
        String host = config.bindHost();
        return "http://" + (host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host) + ":" + port;
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void quietly(String what, Step step) {
        try {
            step.run();
        } catch (Exception failure) {
            LOG.warn("stopping: {} did not stop in order", what, failure);
        }
    }

    private interface Opening<T> {
        T open() throws IOException;
    }

    private static <T> CompletableFuture<T> inBackground(Opening<T> opening) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return opening.open();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (java.util.concurrent.ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IOException(cause.getMessage(), cause);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new IOException("no answer within " + PATIENCE_SECONDS + " s", late);
        }
    }
}
