package cn.suinian.core.reference;

import cn.suinian.core.postgres.DirectLine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Reference} current: read at start, on every NOTIFY, and once a minute in case one was missed while
 * the listening connection was down. A failed read keeps the last good snapshot. One read at a time: of two, the one
 * that began earlier could end later, and a suspended terminal would be heard again.
 */
public final class ReferenceWatch {

    /** No timer yet: 0 is the first of this Vert.x, whosever it is. */
    private static final long NONE = -1;

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceWatch.class);
    private static final String CHANNEL = "suinian_reference";
    private static final long EVERY_MINUTE = 60_000;
    private static final long RECONNECT_MILLIS = 500;
    private static final long PATIENCE_MILLIS = 30_000;

    private final Vertx vertx;
    private final DirectLine database;
    private final OneAtATime reading = new OneAtATime(this::read);
    private final PgSubscriber subscriber;
    private volatile Reference current = Reference.EMPTY;
    private volatile long timer = NONE;

    public ReferenceWatch(Vertx vertx, PgConnectOptions options) {
        this.vertx = vertx;
        this.database = DirectLine.open(vertx, options, PATIENCE_MILLIS);
        this.subscriber = PgSubscriber.subscriber(vertx, new PgConnectOptions(options));
        subscriber.reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    /** Reads the first snapshot and listens from then on. */
    public Future<Void> start() {
        subscriber.channel(CHANNEL).handler(payload -> refresh());
        return subscriber.connect().compose(listening -> reading.ask()).map(done -> {
            timer = vertx.setPeriodic(EVERY_MINUTE, tick -> refresh());
            return null;
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
        reading.ask()
                .onFailure(failure -> LOG.warn("reference data could not be read again: {}", failure.getMessage()));
    }

    private Future<Void> read() {
        return database.ask(ReferenceRows::read).map(read -> {
            current = read;
            return null;
        });
    }
}
