package cn.suinian.core.card.stock;

import java.time.Instant;

/**
 * A run of card numbers that this city may use.
 *
 * @param first lowest serial
 * @param last highest serial
 * @param next the first of which no card was ordered yet; {@code last + 1} when there is none left
 * @param layout what the cards look like, as the bureau calls it
 * @param keyVersion of the card master key
 */
public record CardRange(
        int id, int first, int last, int next, String layout, int keyVersion, String addedBy, Instant addedAt) {

    /** How many numbers are left. */
    public int left() {
        return last - next + 1;
    }
}
