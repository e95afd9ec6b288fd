package cn.suinian.settlement.seal.publication.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of figures, by index, and which of them are sums of others.
 *
 * @param holders how many different people each figure is of
 * @param taps of each; what is compared where one more has to be withheld
 * @param known those of which everybody knows one value without being told: who is not subsidised got nothing
 */
public record Figures(List<Long> holders, List<Long> taps, List<Sum> sums, Set<Integer> known) {

    /** Without any that is known. */
    public Figures(List<Long> holders, List<Long> taps, List<Sum> sums) {
        this(holders, taps, sums, Set.of());
    }

    /** A figure that is the sum of others. */
    public record Sum(int total, List<Integer> parts) {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    public Figures {
        holders = List.copyOf(holders);
        taps = List.copyOf(taps);
        sums = List.copyOf(sums);
        known = Set.copyOf(known);
        if (holders.size() != taps.size()) {
            throw new IllegalArgumentException("a figure has holders and taps");
        }
    }

    int size() {
        return holders.size();
    }

    /** Of each total the figures that are no totals themselves and add up to it. */
    Map<Integer, Set<Integer>> cellsOfTotals() {
        Set<Integer> totals = sums.stream().map(Sum::total).collect(Collectors.toSet());
        Map<Integer, Set<Integer>> cells = new HashMap<>();
        for (Sum sum : sums) {
            if (sum.parts().stream().noneMatch(totals::contains)) {
                cells.putIfAbsent(sum.total(), Set.copyOf(sum.parts()));
            }
        }
        return cells;
    }
}
