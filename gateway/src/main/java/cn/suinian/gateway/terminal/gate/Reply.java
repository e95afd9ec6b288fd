package cn.suinian.gateway.terminal.gate;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a call is answered with; headers of its own it has set at the exchange.
 *
 * @param mac the value of Suinian-Mac when it was computed before, because the body is large
 */
public record Reply(int status, Buffer body, @Nullable String mac) {

    /** A good answer. */
    public static Reply json(String body) {
        return json(Buffer.buffer(body));
    }

    /** A good answer, written already. */
    public static Reply json(Buffer body) {
        return new Reply(200, body, null);
    }

    /** An answer that says all with its status. */
    public static Reply empty(int status) {
        return new Reply(status, Buffer.buffer(), null);
    }

    /** A good answer that is known at once. */
    public static Future<Reply> now(String body) {
        return Future.succeededFuture(json(body));
    }
}
