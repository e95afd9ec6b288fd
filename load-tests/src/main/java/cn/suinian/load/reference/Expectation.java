package cn.suinian.load.reference;

import org.jspecify.annotations.Nullable;

/**
 * What a tap must be answered.
 *
 * @param status of HTTP
 * @param problemCode of a status other than 200, else 0
 * @param reason why declined, null when approved
 * @param payer who owes the subsidy, null when there is none
 * @param operatorSubsidyFen what the canteen gets on top; the answer does not show it, the books do
 * @param balanceLeft subsidised lunches left this week, null for who is entitled to none
 * @param journey OPENED, COMPLETED or ENTRY_MISSING
 * @param isStored whether a row of the tap table must exist for it
 */
public record Expectation(
        int status,
        int problemCode,
        @Nullable String reason,
        long subsidyFen,
        long selfPayFen,
        @Nullable Payer payer,
        long operatorSubsidyFen,
        @Nullable Integer balanceLeft,
        @Nullable String journey,
        boolean isStored) {
    private static final int OK = 200;

    static Expectation refused(int status, int problemCode) {
        return new Expectation(status, problemCode, null, 0, 0, null, 0, null, null, false);
    }

    static Expectation declined(String reason) {
        return new Expectation(OK, 0, reason, 0, 0, null, 0, null, null, true);
    }

    static Expectation mealDeclined(String reason, int lunchesLeft) {
        return new Expectation(OK, 0, reason, 0, 0, null, 0, lunchesLeft, null, true);
    }

    static Expectation declinedWithoutTrace(String reason) {
        return new Expectation(OK, 0, reason, 0, 0, null, 0, null, null, false);
    }

    static Expectation ride(long fareFen, @Nullable String journey) {
        return new Expectation(OK, 0, null, fareFen, 0, Payer.CITY, 0, null, journey, true);
    }

    static Expectation mealInFull(long priceFen) {
        return new Expectation(OK, 0, null, 0, priceFen, null, 0, null, null, true);
    }

    static Expectation mealSubsidised(long subsidyFen, long priceFen, Payer payer, int lunchesLeft) {
        return new Expectation(
                OK,
                0,
                null,
                subsidyFen,
                priceFen - subsidyFen,
                payer,
                MealRules.OPERATOR_SUBSIDY_FEN,
                lunchesLeft,
                null,
                true);
    }

    public boolean isAnswered() {
        return status == OK;
    }

    public boolean isApproved() {
        return isAnswered() && reason == null;
    }

    /** PASS, PAY or HELP: what the reader shows. */
    public String cue() {
        if (!isApproved()) {
            return "HELP";
        }
        return selfPayFen > 0 ? "PAY" : "PASS";
    }
}
