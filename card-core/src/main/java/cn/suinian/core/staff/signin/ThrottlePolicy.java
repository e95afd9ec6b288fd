package cn.suinian.core.staff.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * How failures of signing in slow the next attempt down. The first few cost nothing, then the wait doubles with each.
 *
 * @param free failures that cost nothing
 * @param longest the longest wait
 * @param forgottenAfter time without a failure after which all of them are forgotten
 */
record ThrottlePolicy(int free, Duration longest, Duration forgottenAfter) {
    /** One account from one address. */
    static final ThrottlePolicy PAIR = new ThrottlePolicy(3, Duration.ofMinutes(15), Duration.ofHours(6));
    /** All accounts from one address, which may be that of a whole branch. */
    static final ThrottlePolicy ADDRESS = new ThrottlePolicy(30, Duration.ofMinutes(15), Duration.ofHours(1));
    /** One account from all addresses that are strange to it: answers are held back, never refused. */
    static final ThrottlePolicy ACCOUNT = new ThrottlePolicy(10, Duration.ofSeconds(8), Duration.ofHours(1));
    /** Wrong codes after the right password, from strange addresses: whoever does that knows the password. */
    static final ThrottlePolicy CODE = new ThrottlePolicy(20, Duration.ofMinutes(15), Duration.ofHours(6));

    private static final int DOUBLINGS = 20;

    /** How many of the failures still count. */
    int remembered(int failures, Instant lastFailure, Instant now) {
        return lastFailure.plus(forgottenAfter).isBefore(now) ? 0 : failures;
    }

    /** How long after the last failure the next attempt has to wait. */
    Duration delay(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free, DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** How long it still has to wait; zero when it need not. */
    Duration wait(int failures, Instant lastFailure, Instant now) {
        Duration delay = delay(remembered(failures, lastFailure, now));
        if (delay.isZero()) {
            // The database rounds to microseconds: what it gives back may lie a little after now.
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, lastFailure.plus(delay));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
