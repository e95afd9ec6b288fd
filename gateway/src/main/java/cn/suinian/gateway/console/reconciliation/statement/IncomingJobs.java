package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.http.FailureLog;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.settlement.reconciliation.Incoming;
import cn.suinian.settlement.reconciliation.Incoming.Stage;
import cn.suinian.settlement.statement.Statement;
import cn.suinian.settlement.statement.StatementRefusal;
import cn.suinian.settlement.statement.Statements;
import cn.suinian.settlement.statement.Statements.Taken;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Statements that are being taken in and compared at this node: two at a time. How far they are is written down every
 * second, so whichever node is asked can tell, also after a restart.
 */
public final class IncomingJobs {
    private static final int AT_ONCE = 2;
    private static final int MOST_FILES = 4;
    private static final int MOST_JOBS = 1_000;
    private static final int MOST_RUNNING = 64;
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int ID_BYTES = 16;
    private static final long TELL_MILLIS = 1_000;

    private final ReconciliationOffice office;
    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, IncomingJob> jobs =
            Caffeine.newBuilder().maximumSize(MOST_JOBS).expireAfterAccess(KEPT).build();

    private interface Work {
        void run() throws Exception;
    }

    public IncomingJobs(ReconciliationOffice office, Vertx vertx) {
        this.office = office;
        this.vertx = vertx;
        this.workers = vertx.createSharedWorkerExecutor("suinian-console-statements", AT_ONCE, 1, TimeUnit.HOURS);
    }

    /** Begins to take a file in and to compare it; empty: too many wait already. */
    synchronized Optional<IncomingJob> take(Actor actor, Statements.For expected, String label, Buffer content)
            throws SQLException {
        LocalDate day = expected.day();
        if (day == null
                || jobs.asMap().values().stream().filter(IncomingJob::holdsFile).count() >= MOST_FILES) {
            return Optional.empty();
        }
        SentFile file = new SentFile(content);
        IncomingJob job = keep(actor, expected.vendorId(), day, file);
        run(job, () -> {
            job.moved(Stage.TAKING);
            Taken taken = read(actor, expected, label, job, file);
            job.taken(taken.statement(), taken.before());
            if (taken.statement().state() == Statement.State.READY) {
                compare(actor, job); // also one that was there before: whoever brought it may not have got so far
            } else {
                job.compared(null, null);
            }
        });
        return Optional.of(job);
    }

    /**
     * Begins to compare a vendor's day again.
     *
     * @return the address of the page that says how far it is; empty: too many wait already
     */
    public synchronized Optional<String> compare(Actor actor, int vendorId, LocalDate day) throws SQLException {
        if (jobs.asMap().values().stream()
                        .filter(job -> job.state().stage().running())
                        .count()
                >= MOST_RUNNING) {
            return Optional.empty();
        }
        IncomingJob job = keep(actor, vendorId, day, null);
        run(job, () -> compare(actor, job));
        return Optional.of(path(job.id()));
    }

    private Taken read(Actor actor, Statements.For expected, String label, IncomingJob job, SentFile file)
            throws SQLException {
        try (InputStream in = file.open(SentFile.MOST_UNPACKED)) {
            return office.statements().take(actor, expected, label, in, job);
        } catch (IOException broken) {
            throw new RefusedException(StatementRefusal.FILE_BROKE_OFF, "file");
        }
    }

    /** Where its page is. */
    static String path(String jobId) {
        return "/reconciliation/incoming/" + jobId;
    }

    /**
     * How far the job of this name is: what this node knows best itself, what other nodes wrote down. Its statement is
     * as it is now, for somebody may have accepted or withdrawn it.
     */
    Optional<Incoming> find(Actor actor, String id) throws SQLException {
        IncomingJob own = jobs.getIfPresent(id);
        if (own == null) {
            return office.incoming().find(actor, id);
        }
        Incoming now = own.now();
        Statement taken = now.statement();
        return Optional.of(
                taken == null || now.stage().running()
                        ? now
                        : now.with(office.statements().get(actor, taken.statementId())));
    }

    private void compare(Actor actor, IncomingJob job) throws Exception {
        job.moved(Stage.COMPARING);
        try {
            job.compared(office.reconciliation().run(actor, job.vendorId(), job.day()), null);
        } catch (RefusedException notNow) {
            job.compared(null, notNow.refusal());
        }
    }

    private IncomingJob keep(Actor actor, int vendorId, LocalDate day, @Nullable SentFile file) throws SQLException {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        IncomingJob job = new IncomingJob(name, vendorId, day, file);
        office.incoming().begin(actor, name, vendorId, day, file != null);
        jobs.put(name, job);
        return job;
    }

    private void run(IncomingJob job, Work work) {
        long telling = vertx.setPeriodic(TELL_MILLIS, tick -> tell(job));
        workers.executeBlocking(
                        () -> {
                            work.run();
                            return job;
                        },
                        false)
                .onComplete(done -> {
                    vertx.cancelTimer(telling);
                    if (done.cause() instanceof RefusedException refused) {
                        job.failed(refused.refusal(), null);
                    } else if (done.failed()) {
                        String where = "the statement of vendor " + job.vendorId() + " for " + job.day();
                        job.failed(null, FailureLog.record(where, done.cause()));
                    }
                    tell(job);
                });
    }

    /** A job goes on though nobody can write down how far it is. */
    private void tell(IncomingJob job) {
        vertx.executeBlocking(
                        () -> {
                            office.incoming().tell(job.now());
                            return job;
                        },
                        false)
                .onFailure(failure -> FailureLog.record("how far a statement is", failure));
    }
}
