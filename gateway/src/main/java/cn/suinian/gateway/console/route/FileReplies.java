package cn.suinian.gateway.console.route;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Sends files that are written while they are sent. */
final class FileReplies {

    private final WorkPool pool;

    FileReplies(WorkPool pool) {
        this.pool = pool;
    }

    /**
     * Sends one.
     *
     * @return fails as the writing did; when the head of the reply is gone already, the caller cuts the connection
     */
    Future<Void> send(RoutingContext request, Answer.Stream file) {
        HttpServerResponse response = request.response();
        if (HttpMethod.HEAD.equals(request.request().method())) {
            return Replies.head(response, file.fileName(), file.contentType()).end();
        }
        ReplyStream out = new ReplyStream(request.vertx().getOrCreateContext(), response, file);
        return pool.run(() -> {
                    file.content().to(out);
                    out.finish();
                    return out;
                })
                .<Void>mapEmpty()
                // Whoever went away in the middle has no need of an error, and it was nobody's fault.
                .recover(failure -> response.closed() ? Future.succeededFuture() : Future.failedFuture(failure));
    }
}
