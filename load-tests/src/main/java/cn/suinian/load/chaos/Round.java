package cn.suinian.load.chaos;

import cn.suinian.load.chaos.SentTap.Fate;
import java.time.Duration;
import java.util.List;

/**
 * What a round came to.
 *
 * @param taps first sent in it
 * @param waited the longest that a terminal waited for an answer to one tap
 * @param unanswered taps whose senders went away, of themselves or when the load ended
 */
record Round(FaultKind kind, int taps, Duration waited, int unanswered) {

    /** Looks at the taps that were first sent in the round, just when its load has ended. */
    static Round of(FaultKind kind, List<SentTap> taps, long loadEndedNanos) {
        long longest = 0;
        int unanswered = 0;
        for (SentTap sent : taps) {
            boolean answered = sent.fate() != Fate.UNKNOWN;
            unanswered += answered ? 0 : 1;
            long until = answered ? sent.settledNanos() : loadEndedNanos;
            if (!sent.abandoned()) {
                longest = Math.max(longest, until - sent.firstSentNanos());
            }
        }
        return new Round(kind, taps.size(), Duration.ofNanos(longest), unanswered);
    }
}
