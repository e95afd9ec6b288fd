package cn.suinian.core.card;

/** Where a card is in its life. A person has at most one card that is issued, active or lost. */
public enum CardStatus {
    /** Made and handed over, not yet activated. */
    ISSUED,
    /** In use. */
    ACTIVE,
    /** Reported lost; may be found again. */
    LOST,
    /** Another card took its place; never comes back. */
    REPLACED,
    /** Ended without a successor. */
    CANCELLED
}
