package cn.suinian.core.reference;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.SqlClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Reference} current: read at start, on every NOTIFY, and once a minute in case one was missed while
 * the listening connection was down. A failed read keeps the last good snapshot.
 */
public final class ReferenceWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceWatch.class);
    private static final String CHANNEL = "suinian_reference";
    private static final long EVERY_MINUTE = 60_000;
    private static final long RECONNECT_MILLIS = 500;

    private final Vertx vertx;
    private final SqlClient database;
    private final PgSubscriber subscriber;
    private volatile Reference current = Reference.EMPTY;
    private long timer;

    public ReferenceWatch(Vertx vertx, SqlClient database, PgConnectOptions options) {
        this.vertx = vertx;
        this.database = database;
        this.subscriber = PgSubscriber.subscriber(vertx, new PgConnectOptions(options));
        subscriber.reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    /** Reads the first snapshot and listens from then on. */
    public Future<Void> start() {
        subscriber.channel(CHANNEL).handler(payload -> refresh());
        return subscriber.connect().compose(listening -> reload()).onSuccess(done -> {
            timer = vertx.setPeriodic(EVERY_MINUTE, tick -> refresh());
        });
    }

    /** The latest snapshot. */
    public Reference current() {
        return current;
    }

    /** Stops listening. */
    public Future<Void> stop() {
        vertx.cancelTimer(timer);
        return subscriber.close();
    }

    private void refresh() {
        reload().onFailure(failure -> LOG.warn("reference data could not be read again: {}", failure.getMessage()));
    }

    private Future<Void> reload() {
        return ReferenceRows.read(database).map(read -> {
            current = read;
            return null;
        });
    }
}
