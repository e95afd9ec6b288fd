package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that came back, for somebody to look into. Its money is owed again, and the vendor is paid nothing until it
 * is resolved.
 *
 * @param kind REJECTED or RETURNED
 * @param takenBy staff number of who took the bank's answer, and so does not resolve it; null: no person
 * @param resolution what was found; null while it is open
 * @param disputed whether somebody says that it never came back, and nobody decided that yet
 * @param undone whether two people agreed that it never came back
 */
public record PaymentReturn(
        long paymentNo,
        Payer payer,
        int vendorId,
        String vendorCode,
        long fen,
        Payment.State kind,
        @Nullable String bankReason,
        Instant openedAt,
        @Nullable Long takenBy,
        @Nullable String resolvedAs,
        @Nullable Instant resolvedAt,
        @Nullable String resolution,
        boolean disputed,
        boolean undone) {

    /** What files and the bank's answer call the payment. */
    public String id() {
        return Payment.id(paymentNo);
    }
}
