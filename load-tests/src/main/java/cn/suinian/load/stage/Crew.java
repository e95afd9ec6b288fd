package cn.suinian.load.stage;

import cn.suinian.load.screen.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Works through many queues at once, each queue in its order, on a bounded number of threads. */
public final class Crew {
    private static final long LOOK_MILLIS = 250;

    private final int hands;
    private final Screen screen;

    /**
     * @param hands how many queues are worked at once, and so how many connections are open
     */
    public Crew(int hands, Screen screen) {
        this.hands = hands;
        this.screen = screen;
    }

    /** Work on one thing; what it throws ends the whole run. */
    @FunctionalInterface
    public interface Work<T> {
        void on(T thing) throws Exception;
    }

    /**
     * Does the work on everything in the queues.
     *
     * @param what is being worked on, for the progress line
     * @throws ExecutionException with the first failure as its cause; the rest is given up
     */
    public <T> void run(String what, List<List<T>> queues, Work<T> work)
            throws ExecutionException, InterruptedException {
        long total = queues.stream().mapToLong(List::size).sum();
        AtomicLong done = new AtomicLong();
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(hands);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (List<T> queue : queues) {
                running.add(threads.submit(() -> {
                    workThrough(queue, work, done, failed);
                    return null;
                }));
            }
            long started = System.nanoTime();
            for (Future<?> queue : running) {
                await(queue, () -> report(what, done.get(), total, System.nanoTime() - started));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> void workThrough(List<T> queue, Work<T> work, AtomicLong done, AtomicBoolean failed)
            throws Exception {
        boolean finished = false;
        try {
            for (T thing : queue) {
                if (failed.get()) {
                    break;
                }
                work.on(thing);
                done.incrementAndGet();
            }
            finished = true;
        } finally {
            if (!finished) {
                failed.set(true);
            }
        }
    }

    private static void await(Future<?> queue, Runnable report) throws ExecutionException, InterruptedException {
        boolean waiting = true;
        while (waiting) {
            try {
                queue.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                waiting = false;
            } catch (TimeoutException notYet) {
                report.run();
            }
        }
    }

    private void report(String what, long done, long total, long nanos) {
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos));
        screen.progress("%s: %,d of %,d (%,d/s)".formatted(what, done, total, done / seconds));
    }
}
