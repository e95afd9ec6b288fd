package cn.suinian.core.account;

/**
 * Which of a card's counters have been used: the highest one, and the 63 before it. A card counts every tap, so a gap
 * is a tap made elsewhere, a repeat is a retry or a replay. The same idea as the replay window of IPsec (RFC 4303).
 *
 * @param high highest counter used; 0 for a new card
 * @param bits bit i: the counter {@code high - i} was used
 */
public record ReplayWindow(long high, long bits) {

    /** How many counters the window remembers. */
    public static final int WIDTH = 64;

    /** Of a card that was never used; counters begin at 1. */
    public static final ReplayWindow NEW = new ReplayWindow(0, 1);

    /** How a counter stands to the window. */
    public enum Standing {
        /** Never used. */
        FRESH,
        /** Used before. */
        SEEN,
        /** Too far behind to tell. */
        FAR_BEHIND
    }

    /** How this counter stands. */
    public Standing standing(long counter) {
        if (counter > high) {
            return Standing.FRESH;
        }
        long behind = high - counter;
        if (behind >= WIDTH) {
            return Standing.FAR_BEHIND;
        }
        return (bits >>> behind & 1) == 0 ? Standing.FRESH : Standing.SEEN;
    }

    /** The window once this counter is used; unchanged for one that is far behind. */
    public ReplayWindow with(long counter) {
        if (counter > high) {
            long ahead = counter - high;
            return new ReplayWindow(counter, ahead >= WIDTH ? 1 : bits << ahead | 1);
        }
        long behind = high - counter;
        return behind >= WIDTH ? this : new ReplayWindow(high, bits | 1L << behind);
    }
}
