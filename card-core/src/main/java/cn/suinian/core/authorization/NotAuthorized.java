package cn.suinian.core.authorization;

/**
 * Why a tap got no answer. Not a decline: a decline is an answer. Stackless, because under overload many are made.
 */
public final class NotAuthorized extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. Each is mapped to one HTTP problem. */
    public enum Cause {
        /** Caller: another tap has the same key. */
        KEY_REUSED,
        /** Caller: there is no such tap to reverse. */
        NEVER_SEEN,
        /** Caller: the tap was declined, or is an identity check; there is nothing to reverse. */
        NOTHING_TO_REVERSE,
        /** Caller: the time in which it could be reversed is over. */
        REVERSAL_TOO_LATE,
        /** Capacity: too many are waiting; nothing was done. */
        QUEUE_FULL,
        /** Capacity: the deadline passed first; nothing was done. */
        DEADLINE_PASSED,
        /** Capacity: it may or may not be stored; the same tap sent again finds out. */
        OUTCOME_UNKNOWN,
        /** Capacity: the database cannot be asked; nothing was done. */
        UNAVAILABLE,
        /** Capacity: this node is stopping; nothing was done. */
        STOPPING,
        /** Us: the database refused what we made of this tap; nothing was done. */
        REFUSED_BY_DATABASE
    }

    private final Cause why;

    NotAuthorized(Cause why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    /** Why. */
    public Cause why() {
        return why;
    }
}
