package cn.suinian.settlement.seal;

/** A day was not sealed, and why; the message says what to do. Nothing is half-done. */
public final class SealRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable reasons, for callers that branch. */
    public enum Reason {
        /** The day was never opened. */
        NO_SUCH_DAY,
        /** It has not come far enough, and may still change. */
        DAY_NOT_READY,
        /** The day before has to be sealed first, or a later one is sealed already. */
        OUT_OF_ORDER
    }

    private final Reason reason;

    SealRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
