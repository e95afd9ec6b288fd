package cn.suinian.gateway.console.batch;

import cn.suinian.core.card.bureau.BatchReport;
import cn.suinian.core.card.bureau.BureauAnswers;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.http.FailureLog;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The files of the bureau that are being worked on at this node: two at a time, each kept for half an hour after
 * somebody last looked. What it does to the database is one transaction, so a node that stops in the middle has done
 * nothing.
 */
final class AnswerJobs {

    private static final int AT_ONCE = 2;
    private static final int MOST_FILES = 12;
    private static final int MOST_JOBS = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int ID_BYTES = 16;

    private final BureauAnswers answers;
    private final WorkerExecutor workers;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, AnswerJob> jobs =
            Caffeine.newBuilder().maximumSize(MOST_JOBS).expireAfterAccess(KEPT).build();

    private interface Pass {
        BatchReport run() throws Exception;
    }

    AnswerJobs(BureauAnswers answers, Vertx vertx) {
        this.answers = answers;
        this.workers = vertx.createSharedWorkerExecutor("suinian-console-jobs", AT_ONCE, 1, TimeUnit.HOURS);
    }

    /** Begins to rehearse a file; empty: too many wait to be taken in. */
    synchronized Optional<AnswerJob> rehearse(Actor actor, long staffId, int batchId, Buffer content) {
        jobs.cleanUp();
        if (jobs.asMap().values().stream().filter(AnswerJob::holdsFile).count() >= MOST_FILES) {
            return Optional.empty();
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        AnswerJob job = new AnswerJob(name, staffId, batchId, new AnswerFile(content));
        jobs.put(name, job);
        AnswerFile file = job.file();
        run(job, () -> {
            BatchReport report = answers.rehearse(actor, batchId, file.format(), file);
            job.checked(report);
            return report;
        });
        return Optional.of(job);
    }

    /** Begins to take a rehearsed file in; once. */
    void take(Actor actor, AnswerJob job) {
        if (job.begin()) {
            AnswerFile file = job.file();
            run(job, () -> {
                BatchReport report = answers.take(actor, job.batchId(), file.format(), file);
                job.taken(report);
                return report;
            });
        }
    }

    /** A job of this person; a number that is nobody's, or another's, is none. */
    Optional<AnswerJob> find(String id, long staffId, int batchId) {
        return Optional.ofNullable(jobs.getIfPresent(id)).filter(job -> job.isOf(staffId, batchId));
    }

    private void run(AnswerJob job, Pass pass) {
        workers.executeBlocking(pass::run, false).onComplete(done -> {
            if (done.cause() instanceof RefusedException refused) {
                job.refused(refused.refusal());
            } else if (done.failed()) {
                job.failed(FailureLog.record("the bureau's answer to order " + job.batchId(), done.cause()));
            }
        });
    }
}
