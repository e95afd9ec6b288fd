package cn.suinian.gateway.http.guard;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of one event loop. A request must arrive whole in time, however steadily its bytes drip in, and
 * so must the first on a connection and the next one after a pause; and there is a bound on how many connections a node
 * keeps at all. So nobody can hold what is everybody's by doing nothing.
 *
 * <p>Looked through once a second, which at ten thousand connections costs less than a timer for each request.
 */
public final class Visitors {

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(75);

    private final AtomicInteger open;
    private final int most;
    private final int requestSeconds;
    private final PerAddress perAddress;
    private final Map<HttpConnection, Visit> visits = new LinkedHashMap<>();

    private static final class Visit {
        private long sinceNanos;
        private long patienceNanos;
        private boolean answering;
        private @Nullable Arriving arriving;
    }

    /** A request that is not here whole yet. */
    public interface Arriving {
        /** The request. */
        HttpServerRequest request();

        /** Answers it with the problem that a failure comes to. */
        void fail(Throwable failure);
    }

    /**
     * No visitors yet.
     *
     * @param open connections of all event loops of the node
     * @param most connections that may be open
     * @param requestSeconds in which a request must be here whole
     */
    public Visitors(AtomicInteger open, int most, int requestSeconds) {
        this(open, most, requestSeconds, PerAddress.ANY);
    }

    /** The same with a bound on those of one address. */
    public Visitors(AtomicInteger open, int most, int requestSeconds, PerAddress perAddress) {
        this.perAddress = perAddress;
        this.open = open;
        this.most = most;
        this.requestSeconds = requestSeconds;
    }

    /** A connection was opened. */
    public void enter(HttpConnection connection) {
        String address = connection.remoteAddress() == null
                ? ""
                : String.valueOf(connection.remoteAddress().hostAddress());
        boolean welcome = perAddress.enter(address);
        boolean room = open.incrementAndGet() <= most && welcome;
        connection.closeHandler(closed -> {
            open.decrementAndGet();
            perAddress.leave(address);
            visits.remove(connection);
        });
        if (!room) {
            connection.close();
            return;
        }
        Visit visit = new Visit();
        visit.sinceNanos = System.nanoTime();
        visit.patienceNanos = TimeUnit.SECONDS.toNanos(requestSeconds);
        visits.put(connection, visit);
    }

    /** The head of a request is here. */
    public void begins(Arriving arriving) {
        HttpServerRequest request = arriving.request();
        Visit visit = visits.get(request.connection());
        if (visit != null) {
            visit.sinceNanos = System.nanoTime();
            visit.arriving = arriving;
            pauseAfter(request, visit);
        }
    }

    /** The head of a request is here, and whoever answers it sees to it that its body comes in time. */
    public void handOver(HttpServerRequest request) {
        Visit visit = visits.get(request.connection());
        if (visit != null) {
            visit.answering = true;
            pauseAfter(request, visit);
        }
    }

    private static void pauseAfter(HttpServerRequest request, Visit visit) {
        request.response().endHandler(answered -> {
            visit.sinceNanos = System.nanoTime();
            visit.patienceNanos = IDLE_NANOS;
            visit.answering = false;
        });
    }

    /** All of a request is here. */
    public void arrived(Arriving arriving) {
        Visit visit = visits.get(arriving.request().connection());
        if (visit != null) {
            visit.arriving = null;
            visit.answering = true;
        }
    }

    /** Sends away those who take too long; called every second. */
    public void sweep() {
        long now = System.nanoTime();
        long requestNanos = TimeUnit.SECONDS.toNanos(requestSeconds);
        for (Map.Entry<HttpConnection, Visit> entry : new ArrayList<>(visits.entrySet())) {
            Visit visit = entry.getValue();
            Arriving late = visit.arriving;
            if (late != null && now - visit.sinceNanos > requestNanos) {
                visit.arriving = null;
                refuse(late);
            } else if (late == null && !visit.answering && now - visit.sinceNanos > visit.patienceNanos) {
                entry.getKey().close();
            }
        }
    }

    private void refuse(Arriving late) {
        HttpServerResponse response = late.request().response();
        response.endHandler(told -> late.request().connection().close());
        response.putHeader("Connection", "close");
        late.fail(new Refused(
                ProblemCode.REQUEST_TIMEOUT,
                "the request was not here whole within " + requestSeconds + " seconds; nothing was done"));
    }
}
