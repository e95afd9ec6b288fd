package cn.suinian.core.account;

/**
 * The half of a metro journey that waits for its other half.
 *
 * @param kind which half it is
 * @param at seconds since 1970-01-01T00:00Z
 * @param terminalId where it was made
 * @param terminalSeq that terminal's number for it
 */
public record JourneyHalf(Kind kind, long at, long terminalId, long terminalSeq) {

    /** Which half. The code is what the database carries. */
    public enum Kind {
        /** Nothing waits. */
        NONE,
        /** An entry waits for its exit. */
        ENTRY,
        /** An exit waits for an entry that may arrive late. */
        EXIT
    }

    /** Nothing waits. */
    public static final JourneyHalf NONE = new JourneyHalf(Kind.NONE, 0, 0, 0);
}
