package cn.suinian.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/**
 * Hostile requests do no harm: no fault of ours, no hang, no memory kept, every refusal a problem with a known code,
 * and
 * the taps of honest people beside them are answered.
 *
 * <p>{@code -Dfuzz.cases=100000} runs more, {@code -Dfuzz.seed=N} the same again, {@code -Dfuzz.case=N} one of them.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class HttpFuzzTest {
    private static final int SENDERS = 4;
    private static final long SEED =
            Long.getLong("fuzz.seed", RandomGenerator.getDefault().nextLong(1L << 40));
    private static final int CASES = Integer.getInteger("fuzz.cases", 20_000);
    private static final int ONLY = Integer.getInteger("fuzz.case", -1);
    private static final long MOST_GROWTH_BYTES = 32L << 20;
    private static final Map<String, String> UNLIMITED = Map.of(
            "SUINIAN_TERMINAL_TAPS_PER_SECOND", "1000000",
            "SUINIAN_TERMINAL_TAPS_UNDER_WAY", "1000000");

    private final Cases cases = new Cases(SEED);
    private final Outcomes outcomes = new Outcomes();

    /** Vert.x tells of every connection that was broken. */
    @BeforeAll
    static void silence() {
        ((Logger) LoggerFactory.getLogger("io.vertx.core.net.impl.ConnectionBase")).setLevel(Level.OFF);
    }

    @Test
    void hostileRequestsDoNoHarm(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, UNLIMITED)) {
            if (ONLY >= 0) {
                run(stand, ONLY, ONLY + 1);
                return;
            }
            System.out.println("seed " + SEED);
            long started = System.nanoTime();
            long neighbours = run(stand, 0, CASES / 4);
            long heap = usedHeap();
            neighbours += run(stand, CASES / 4, CASES);
            long growth = usedHeap() - heap;
            report(neighbours, growth, System.nanoTime() - started);
            assertThat(outcomes.all()).isEqualTo(CASES);
            assertThat(growth).as("growth of the heap, bytes").isLessThan(MOST_GROWTH_BYTES);
            assertThat(faults(stand)).as("problems that are our fault").isZero();
        }
    }

    private long run(TerminalStand stand, int from, int to) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                int number = i;
                work.add(() -> send(stand, number, from, to));
            }
            long neighbours = 0;
            for (Future<Long> sent : threads.invokeAll(work)) {
                neighbours += sent.get();
            }
            return neighbours;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long send(TerminalStand stand, int number, int from, int to) throws IOException {
        try (Sender sender = new Sender(stand, outcomes, from == 0 ? number : SENDERS + number)) {
            for (int i = from + number; i < to; i += SENDERS) {
                FuzzCase made = cases.of(i);
                try {
                    sender.send(made);
                } catch (IOException | RuntimeException | AssertionError failure) {
                    throw new AssertionError(repeat(i, made), failure);
                }
            }
            return sender.neighbourTaps();
        }
    }

    private static String repeat(int number, FuzzCase made) {
        return "Case " + number + " (" + made.kind() + ") of seed " + SEED + ". To repeat it alone:\n"
                + "mvn -B -o -pl gateway -am test -Dtest=HttpFuzzTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dfuzz.seed=" + SEED + " -Dfuzz.case=" + number;
    }

    private void report(long neighbours, long growth, long nanos) {
        System.out.printf(
                "%d hostile requests, seed %d, in %.1f s; %d taps beside them; heap %+.1f MiB%n%s%n",
                CASES, SEED, nanos / 1e9, neighbours, growth / 1048576.0, outcomes.table());
    }

    private static double faults(TerminalStand stand) {
        return stand.meters().get("suinian.problems").counters().stream()
                .filter(counter -> counter.getId().getTag("code").startsWith("5"))
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
