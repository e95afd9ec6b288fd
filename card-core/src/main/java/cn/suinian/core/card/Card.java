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
     * @param listed whether the denylist held the card then
     * @param listVersion version of the denylist that last put the card on it or took it off; 0: none ever did
     * @param recordedAt when it was recorded, seconds since 1970-01-01T00:00Z
     */
    public record Stood(CardStatus status, long since, boolean listed, long listVersion, long recordedAt) {}

    private static final Stood NOT_YET = new Stood(CardStatus.ISSUED, Long.MIN_VALUE, false, 0, 0);

    public Card {
        history = List.copyOf(history);
    }

    /**
     * How the card stood at a moment: the latest word on it counts, from the time it was said to be true. Before all of
     * them nobody had it in hand.
     */
    public Stood stoodAt(long epochSecond) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).since() <= epochSecond) {
                return history.get(i);
            }
        }
        return NOT_YET;
    }

    /** Whether the denylist of this version held the card. */
    public boolean wasOnList(long version) {
        boolean held = false;
        for (Stood each : history) {
            if (each.listVersion() != 0 && each.listVersion() <= version) {
                held = each.listed();
            }
        }
        return held;
    }

    /** When it was recorded, in seconds since 1970-01-01T00:00Z, that put the card on the list it was on then. */
    public long listedSince(Stood stood) {
        for (Stood each : history) {
            if (each.listed() && each.listVersion() == stood.listVersion()) {
                return each.recordedAt();
            }
        }
        return stood.recordedAt();
    }
}
