package cn.suinian.core.simulation;

import cn.suinian.core.authorization.Mutant;
import cn.suinian.core.simulation.Simulation.Order;
import cn.suinian.core.simulation.Simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Many seeds on all cores, each on one thread. Stops at the first failure; of several, the lowest seed counts. */
final class Fleet {

    /**
     * Which seeds.
     *
     * @param from the first
     * @param seeds how many
     */
    record Orders(
            long from, long seeds, int events, @Nullable Mutant mutant) {}

    /**
     * What came of them.
     *
     * @param failed the run of the lowest seed that failed; null when none did
     */
    record Result(long seeds, Counts counts, @Nullable Outcome failed) {}

    private final Orders orders;
    private final AtomicLong next = new AtomicLong();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final List<Outcome> failures = new ArrayList<>();
    private final Counts counts = new Counts();
    private long done;

    private Fleet(Orders orders) {
        this.orders = orders;
    }

    static Result run(Orders orders) {
        Fleet fleet = new Fleet(orders);
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(cores);
        try {
            List<Future<?>> crews = new ArrayList<>();
            for (int core = 0; core < cores; core++) {
                crews.add(threads.submit(fleet::crew));
            }
            for (Future<?> crew : crews) {
                crew.get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("the simulator itself failed", failure);
        } finally {
            threads.shutdownNow();
        }
        return fleet.result();
    }

    private void crew() {
        while (!failing.get()) {
            long index = next.getAndIncrement();
            if (index >= orders.seeds) {
                return;
            }
            note(Simulation.run(new Order(orders.from + index, orders.events, orders.mutant)));
        }
    }

    private synchronized void note(Outcome outcome) {
        done++;
        counts.add(outcome.counts());
        if (outcome.violation() != null) {
            failures.add(outcome);
            failing.set(true);
        }
    }

    private synchronized Result result() {
        Outcome lowest = null;
        for (Outcome failure : failures) {
            if (lowest == null || failure.order().seed() < lowest.order().seed()) {
                lowest = failure;
            }
        }
        return new Result(done, counts, lowest);
    }

    /** The same seed with as few events as still fail; a bisection, so not always the very fewest. */
    static Outcome shrunk(Outcome failed) {
        Outcome best = failed;
        int passes = 0;
        int fails = Math.toIntExact(failed.counts().events);
        while (fails - passes > 1) {
            int middle = passes + (fails - passes) / 2;
            Outcome tried = Simulation.run(
                    new Order(failed.order().seed(), middle, failed.order().mutant()));
            if (tried.violation() == null) {
                passes = middle;
            } else {
                best = tried;
                fails = Math.toIntExact(tried.counts().events);
            }
        }
        return Simulation.traced(best.order());
    }
}
