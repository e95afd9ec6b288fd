package cn.suinian.core.authorization.decision;

import cn.suinian.core.authorization.decision.Ruling.Limits;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import java.time.Duration;

/**
 * How a card stands for a tap. An online tap is judged by what is known on arrival: neither a slow clock in a terminal
 * nor one in this node lets a card through that was already reported lost. A stored tap is judged by how the card stood
 * at the tap, and by what the terminal could know: it is let through in good faith when the denylist that the terminal
 * says it held was older than the one that named the card, and did not name it either.
 *
 * <p>Good faith has an end. A terminal is to fetch the list daily; one that did not for longer than the limits allow
 * is not excused, or a list never fetched would be a licence. The time runs from when the card was listed: that a lost
 * card is replaced some days later does not begin it anew.
 *
 * @param status the status it is judged by
 * @param online judged by what is known on arrival
 * @param goodFaith the status would refuse, but the terminal could not know
 */
record CardStanding(CardStatus status, boolean online, boolean goodFaith) {

    static CardStanding of(Card card, Tap tap, Limits limits) {
        if (underWaySeconds(tap) <= limits.onlineSeconds()) {
            return new CardStanding(card.status(), true, false);
        }
        Stood stood = card.stoodAt(tap.tappedAt().getEpochSecond());
        return new CardStanding(stood.status(), false, couldNotKnow(card, stood, tap, limits));
    }

    static long underWaySeconds(Tap tap) {
        return Duration.between(tap.tappedAt(), tap.receivedAt()).toSeconds();
    }

    /** A terminal that does not say which list it held claims nothing. */
    private static boolean couldNotKnow(Card card, Stood stood, Tap tap, Limits limits) {
        Long held = tap.context().denylistVersion();
        if (held == null || !stood.listed() || held >= stood.listVersion() || card.wasOnList(held)) {
            return false;
        }
        long staleSince = card.listedSince(stood)
                + Duration.ofHours(limits.goodFaithHours()).toSeconds();
        return tap.tappedAt().getEpochSecond() < staleSince;
    }
}
