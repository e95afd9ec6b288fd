package cn.suinian.gateway.console.day.board;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.form.Problems.Problem;
import cn.suinian.gateway.http.FailureLog;
import cn.suinian.settlement.businessday.CloseRefused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What this node does to days beside its requests, one thing at a time. Each is safe to be killed and to be done again:
 * nothing is kept here but how the last one ended, for half an hour.
 */
final class DayRuns {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 400;

    private final WorkerExecutor worker;
    private final Cache<LocalDate, Problem> failures =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private @Nullable LocalDate running;

    DayRuns(Vertx vertx) {
        this.worker = vertx.createSharedWorkerExecutor("suinian-console-days", 1, 2, TimeUnit.HOURS);
    }

    /** Begins; false: something is under way here, and nothing was begun. */
    synchronized boolean begin(LocalDate day, Callable<?> work) {
        if (running != null) {
            return false;
        }
        running = day;
        failures.invalidate(day);
        worker.executeBlocking(work, false).onComplete(done -> end(day, done.cause()));
        return true;
    }

    /** Whether something is done to this day here. */
    synchronized boolean isRunning(LocalDate day) {
        return day.equals(running);
    }

    /** Why the last one did not do what it should. */
    Optional<Problem> failure(LocalDate day) {
        return Optional.ofNullable(failures.getIfPresent(day));
    }

    private synchronized void end(LocalDate day, @Nullable Throwable failure) {
        running = null;
        if (failure == null) {
            return;
        }
        if (failure instanceof RefusedException refused) {
            Refusal why = refused.refusal();
            failures.put(day, new Problem(null, why.zh(), why.en()));
        } else if (failure instanceof CloseRefused refused) {
            CloseText why = CloseText.valueOf(refused.reason().name());
            failures.put(day, new Problem(null, why.zh(), why.en()));
        } else {
            String reference = FailureLog.record("what was begun for " + day, failure);
            failures.put(
                    day,
                    new Problem(
                            null,
                            String.format(DayText.RUN_FAILED.zh(), reference),
                            String.format(DayText.RUN_FAILED.en(), reference)));
        }
    }
}
