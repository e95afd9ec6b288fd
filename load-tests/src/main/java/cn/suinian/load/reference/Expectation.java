package cn.suinian.load.reference;

import org.jspecify.annotations.Nullable;

/**
 * What a tap or its reversal must be answered. Amounts in fen; those of a reversal are below nothing.
 *
 * @param status of HTTP
 * @param problemCode of a status other than 200, else 0
 * @param outcome APPROVED, DECLINED or REVERSED; empty when there is no answer
 * @param reason why declined, null when approved
 * @param payer who owes the subsidy, null when there is none
 * @param operatorSubsidyFen what the canteen gets on top; the answer does not show it, the books do
 * @param deliverySubsidyFen what it gets for bringing the meal; shown by the books alone
 * @param balanceLeft subsidised lunches left this week, or fen of the voucher; null for who has neither
 * @param journey OPENED, COMPLETED or ENTRY_MISSING
 * @param isStored whether a row of the tap table must exist for it
 */
public record Expectation(
        int status,
        int problemCode,
        String outcome,
        @Nullable String reason,
        long subsidyFen,
        long selfPayFen,
        @Nullable Payer payer,
        long operatorSubsidyFen,
        long deliverySubsidyFen,
        @Nullable Integer balanceLeft,
        @Nullable String journey,
        boolean isStored) {
    private static final int OK = 200;
    private static final String APPROVED = "APPROVED";

    static Expectation refused(int status, int problemCode) {
        return new Expectation(status, problemCode, "", null, 0, 0, null, 0, 0, null, null, false);
    }

    static Expectation declined(String reason) {
        return declined(reason, null, true);
    }

    static Expectation mealDeclined(String reason, int lunchesLeft) {
        return declined(reason, lunchesLeft, true);
    }

    static Expectation voucherEmpty() {
        return declined("VOUCHER_USED_UP", 0, true);
    }

    static Expectation declinedWithoutTrace(String reason) {
        return declined(reason, null, false);
    }

    static Expectation ride(long fareFen, @Nullable String journey) {
        return new Expectation(OK, 0, APPROVED, null, fareFen, 0, Payer.CITY, 0, 0, null, journey, true);
    }

    static Expectation mealInFull(long priceFen) {
        return new Expectation(OK, 0, APPROVED, null, 0, priceFen, null, 0, 0, null, null, true);
    }

    static Expectation mealSubsidised(long subsidyFen, long priceFen, long deliveryFen, Payer payer, int lunchesLeft) {
        return new Expectation(
                OK,
                0,
                APPROVED,
                null,
                subsidyFen,
                priceFen - subsidyFen,
                payer,
                MealRules.OPERATOR_SUBSIDY_FEN,
                deliveryFen,
                lunchesLeft,
                null,
                true);
    }

    static Expectation errand(long subsidyFen, long priceFen, Payer payer, @Nullable Integer balanceLeft) {
        return new Expectation(
                OK, 0, APPROVED, null, subsidyFen, priceFen - subsidyFen, payer, 0, 0, balanceLeft, null, true);
    }

    /** What the reversal of a tap with this answer must be answered. */
    Expectation reversed(@Nullable Integer left) {
        return new Expectation(
                OK,
                0,
                "REVERSED",
                null,
                -subsidyFen,
                -selfPayFen,
                payer,
                -operatorSubsidyFen,
                -deliverySubsidyFen,
                left,
                null,
                false);
    }

    public boolean isAnswered() {
        return status == OK;
    }

    public boolean isApproved() {
        return APPROVED.equals(outcome);
    }

    public boolean isReversal() {
        return "REVERSED".equals(outcome);
    }

    /** PASS, PAY or HELP: what the reader shows. */
    public String cue() {
        if (isReversal()) {
            return "PASS";
        }
        if (!isApproved()) {
            return "HELP";
        }
        return selfPayFen > 0 ? "PAY" : "PASS";
    }

    private static Expectation declined(String reason, @Nullable Integer left, boolean stored) {
        return new Expectation(OK, 0, "DECLINED", reason, 0, 0, null, 0, 0, left, null, stored);
    }
}
