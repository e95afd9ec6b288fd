package cn.suinian.core.authorization;

/** A ledger call that failed, by what is certain afterwards. Decided on the SQLSTATE, never on a message. */
final class LedgerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is certain. */
    enum Kind {
        /** Nothing happened; trying again may work (deadlock, serialization, resources). */
        ROLLED_BACK,
        /** Nothing happened, because a tap with one of the keys exists. */
        KEY_TAKEN,
        /** Nothing happened and will not: the database refuses the data itself. */
        REFUSED,
        /** It may or may not have happened. */
        OUTCOME_UNKNOWN
    }

    private final Kind kind;

    LedgerFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
