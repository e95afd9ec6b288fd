package cn.suinian.core.card.bureau;

import cn.suinian.core.card.stock.CardRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order of cards.
 *
 * @param keyVersion of the card master key
 * @param exportedTimes how often its file went out
 */
public record CardBatch(
        int id,
        CardRun run,
        String layout,
        int keyVersion,
        String orderedBy,
        Instant orderedAt,
        int exportedTimes,
        @Nullable Instant lastExportedAt) {}
