package cn.suinian.core.denylist;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The latest denylist of one node. Every call sees what was committed before it; all that come while a query is under
 * way share the next one. Safe for any number of threads.
 */
public final class DenylistReader {
    /** One statement, so that the head and the changes are of one moment. */
    private static final String NEWER = """
            SELECT head.version AS head, change.version, change.card_serial, change.listed
            FROM denylist_head head
            LEFT JOIN (
                SELECT DISTINCT ON (card_serial) version, card_serial, listed
                FROM denylist_change WHERE version > $1
                ORDER BY card_serial, version DESC
            ) change ON true
            """;

    private static final int PATIENCE_SECONDS = 10;

    private final SqlClient database;
    private Denylist known = Denylist.EMPTY;
    private Promise<Denylist> boarding = Promise.promise();
    private boolean wanted;
    private boolean reading;

    public DenylistReader(SqlClient database) {
        this.database = database;
    }

    /** The list as it is now; fails when the database cannot be asked. */
    public Future<Denylist> latest() {
        Future<Denylist> next;
        synchronized (this) {
            wanted = true;
            next = boarding.future();
        }
        readNext();
        return next;
    }

    private void readNext() {
        Promise<Denylist> aboard;
        Denylist from;
        synchronized (this) {
            if (reading || !wanted) {
                return;
            }
            reading = true;
            wanted = false;
            aboard = boarding;
            boarding = Promise.promise();
            from = known;
        }
        read(from).timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).onComplete(read -> {
            synchronized (this) {
                reading = false;
                known = read.succeeded() ? read.result() : known;
            }
            readNext();
            aboard.handle(read);
        });
    }

    private Future<Denylist> read(Denylist from) {
        return database.preparedQuery(NEWER).execute(Tuple.of(from.version())).compose(rows -> {
            long head = rows.iterator().next().getLong("head");
            boolean setBack = head < from.version(); // the database was restored from a backup
            return setBack ? read(Denylist.EMPTY) : Future.succeededFuture(from.with(head, changes(rows)));
        });
    }

    private static List<Denylist.Change> changes(RowSet<Row> rows) {
        List<Denylist.Change> changes = new ArrayList<>();
        for (Row row : rows) {
            if (row.getLong("version") != null) {
                changes.add(new Denylist.Change(
                        row.getLong("version"), row.getInteger("card_serial"), row.getBoolean("listed")));
            }
        }
        return changes;
    }
}
