package cn.suinian.core.card.office;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A card as a counter sees it.
 *
 * @param since from when the status counts; may lie before it was recorded
 * @param expiresOn last day on which the card may be used, in Asia/Shanghai
 */
public record CardState(int serial, long holderId, CardStatus status, Instant since, LocalDate expiresOn) {

    /** The printed number. */
    public CardNumber number() {
        return new CardNumber(serial);
    }

    /** Whether it is the one card that its holder has; a lost one still is. */
    public boolean live() {
        return switch (status) {
            case ISSUED, ACTIVE, LOST -> true;
            case REPLACED, CANCELLED -> false;
        };
    }
}
