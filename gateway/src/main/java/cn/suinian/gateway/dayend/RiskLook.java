package cn.suinian.gateway.dayend;

import cn.suinian.settlement.risk.Pass;
import cn.suinian.settlement.risk.RiskRound;
import cn.suinian.settlement.risk.RiskScan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for taps that look wrong. Whatever happens here, no tap waits for it. */
final class RiskLook implements Job.Work {

    private static final Logger LOG = LoggerFactory.getLogger(RiskLook.class);
    private static final Duration SOON = Duration.ofMillis(100);

    /** A scan rests nine times as long as it worked: at most a tenth of one processor, and of the database. */
    private static final int REST = 9;

    private final RiskScan scan;
    private final RiskMeters meters;
    private final Duration pause;
    private final BooleanSupplier stopped;
    private long lateAtNanos = System.nanoTime();

    RiskLook(RiskScan scan, RiskMeters meters, Duration pause, BooleanSupplier stopped) {
        this.scan = scan;
        this.meters = meters;
        this.pause = pause;
        this.stopped = stopped;
    }

    @Override
    public Duration run() {
        long began = System.nanoTime();
        boolean more = false;
        try {
            more = !rounds();
        } catch (SQLException | RuntimeException failure) {
            fail(failure);
        }
        Duration rest = Duration.ofNanos(System.nanoTime() - began).multipliedBy(REST);
        Duration least = more ? SOON : pause;
        return rest.compareTo(least) > 0 ? rest : least;
    }

    private void fail(Exception cause) {
        if (!stopped.getAsBoolean()) {
            meters.failed();
            LOG.warn("looking for risks failed; it will be tried again: {}", cause.getMessage());
        }
    }

    /** One round of each that is due; whether nothing is left to do at once. */
    private boolean rounds() throws SQLException {
        boolean caughtUp = timed("PROMPT", () -> scan.scan(Pass.PROMPT));
        if (System.nanoTime() - lateAtNanos >= 0) {
            long began = System.nanoTime();
            caughtUp &= timed("LATE", () -> scan.scan(Pass.LATE));
            lateAtNanos = System.nanoTime() + REST * (System.nanoTime() - began);
        }
        caughtUp &= timed("DEATH", scan::hearOfDeaths);
        return timed("DAY", scan::finishOldestDay) && caughtUp;
    }

    private interface Look {
        Optional<RiskRound> look() throws SQLException;
    }

    private boolean timed(String what, Look look) throws SQLException {
        if (stopped.getAsBoolean()) {
            return true;
        }
        long began = System.nanoTime();
        Optional<RiskRound> round = look.look();
        round.ifPresent(done -> meters.looked(what, done, System.nanoTime() - began));
        return round.map(RiskRound::caughtUp).orElse(true);
    }
}
