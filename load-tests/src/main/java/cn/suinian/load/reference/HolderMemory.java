package cn.suinian.load.reference;

import cn.suinian.load.frame.Tap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the city must remember of one holder from tap to tap. */
final class HolderMemory {
    private static final long COUNTER_WINDOW = 64;

    final Set<LocalDate> lunches = new HashSet<>();
    final Journeys journeys = new Journeys();
    final Map<YearMonth, Long> voucherPaidFen = new HashMap<>();

    private final Map<Key, Expectation> reversed = new HashMap<>();

    private final Map<Key, Answered> answered = new HashMap<>();
    private final Set<Long> usedCounters = new HashSet<>();
    private long highestCounter;

    HolderMemory(long lastCounter) {
        this.highestCounter = lastCounter;
        this.usedCounters.add(lastCounter);
    }

    /** The terminal's number for a tap; with the holder it is the tap's identity. */
    record Key(LocalDate date, String terminalId, long terminalSeq) {}

    record Answered(String tac, Expectation expectation) {}

    @Nullable
    Answered findAnswered(Key key) {
        return answered.get(key);
    }

    /** What the reversal of this tap was answered. */
    @Nullable
    Expectation findReversed(Key key) {
        return reversed.get(key);
    }

    void rememberReversal(Key key, Expectation expectation) {
        reversed.put(key, expectation);
    }

    /** Why the card's counter is not acceptable, or null when it is. */
    @Nullable
    String counterFault(long counter) {
        if (usedCounters.contains(counter)) {
            return "COUNTER_REPLAYED";
        }
        return highestCounter - counter > COUNTER_WINDOW ? "COUNTER_TOO_OLD" : null;
    }

    void useCounter(long counter) {
        usedCounters.add(counter);
        highestCounter = Math.max(highestCounter, counter);
    }

    void remember(Key key, Tap tap, Expectation expectation) {
        if (expectation.isStored()) {
            answered.put(key, new Answered(tap.tac(), expectation));
        }
    }
}
