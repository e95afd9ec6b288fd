package cn.suinian.core.card.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card of the stock.
 *
 * @param batchId the order it was made by; null: it came ready-made
 * @param counterId where it lies or was handed out; null: the city's store
 * @param keyVersion of the card master key its key is derived from
 */
public record StockCard(
        int serial,
        int rangeId,
        @Nullable Integer batchId,
        @Nullable Integer counterId,
        StockStatus status,
        Instant since,
        int keyVersion) {}
