package cn.suinian.core.entitlement.policy;

import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.JourneyHalf.Kind;

/**
 * Pairs a metro entry with its exit, whichever arrives first. Missing halves are never punished: a half that finds no
 * partner stands alone and its fare is still paid. Because taps arrive late and out of order, the account remembers
 * the latest half, by tap time, that waits.
 *
 * @param outcome what the tap became
 * @param waiting the half that waits from now on
 * @param partner the half it was paired with; {@link JourneyHalf#NONE} when none
 */
public record JourneyPairing(Outcome outcome, JourneyHalf waiting, JourneyHalf partner) {

    /** Longest time between an entry and its exit, in seconds; metro rules ask a rider to be out within four hours. */
    public static final long LONGEST_SECONDS = 4 * 3600;

    /** What a metro tap became. */
    public enum Outcome {
        /** An entry that waits for its exit. */
        OPENED(1),
        /** It completed a pair. */
        COMPLETED(2),
        /** An exit without an entry, so far. */
        ENTRY_MISSING(3);

        private final int code;

        Outcome(int code) {
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
        public static Outcome ofCode(int code) {
            for (Outcome each : values()) {
                if (each.code == code) {
                    return each;
                }
            }
            throw new IllegalArgumentException("no outcome has the code " + code);
        }
    }

    /** An entry, given the half that waits. */
    public static JourneyPairing entry(JourneyHalf entry, JourneyHalf waiting) {
        if (waiting.kind() == Kind.EXIT && inOneJourney(entry, waiting)) {
            return new JourneyPairing(Outcome.COMPLETED, JourneyHalf.NONE, waiting);
        }
        return new JourneyPairing(Outcome.OPENED, later(entry, waiting), JourneyHalf.NONE);
    }

    /** An exit, given the half that waits. */
    public static JourneyPairing exit(JourneyHalf exit, JourneyHalf waiting) {
        if (waiting.kind() == Kind.ENTRY && inOneJourney(waiting, exit)) {
            return new JourneyPairing(Outcome.COMPLETED, JourneyHalf.NONE, waiting);
        }
        return new JourneyPairing(Outcome.ENTRY_MISSING, later(exit, waiting), JourneyHalf.NONE);
    }

    private static boolean inOneJourney(JourneyHalf entry, JourneyHalf exit) {
        return entry.at() <= exit.at() && exit.at() - entry.at() <= LONGEST_SECONDS;
    }

    private static JourneyHalf later(JourneyHalf half, JourneyHalf waiting) {
        return waiting.kind() == Kind.NONE || half.at() >= waiting.at() ? half : waiting;
    }
}
