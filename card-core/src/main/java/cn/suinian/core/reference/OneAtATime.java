package cn.suinian.core.reference;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work of which one piece is under way at a time; all who ask meanwhile share one more, which begins after it. */
final class OneAtATime {

    private final Supplier<Future<Void>> work;
    private boolean busy;
    private @Nullable Promise<Void> next;

    OneAtATime(Supplier<Future<Void>> work) {
        this.work = work;
    }

    /** Done when a piece of work is that began after this call. */
    Future<Void> ask() {
        synchronized (this) {
            if (busy) {
                if (next == null) {
                    next = Promise.promise();
                }
                return next.future();
            }
            busy = true;
        }
        return begin();
    }

    private Future<Void> begin() {
        return Future.succeededFuture().compose(now -> work.get()).onComplete(done -> ended());
    }

    private void ended() {
        Promise<Void> asked;
        synchronized (this) {
            asked = next;
            next = null;
            busy = asked != null;
        }
        if (asked != null) {
            begin().onComplete(asked);
        }
    }
}
