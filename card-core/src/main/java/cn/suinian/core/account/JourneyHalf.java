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
        NONE(0),
        /** An entry waits for its exit. */
        ENTRY(1),
        /** An exit waits for an entry that may arrive late. */
        EXIT(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The number in the database. */
        public int code() {
            return code;
        }

        /**
         * The constant of a stored number.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Kind ofCode(int code) {
            for (Kind each : values()) {
                if (each.code == code) {
                    return each;
                }
            }
            throw new IllegalArgumentException("no half has the code " + code);
        }
    }

    /** Nothing waits. */
    public static final JourneyHalf NONE = new JourneyHalf(Kind.NONE, 0, 0, 0);
}
