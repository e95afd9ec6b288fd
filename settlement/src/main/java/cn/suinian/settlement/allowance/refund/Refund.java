package cn.suinian.settlement.allowance.refund;

import cn.suinian.core.holder.District;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is owed back of a claim.
 *
 * @param runNo of the run that claimed it
 * @param month that it was paid for
 * @param collectedAt when the money of the claim was booked
 * @param returnedOn when the bank returned the payment: the day that it gave, else the day on which its word came
 * @param returnedAt when its word that it had never been paid was booked
 */
public record Refund(
        long runNo,
        long holderId,
        YearMonth month,
        District district,
        long fen,
        Instant collectedAt,
        LocalDate returnedOn,
        Instant returnedAt) {

    String reference() {
        return "allowance-refund:" + runNo + ":" + holderId + ":" + month;
    }
}
