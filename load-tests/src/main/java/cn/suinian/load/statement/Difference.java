package cn.suinian.load.statement;

import cn.suinian.load.reference.Payer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A difference that was planted: the break it must be found as, and how it ends. Amounts in fen.
 *
 * @param day the business day that it belongs to
 * @param what what the vendor did, in a few words
 * @param cure how it is resolved
 * @param movedFen what an adjustment gives the vendor; below zero: takes from it
 * @param payer whose money that is; null where none moves
 */
public record Difference(
        String vendor,
        LocalDate day,
        BreakKind kind,
        Sale.Key key,
        Money money,
        String what,
        Cure cure,
        long movedFen,
        @Nullable Payer payer) {

    /** What payers owe by our taps, by the statement, and what is at risk. */
    public record Money(long oursFen, long theirsFen, long riskFen) {}

    /** How a break ends. */
    public enum Cure {
        /** The difference is known and stays. */
        ACCEPT("accepted", "Accepted"),
        /** The vendor's claim is refused. */
        REJECT("refused", "Rejected"),
        /** Money moves, with two signatures. */
        ADJUST("adjusted", "Adjusted"),
        /** The same, asked for by a supervisor, whose own approval must be refused. */
        ADJUST_BY_SUPERVISOR("adjusted", "Adjusted"),
        /** An adjustment is asked for, the second person says no, and then the claim is refused. */
        ADJUST_DECLINED("adjustment declined, refused", "Rejected"),
        /** A row and a tap are said to be the same. */
        LINK("linked", "Linked"),
        /** A later statement makes it go away. */
        HEAL("healed by itself", "Healed");

        private final String text;
        private final String status;

        Cure(String text, String status) {
            this.text = text;
            this.status = status;
        }

        /** What is done, in a few words. */
        public String text() {
            return text;
        }

        /** The name of the status that a break has then. */
        public String status() {
            return status;
        }
    }
}
