package cn.suinian.settlement.clearing;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.util.Optional;

/**
 * A tap behind a figure, or one that was taken back. It names nobody.
 *
 * @param payer empty: nobody subsidises it
 * @param amountFen price or fare
 * @param subsidyFen the part of it that the payer bears
 * @param extraFen operator's and delivery subsidy together
 */
public record SettledTap(
        TapId id,
        Instant tappedAt,
        Instant receivedAt,
        String vendorCode,
        String vendorName,
        Optional<Payer> payer,
        Service service,
        long amountFen,
        long subsidyFen,
        long extraFen) {}
