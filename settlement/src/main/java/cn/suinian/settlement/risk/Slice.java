package cn.suinian.settlement.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The taps of one date that are to be looked at.
 *
 * @param first when the first of them was made
 * @param last when the last of them was made
 * @param taps how many
 * @param which says in SQL, of a tap {@code f}, whether it is one of them
 * @param arguments of that condition
 */
record Slice(LocalDate tapDate, Instant first, Instant last, long taps, String which, List<Object> arguments) {

    Slice {
        arguments = List.copyOf(arguments);
    }

    /** Received after one moment and not after another. */
    static Condition received(Pass pass, Instant after, Instant upTo) {
        return new Condition(
                "f.received_at > ? AND f.received_at <= ? AND " + pass.condition(), List.of(utc(after), utc(upTo)));
    }

    /** Made on a business day and settling in it: reads one partition. */
    static Condition settlingOnItsDate(LocalDate day) {
        return new Condition("f.tap_date = ? AND f.settle_date = ?", List.of(day, day));
    }

    /** Made earlier and settling in a business day: reads the index of late taps, whose condition it repeats. */
    static Condition settlingLate(LocalDate day) {
        return new Condition("f.settle_date = ? AND f.settle_date <> f.tap_date", List.of(day));
    }

    /** A condition on a tap {@code f} with its arguments. */
    record Condition(String sql, List<Object> arguments) {}

    /** The condition with the date, so that one partition is read. */
    String whichOfDate() {
        return "f.tap_date = ? AND " + which;
    }

    List<Object> argumentsOfDate() {
        List<Object> all = new ArrayList<>();
        all.add(tapDate);
        all.addAll(arguments);
        return all;
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
