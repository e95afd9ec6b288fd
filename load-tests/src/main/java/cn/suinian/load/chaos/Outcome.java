package cn.suinian.load.chaos;

/**
 * What came of sending one request once.
 *
 * @param kind how to take it
 * @param text the body of an answer or a refusal, else what went wrong
 */
record Outcome(Kind kind, String text) {

    /** How a terminal takes a reply, after sections 7 and 8 of the protocol. */
    enum Kind {
        /** A 200 whose MAC is right. */
        ANSWERED,
        /** A look-up that found nothing so far. */
        NEVER_SEEN,
        /** A 4xx whose MAC is right. */
        REFUSED,
        /** 429 or 5xx: the same again, later. */
        NOT_NOW,
        /** No reply, or one that is not to be believed. */
        LOST
    }
}
