package cn.suinian.gateway.dayend;

import cn.suinian.settlement.businessday.BusinessDays;
import cn.suinian.settlement.businessday.CloseListener;
import cn.suinian.settlement.businessday.ClosePolicy;
import cn.suinian.settlement.businessday.DayClose;
import cn.suinian.settlement.businessday.OpenDay;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes every day that is over. */
final class CloseDays implements Job.Work {

    private static final Logger LOG = LoggerFactory.getLogger(CloseDays.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** An open day further back is no node that was off for long: it is a replay or a test, and closed by hand. */
    private static final int DAYS_CAUGHT_UP = 31;

    private final DataSource database;
    private final Clock clock;
    private final DayClose close;

    CloseDays(DataSource database, Clock clock, String by) {
        this.database = database;
        this.clock = clock;
        this.close = new DayClose(database, clock, ClosePolicy.DEFAULT, by);
    }

    @Override
    public Duration run() throws SQLException {
        LocalDate yesterday = LocalDate.now(clock.withZone(SHANGHAI)).minusDays(1);
        Optional<LocalDate> open = new BusinessDays(database).findOpenDay().map(OpenDay::day);
        if (open.isEmpty()) {
            return Duration.ZERO;
        }
        if (open.get().isBefore(yesterday.minusDays(DAYS_CAUGHT_UP))) {
            LOG.warn("{} is open, more than {} days ago: close it by command", open.get(), DAYS_CAUGHT_UP);
            return Duration.ZERO;
        }
        List<LocalDate> closed = close.closeThrough(yesterday, CloseListener.SILENT);
        if (!closed.isEmpty()) {
            LOG.info("closed {}", closed);
        }
        return Duration.ZERO;
    }
}
