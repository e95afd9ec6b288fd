package cn.suinian.core.card;

import java.time.LocalDate;

/**
 * A card as a decision sees it.
 *
 * @param serial see {@link CardNumber}
 * @param status since {@code statusSince}
 * @param statusSince seconds since 1970-01-01T00:00Z
 * @param expiresOn last day on which the card may be used, in Asia/Shanghai
 */
public record Card(int serial, CardStatus status, long statusSince, LocalDate expiresOn) {}
