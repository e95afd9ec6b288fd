package cn.suinian.core.authorization;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Prior;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapKey;
import org.jspecify.annotations.Nullable;

/** A tap on its way through a lane. */
final class PendingTap extends Passenger<Answer> {

    private final Tap tap;
    private Prior prior = Prior.NOT_LOOKED_UP;
    private boolean mustLookUp;

    PendingTap(Tap tap, long deadlineMillis) {
        super(deadlineMillis);
        this.tap = tap;
    }

    Tap tap() {
        return tap;
    }

    Prior prior() {
        return prior;
    }

    @Override
    TapKey key() {
        return tap.key();
    }

    @Override
    boolean canBeDecidedOn(Facts facts) {
        return facts.hasCard(tap.cardSerial());
    }

    @Override
    boolean mustLookUp() {
        return mustLookUp;
    }

    @Override
    void found(@Nullable StoredTap stored) {
        prior = stored == null ? Prior.ABSENT : Prior.present(stored.tac(), stored.answer());
        mustLookUp = false;
    }

    @Override
    void lookAgain() {
        prior = Prior.NOT_LOOKED_UP;
        mustLookUp = true;
    }
}
