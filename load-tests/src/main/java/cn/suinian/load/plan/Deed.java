package cn.suinian.load.plan;

/** What a terminal does with a tap. */
public enum Deed {
    /** Sends it. A tap that was sent before goes out as the same bytes. */
    SEND,
    /** Sends it three times at once. */
    SEND_AT_ONCE,
    /** Sends it under a MAC with one bit turned. */
    SEND_BROKEN,
    /** Asks what became of it. */
    LOOK_UP,
    /** Has it undone. */
    REVERSE
}
