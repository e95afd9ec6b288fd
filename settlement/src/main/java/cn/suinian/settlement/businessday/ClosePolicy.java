package cn.suinian.settlement.businessday;

import java.time.Duration;

/**
 * What a close may do.
 *
 * @param todayToo whether today may be closed before it is over: for tests only, for every later tap of the day
 *     becomes one of tomorrow
 * @param patience how long to wait for the taps under way at the cut
 */
public record ClosePolicy(boolean todayToo, Duration patience) {

    /** A lane's statement may run 30 seconds; twice that and some. */
    public static final ClosePolicy DEFAULT = new ClosePolicy(false, Duration.ofSeconds(75));
}
