package cn.suinian.gateway.terminal.gate;

import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.guard.Visitors;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request of a terminal and its reply. Used on the request's event loop; only the MAC of a large body is proven by
 * a worker thread, while the loop leaves the request alone.
 */
public final class Exchange implements Visitors.Arriving {

    private static final String JSON = "application/json";
    private static final Pattern JSON_TYPE = Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final String PROBLEM = "application/problem+json";

    private final HttpServerRequest request;
    private final String variable;
    private final Context context;
    private final Entrance entrance;
    private @Nullable Credential proven;
    private @Nullable Caller caller;
    private long proofNanos;
    private long arrivedNanos;

    public Exchange(HttpServerRequest request, String variable, Context context, Entrance entrance) {
        this.request = request;
        this.variable = variable;
        this.context = context;
        this.entrance = entrance;
    }

    @Override
    public HttpServerRequest request() {
        return request;
    }

    /** The last byte of the request is here. */
    public void arrived() {
        arrivedNanos = System.nanoTime();
    }

    /** When it was, as {@link System#nanoTime} counts. */
    public long arrivedNanos() {
        return arrivedNanos;
    }

    /** The variable segment of the path, as it was sent. */
    public String variable() {
        return variable;
    }

    /** Sets a header of the reply, whatever the reply will be. */
    public void header(String name, String value) {
        request.response().putHeader(name, value);
    }

    /** Refuses a body that is not declared to be JSON. */
    public void requireJson() {
        String contentType = request.getHeader("Content-Type");
        if (contentType == null
                || !(contentType.equals(JSON) || JSON_TYPE.matcher(contentType).matches())) {
            throw new Refused(ProblemCode.CONTENT_TYPE, "the content type must be application/json");
        }
    }

    /** The terminal this request comes from; refuses everybody else, and one that asks too often. */
    public Terminal authenticate(byte[] body) {
        Caller proved = prove(body);
        entrance.gatekeeper().requireInTime(proved.skew());
        admit();
        return proved.terminal();
    }

    /**
     * Whose MAC this is. From here on every reply is signed; whether the request is an old one is still open. Asked
     * again, the same answer.
     */
    public Caller prove(byte[] body) {
        Caller before = caller;
        if (before != null) {
            return before;
        }
        long started = System.nanoTime();
        Gatekeeper gatekeeper = entrance.gatekeeper();
        Credential credential = Credential.parse(request.headers().getAll("Authorization"));
        Terminal terminal = gatekeeper.known(credential);
        gatekeeper.proveMac(credential, request.method().name(), request.uri(), body);
        proofNanos = System.nanoTime() - started;
        proven = credential;
        Instant now = gatekeeper.now();
        Caller proved = new Caller(terminal, credential.keyVersion(), now, gatekeeper.skew(credential, now));
        caller = proved;
        return proved;
    }

    /** Who has proved itself. */
    public Caller caller() {
        return Objects.requireNonNull(caller);
    }

    /** How long it took to prove who that is. */
    public long proofNanos() {
        return proofNanos;
    }

    /** Whether a proven request was made about now. */
    public boolean inTime() {
        return entrance.gatekeeper().inTime(caller().skew());
    }

    /** Notes that a proven terminal was seen, and refuses it when it is suspended or asks too often. */
    public void admit() {
        note(caller().sighting());
        requireTrusted();
        entrance.throttle().admit(caller().terminal().id());
    }

    public void requireTrusted() {
        entrance.gatekeeper().requireTrusted(caller().terminal());
    }

    /** Notes what was seen of the terminal of this request. */
    public void note(Sighting sighting) {
        entrance.sightings().note(sighting);
    }

    /** Notes which denylist the terminal held at a time, such as that of a stored tap. */
    public void noteDenylist(@Nullable Long version, Instant at) {
        if (version != null) {
            Instant now = caller().at();
            note(caller().sighting().holding(version, at.isBefore(now) ? at : now));
        }
    }

    /** Counts what this request costs its terminal beyond the first. */
    public void owe(Terminal terminal, int more) {
        entrance.throttle().owe(terminal.id(), more);
    }

    /** Does this while so many more of the terminal's taps are under way; refuses when there are too many. */
    public Future<Reply> hold(Terminal terminal, int taps, Supplier<Future<Reply>> work) {
        return entrance.throttle().hold(terminal.id(), taps, work);
    }

    /** Runs this on the request's event loop after what waits there. */
    public void later(Runnable task) {
        context.runOnContext(now -> task.run());
    }

    /** Replies; what is not JSON has said so in its Content-Type header. */
    public void reply(Reply reply) {
        String declared = request.response().headers().get("Content-Type");
        send(reply, declared == null ? JSON : declared);
    }

    /** The same reply with its MAC; what takes long for a large body may so be done by a worker thread. */
    public Reply sealed(Reply reply) {
        return new Reply(reply.status(), reply.body(), mac(reply));
    }

    /** Replies with the problem that a failure comes to. */
    @Override
    public void fail(Throwable failure) {
        if (request.response().ended()) {
            return;
        }
        Refused refused = Failures.refusal(failure);
        entrance.meters().problem(refused.code());
        if (refused.retryAfterSeconds() > 0) {
            header("Retry-After", Integer.toString(refused.retryAfterSeconds()));
        }
        send(new Reply(refused.code().status(), Buffer.buffer(refused.json()), null), PROBLEM);
    }

    private @Nullable String mac(Reply reply) {
        Credential credential = proven;
        return credential == null
                ? null
                : entrance.gatekeeper()
                        .replyMac(credential, reply.status(), reply.body().getBytes());
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
                .putHeader("Date", entrance.gatekeeper().date())
                .end(reply.body());
    }
}
