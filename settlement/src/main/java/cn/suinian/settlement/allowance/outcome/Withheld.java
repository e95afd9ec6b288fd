package cn.suinian.settlement.allowance.outcome;

import java.util.List;

/**
 * Who is on the list of a run and gets nothing by it.
 *
 * @param people how many
 * @param fen what the list has for them
 * @param holders their numbers, in order; the first of them when they are many
 */
public record Withheld(long people, long fen, List<Long> holders) {

    /** Everybody on the list is paid. */
    public static final Withheld NOBODY = new Withheld(0, 0, List.of());

    public Withheld {
        holders = List.copyOf(holders);
    }

    /** Whether there are any. */
    public boolean any() {
        return people > 0;
    }
}
