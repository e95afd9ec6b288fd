package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.terminal.Service;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What happened, in numbers. */
final class Counts {

    long events;
    long steps;
    long presented;
    long approved;
    long declined;
    long keyReused;
    long stored;
    long reversed;
    private final Map<String, Long> decisions = new TreeMap<>();
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);

    /** A tap was stored with this answer. */
    void stored(Service service, Answer answer) {
        stored++;
        DeclineReason reason = answer.reason();
        String free = answer.subsidyFen() > 0 ? " approved, something paid" : " approved, nothing paid";
        decisions.merge(service + (reason == null ? free : " " + reason), 1L, Long::sum);
    }

    /** How many taps were stored, by service and what was decided. */
    Map<String, Long> decisions() {
        return Collections.unmodifiableMap(decisions);
    }

    void add(Fault fault) {
        add(fault, 1);
    }

    void add(Fault fault, long times) {
        faults.merge(fault, times, Long::sum);
    }

    long of(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    void add(Counts other) {
        events += other.events;
        steps += other.steps;
        presented += other.presented;
        approved += other.approved;
        declined += other.declined;
        keyReused += other.keyReused;
        stored += other.stored;
        reversed += other.reversed;
        other.decisions.forEach((decision, times) -> decisions.merge(decision, times, Long::sum));
        other.faults.forEach(this::add);
    }
}
