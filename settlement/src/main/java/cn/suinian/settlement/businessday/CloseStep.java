package cn.suinian.settlement.businessday;

/** The steps of a close, in order. What is in brackets is durable from there on. */
public enum CloseStep {
    /** The day's turn has come; this node holds the lock. */
    STARTED,
    /** Taps from now on settle in the next day [the cut]. */
    CUT,
    /** Transactions that may still add taps to the day are under way. */
    WAITING,
    /** No tap can join the day any more. */
    FINAL,
    /** Taps are added up, not committed yet. */
    LINES_ADDED,
    /** The journal is posted, not committed yet. */
    JOURNAL_POSTED,
    /** The day is closed [lines, journal and state]. */
    CLEARED
}
