package cn.suinian.gateway.dayend;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that recurs, on one node at a time.
 *
 * @param name its row in the timetable; never give one to other work
 * @param schedule when it is due, the first time too
 * @param retry how soon it is tried again when it failed
 * @param work what is done; may be killed anywhere and run again
 */
public record Job(String name, Schedule schedule, Duration retry, Work work) {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    /** What is done. */
    @FunctionalInterface
    public interface Work {
        /** How long to rest before it is done again; zero: as the schedule says. */
        Duration run() throws Exception;
    }

    /** As db-scheduler takes it. */
    CustomTask<Void> task(BooleanSupplier stopped) {
        return Tasks.custom(name, Void.class)
                .scheduleOnStartup("one", null, schedule)
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Duration rest = attempt(stopped);
                    return (complete, operations) -> operations.reschedule(
                            complete,
                            rest.isZero()
                                    ? schedule.getNextExecutionTime(complete)
                                    : complete.getTimeDone().plus(rest));
                });
    }

    /** A failure is told in one line and tried again; one while the node stops is nothing to tell. */
    private Duration attempt(BooleanSupplier stopped) {
        try {
            return stopped.getAsBoolean() ? Duration.ofSeconds(1) : work.run();
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (!stopped.getAsBoolean()) {
                LOG.warn("{} failed and is tried again in {}: {}", name, retry, failure.getMessage());
            }
            return retry;
        }
    }
}
