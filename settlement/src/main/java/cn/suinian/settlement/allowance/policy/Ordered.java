package cn.suinian.settlement.allowance.policy;

import cn.suinian.core.holder.District;
import java.time.YearMonth;

/**
 * What earlier runs did for a month of a person: one line of one of them.
 *
 * @param payer whose run it was
 * @param fen below zero: claimed back
 * @param state what became of it
 */
public record Ordered(YearMonth month, District payer, Kind kind, long fen, State state) {

    /** What a line of a run is; the names are stored. */
    public enum Kind {
        /** The month of the run itself. */
        REGULAR(true),
        /** An earlier month, or the rest of one. */
        ARREARS(true),
        /** Paid too much: claimed back from the holder or the family, never taken off a payment. */
        RECOVERY(false),
        /** A claim that turned out wrong before anybody returned the money. */
        WITHDRAWN(false);

        private final boolean paid;

        Kind(boolean paid) {
            this.paid = paid;
        }

        /** Whether it is part of what goes to the bank. */
        public boolean isPaid() {
            return paid;
        }
    }

    /** What became of a line. */
    public enum State {
        /** As it was ordered. */
        STANDS,
        /** The bank returned the payment, or the money of a claim was given back: as if it had not been ordered. */
        RETURNED,
        /** A claim whose money came back. */
        COLLECTED
    }

    /** What it adds to what the holder has, or is supposed to have. */
    long counted() {
        return state == State.RETURNED ? 0 : fen;
    }

    /** What is still claimed by it. */
    long claimed() {
        return kind == Kind.WITHDRAWN || (kind == Kind.RECOVERY && state == State.STANDS) ? -fen : 0;
    }
}
