package cn.suinian.settlement.allowance.kept;

import cn.suinian.core.holder.District;
import java.time.YearMonth;

/**
 * Somebody whose last payment the bank returned and who is left out for it.
 *
 * @param runNo the run that leaves them out
 * @param month of that run
 * @param waitingFen what waits for them, by that run
 * @param paymentNo the payment that came back
 * @param paidBy the run that ordered it
 * @param code why, by the bank's own code; may be empty
 * @param waits whether somebody said that the account is good and nobody decided yet
 */
public record KeptAccount(
        long runNo,
        YearMonth month,
        District district,
        long holderId,
        long waitingFen,
        long paymentNo,
        long paidBy,
        String code,
        boolean waits) {}
