package cn.suinian.settlement.payout.policy;

/**
 * What a bank's code means for a payment (ISO 20022 external code sets, ExternalPaymentTransactionStatus1Code and
 * ExternalPaymentGroupStatus1Code). A bank that settled a payment and rejects it afterwards has returned it: pain.002
 * has no code of its own for that.
 */
public enum BankVerdict {
    /** The bank takes it on: ACCP, ACSP, ACWC. */
    ACCEPTED,
    /** The money has arrived: ACSC, ACCC. */
    SETTLED,
    /** The bank does not pay it, or took it back: RJCT, CANC. */
    REJECTED,
    /** Nothing is decided yet: RCVD, PDNG, ACTC, PART, ACFC, PATC, PRES, BLCK, ACWP. */
    UNDECIDED,
    /** No code that we know. */
    UNKNOWN;

    /** What came of a status for one payment; the names are stored. */
    public enum Effect {
        ACCEPTED,
        /** Payable again. */
        REJECTED,
        /** Payable again, after it had been settled. */
        RETURNED,
        /** Kept, and nothing changes. */
        NOTED,
        /** Known already. */
        UNCHANGED,
        /** No payment of that file has this number. */
        UNKNOWN_ID,
        /** Not a code that we know. */
        UNKNOWN_STATUS,
        /** The payment is rejected, returned or was never ordered: somebody has to ask the bank. */
        CONTRADICTS,
        /** The bank names another amount or currency than was ordered: somebody has to ask it. */
        AMOUNT_DIFFERS
    }

    /** How a payment stands before a status. */
    public enum Standing {
        NOT_ORDERED,
        ORDERED,
        ACCEPTED,
        SETTLED,
        OVER
    }

    /** What a code means. */
    public static BankVerdict of(String code) {
        return switch (code) {
            case "ACCP", "ACSP", "ACWC" -> ACCEPTED;
            case "ACSC", "ACCC" -> SETTLED;
            case "RJCT", "CANC" -> REJECTED;
            case "RCVD", "PDNG", "ACTC", "PART", "ACFC", "PATC", "PRES", "BLCK", "ACWP" -> UNDECIDED;
            default -> UNKNOWN;
        };
    }

    /** What this does to a payment. */
    public Effect on(Standing standing) {
        return switch (standing) {
            case NOT_ORDERED -> this == UNKNOWN ? Effect.UNKNOWN_STATUS : Effect.CONTRADICTS;
            case ORDERED -> onOpen(Effect.ACCEPTED, Effect.REJECTED);
            case ACCEPTED -> onOpen(this == SETTLED ? Effect.ACCEPTED : Effect.UNCHANGED, Effect.REJECTED);
            case SETTLED -> onOpen(Effect.UNCHANGED, Effect.RETURNED);
            case OVER ->
                switch (this) {
                    case ACCEPTED, SETTLED -> Effect.CONTRADICTS;
                    case REJECTED -> Effect.UNCHANGED;
                    case UNDECIDED -> Effect.NOTED;
                    case UNKNOWN -> Effect.UNKNOWN_STATUS;
                };
        };
    }

    private Effect onOpen(Effect accepted, Effect rejected) {
        return switch (this) {
            case ACCEPTED, SETTLED -> accepted;
            case REJECTED -> rejected;
            case UNDECIDED -> Effect.NOTED;
            case UNKNOWN -> Effect.UNKNOWN_STATUS;
        };
    }
}
