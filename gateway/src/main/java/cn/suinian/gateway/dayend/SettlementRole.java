package cn.suinian.gateway.dayend;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.holder.timeline.TapsByHolder;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.office.DayOffice;
import cn.suinian.gateway.upkeep.TapIndexing;
import cn.suinian.settlement.allowance.enrolment.Enrolment;
import cn.suinian.settlement.allowance.enrolment.OldReplies;
import cn.suinian.settlement.allowance.message.FileSmsGateway;
import cn.suinian.settlement.allowance.message.Messenger;
import cn.suinian.settlement.figures.HourCount;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.lens.look.Lens;
import cn.suinian.settlement.reconciliation.Recheck;
import cn.suinian.settlement.reconciliation.Reconciliation;
import cn.suinian.settlement.risk.RiskScan;
import cn.suinian.settlement.watch.DayWatch;
import cn.suinian.settlement.watch.HeadCount;
import cn.suinian.settlement.watch.OverdueWatch;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settlement role of a node: its jobs, on whichever node finds them due, and its gauges, on this one. Beside them,
 * days that are cut get their index of taps by holder ({@link TapIndexing}).
 */
public final class SettlementRole {

    /**
     * What the role needs.
     *
     * @param keys signs seals and what is published
     * @param more jobs of other rooms
     */
    public record Parts(
            Vertx vertx,
            Database database,
            KeyVault keys,
            DataVault vault,
            DayEndConfig config,
            MeterRegistry registry,
            Clock clock,
            List<Job> more) {}

    /** No timer yet: 0 is the first of this Vert.x, whosever it is. */
    private static final long NONE = -1;

    private static final Logger LOG = LoggerFactory.getLogger(SettlementRole.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Six of these without a sign of life, and another node takes the job over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final Duration STOP = Duration.ofSeconds(4);
    private static final int THREADS = 4;

    /** Vendor days that were not compared, in one turn of a minute. */
    private static final int MOST_LEFT_BEHIND = 20;

    private static final long WATCH_MILLIS = 60_000;
    private static final long FIRST_WATCH_MILLIS = 1_000;

    private final Vertx vertx;
    private final Clock clock;
    private final String by = "process " + ProcessHandle.current().pid();
    private final HikariDataSource timetable;
    private final Transactions transactions;
    private final RiskScan scan;
    private final DayWatch watch;
    private final DayMeters meters;
    private final OverdueWatch overdue;
    private final OverdueMeters late;
    private final TapIndexing indexing;
    private final Scheduler scheduler;
    private volatile boolean stopped;
    private volatile long timer = NONE;

    private SettlementRole(Parts parts) {
        this.vertx = parts.vertx();
        this.clock = parts.clock();
        this.timetable = pool(parts.database());
        this.transactions = Transactions.over(parts.database(), 3);
        this.scan = new RiskScan(parts.database().dataSource(), by);
        this.watch = new DayWatch(parts.database().dataSource());
        this.meters = new DayMeters(parts.registry());
        this.overdue = new OverdueWatch(parts.database().dataSource());
        this.late = new OverdueMeters(parts.registry());
        this.indexing =
                TapIndexing.start(vertx, new TapsByHolder(parts.database().dataSource()), clock);
        this.scheduler = scheduler(jobs(parts));
    }

    /** Starts what recurs. */
    public static SettlementRole start(Parts parts) {
        SettlementRole role = new SettlementRole(parts);
        role.scheduler.start();
        role.watchAfter(FIRST_WATCH_MILLIS);
        return role;
    }

    /** Ends what is under way, at once; whoever takes it up next finds it as it was left. */
    public Future<Void> stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        Future<Void> jobsEnded = vertx.executeBlocking(() -> {
            scan.abort();
            scheduler.stop();
            transactions.close();
            timetable.close();
            return null;
        });
        return jobsEnded.eventually(indexing::stop);
    }

