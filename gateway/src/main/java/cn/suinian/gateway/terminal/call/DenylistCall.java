package cn.suinian.gateway.terminal.call;

import cn.suinian.gateway.denylist.DenylistFeed;
import cn.suinian.gateway.denylist.SignedList;
import cn.suinian.gateway.http.EntityTags;
import cn.suinian.gateway.http.body.Query;
import cn.suinian.gateway.terminal.body.FieldValues;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * GET /v1/denylist. From then on the terminal has the version it is sent: what it names as {@code since} would show one
 * that always fetches the whole list as having none.
 */
public final class DenylistCall implements Call {

    private static final int NOT_MODIFIED = 304;

    /** A MAC over this many bytes takes longer than a tap may wait behind it. */
    private static final int LARGE_BYTES = 32 * 1024;

    private final DenylistFeed feed;

    public DenylistCall(DenylistFeed feed) {
        this.feed = feed;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        exchange.authenticate(body);
        Query query = Query.of(exchange.request());
        Long since = query.optional("since")
                .map(text -> FieldValues.version("since", text))
                .orElse(null);
        query.nothingElse();
        Context here = Vertx.currentContext();
        return onContext(here, feed.since(since)).compose(list -> {
            exchange.noteDenylist(list.version(), exchange.caller().at());
            return answer(exchange, list, here);
        });
    }

    private static Future<Reply> answer(Exchange exchange, SignedList list, Context here) {
        exchange.header("ETag", list.etag());
        exchange.header("Cache-Control", "private, no-cache");
        if (EntityTags.name(exchange.request().headers().getAll("If-None-Match"), list.etag())) {
            return Future.succeededFuture(Reply.empty(NOT_MODIFIED));
        }
        exchange.header("Suinian-Signature", list.signatureHeader());
        Reply reply = Reply.json(list.body());
        return list.body().length() <= LARGE_BYTES
                ? Future.succeededFuture(reply)
                : here.executeBlocking(() -> exchange.sealed(reply), false);
    }

    /** Other loops may wait for the same list; what is done with it is done on one's own. */
    private static <T> Future<T> onContext(Context here, Future<T> elsewhere) {
        return Future.future(promise -> elsewhere.onComplete(
                result -> here.runOnContext(now -> promise.succeed(result)),
                failure -> here.runOnContext(now -> promise.fail(failure))));
    }
}
