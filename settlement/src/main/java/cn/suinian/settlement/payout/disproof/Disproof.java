package cn.suinian.settlement.payout.disproof;

import cn.suinian.core.money.Payer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that a payment never came back.
 *
 * @param turn which return of the payment, from 1
 * @param takenBy staff number of who took the bank's answer, and so neither asks nor decides; null: no person
 * @param reason why it is no return
 * @param evidence on what
 */
public record Disproof(
        long requestNo,
        long paymentNo,
        int turn,
        Payer payer,
        int vendorId,
        String vendorCode,
        long fen,
        @Nullable Long takenBy,
        String reason,
        String evidence,
        long askedBy,
        String askedAs,
        Instant askedAt) {

    /** In the journal: that of the return itself. */
    String reference() {
        return "payment:" + paymentNo + (turn > 1 ? ":" + turn : "");
    }
}
