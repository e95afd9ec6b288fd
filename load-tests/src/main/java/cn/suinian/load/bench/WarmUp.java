package cn.suinian.load.bench;

import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.StageException;
import java.io.IOException;
import java.sql.SQLException;

/** Compilers and caches are part of a server that runs all day: nothing is measured before they are warm. */
final class WarmUp {
    private static final int MOST = 8;
    private static final int MOST_SECONDS = 10;
    private static final int FEWEST = 3;
    private static final double STILL_WARMING = 1.05;
    private static final int SWEEP_TAPS = 500;
    private static final int SWEEP_LINES = 8;
    private static final int SWEEP_AT_ONCE = 100_000;

    private final BenchOptions options;
    private final Screen screen;
    private final Meter meter;

    WarmUp(BenchOptions options, Screen screen, Meter meter) {
        this.options = options;
        this.screen = screen;
        this.meter = meter;
    }

    /** Taps until it gets no faster. */
    void of(Contestant contestant) throws StageException, IOException, SQLException, InterruptedException {
        if (contestant.takesBatches()) {
            touchEveryCard(contestant);
        }
        int seconds = Math.min(options.seconds(), MOST_SECONDS);
        double best = 0;
        for (int i = 1; i <= MOST; i++) {
            screen.progress("warming up: " + contestant.name() + ", " + i);
            Row row = Row.warmUp(contestant.name(), options.connections());
            Measured warm = meter.closed(row, contestant, seconds, best == 0 ? Bench.FIRST_GUESS : best * 2);
            screen.line(warm.line("warming up"));
            if (i >= FEWEST && warm.perSecond() < best * STILL_WARMING) {
                return;
            }
            best = Math.max(best, warm.perSecond());
        }
    }

    /** In a city that has run for a day no card is a stranger. */
    private void touchEveryCard(Contestant contestant)
            throws StageException, IOException, SQLException, InterruptedException {
        Row row = Row.sweep(contestant.name(), SWEEP_LINES, SWEEP_TAPS);
        long touched = 0;
        while (touched < options.cards()) {
            screen.progress("warming up: %s, %,d of %,d cards".formatted(contestant.name(), touched, options.cards()));
            int batches = Math.min(SWEEP_AT_ONCE, options.cards()) / SWEEP_TAPS;
            Measured swept = meter.batches(row, contestant, Math.max(1, batches));
            screen.line(swept.line("every card once"));
            touched += swept.taps();
        }
    }
}
