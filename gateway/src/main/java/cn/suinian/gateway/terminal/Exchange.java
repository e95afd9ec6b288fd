package cn.suinian.gateway.terminal;

import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request of a terminal and its reply. Used on the request's event loop only. */
final class Exchange {

    private static final String JSON = "application/json";
    private static final Pattern JSON_TYPE = Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final String PROBLEM = "application/problem+json";

    private final HttpServerRequest request;
    private final String variable;
    private final Gatekeeper gatekeeper;
    private final TapMeters meters;
    private final Context context;
    private @Nullable Credential proven;

    Exchange(HttpServerRequest request, String variable, Gatekeeper gatekeeper, TapMeters meters, Context context) {
        this.request = request;
        this.variable = variable;
        this.gatekeeper = gatekeeper;
        this.meters = meters;
        this.context = context;
    }

    HttpServerRequest request() {
        return request;
    }

    /** The variable segment of the path, as it was sent. */
    String variable() {
        return variable;
    }

    /** Sets a header of the reply, whatever the reply will be. */
    void header(String name, String value) {
        request.response().putHeader(name, value);
    }

    /** Refuses a body that is not declared to be JSON. */
    void requireJson() {
        String contentType = request.getHeader("Content-Type");
        if (contentType == null || !JSON_TYPE.matcher(contentType).matches()) {
            throw new Refused(ProblemCode.CONTENT_TYPE, "the content type must be application/json");
        }
    }

    /** The terminal this request comes from; refuses everybody else. From here on every reply is signed. */
    Terminal authenticate(byte[] body) {
        Credential credential = Credential.parse(request.headers().getAll("Authorization"));
        Terminal terminal = gatekeeper.known(credential);
        gatekeeper.proveMac(credential, request.method().name(), request.uri(), body);
        proven = credential;
        gatekeeper.admit(credential, terminal);
        return terminal;
    }

    /** Runs this on the request's event loop after what waits there. */
    void later(Runnable task) {
        context.runOnContext(now -> task.run());
    }

    void reply(Reply reply) {
        send(reply, JSON);
    }

    /** The same reply with its MAC; what takes long for a large body may so be done by a worker thread. */
    Reply sealed(Reply reply) {
        return new Reply(reply.status(), reply.body(), mac(reply));
    }

    /** Replies with the problem that a failure comes to. */
    void fail(Throwable failure) {
        Refused refused = Failures.refusal(failure);
        meters.problem(refused.code());
        if (refused.code().status() == 503) {
            header("Retry-After", "1");
        }
        send(new Reply(refused.code().status(), Buffer.buffer(refused.json()), null), PROBLEM);
    }

    private @Nullable String mac(Reply reply) {
        Credential credential = proven;
        return credential == null
                ? null
                : gatekeeper.replyMac(credential, reply.status(), reply.body().getBytes());
    }

    private void send(Reply reply, String contentType) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        String mac = reply.mac() == null ? mac(reply) : reply.mac();
        if (mac != null) {
            response.putHeader("Suinian-Mac", mac);
        }
        if (reply.body().length() > 0) {
            response.putHeader("Content-Type", contentType);
        }
        if (!response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", "no-store");
        }
        response.setStatusCode(reply.status())
                .putHeader("Date", gatekeeper.date())
                .end(reply.body());
    }
}
