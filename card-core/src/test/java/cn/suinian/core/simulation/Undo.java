package cn.suinian.core.simulation;

import cn.suinian.core.authorization.NotAuthorized;
import cn.suinian.core.authorization.decision.Reversal;
import org.jspecify.annotations.Nullable;

/** A terminal's wish to undo one of its taps, kept until it is answered. */
final class Undo {

    /** One time that it is asked of a node. */
    static final class Attempt extends Asked {
        final Undo undo;
        final Reversal.Request request;
        final boolean wasStored;

        /** Whether the tap was stored when it was asked. */
        Attempt(Undo undo, Reversal.Request request, long deadlineMillis, boolean wasStored) {
            super(deadlineMillis);
            this.undo = undo;
            this.request = request;
            this.wasStored = wasStored;
        }

        @Override
        public String toString() {
            return undo.toString();
        }
    }

    final Job of;
    final Reversal.Cause cause;

    @Nullable
    Reversal answer;

    NotAuthorized.@Nullable Cause end;

    Undo(Job of, Reversal.Cause cause) {
        this.of = of;
        this.cause = cause;
    }

    boolean finished() {
        return answer != null || end != null;
    }

    @Override
    public String toString() {
        return "reversal of " + of;
    }
}
