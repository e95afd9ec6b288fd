package cn.suinian.settlement.allowance.outcome;

import java.util.List;

/**
 * Who is on the list of a run for money that the bank returned, and is paid to the very account that it came back from.
 *
 * @param people how many
 * @param first the first of them, by number
 */
public record Bounced(long people, List<Payment> first) {

    /** Nobody. */
    public static final Bounced NOBODY = new Bounced(0, List.of());

    /**
     * The payment that came back last.
     *
     * @param runNo the run that made it
     * @param code why, by the bank's own code; may be empty
     */
    public record Payment(long holderId, long runNo, String code) {}

    public Bounced {
        first = List.copyOf(first);
    }
}
