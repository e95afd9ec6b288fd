package cn.suinian.core.card;

import java.time.LocalDate;
import java.util.List;

/**
 * A card as a decision sees it.
 *
 * @param serial see {@link CardNumber}
 * @param status where it stands now
 * @param history every status it ever had, the latest recorded last
 * @param expiresOn last day on which the card may be used, in Asia/Shanghai
 */
public record Card(int serial, CardStatus status, List<Stood> history, LocalDate expiresOn) {

    /**
     * A status and since when the card had it.
     *
     * @param since seconds since 1970-01-01T00:00Z; may lie before it was recorded
     * @param listedAs version of the denylist that first told terminals; 0 while the list did not hold the card
     * @param recordedAt when it was recorded, seconds since 1970-01-01T00:00Z
     */
    public record Stood(CardStatus status, long since, long listedAs, long recordedAt) {}

    public Card {
        history = List.copyOf(history);
    }

    /**
     * How the card stood at a moment: the latest word on it counts, from the time it was said to be true. Before all of
     * them it stood as it was first recorded.
     */
    public Stood stoodAt(long epochSecond) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).since() <= epochSecond) {
                return history.get(i);
            }
        }
        return history.get(0);
    }
}
