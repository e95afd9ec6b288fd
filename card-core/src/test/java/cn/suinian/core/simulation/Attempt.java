package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Tap;

/** One time that a tap is presented to a node. */
final class Attempt extends Asked {

    final Job job;
    final Tap tap;

    /** How often the card's holder was changed by a counter when a lost card was presented online; else -1. */
    final int lostAtChange;

    Attempt(Job job, Tap tap, long deadlineMillis, int lostAtChange) {
        super(deadlineMillis);
        this.job = job;
        this.tap = tap;
        this.lostAtChange = lostAtChange;
    }

    @Override
    public String toString() {
        return job.toString();
    }
}
