package cn.suinian.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.authorization.decision.Rulings;
import cn.suinian.core.authorization.decision.TapBuilder;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real threads: taps board from one while another stops the lane. */
class LaneStopRaceTest {

    private static final int ROUNDS = 1_000;
    private static final int TAPS = 20;

    private final ScheduledExecutorService laneThread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService boarding = Executors.newSingleThreadScheduledExecutor();

    private record ThreadTrack(ScheduledExecutorService thread) implements Track {
        @Override
        public void run(Runnable work) {
            thread.execute(work);
        }

        @Override
        public void later(long millis, Runnable work) {
            thread.execute(work);
        }

        @Override
        public long nowMillis() {
            return System.nanoTime() / 1_000_000;
        }
    }

    @AfterEach
    void stopThreads() {
        laneThread.shutdownNow();
        boarding.shutdownNow();
    }

    @Test
    void whenALaneHasStoppedEveryTapItTookIsAnswered() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            stopWhileBoarding(2 + round % 40);
        }
    }

    private void stopWhileBoarding(int queueCapacity) throws Exception {
        Track track = new ThreadTrack(laneThread);
        ModelDatabase database = new ModelDatabase();
        database.add(PersonBuilder.of(1).build());
        Lane lane = new Lane(
                track,
                new ModelLedger(track, database),
                new LaneConfig(1, queueCapacity, 4, 60_000, 4, 60_000, 100),
                Caffeine.newBuilder().executor(Runnable::run).build(),
                () -> Rulings.CITY,
                new LaneMeters(new SimpleMeterRegistry(), 0));
        CyclicBarrier together = new CyclicBarrier(2);
        var boarded = boarding.submit(() -> {
            together.await();
            return boardAll(lane);
        });
        together.await();
        Future<Void> stopped = lane.stop();
        await(stopped);
        for (Future<Answer> answer : boarded.get(10, TimeUnit.SECONDS)) {
            assertThat(answer.isComplete())
                    .as("answered when the lane has stopped")
                    .isTrue();
        }
    }

    private static List<Future<Answer>> boardAll(Lane lane) {
        List<Future<Answer>> answers = new ArrayList<>();
        for (int number = 1; number <= TAPS; number++) {
            PendingTap tap = new PendingTap(TapBuilder.of(1).number(number).build(), Long.MAX_VALUE);
            lane.board(tap);
            answers.add(tap.answer());
        }
        return answers;
    }

    private static void await(Future<Void> stopped) throws InterruptedException, ExecutionException, TimeoutException {
        stopped.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
