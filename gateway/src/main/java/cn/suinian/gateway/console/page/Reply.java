package cn.suinian.gateway.console.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Ends a reply: with its body, or with its length alone when only the head was asked for. */
final class Reply {

    private Reply() {}

    static void end(RoutingContext request, Buffer body) {
        HttpServerResponse response = request.response();
        if (HttpMethod.HEAD.equals(request.request().method())) {
            response.putHeader("Content-Length", Integer.toString(body.length()));
            response.end();
        } else {
            response.end(body);
        }
    }
}
