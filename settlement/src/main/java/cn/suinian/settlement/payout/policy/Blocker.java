package cn.suinian.settlement.payout.policy;

/**
 * Something that another room has against paying a vendor.
 *
 * @param fen money at risk, not below zero; a hold needs none
 * @param reference what it is, by that room's number: "break:12", "hold:3", "payment:7", a day
 */
public record Blocker(Kind kind, long fen, String reference) {
    /** What it is. */
    public enum Kind {
        /** A break that is not resolved; it counts with its money. */
        OPEN_BREAK,
        /** Somebody holds the vendor's money until it is looked into. */
        HOLD,
        /** A payment that came back, and nobody has looked into it. */
        OPEN_RETURN,
        /** A business day with a statement that came or was withdrawn, and nobody compared it since. */
        NOT_COMPARED,
        /** A business day that the look before payment has not been through. */
        NOT_LOOKED_AT
    }

    public Blocker {
        if (fen < 0) {
            throw new IllegalArgumentException("money at risk is not below zero");
        }
    }
}
