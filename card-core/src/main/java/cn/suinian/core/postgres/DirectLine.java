package cn.suinian.core.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A connection of its own for whoever asks one question at a time. When no answer comes in time it is hung up and the
 * next question dials anew: a host that lost its power or its network says nothing, not even that it is gone, and its
 * connections look open for a quarter of an hour and more.
 *
 * <p>It is a pool of one, because a pool that is closed lets go of its socket. Closing a connection asks the server
 * first, and a connection that goes back to a larger pool takes the next question down with it.
 */
public final class DirectLine {

    /** A transaction whose questions stopped coming holds back the cleaning of every table: the server ends it. */
    private static final String LONGEST_IDLE_MILLIS = "15000";

    private final Supplier<Pool> dial;
    private final long patienceMillis;
    private Pool line;

    private DirectLine(Supplier<Pool> dial, long patienceMillis) {
        this.dial = dial;
        this.patienceMillis = patienceMillis;
        this.line = dial.get();
    }

    /**
     * A line that connects with its first question and is closed with {@code vertx}.
     *
     * @param patienceMillis how long a question may take, connecting included
     */
    public static DirectLine open(Vertx vertx, PgConnectOptions database, long patienceMillis) {
        PgConnectOptions options = new PgConnectOptions(database).setCachePreparedStatements(true);
        options.addProperty("idle_in_transaction_session_timeout", LONGEST_IDLE_MILLIS);
        return new DirectLine(
                () -> PgBuilder.pool()
                        .connectingTo(options)
                        .with(Database.socketOptions())
                        .with(new PoolOptions().setMaxSize(1))
                        .using(vertx)
                        .build(),
                patienceMillis);
    }

    /** Asks; fails with a {@link TimeoutException} when the database kept silent. */
    public <T> Future<T> ask(Function<Pool, Future<T>> question) {
        Pool asked = current();
        return question.apply(asked)
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .recover(failure -> {
                    if (failure instanceof TimeoutException) {
                        hangUp(asked);
                    }
                    return Future.failedFuture(failure);
                });
    }

    private synchronized Pool current() {
        return line;
    }

    private void hangUp(Pool silent) {
        synchronized (this) {
            if (line != silent) {
                return;
            }
            line = dial.get();
        }
        silent.close();
    }
}
