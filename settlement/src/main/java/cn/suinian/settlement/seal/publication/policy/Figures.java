package cn.suinian.settlement.seal.publication.policy;

import java.util.List;

/**
 * A table of figures, by index, and which of them are sums of others.
 *
 * @param holders how many different people each figure is of
 * @param taps of each; what is compared where one more has to be withheld
 */
public record Figures(List<Long> holders, List<Long> taps, List<Sum> sums) {

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
        if (holders.size() != taps.size()) {
            throw new IllegalArgumentException("a figure has holders and taps");
        }
    }

    int size() {
        return holders.size();
    }
}
