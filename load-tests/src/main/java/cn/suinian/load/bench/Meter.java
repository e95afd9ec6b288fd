package cn.suinian.load.bench;

import cn.suinian.load.bench.Row.Start;
import cn.suinian.load.driver.Ammunition;
import cn.suinian.load.driver.Driver;
import cn.suinian.load.driver.Volley;
import cn.suinian.load.stage.StageException;
import java.io.IOException;
import java.sql.SQLException;

/** Measures one row once: requests are signed first, then sent, and processor time and log are read on both sides. */
final class Meter {
    private static final long LONGEST_NANOS = 600_000_000_000L;
    private static final long OWN = ProcessHandle.current().pid();

    private final BenchCity city;
    private final BenchDatabase server;
    private final Calm calm;

    Meter(BenchCity city, BenchDatabase server, Calm calm) {
        this.city = city;
        this.server = server;
        this.calm = calm;
    }

    /** What is read on both sides. */
    private record Reading(long server, long database, long driver, long wal) {}

    /**
     * Sends for so many seconds.
     *
     * @param expected taps a second that will hardly be exceeded: as many requests are signed
     */
    Measured closed(Row row, Contestant contestant, int seconds, double expected)
            throws IOException, SQLException, StageException, InterruptedException {
        prepare(row, contestant);
        int requests = row.connections() + (int) (expected * seconds / row.tapsEach());
        Ammunition ammunition = row.tapsEach() == 1
                ? contestant.signer().taps(row.pattern(), requests)
                : contestant.signer().storedTaps(row.pattern(), requests, row.tapsEach());
        return measure(row, contestant, ammunition, driver -> driver.closed(ammunition, seconds * 1_000_000_000L));
    }

    /** Sends so many batches, however long it takes. */
    Measured batches(Row row, Contestant contestant, int count)
            throws IOException, SQLException, StageException, InterruptedException {
        Ammunition ammunition = contestant.signer().batches(row.pattern(), count, row.tapsEach());
        return measure(row, contestant, ammunition, driver -> driver.closed(ammunition, LONGEST_NANOS));
    }

    /** Sends for so many seconds at a steady rate. */
    Measured open(Row row, Contestant contestant, int seconds, double perSecond)
            throws IOException, SQLException, StageException, InterruptedException {
        prepare(row, contestant);
        Ammunition ammunition = contestant.signer().taps(row.pattern(), (int) (perSecond * seconds), perSecond);
        return measure(row, contestant, ammunition, driver -> driver.open(ammunition, perSecond));
    }

    /** A tap of every terminal leads in, since each has a page of its own in the index of taps. */
    private void prepare(Row row, Contestant contestant) throws IOException, SQLException {
        calm.checkpoint(row, contestant);
        if (row.start() == Start.AT_REST && contestant.database() != null && !contestant.isCold()) {
            Ammunition leadIn = contestant.signer().taps(Pattern.UNIFORM, 2 * BenchCity.TERMINALS);
            try (Driver driver = Driver.connect(contestant.address(), row.connections())) {
                driver.closed(leadIn, LONGEST_NANOS);
            }
        }
    }

    private interface Sending {
        Volley send(Driver driver) throws IOException;
    }

    private Measured measure(Row row, Contestant contestant, Ammunition ammunition, Sending sending)
            throws IOException, SQLException, StageException, InterruptedException {
        BenchDatabase counted = row.start() == Start.AS_IT_IS ? null : contestant.database();
        long stored = counted == null ? 0 : counted.taps();
        calm.await(row);
        try (Driver driver = Driver.connect(contestant.address(), row.connections())) {
            System.gc();
            Reading before = read(contestant);
            Volley volley = sending.send(driver);
            Reading after = read(contestant);
            check(row, contestant, ammunition, volley);
            if (counted != null) {
                compare(row, volley, ammunition.tapsEach(), counted.taps() - stored);
            }
            return measured(volley, ammunition.tapsEach(), before, after);
        }
    }

    private static Measured measured(Volley volley, int tapsEach, Reading before, Reading after) {
        long answered = volley.replies() * tapsEach;
        return new Measured(
                volley,
                answered,
                volley.repliesPerSecond() * tapsEach,
                (double) volley.approved() / answered,
                (double) (after.server - before.server) / answered,
                (double) (after.database - before.database) / answered,
                (double) (after.driver - before.driver) / answered,
                (double) (after.wal - before.wal) / answered);
    }

    /** A fast answer about a tap that is not stored is worth nothing either; one that was refused may have been. */
    private static void compare(Row row, Volley volley, int tapsEach, long stored) throws StageException {
        int refused =
                volley.refused().values().stream().mapToInt(Integer::intValue).sum();
        long acknowledged = (volley.replies() - refused) * tapsEach;
        if (stored < acknowledged || (refused == 0 && stored > acknowledged)) {
            throw new StageException(
                    "%s: %,d taps were answered, but %,d were stored".formatted(row.name(), acknowledged, stored));
        }
    }

    private void check(Row row, Contestant contestant, Ammunition ammunition, Volley volley) throws StageException {
        if (!volley.refused().isEmpty() && !row.isWarmUp() && !contestant.isCold()) {
            throw new StageException(row.name() + ": statuses other than 200: " + volley.refused());
        }
        if (row.tapsEach() > 1 && !row.isWarmUp() && volley.approved() < volley.replies() * row.tapsEach()) {
            throw new StageException(row.name() + ": some of the stored taps were not approved");
        }
        if (contestant.database() != null && volley.refused().isEmpty()) {
            long wrong = SampledReplies.countFalse(ammunition, volley, city::terminal);
            if (wrong > 0) {
                throw new StageException(row.name() + ": " + wrong + " replies with a wrong MAC");
            }
        }
    }

    private Reading read(Contestant contestant) throws IOException, SQLException {
        return new Reading(
                ProcessTime.ofProcess(contestant.pid()),
                ProcessTime.ofFamily(calm.postmaster()),
                ProcessTime.ofProcess(OWN),
                server.walPosition());
    }
}
