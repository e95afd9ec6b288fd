package cn.suinian.gateway.terminal;

import cn.suinian.gateway.http.EntityTags;
import cn.suinian.gateway.http.PublishedDocument;
import cn.suinian.gateway.http.body.Query;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;

/** GET /openapi.yaml: the terminal API, described for machines. For everybody, like docs/protocol.md. */
final class DocumentCall implements Call {

    private static final int NOT_MODIFIED = 304;

    private final PublishedDocument document = PublishedDocument.of("/openapi.yaml");

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Query.of(exchange.request()).nothingElse();
        exchange.header("ETag", document.etag());
        exchange.header("Cache-Control", "public, max-age=300");
        if (EntityTags.name(exchange.request().headers().getAll("If-None-Match"), document.etag())) {
            return Future.succeededFuture(Reply.empty(NOT_MODIFIED));
        }
        exchange.header("Content-Type", "application/yaml");
        return Future.succeededFuture(Reply.json(document.content()));
    }
}
