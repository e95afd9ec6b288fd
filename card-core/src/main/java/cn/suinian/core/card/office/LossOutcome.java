package cn.suinian.core.card.office;

import cn.suinian.core.refusal.RefusedException;

/** What became of a report of loss. */
public sealed interface LossOutcome {

    /** The card is stopped. */
    record Stopped(CardAct act) implements LossOutcome {}

    /** It is not, and whoever asked learns why of a card that another district serves: they used one of their day. */
    record Refused(RefusedException why) implements LossOutcome {}

    /** The act; throws why there is none. */
    default CardAct orThrow() {
        if (this instanceof Refused refused) {
            throw refused.why();
        }
        return ((Stopped) this).act();
    }
}
