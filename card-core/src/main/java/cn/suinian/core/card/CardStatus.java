package cn.suinian.core.card;

/** Where a card is in its life. A person has at most one card that is issued, active or lost. */
public enum CardStatus {
    /** Made and handed over, not yet activated. */
    ISSUED(1),
    /** In use. */
    ACTIVE(2),
    /** Reported lost; may be found again. */
    LOST(3),
    /** Another card took its place; never comes back. */
    REPLACED(4),
    /** Ended without a successor. */
    CANCELLED(5);

    private final int code;

    CardStatus(int code) {
        this.code = code;
    }

    /** The number kept with a tap. */
    public int code() {
        return code;
    }

    /**
     * The status of a stored number.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static CardStatus ofCode(int code) {
        for (CardStatus each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        throw new IllegalArgumentException("no card status has the code " + code);
    }
}
