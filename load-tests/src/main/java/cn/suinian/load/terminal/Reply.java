package cn.suinian.load.terminal;

import org.jspecify.annotations.Nullable;

/**
 * What came back, as bytes decoded from UTF-8 and nothing more.
 *
 * @param mac the Suinian-Mac header, absent on a 401
 * @param retryAfterSeconds the Retry-After header of a 503
 */
public record Reply(
        int status,
        String body,
        @Nullable String mac,
        @Nullable Long retryAfterSeconds) {
    private static final int UNAVAILABLE = 503;
    private static final int UNAUTHORIZED = 401;

    boolean isBusy() {
        return status == UNAVAILABLE;
    }

    /** A terminal that was not recognised is owed no MAC; one that is merely told to wait loses nothing by waiting. */
    boolean mayComeUnsigned() {
        return mac == null && (status == UNAUTHORIZED || status == UNAVAILABLE);
    }
}
