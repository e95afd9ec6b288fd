package cn.suinian.core.authorization;

import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapKey;
import org.jspecify.annotations.Nullable;

/** A reversal on its way through a lane: its tap is always looked up first. */
final class PendingReversal extends Passenger<Reversal> {

    private final Reversal.Request request;
    private @Nullable StoredTap stored;
    private boolean looked;

    PendingReversal(Reversal.Request request, long deadlineMillis) {
        super(deadlineMillis);
        this.request = request;
    }

    Reversal.Request request() {
        return request;
    }

    @Nullable
    StoredTap stored() {
        return stored;
    }

    @Override
    TapKey key() {
        return request.key();
    }

    @Override
    boolean canBeDecidedOn(Facts facts) {
        return true;
    }

    @Override
    boolean mustLookUp() {
        return !looked;
    }

    @Override
    void found(@Nullable StoredTap found) {
        stored = found;
        looked = true;
    }

    @Override
    void lookAgain() {
        stored = null;
        looked = false;
    }
}
