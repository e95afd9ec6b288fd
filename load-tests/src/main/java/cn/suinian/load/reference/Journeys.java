package cn.suinian.load.reference;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** One holder's metro journeys: an entry and the exit that follows it within four hours are one journey. */
final class Journeys {
    private static final Duration LONGEST = Duration.ofHours(4);

    private final Deque<LocalDateTime> openEntries = new ArrayDeque<>();
    private final Deque<LocalDateTime> loneExits = new ArrayDeque<>();

    /** An entry completes a journey only when its exit arrived before it did. */
    String enter(LocalDateTime at) {
        for (Iterator<LocalDateTime> exits = loneExits.descendingIterator(); exits.hasNext(); ) {
            if (isOneJourney(at, exits.next())) {
                exits.remove();
                return "COMPLETED";
            }
        }
        openEntries.add(at);
        return "OPENED";
    }

    /** An exit belongs to the latest entry that still waits for one. */
    String leave(LocalDateTime at) {
        for (Iterator<LocalDateTime> entries = openEntries.descendingIterator(); entries.hasNext(); ) {
            if (isOneJourney(entries.next(), at)) {
                entries.remove();
                return "COMPLETED";
            }
        }
        loneExits.add(at);
        return "ENTRY_MISSING";
    }

    private static boolean isOneJourney(LocalDateTime entry, LocalDateTime exit) {
        return !entry.isAfter(exit) && Duration.between(entry, exit).compareTo(LONGEST) <= 0;
    }
}
