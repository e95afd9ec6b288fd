package cn.suinian.gateway.console.tap;

import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.card.CardNumber;
import org.jspecify.annotations.Nullable;

/**
 * Where a tap was made, with what and by whom it is paid: what a clerk asks before asking why.
 *
 * @param vendorCode empty when the vendor's row is gone
 * @param payer its code; null: nobody pays
 * @param direction of a transit tap; null: it has none
 * @param line as the terminal called it; null: it said nothing, as with station and vehicle
 * @param deliverySubsidyFen what the vendor gets for bringing a meal
 * @param partner the other half of a metro journey; null: none was known when this one was decided
 */
record Circumstances(
        TapKey key,
        String vendorCode,
        String vendorName,
        CardNumber card,
        @Nullable Integer payer,
        @Nullable Direction direction,
        @Nullable String line,
        @Nullable String station,
        @Nullable String vehicle,
        int deliverySubsidyFen,
        @Nullable TapId partner) {}
