package cn.suinian.gateway.console.today;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Today's figures as they were at one moment.
 *
 * @param day the business date in Shenzhen
 * @param readAt when the figures were read
 * @param tally of taps made on the day, whatever became of them
 * @param undone those of them that were reversed since
 * @param late taps received today that were made on an earlier day
 * @param openDay the first business day that is not yet cut; null when none was ever opened
 * @param lastClosed null when no day was closed
 */
record Today(
        LocalDate day,
        Instant readAt,
        Tally tally,
        Tally undone,
        long late,
        List<LatestTap> latest,
        @Nullable LocalDate openDay,
        @Nullable ClosedDay lastClosed) {}
