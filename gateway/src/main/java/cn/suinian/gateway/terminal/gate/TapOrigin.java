package cn.suinian.gateway.terminal.gate;

/** How a tap came to us. Somebody stands at a gate for the one; nobody waits for the other. */
public enum TapOrigin {
    /** By itself. */
    SINGLE,
    /** In an upload of stored taps. */
    BATCH
}
