package cn.suinian.load.driver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Many connections to one server, driven by the calling thread. */
public final class Driver implements AutoCloseable {

    /** One reply of so many is kept, so that its MAC can be checked afterwards. */
    private static final int SAMPLED = 512;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Selector selector;
    private final List<Line> lines = new ArrayList<>();

    private Driver(Selector selector) {
        this.selector = selector;
    }

    /**
     * Connects.
     *
     * @throws IllegalArgumentException when the server is not on this machine
     */
    public static Driver connect(InetSocketAddress target, int connections) throws IOException {
        if (!target.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(target + " is not on this machine");
        }
        Driver driver = new Driver(Selector.open());
        try {
            for (int i = 0; i < connections; i++) {
                driver.lines.add(Line.open(target, driver.selector));
            }
            return driver;
        } catch (IOException failure) {
            driver.close();
            throw failure;
        }
    }

    /**
     * Every connection sends again as soon as it is answered, until the time is over or everything is sent; then waits
     * for what is under way.
     */
    public Volley closed(Ammunition ammunition, long nanos) throws IOException {
        Volley volley = new Volley();
        long started = System.nanoTime();
        long ends = started + nanos;
        long over = 0;
        int next = 0;
        int underWay = 0;
        for (Line line : lines) {
            if (next < ammunition.size()) {
                line.send(next, ammunition.requests().get(next), System.nanoTime());
                next++;
                underWay++;
            }
        }
        while (underWay > 0) {
            await(1_000, ends);
            Set<SelectionKey> ready = selector.selectedKeys();
            for (SelectionKey each : ready) {
                Line line = (Line) each.attachment();
                if (line.advance()) {
                    long now = System.nanoTime();
                    take(line, volley, now, over == 0 && now < ends);
                    if (now < ends && next < ammunition.size()) {
                        line.send(next, ammunition.requests().get(next), now);
                        next++;
                    } else {
                        underWay--;
                        over = over == 0 ? Math.min(now, ends) : over;
                    }
                }
            }
            ready.clear();
        }
        volley.lasted((over == 0 ? System.nanoTime() : over) - started);
        return volley;
    }

    /** Sends everything at an even rate; a request that finds no free connection waits, and its latency grows. */
    public Volley open(Ammunition ammunition, double perSecond) throws IOException {
        Volley volley = new Volley();
        Queue<Line> free = new ArrayDeque<>(lines);
        double gap = 1e9 / perSecond;
        long started = System.nanoTime();
        long last = started + (long) (gap * ammunition.size());
        int next = 0;
        while (next < ammunition.size() || free.size() < lines.size()) {
            long now = System.nanoTime();
            while (next < ammunition.size() && !free.isEmpty() && started + (long) (gap * next) <= now) {
                free.remove().send(next, ammunition.requests().get(next), started + (long) (gap * next));
                next++;
            }
            boolean dueSoon = next < ammunition.size() && !free.isEmpty();
            await(dueSoon ? 1 : 1_000, last);
            Set<SelectionKey> ready = selector.selectedKeys();
            for (SelectionKey each : ready) {
                Line line = (Line) each.attachment();
                if (line.advance()) {
                    take(line, volley, System.nanoTime(), true);
                    free.add(line);
                }
            }
            ready.clear();
        }
        volley.lasted(System.nanoTime() - started);
        return volley;
    }

    @Override
    public void close() throws IOException {
        for (Line line : lines) {
            line.close();
        }
        selector.close();
    }

    private void await(int mostMillis, long ends) throws IOException {
        selector.select(mostMillis);
        if (System.nanoTime() - ends > PATIENCE_NANOS) {
            throw new IOException("the server has not answered for 30 s");
        }
    }

    private static void take(Line line, Volley volley, long now, boolean inTime) {
        volley.reply(line.status(), line.approvals(), now - line.since(), inTime);
        if (line.request() % SAMPLED == 0) {
            volley.sample(line.request(), line.reply());
        }
    }
}