    private List<Job> jobs(Parts parts) {
        Duration pause = Duration.ofSeconds(parts.config().riskScanSeconds());
        AuditLog audit = new AuditLog(parts.clock());
        Enrolment enrolment = new Enrolment(transactions, parts.vault(), audit, parts.clock());
        OldReplies replies = new OldReplies(transactions, parts.vault(), audit, parts.clock());
        Messenger messenger = new Messenger(
                transactions, parts.vault(), new FileSmsGateway(parts.config().outbox()), parts.clock());
        HeadCount heads = new HeadCount(parts.database().dataSource());
        List<Job> jobs = new ArrayList<>();
        jobs.add(new Job(
                "risk-look",
                FixedDelay.of(pause),
                pause,
                new RiskLook(scan, new RiskMeters(parts.registry()), pause, () -> stopped)));
        parts.config()
                .closeAt()
                .ifPresent(at -> jobs.add(new Job(
                        "close-days",
                        new Daily(SHANGHAI, at),
                        RETRY,
                        new CloseDays(parts.database().dataSource(), parts.clock(), by))));
        HourCount hours = new HourCount(parts.database().dataSource());
        jobs.add(new Job("count-heads", FixedDelay.of(Duration.ofMinutes(10)), RETRY, () -> {
            while (!stopped && heads.countNext()) {
                LOG.debug("counted the heads of a day");
            }
            while (!stopped && hours.countNext()) {
                LOG.debug("counted the hours of a day");
            }
            return Duration.ZERO;
        }));
        DayOffice days = DayOffice.of(new DayOffice.Means(
                transactions, parts.keys(), parts.vault(), audit, parts.clock(), by + ", settlement"));
        jobs.add(new Job(
                "follow-days", FixedDelay.of(Duration.ofMinutes(1)), RETRY, new FollowDays(days, () -> stopped)));
        Lens lens = new Lens(transactions, new Holds(transactions, audit, parts.clock()), parts.clock());
        jobs.add(new Job("lens-look", FixedDelay.of(pause), RETRY, new LensLook(lens, () -> stopped)));
        Reconciliation reconciliation = new Reconciliation(transactions, audit, parts.clock());
        jobs.add(new Job("age-breaks", FixedDelay.of(Duration.ofHours(1)), RETRY, () -> {
            reconciliation.age(Actor.house("job age-breaks"));
            return Duration.ZERO;
        }));
        Recheck recheck = new Recheck(transactions, audit, parts.clock());
        jobs.add(new Job(
                "recheck-breaks", FixedDelay.of(Duration.ofMinutes(1)), RETRY, () -> compare(reconciliation, recheck)));
        jobs.add(new Job("invite", new Daily(SHANGHAI, LocalTime.of(8, 0)), RETRY, () -> {
            enrolment.invite(Actor.house("job invite"));
            replies.drop(Actor.house("job invite"));
            return Duration.ZERO;
        }));
        jobs.add(new Job("send-messages", FixedDelay.of(Duration.ofMinutes(10)), RETRY, () -> {
            messenger.sendWaiting();
            return Duration.ZERO;
        }));
        jobs.addAll(parts.more());
        return jobs;
    }

    private static Duration compare(Reconciliation reconciliation, Recheck recheck) throws SQLException {
        Actor job = Actor.house("job recheck-breaks");
        try {
            int compared = reconciliation.runLeftBehind(job, MOST_LEFT_BEHIND);
            if (compared > 0) {
                LOG.info("compared {} vendor days that nobody had compared", compared);
            }
        } finally {
            recheck.runDue(job); // what fails there is of one vendor, and the others are not to wait for it
        }
        return Duration.ZERO;
    }

    private Scheduler scheduler(List<Job> jobs) {
        return Scheduler.create(timetable, List.of())
                .startTasks(jobs.stream().map(job -> job.task(() -> stopped)).toList())
                .tableName("settlement_job")
                .threads(Math.max(THREADS, jobs.size()))
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(6)
                .shutdownMaxWait(STOP)
                .build();
    }

    private static HikariDataSource pool(Database database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("suinian-timetable");
        return new HikariDataSource(config);
    }

    private void watchAfter(long millis) {
        if (!stopped) {
            timer = vertx.setTimer(
                    millis, tick -> vertx.executeBlocking(this::look).onComplete(looked -> watchAfter(WATCH_MILLIS)));
        }
    }

    private Void look() {
        try {
            meters.saw(watch.look(clock.instant()));
            late.saw(overdue.look(clock.instant()));
        } catch (SQLException failure) {
            if (!stopped) {
                LOG.warn("looking at where settlement stands failed: {}", failure.getMessage());
            }
        }
        return null;
    }
}
