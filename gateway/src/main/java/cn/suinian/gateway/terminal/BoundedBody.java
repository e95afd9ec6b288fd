package cn.suinian.gateway.terminal;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads a request's body up to a limit. What is beyond it is read and thrown away, so that a client that sends too much
 * still hears why, and a client that never stops is cut off.
 */
final class BoundedBody {

    private static final long PATIENCE_BYTES = 4L << 20;

    private BoundedBody() {}

    static Future<byte[]> read(HttpServerRequest request, int limit) {
        Promise<byte[]> promise = Promise.promise();
        Buffer kept = Buffer.buffer();
        long[] received = {0};
        request.handler(chunk -> {
            received[0] += chunk.length();
            if (received[0] <= limit) {
                kept.appendBuffer(chunk);
            } else if (received[0] > PATIENCE_BYTES) {
                request.connection().close();
            }
        });
        request.exceptionHandler(brokenOff ->
                promise.tryFail(new Refused(ProblemCode.BAD_HTTP, "the body did not arrive whole and well-formed")));
        request.endHandler(end -> {
            if (received[0] <= limit) {
                promise.tryComplete(kept.getBytes());
            } else {
                promise.tryFail(
                        new Refused(ProblemCode.BODY_TOO_LARGE, "the body may have at most " + limit + " bytes"));
            }
        });
        return promise.future();
    }
}
