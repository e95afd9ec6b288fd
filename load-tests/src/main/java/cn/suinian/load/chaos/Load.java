package cn.suinian.load.chaos;

import cn.suinian.load.city.CityCard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The riders of a run, each with cards of its own, who tap whenever there is load. */
final class Load implements AutoCloseable {
    private static final int RIDERS = 40;

    private final ExecutorService threads = Executors.newFixedThreadPool(RIDERS);
    private final ExecutorService beside = Executors.newCachedThreadPool();
    private final List<Rider> riders = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();

    Load(Places places, List<CityCard> cards, Sender sender, TapLedger ledger, long seed) {
        for (int i = 0; i < RIDERS; i++) {
            List<CityCard> own = new ArrayList<>();
            for (int card = i; card < cards.size(); card += RIDERS) {
                own.add(cards.get(card));
            }
            riders.add(new Rider(places, own, sender, ledger, seed * 1_000_003 + i, beside));
        }
    }

    void start() {
        riders.forEach(rider -> running.add(threads.submit(rider)));
    }

    /** Ends the load; returns when nobody waits for an answer any more. */
    void rest() throws InterruptedException {
        riders.forEach(Rider::rest);
        for (Future<?> rider : running) {
            try {
                rider.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("a rider failed", failure.getCause());
            }
        }
        running.clear();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        beside.shutdownNow();
    }
}
