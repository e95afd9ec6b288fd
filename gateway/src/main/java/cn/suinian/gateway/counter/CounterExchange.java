package cn.suinian.gateway.counter;

import cn.suinian.gateway.counter.gate.Answer;
import cn.suinian.gateway.counter.gate.Failures;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.guard.HttpDate;
import cn.suinian.gateway.http.guard.Visitors;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** One request and its answer. Used on the request's event loop only. */
final class CounterExchange implements Visitors.Arriving {

    private static final int PROBLEM = 400;
    private static final int UNAUTHORIZED = 401;

    private final HttpServerRequest request;
    private final CounterApi.Found found;
    private final HttpDate date;
    private final CounterMeters meters;

    CounterExchange(HttpServerRequest request, CounterApi.Found found, HttpDate date, CounterMeters meters) {
        this.request = request;
        this.found = found;
        this.date = date;
        this.meters = meters;
    }

    @Override
    public HttpServerRequest request() {
        return request;
    }

    CounterApi.Found found() {
        return found;
    }

    @Override
    public void fail(Throwable failure) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        Refused refused = Failures.refusal(where(), failure);
        if (refused.retryAfterSeconds() > 0) {
            response.putHeader("Retry-After", Integer.toString(refused.retryAfterSeconds()));
        }
        challenge(response, refused.code());
        if (refused.code() == ProblemCode.METHOD_NOT_ALLOWED) {
            response.putHeader("Allow", found.allowed());
        }
        send(refused.code().status(), Buffer.buffer(refused.json()));
    }

    /** RFC 6750, 3: what is wrong with the token, and nothing where there was none. */
    private static void challenge(HttpServerResponse response, ProblemCode code) {
        String realm = "Bearer realm=\"suinian\"";
        if (code == ProblemCode.TOKEN_NOT_GOOD) {
            response.putHeader("WWW-Authenticate", realm + ", error=\"invalid_token\"");
        } else if (code == ProblemCode.NOT_PERMITTED) {
            response.putHeader("WWW-Authenticate", realm + ", error=\"insufficient_scope\"");
        } else if (code.status() == UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", realm);
        }
    }

    void reply(Answer answer) {
        answer.headers().forEach(request.response()::putHeader);
        send(answer.status(), answer.body());
    }

    private void send(int status, Buffer body) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        meters.answered(where(), status);
        if (body.length() > 0 && !response.headers().contains("Content-Type")) {
            response.putHeader("Content-Type", status < PROBLEM ? "application/json" : "application/problem+json");
        }
        if (!response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", "no-store");
        }
        response.setStatusCode(status).putHeader("Date", date.now()).end(body);
    }

    /** As the route table calls it, so that neither log nor metrics hold a number of anybody. */
    private String where() {
        return found.route() == null ? "elsewhere" : found.route().toString();
    }
}
