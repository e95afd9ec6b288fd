package cn.suinian.gateway.app;

/** What a node does; one process may do all of it. */
public enum Role {
    /** Answers terminals. */
    TERMINAL,
    /** Shows staff their pages. */
    CONSOLE,
    /** Closes business days. */
    SETTLEMENT
}
