package cn.suinian.gateway.counter.call;

import cn.suinian.gateway.counter.gate.Answer;
import cn.suinian.gateway.counter.gate.CounterRoute;
import cn.suinian.gateway.counter.gate.Visit;
import cn.suinian.gateway.http.EntityTags;
import cn.suinian.gateway.http.PublishedDocument;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/** GET /openapi.yaml: this API, described for machines. For everybody, like docs/counter-api.md. */
public final class DocumentCall {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final PublishedDocument document = PublishedDocument.of("/counter-openapi.yaml");

    /** Its line of the route table. */
    public List<CounterRoute> routes() {
        return List.of(CounterRoute.open("GET", "/openapi.yaml", this::answer));
    }

    private Answer answer(Visit visit) {
        visit.asked().query().nothingElse();
        Map<String, String> headers = Map.of("ETag", document.etag(), "Cache-Control", "public, max-age=300");
        if (EntityTags.name(visit.asked().headers().getAll("If-None-Match"), document.etag())) {
            return new Answer(NOT_MODIFIED, Buffer.buffer(), headers);
        }
        return new Answer(OK, document.content(), headers).with("Content-Type", "application/yaml");
    }
}
