package cn.suinian.gateway.console.today;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.card.CardNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the latest taps.
 *
 * @param id what the tap is called
 * @param service code as stored
 * @param reason 0 approved, else the number of the decline reason
 * @param journey 0 none, else what a metro tap became
 * @param direction 1 entry, 2 exit, 3 boarding; null for what is not transit
 * @param undone whether it was reversed since
 */
record LatestTap(
        TapId id,
        Instant tappedAt,
        Instant receivedAt,
        int service,
        String vendor,
        CardNumber card,
        long amountFen,
        long subsidyFen,
        int reason,
        int journey,
        @Nullable Integer direction,
        boolean undone) {}
