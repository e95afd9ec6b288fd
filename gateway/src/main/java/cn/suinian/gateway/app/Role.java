package cn.suinian.gateway.app;

/** What a node does; one process may do all of it. */
public enum Role {
    /** Answers terminals. */
    TERMINAL,
    /** Shows staff their pages. */
    CONSOLE,
    /** Answers the counter software of banks. */
    COUNTER,
    /** Looks for taps that look wrong; will close business days by itself. */
    SETTLEMENT
}
