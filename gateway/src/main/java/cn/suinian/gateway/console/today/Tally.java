package cn.suinian.gateway.console.today;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Taps counted by kind. Adding two tallies of different taps gives the tally of all of them. */
record Tally(Map<Kind, Sum> sums) {

    static final Tally NOTHING = new Tally(Map.of());

    /**
     * What is counted apart. Codes are as stored, so that a node a release behind still counts what it has no word for.
     *
     * @param reason 0 approved, else the number of the decline reason
     * @param payer null when nobody pays
     */
    record Kind(int service, int reason, @Nullable Integer payer) {

        boolean approved() {
            return reason == 0;
        }
    }

    /** How many taps, and the subsidy in fen. */
    record Sum(long taps, long subsidyFen) {

        static final Sum ZERO = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(taps + other.taps, subsidyFen + other.subsidyFen);
        }
    }

    Tally {
        sums = Map.copyOf(sums);
    }

    Tally plus(Tally other) {
        Map<Kind, Sum> all = new HashMap<>(sums);
        other.sums.forEach((kind, sum) -> all.merge(kind, sum, Sum::plus));
        return new Tally(all);
    }

    /** The sum over the kinds that are wanted. */
    Sum sum(Predicate<Kind> wanted) {
        Sum sum = Sum.ZERO;
        for (Map.Entry<Kind, Sum> each : sums.entrySet()) {
            if (wanted.test(each.getKey())) {
                sum = sum.plus(each.getValue());
            }
        }
        return sum;
    }

    Sum total() {
        return sum(kind -> true);
    }
}
