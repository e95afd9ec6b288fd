package cn.suinian.core.authorization;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Prior;
import cn.suinian.core.authorization.decision.Tap;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** A tap on its way through a lane. All fields but the promise belong to the lane's thread. */
final class PendingTap {

    private final Tap tap;
    private final long deadlineMillis;
    private final Promise<Answer> promise = Promise.promise();
    private Prior prior = Prior.NOT_LOOKED_UP;
    private boolean mustLookUp;
    private boolean mayBeStored;
    private int attempts;

    PendingTap(Tap tap, long deadlineMillis) {
        this.tap = tap;
        this.deadlineMillis = deadlineMillis;
    }

    Tap tap() {
        return tap;
    }

    Future<Answer> answer() {
        return promise.future();
    }

    Prior prior() {
        return prior;
    }

    void knows(Prior found) {
        prior = found;
        mustLookUp = false;
    }

    boolean mustLookUp() {
        return mustLookUp;
    }

    /** What is known of an earlier tap no longer counts: look again. */
    void lookAgain() {
        prior = Prior.NOT_LOOKED_UP;
        mustLookUp = true;
    }

    /** It was sent to the database and nobody heard what became of it. */
    void outcomeUnknown() {
        mayBeStored = true;
        lookAgain();
    }

    int anotherAttempt() {
        return ++attempts;
    }

    boolean overdue(long nowMillis) {
        return nowMillis >= deadlineMillis;
    }

    boolean done() {
        return promise.future().isComplete();
    }

    void answer(Answer answer) {
        promise.tryComplete(answer);
    }

    /** Will never be authorized, and nothing of it is stored under this TAC. */
    void refuse(Cause why) {
        promise.tryFail(new NotAuthorized(why));
    }

    /** Gives up while it waits in the queue. */
    void giveUp(Cause why) {
        promise.tryFail(new NotAuthorized(mayBeStored ? Cause.OUTCOME_UNKNOWN : why));
    }

    /** Gives up while the database has it. */
    void giveUpUnderWay() {
        promise.tryFail(new NotAuthorized(Cause.OUTCOME_UNKNOWN));
    }
}
