package cn.suinian.settlement.seal.publication.policy;

import cn.suinian.settlement.seal.publication.policy.Figures.Sum;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Withholds figures.
 *
 * @param k figures of fewer holders are not told; 10 in production
 */
public record Suppression(int k) {
    /** What the city publishes with. */
    public static final Suppression OF_THE_CITY = new Suppression(10);

    /**
     * The figures that are not told: those of fewer than k holders, and as many more as hide them. Whatever follows
     * from what is told has a figure of k holders or more in it, also for somebody who knows that nothing was paid to
     * those who are not subsidised.
     */
    public BitSet hide(Figures figures) {
        BitSet hidden = new BitSet(figures.size());
        for (int i = 0; i < figures.size(); i++) {
            hidden.set(i, figures.holders().get(i) > 0 && figures.holders().get(i) < k);
        }
        BitSet small = (BitSet) hidden.clone();
        for (BitSet open = open(figures, hidden, small); !open.isEmpty(); ) {
            Optional<Integer> next = another(figures, hidden, open);
            if (next.isEmpty()) {
                return hidden;
            }
            hidden.set(next.get());
            open = open(figures, hidden, small);
        }
        return hidden;
    }

    private static BitSet open(Figures figures, BitSet hidden, BitSet small) {
        BitSet open = Inference.fixed(figures, hidden);
        open.or(Inference.exposed(figures, hidden, small, Set.of()));
        if (!figures.known().isEmpty()) {
            open.or(Inference.exposed(figures, hidden, small, figures.known()));
        }
        return open;
    }

    /** From a sum where a fixed figure is the only hidden one, where there is one; else from any that has one. */
    private static Optional<Integer> another(Figures figures, BitSet hidden, BitSet fixed) {
        Optional<Integer> found = figures.sums().stream()
                .filter(sum -> hiddenIn(sum, hidden) == 1 && hiddenIn(sum, fixed) == 1)
                .flatMap(sum -> of(figures, hidden, List.of(sum)).stream())
                .findFirst();
        if (found.isPresent()) {
            return found;
        }
        List<Sum> with =
                figures.sums().stream().filter(sum -> hiddenIn(sum, fixed) > 0).toList();
        Optional<Integer> beside = of(figures, hidden, with);
        return beside.isPresent() ? beside : smallest(figures, hidden, IntStream.range(0, figures.size()));
    }

    /** The smallest figure of these sums; a part rather than a total. */
    private static Optional<Integer> of(Figures figures, BitSet hidden, List<Sum> sums) {
        Optional<Integer> part = smallest(
                figures,
                hidden,
                sums.stream().flatMap(sum -> sum.parts().stream()).mapToInt(Integer::intValue));
        return part.isPresent() ? part : smallest(figures, hidden, sums.stream().mapToInt(Sum::total));
    }

    private static long hiddenIn(Sum sum, BitSet hidden) {
        return sum.parts().stream().filter(hidden::get).count() + (hidden.get(sum.total()) ? 1 : 0);
    }

    private static Optional<Integer> smallest(Figures figures, BitSet hidden, IntStream among) {
        return among.filter(i -> !hidden.get(i) && figures.taps().get(i) > 0)
                .boxed()
                .min(Comparator.<Integer>comparingLong(figures.taps()::get).thenComparing(Comparator.naturalOrder()));
    }
}
