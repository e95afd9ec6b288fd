package cn.suinian.gateway.dayend;

import cn.suinian.settlement.lens.look.Lens;
import cn.suinian.settlement.lens.look.LensRound;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each business day that is cleared and scanned, before it is paid, the oldest first. */
final class LensLook implements Job.Work {

    private static final Logger LOG = LoggerFactory.getLogger(LensLook.class);

    private final Lens lens;
    private final BooleanSupplier stopped;

    LensLook(Lens lens, BooleanSupplier stopped) {
        this.lens = lens;
        this.stopped = stopped;
    }

    @Override
    public Duration run() throws SQLException {
        boolean more = !stopped.getAsBoolean();
        while (more) {
            Optional<LensRound> round = lens.lookAtOldest();
            round.ifPresent(done -> LOG.info(
                    "looked at {} before payment: {} findings, {} holds", done.day(), done.findings(), done.holds()));
            more = round.isPresent() && !stopped.getAsBoolean();
        }
        return Duration.ZERO;
    }
}
