package cn.suinian.load.fake;

/** What goes wrong with one request. */
public enum Fault {
    /** The connection ends before anything was done. */
    DROPPED_UNREAD,
    /** The tap is done, but the answer is lost. */
    ANSWER_LOST,
    BUSY,
    WRONG_MAC,
    NO_MAC,
    BROKEN
}
