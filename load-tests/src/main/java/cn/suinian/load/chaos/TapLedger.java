package cn.suinian.load.chaos;

import cn.suinian.load.chaos.SentTap.Fate;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Tap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Every tap that was ever sent. The terminals of a run write into it what they were told. */
final class TapLedger {
    private final List<SentTap> taps = new ArrayList<>();
    private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();
    private final LongAdder requests = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder notNow = new LongAdder();

    /** The terminal's next number. */
    long nextNumber(CityTerminal terminal) {
        return sequences
                .computeIfAbsent(terminal.terminalId(), id -> new AtomicLong())
                .incrementAndGet();
    }

    /** Notes a tap before it is sent for the first time. */
    synchronized SentTap add(CityTerminal sender, Tap tap) {
        SentTap sent = new SentTap(sender, tap, System.nanoTime());
        taps.add(sent);
        return sent;
    }

    synchronized List<SentTap> all() {
        return List.copyOf(taps);
    }

    /** Those of which nobody knows what became of them. */
    List<SentTap> unknown() {
        return all().stream().filter(sent -> sent.fate() == Fate.UNKNOWN).toList();
    }

    void count(Outcome outcome) {
        requests.increment();
        switch (outcome.kind()) {
            case LOST -> lost.increment();
            case NOT_NOW -> notNow.increment();
            case ANSWERED, NEVER_SEEN, REFUSED -> {}
        }
    }

    long requests() {
        return requests.sum();
    }

    long lost() {
        return lost.sum();
    }

    long notNow() {
        return notNow.sum();
    }
}
