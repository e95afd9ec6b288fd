package cn.suinian.settlement.allowance.refund;

import cn.suinian.core.holder.District;
import java.time.Instant;
import java.time.YearMonth;

/**
 * What is owed back of a claim.
 *
 * @param runNo of the run that claimed it
 * @param month that it was paid for
 * @param collectedAt when the money of the claim was booked
 * @param returnedAt when the bank's word came that it had never been paid
 */
public record Refund(
        long runNo,
        long holderId,
        YearMonth month,
        District district,
        long fen,
        Instant collectedAt,
        Instant returnedAt) {

    String reference() {
        return "allowance-refund:" + runNo + ":" + holderId + ":" + month;
    }
}
