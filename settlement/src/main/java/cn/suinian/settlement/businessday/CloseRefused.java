package cn.suinian.settlement.businessday;

/** A close that was not done, or not finished, and why; the message says what to do. Nothing is half-done. */
public final class CloseRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Stable reasons, for callers that branch. */
    public enum Reason {
        /** No business day is open: the database was never set up. */
        NO_OPEN_DAY,
        /** The day is today or in the future. */
        DAY_NOT_OVER,
        /** The day lies before the first that was ever opened. */
        DAY_NEVER_OPENED,
        /** An earlier day has to be closed first. */
        OUT_OF_ORDER,
        /** Another node is closing a day. */
        BUSY,
        /** The day is cut, but transactions that may belong to it did not end in time. */
        TAPS_UNDER_WAY,
        /** The day that is open for posting is not the one settlement has open. */
        OPEN_DAY_MOVED,
        /** The thread was told to stop. */
        INTERRUPTED
    }

    private final Reason reason;

    CloseRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
