package cn.suinian.gateway.terminal.gate;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminals seen by this node since they were last written down. Noting one is a step in memory; they are written
 * in the background, so staff see which terminals are silent, off time or behind with their denylist, and no tap waits.
 *
 * <p>At most one entry for each registered terminal, however long the database is away: what could not be written stays
 * and grows no further than that.
 */
public final class Sightings {

    private static final Logger LOG = LoggerFactory.getLogger(Sightings.class);

    private final Function<List<Sighting>, Future<Void>> store;
    private final Map<Long, Sighting> unwritten = new ConcurrentHashMap<>();
    private Future<Void> writing = Future.succeededFuture();

    /**
     * No sightings yet.
     *
     * @param store writes many, sorted by terminal
     */
    public Sightings(Function<List<Sighting>, Future<Void>> store) {
        this.store = store;
    }

    /** Sightings that are written into this database. */
    public static Sightings into(SqlClient database) {
        return new Sightings(new SightingStore(database)::write);
    }

    public void note(Sighting sighting) {
        unwritten.merge(sighting.terminalId(), sighting, Sighting::and);
    }

    /** Writes what was seen since the last time; one write at a time. Never fails: what is not written stays. */
    public synchronized Future<Void> flush() {
        if (!writing.isComplete()) {
            return writing;
        }
        List<Sighting> batch = takeAll();
        if (batch.isEmpty()) {
            return writing;
        }
        writing = store.apply(batch).recover(failure -> {
            LOG.warn("the sightings of {} terminals are not written yet: {}", batch.size(), failure.getMessage());
            batch.forEach(this::note);
            return Future.succeededFuture();
        });
        return writing;
    }

    private List<Sighting> takeAll() {
        List<Sighting> batch = new ArrayList<>();
        for (Long terminalId : List.copyOf(unwritten.keySet())) {
            Sighting sighting = unwritten.remove(terminalId);
            if (sighting != null) {
                batch.add(sighting);
            }
        }
        batch.sort(Comparator.comparingLong(Sighting::terminalId));
        return batch;
    }
}
