package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that came back, for somebody to look into. Its money is payable again already.
 *
 * @param kind REJECTED or RETURNED
 * @param resolution what was found; null while it is open
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
        @Nullable String resolvedAs,
        @Nullable Instant resolvedAt,
        @Nullable String resolution) {}
