package cn.suinian.settlement.ledger;

import java.util.OptionalLong;

/**
 * One entry beyond clearing: an amount taken from one account and given to another.
 *
 * @param fen above zero
 * @param reference what it is about, once for a kind and its accounts; not empty
 * @param request number of the second signature; an adjustment has one and nothing else has
 */
public record Entry(
        Kind kind, LedgerAccount debit, LedgerAccount credit, long fen, String reference, OptionalLong request) {

    private static final int LONGEST_REFERENCE = 80;

    /** Why money moves; the names are stored. */
    public enum Kind {
        /** A figure put right, after a break was looked into. */
        ADJUSTMENT,
        /** A payment to a vendor was ordered. */
        PAYMENT,
        /** The bank returned or refused a payment to a vendor. */
        PAYMENT_RETURN,
        /** The bank had paid after all: what a return moved moves back. */
        PAYMENT_RETURN_UNDONE,
        /** An allowance became payable. */
        ALLOWANCE,
        /** An allowance that should not have been paid is taken back. */
        ALLOWANCE_RECOVERY,
        /** An allowance was ordered to be paid. */
        ALLOWANCE_PAYMENT,
        /** The bank returned or refused an allowance. */
        ALLOWANCE_RETURN
    }

    public Entry {
        if (fen <= 0) {
            throw new IllegalArgumentException("an entry moves more than nothing, not " + fen + " fen");
        }
        if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("a reference has 1 to 80 characters");
        }
        if ((kind == Kind.ADJUSTMENT) != request.isPresent()) {
            throw new IllegalArgumentException("an adjustment has a second signature, and nothing else has");
        }
    }

    /** An entry that needs no second signature of its own. */
    public Entry(Kind kind, LedgerAccount debit, LedgerAccount credit, long fen, String reference) {
        this(kind, debit, credit, fen, reference, OptionalLong.empty());
    }
}
