package cn.suinian.core.card;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.DirectLine;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose card a number is and which key version it was made with. Neither ever changes, so what was read once is
 * remembered; only numbers that were never seen cost a query, and all that wait for one share the next.
 *
 * <p>Numbers that do not exist are not remembered, because a card may be issued in the next second.
 */
public final class CardDirectory {

    private static final String FIND =
            "SELECT card_serial, holder_id, key_version FROM card WHERE card_serial = ANY($1)";

    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 1_000;

    /** A thousand cards take some milliseconds; all others wait for the one question that is under way. */
    private static final int PATIENCE_MILLIS = 2_000;

    /** Whose card it is and the version of its key. */
    public record Ref(long holderId, int keyVersion) {}

    private final DirectLine database;
    private final Cache<Integer, Ref> known;
    private final Map<Integer, Promise<Optional<Ref>>> wanted = new HashMap<>();
    private boolean asking;

    /**
     * A directory over a connection of its own.
     *
     * @param remembered most cards that are kept in memory
     */
    public CardDirectory(Vertx vertx, Database database, int remembered) {
        this.database = DirectLine.open(vertx, database.connectOptions(), PATIENCE_MILLIS);
        this.known = Caffeine.newBuilder()
                .maximumSize(remembered)
                .executor(Runnable::run)
                .build();
    }

    /** Finds a card; fails when the database cannot be asked or too many are already waiting. */
    public Future<Optional<Ref>> find(int serial) {
        Ref ref = known.getIfPresent(serial);
        return ref != null ? Future.succeededFuture(Optional.of(ref)) : ask(serial);
    }

    private Future<Optional<Ref>> ask(int serial) {
        Promise<Optional<Ref>> promise;
        synchronized (wanted) {
            if (wanted.size() >= MOST_WAITING) {
                return Future.failedFuture("too many cards are being looked up");
            }
            promise = wanted.computeIfAbsent(serial, any -> Promise.promise());
        }
        askNext();
        return promise.future();
    }

    private void askNext() {
        Map<Integer, Promise<Optional<Ref>>> batch = new HashMap<>();
        synchronized (wanted) {
            if (asking || wanted.isEmpty()) {
                return;
            }
            asking = true;
            var each = wanted.entrySet().iterator();
            while (each.hasNext() && batch.size() < MOST_AT_ONCE) {
                var entry = each.next();
                batch.put(entry.getKey(), entry.getValue());
                each.remove();
            }
        }
        Tuple serials = Tuple.of(batch.keySet().toArray(Integer[]::new));
        database.ask(line -> line.preparedQuery(FIND).execute(serials)).onComplete(asked -> {
            synchronized (wanted) {
                asking = false;
            }
            if (asked.succeeded()) {
                answer(batch, asked.result());
            } else {
                batch.values().forEach(promise -> promise.fail(asked.cause()));
            }
            askNext();
        });
    }

    private void answer(Map<Integer, Promise<Optional<Ref>>> batch, Iterable<Row> rows) {
        Map<Integer, Ref> found = new HashMap<>();
        for (Row row : rows) {
            found.put(row.getInteger(0), new Ref(row.getLong(1), row.getShort(2)));
        }
        known.putAll(found);
        batch.forEach((serial, promise) -> promise.complete(Optional.ofNullable(found.get(serial))));
    }
}
