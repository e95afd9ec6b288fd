package cn.suinian.load.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A day of the city.
 *
 * @param day the business day most taps belong to
 * @param holders one list of steps per holder, to be done in order
 */
public record DayPlan(LocalDate day, List<List<Step>> holders) {
    public DayPlan {
        holders = List.copyOf(holders);
    }

    public Stream<Step> steps() {
        return holders.stream().flatMap(List::stream);
    }

    /** How many requests the plan makes when nothing goes wrong. */
    public int requests() {
        return steps().mapToInt(Step::requests).sum();
    }

    /** How many of them send a tap, look-ups left out. */
    public int tapsSent() {
        return steps().filter(step -> step.deed() != Deed.LOOK_UP)
                .mapToInt(Step::requests)
                .sum();
    }
}
