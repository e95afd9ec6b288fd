package cn.suinian.core.simulation;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import org.jspecify.annotations.Nullable;

/** One time that something is asked of a node. */
abstract class Asked {

    final long deadlineMillis;
    boolean heard;

    @Nullable
    Cause refused;

    Asked(long deadlineMillis) {
        this.deadlineMillis = deadlineMillis;
    }

    /** Whether it was told that nothing of it was or will be done. */
    final boolean toldUntouched() {
        return refused != null && refused != Cause.OUTCOME_UNKNOWN;
    }
}
