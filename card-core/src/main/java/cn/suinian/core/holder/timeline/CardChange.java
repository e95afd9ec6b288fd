package cn.suinian.core.holder.timeline;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import java.time.Instant;

/**
 * A card that came into another status.
 *
 * @param since from when it counts
 * @param recordedAt when it was recorded
 */
public record CardChange(CardNumber card, CardStatus status, Instant since, Instant recordedAt) {}
