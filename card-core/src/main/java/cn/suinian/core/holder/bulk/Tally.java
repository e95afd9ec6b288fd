package cn.suinian.core.holder.bulk;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many rows of a file are at what.
 *
 * @param fit would be registered
 * @param wrong refused, with reasons
 * @param known registered already, from elsewhere
 * @param alike put aside for a clerk: the same name and birthday as somebody else
 * @param twice about a person of a row before
 * @param leftOut found by a clerk to be the same person as somebody else
 */
public record Tally(int fit, int registered, int wrong, int known, int alike, int twice, int leftOut) {

    /** By how much the count of each outcome moves; a row that was only staged counts nowhere. */
    static final class Moves {
        private final Map<RowOutcome, Integer> by = new EnumMap<>(RowOutcome.class);

        void move(RowOutcome from, RowOutcome to) {
            by.merge(from, -1, Integer::sum);
            by.merge(to, 1, Integer::sum);
        }

        int of(RowOutcome outcome) {
            return by.getOrDefault(outcome, 0);
        }
    }
}
