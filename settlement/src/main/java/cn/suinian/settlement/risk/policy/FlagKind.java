package cn.suinian.settlement.risk.policy;

/** What a flag says; the names are stored. docs/glossary.md has a sentence for each. */
public enum FlagKind {
    /** One holder at two places, with less time between than the way takes. */
    IMPOSSIBLE_TRAVEL,
    /** One holder in two journeys at once. */
    OVERLAPPING_JOURNEYS,
    /** More cards at one terminal than people can show one after the other, or cards in the order of issue. */
    TERMINAL_BURST,
    /** A meal and a ride minutes apart and far away. */
    MEAL_AND_DISTANT_TRANSIT,
    /** A tap of somebody who had died. */
    TAP_AFTER_DEATH,
    /** A declined tap of a card that was lost, replaced or cancelled. */
    TAP_AFTER_STOP,
    /** An approved tap of a stopped card: its terminal could not know. */
    GOOD_FAITH_TAP,
    /** One terminal gave one number to taps of two holders. */
    SEQUENCE_REUSED,
    /** A card's used proof came again and again. */
    COUNTER_REPLAYED
}
