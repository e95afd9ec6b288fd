package cn.suinian.gateway.app;

import cn.suinian.core.holder.timeline.TapsByHolder;
import cn.suinian.core.postgres.Database;
import cn.suinian.gateway.upkeep.TapIndexing;
import cn.suinian.settlement.risk.Pass;
import cn.suinian.settlement.risk.RiskRound;
import cn.suinian.settlement.risk.RiskScan;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settlement role of a node: looks for taps that look wrong, now and then, on a thread of its own. Of all nodes
 * with this role one looks at a time. Whatever happens here, no tap waits for it. Beside it, days that are cut get
 * their index of taps by holder ({@link TapIndexing}).
 */
final class SettlementRole {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementRole.class);
    private static final int LONGEST_HOURS = 2;
    private static final long STOP_SECONDS = 5;
    private static final long SOON_MILLIS = 100;

    /** A scan rests nine times as long as it worked: at most a tenth of one processor, and of the database. */
    private static final long REST = 9;

    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final RiskScan scan;
    private final RiskMeters meters;
    private final TapIndexing indexing;
    private final long pauseMillis;
    private volatile boolean stopped;
    private volatile Future<?> underWay = Future.succeededFuture();
    private volatile long timer;
    private long lateAtNanos = System.nanoTime();

    /** How often risks are looked for at least, and where it is counted. */
    record Risks(int everySeconds, MeterRegistry registry) {}

    private SettlementRole(Vertx vertx, Database database, Risks risks, TapIndexing indexing) {
        this.vertx = vertx;
        this.worker = vertx.createSharedWorkerExecutor("risk-scan", 1, LONGEST_HOURS, TimeUnit.HOURS);
        this.scan = new RiskScan(
                database.dataSource(), "process " + ProcessHandle.current().pid());
        this.meters = new RiskMeters(risks.registry());
        this.indexing = indexing;
        this.pauseMillis = TimeUnit.SECONDS.toMillis(risks.everySeconds());
    }

    static SettlementRole start(Vertx vertx, Database database, Clock clock, Risks risks) {
        TapIndexing indexing = TapIndexing.start(vertx, new TapsByHolder(database.dataSource()), clock);
        SettlementRole role = new SettlementRole(vertx, database, risks, indexing);
        role.after(role.pauseMillis);
        return role;
    }

    /** Ends the scan that is under way; what it found is found again by the next. */
    Future<Void> stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        return vertx.executeBlocking(() -> {
                    scan.abort();
                    return null;
                })
                .transform(aborted -> underWay.timeout(STOP_SECONDS, TimeUnit.SECONDS))
                .transform(ended -> worker.close())
                .eventually(indexing::stop);
    }

    private void after(long millis) {
        if (!stopped) {
            timer = vertx.setTimer(Math.max(1, millis), tick -> look());
        }
    }

    private void look() {
        long began = System.nanoTime();
        underWay = worker.executeBlocking(this::rounds).onComplete(looked -> {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (looked.failed()) {
                fail(looked.cause());
            }
            boolean more = looked.succeeded() && !looked.result();
            after(more ? Math.max(SOON_MILLIS, REST * took) : Math.max(pauseMillis, REST * took));
        });
    }

    private void fail(Throwable cause) {
        if (!stopped) {
            meters.failed();
            LOG.warn("looking for risks failed; it will be tried again: {}", cause.getMessage());
        }
    }

    /** One round of each that is due; whether nothing is left to do at once. */
    private boolean rounds() throws SQLException {
        boolean caughtUp = timed("PROMPT", () -> scan.scan(Pass.PROMPT));
        if (System.nanoTime() - lateAtNanos >= 0) {
            long began = System.nanoTime();
            caughtUp &= timed("LATE", () -> scan.scan(Pass.LATE));
            lateAtNanos = System.nanoTime() + REST * (System.nanoTime() - began);
        }
        return timed("DAY", scan::finishOldestDay) && caughtUp;
    }

    private interface Look {
        Optional<RiskRound> look() throws SQLException;
    }

    private boolean timed(String what, Look look) throws SQLException {
        if (stopped) {
            return true;
        }
        long began = System.nanoTime();
        Optional<RiskRound> round = look.look();
        round.ifPresent(done -> meters.looked(what, done, System.nanoTime() - began));
        return round.map(RiskRound::caughtUp).orElse(true);
    }
}
