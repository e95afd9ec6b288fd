package cn.suinian.load.chaos;

import cn.suinian.load.audit.TapKey;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Tap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tap that was sent at least once, and all that was said about it. Safe for use by several threads. */
final class SentTap {

    /** How it was settled what became of it. */
    enum Fate {
        /** Nobody knows yet. */
        UNKNOWN,
        /** Answered to its sender while it waited. */
        ANSWERED,
        /** Its sender gave up; sent again later it was answered. */
        ANSWERED_LATER,
        /** Its sender gave up; a look-up found it. */
        FOUND,
        /** Its sender gave up; a look-up said that it was never seen, late enough to be final. */
        NEVER_SEEN,
        /** Refused with a 4xx. */
        REFUSED
    }

    private final CityTerminal sender;
    private final Tap tap;
    private final TapKey key;
    private final long firstSentNanos;
    private final List<String> unlike = new ArrayList<>();
    private byte @Nullable [] answer;
    private String refusal = "";
    private Fate fate = Fate.UNKNOWN;
    private long lastSentNanos;
    private long settledNanos;
    private int sendings;
    private boolean abandoned;

    SentTap(CityTerminal sender, Tap tap, long nanos) {
        this.sender = sender;
        this.tap = tap;
        this.key = TapKey.of(sender, tap);
        this.firstSentNanos = nanos;
        this.lastSentNanos = nanos;
    }

    CityTerminal sender() {
        return sender;
    }

    Tap tap() {
        return tap;
    }

    TapKey key() {
        return key;
    }

    long firstSentNanos() {
        return firstSentNanos;
    }

    synchronized long lastSentNanos() {
        return lastSentNanos;
    }

    /** When its fate was settled; 0 before that. */
    synchronized long settledNanos() {
        return settledNanos;
    }

    /** Whether its sender went away although it could have gone on asking. */
    synchronized boolean abandoned() {
        return abandoned;
    }

    synchronized void abandon() {
        abandoned = true;
    }

    synchronized int sendings() {
        return sendings;
    }

    synchronized Fate fate() {
        return fate;
    }

    /** The first answer it got, if any. */
    synchronized @Nullable String answer() {
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8);
    }

    /** Answers that were not the first one again. */
    synchronized List<String> unlike() {
        return List.copyOf(unlike);
    }

    /** What the 4xx said, empty when there was none. */
    synchronized String refusal() {
        return refusal;
    }

    synchronized void sending(long nanos) {
        sendings++;
        lastSentNanos = nanos;
    }

    /** Keeps an answer; the first settles the fate, later ones must be like it. */
    synchronized void answered(String body, Fate how) {
        if (answer == null) {
            answer = body.getBytes(StandardCharsets.UTF_8);
        } else if (!body.equals(answer())) {
            unlike.add(body);
        }
        if (fate == Fate.UNKNOWN) {
            fate = how;
            settledNanos = System.nanoTime();
        } else if (fate == Fate.NEVER_SEEN || fate == Fate.REFUSED) {
            unlike.add("after " + fate + ": " + body);
        }
    }

    synchronized void refused(String body) {
        refusal = body;
        if (fate == Fate.UNKNOWN) {
            fate = Fate.REFUSED;
            settledNanos = System.nanoTime();
        } else {
            unlike.add("refused after " + fate + ": " + body);
        }
    }

    synchronized void neverSeen() {
        if (fate == Fate.UNKNOWN) {
            fate = Fate.NEVER_SEEN;
            settledNanos = System.nanoTime();
        } else {
            unlike.add("never seen after " + fate);
        }
    }
}
