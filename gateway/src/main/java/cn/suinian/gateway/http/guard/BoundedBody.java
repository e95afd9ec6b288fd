package cn.suinian.gateway.http.guard;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A request's body, read up to a limit. What is beyond it is read and thrown away, so that a client that sends too much
 * still hears why, and a client that never stops is cut off. Used on the request's event loop only.
 */
public final class BoundedBody {

    /** Enough for one tap, ten times over; what is kept beyond it is borrowed from {@link LargeBodies}. */
    public static final int SMALL = 16 * 1024;

    private static final long PATIENCE_BYTES = 4L << 20;

    private final HttpServerRequest request;
    private final int limit;
    private final LargeBodies large;
    private final Promise<byte[]> promise = Promise.promise();
    private Buffer kept = Buffer.buffer();
    private long received;
    private long borrowed;

    /** The body of a request, not read yet. */
    public BoundedBody(HttpServerRequest request, int limit, LargeBodies large) {
        this.request = request;
        this.limit = limit;
        this.large = large;
    }

    /** Reads it; fails with {@link Refused}. */
    public Future<byte[]> read() {
        request.handler(this::chunk);
        request.exceptionHandler(brokenOff ->
                promise.tryFail(new Refused(ProblemCode.BAD_HTTP, "the body did not arrive whole and well-formed")));
        request.endHandler(end -> ended());
        return promise.future();
    }

    /** Call once, when the body is no longer needed. */
    public void release() {
        large.giveBack(borrowed);
        borrowed = 0;
    }

    private void chunk(Buffer chunk) {
        received += chunk.length();
        if (received > PATIENCE_BYTES) {
            request.connection().close();
        } else if (received <= limit && !promise.future().isComplete()) {
            keep(chunk);
        }
    }

    private void keep(Buffer chunk) {
        long more = Math.max(0, received - SMALL) - borrowed;
        if (large.take(more)) {
            borrowed += more;
            kept.appendBuffer(chunk);
        } else {
            kept = Buffer.buffer();
            promise.tryFail(new Refused(
                    ProblemCode.QUEUE_FULL, "too many large requests are arriving; nothing was done, send it again"));
        }
    }

    private void ended() {
        if (received <= limit) {
            promise.tryComplete(kept.getBytes());
        } else {
            promise.tryFail(new Refused(ProblemCode.BODY_TOO_LARGE, "the body may have at most " + limit + " bytes"));
        }
    }
}
