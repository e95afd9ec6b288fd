package cn.suinian.gateway.terminal;

import io.vertx.core.Future;

/** What a call is answered with; headers of its own it has set at the exchange. */
record Reply(int status, String body) {

    /** A good answer. */
    static Reply json(String body) {
        return new Reply(200, body);
    }

    /** A good answer that is known at once. */
    static Future<Reply> now(String body) {
        return Future.succeededFuture(json(body));
    }
}
