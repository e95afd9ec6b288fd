package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether card and holder are fit for any benefit. */
final class ReferenceCard {

    private static final long LATE_SECONDS = 7 * 24 * 60 * 60;
    private static final long ONLINE_SECONDS = 5 * 60;
    private static final long GOOD_FAITH_SECONDS = 72 * 60 * 60;
    private static final int CARD_AGE = 60;

    private ReferenceCard() {}

    static @Nullable DeclineReason refusal(ReferencePerson person, Tap tap) {
        long underWay = Duration.between(tap.tappedAt(), tap.receivedAt()).toSeconds();
        if (underWay > LATE_SECONDS) {
            return DeclineReason.TAP_TOO_LATE;
        }
        Card card = person.card(tap.cardSerial());
        DeclineReason status = underWay <= ONLINE_SECONDS ? stopped(card.status()) : stoppedOffline(card, tap);
        if (status != null) {
            return status;
        }
        LocalDate day = tap.key().tapDate();
        if (card.expiresOn().isBefore(day)) {
            return DeclineReason.CARD_EXPIRED;
        }
        LocalDate died = person.diedOn();
        if (died != null && died.isBefore(day)) {
            return DeclineReason.HOLDER_DECEASED;
        }
        return person.ageOn(day) < CARD_AGE ? DeclineReason.HOLDER_UNDER_AGE : null;
    }

    /** A stored tap is judged by its own time, and by what its terminal could know then. */
    private static @Nullable DeclineReason stoppedOffline(Card card, Tap tap) {
        long at = tap.tappedAt().getEpochSecond();
        Stood then = null;
        for (Stood each : card.history()) {
            if (each.since() <= at) {
                then = each; // whatever was recorded later knows better
            }
        }
        if (then == null) {
            return DeclineReason.CARD_NOT_ACTIVE;
        }
        Long held = tap.context().denylistVersion();
        return held != null && couldNotKnow(card, then, held, at) ? null : stopped(then.status());
    }

    /** A list of that number did not have the card on it, and the one that does is not too old to excuse anybody. */
    private static boolean couldNotKnow(Card card, Stood then, long held, long at) {
        boolean onIt = false;
        long listedOn = then.recordedAt();
        for (Stood each : card.history()) {
            if (each.listVersion() != 0 && each.listVersion() <= held) {
                onIt = each.listed();
            }
            if (each.listed() && each.listVersion() == then.listVersion()) {
                listedOn = Math.min(listedOn, each.recordedAt());
            }
        }
        return then.listed() && then.listVersion() > held && !onIt && at < listedOn + GOOD_FAITH_SECONDS;
    }

    private static @Nullable DeclineReason stopped(CardStatus status) {
        return switch (status) {
            case ACTIVE -> null;
            case ISSUED -> DeclineReason.CARD_NOT_ACTIVE;
            case REPLACED -> DeclineReason.CARD_REPLACED;
            case CANCELLED -> DeclineReason.CARD_CANCELLED;
            case LOST -> DeclineReason.CARD_LOST;
        };
    }
}
