package cn.suinian.core.authorization;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapKey;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Whoever rides in a train: a tap, or the reversal of one. All fields but the promise belong to the lane's thread.
 *
 * @param <A> what it waits for
 */
abstract class Passenger<A> {

    private final long deadlineMillis;
    private final Promise<A> promise = Promise.promise();
    private boolean mayBeStored;
    private int attempts;

    /** Measured and never decided on: real time in the simulator too. */
    private long boardedNanos = System.nanoTime();

    Passenger(long deadlineMillis) {
        this.deadlineMillis = deadlineMillis;
    }

    /** Of the tap it is about. */
    abstract TapKey key();

    /** Whether these facts are enough to decide on. */
    abstract boolean canBeDecidedOn(Facts facts);

    /** Whether the tap it is about must be looked up first. */
    abstract boolean mustLookUp();

    /** What a look-up found; null for nothing. */
    abstract void found(@Nullable StoredTap stored);

    /** What is known of the stored tap no longer counts: look again. */
    abstract void lookAgain();

    final Future<A> answer() {
        return promise.future();
    }

    final long holderId() {
        return key().holderId();
    }

    /** It was sent to the database and nobody heard what became of it. */
    final void outcomeUnknown() {
        mayBeStored = true;
        lookAgain();
    }

    /** Its train came back without an answer for it. */
    final void boardAgain() {
        boardedNanos = System.nanoTime();
    }

    /** When it came to the platform, as {@link System#nanoTime} counts. */
    final long boardedNanos() {
        return boardedNanos;
    }

    final int anotherAttempt() {
        return ++attempts;
    }

    final boolean overdue(long nowMillis) {
        return nowMillis >= deadlineMillis;
    }

    final boolean done() {
        return promise.future().isComplete();
    }

    final void answer(A answer) {
        promise.tryComplete(answer);
    }

    /** Will never be authorized, and nothing of it is stored under this TAC. */
    final void refuse(Cause why) {
        promise.tryFail(new NotAuthorized(why));
    }

    /** Gives up while the database does not have it; but an earlier attempt of it may have come through. */
    final void giveUp(Cause why) {
        promise.tryFail(new NotAuthorized(mayBeStored ? Cause.OUTCOME_UNKNOWN : why));
    }

    /** Gives up while the database has it. */
    final void giveUpUnderWay() {
        promise.tryFail(new NotAuthorized(Cause.OUTCOME_UNKNOWN));
    }
}
