package cn.suinian.core.card.office;

/** Why a card is replaced. */
public enum ReplaceCause {
    /** It is gone; whether it was reported before or not. */
    LOST,
    /** It is there and does not work, or cannot be read. */
    DAMAGED,
    /** It expired and may no longer be renewed: the new card gets a new term. */
    EXPIRED
}
