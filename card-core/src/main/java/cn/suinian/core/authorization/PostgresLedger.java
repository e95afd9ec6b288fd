package cn.suinian.core.authorization;

import cn.suinian.core.authorization.LedgerFailure.Kind;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapKey;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger in PostgreSQL, over one connection of its own. It reconnects when it is next needed and never repeats a
 * statement by itself: whoever called decides what a lost connection means.
 *
 * <p>Plans are pinned to the primary keys. A lane's statements meet empty tables on a new system and millions of rows
 * later; a plan made for the first must not serve the second, and rows must be locked in the order of the sorted
 * arrays, or two nodes could deadlock. Hash joins stay on, or a batch is joined to its accounts by comparing each with
 * each; they keep that order, because whichever side is looked up, the other is read in it.
 *
 * <p>The isolation level is pinned too. Only at READ COMMITTED does a posting take its snapshot after its lock on the
 * taps, which is what lets a closed day be final whatever a database or role has for a default. So is the flush at
 * commit: an answer that was given must survive.
 */
final class PostgresLedger implements TapLedger {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLedger.class);

    static final Map<String, String> SESSION = Map.of(
            "application_name", "suinian-lane",
            "enable_seqscan", "off",
            "enable_mergejoin", "off",
            "enable_bitmapscan", "off",
            "plan_cache_mode", "force_generic_plan",
            "jit", "off",
            "default_transaction_isolation", "read committed",
            "synchronous_commit", "on",
            "statement_timeout", "30s");

    private final Vertx vertx;
    private final PgConnectOptions options;
    private @Nullable PgConnection connection;
    private Promise<RowSet<Row>> call = Promise.promise();

    PostgresLedger(Vertx vertx, PgConnectOptions database) {
        this.vertx = vertx;
        this.options = new PgConnectOptions(database)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(16)
                .setReconnectAttempts(0);
        SESSION.forEach(options::addProperty);
    }

    @Override
    public Future<Loaded> load(Collection<Long> holderIds) {
        Tuple holders = Tuple.of(holderIds.toArray(Long[]::new));
        return run(FactsRows.SELECT, holders).map(rows -> {
            Map<Long, Facts> facts = new HashMap<>();
            LocalDate openDay = null;
            for (Row row : rows) {
                openDay = row.getLocalDate("open_day");
                if (row.getLong("holder_id") != null) {
                    read(row, facts);
                }
            }
            if (openDay == null) {
                throw new LedgerFailure(Kind.REFUSED, "no business day is open", null);
            }
            return new Loaded(facts, openDay);
        });
    }

    /** A row that cannot be read is its holder's misfortune, not that of those who ride with them. */
    private static void read(Row row, Map<Long, Facts> facts) {
        try {
            Facts found = FactsRows.read(row);
            facts.put(found.account().holderId(), found);
        } catch (RuntimeException unreadable) {
            LOG.error("what is stored of a holder cannot be read", unreadable);
        }
    }

    @Override
    public Future<Map<TapKey, StoredTap>> lookUp(Collection<TapKey> keys) {
        return run(TapRows.LOOK_UP, TapRows.keys(keys)).map(rows -> {
            Map<TapKey, StoredTap> found = new HashMap<>();
            for (Row row : rows) {
                StoredTap stored = TapRows.stored(row);
                found.put(stored.key(), stored);
            }
            return found;
        });
    }

    @Override
    public Future<Set<Long>> post(Batch batch) {
        return run(Posting.statement(batch), Posting.arguments(batch)).map(rows -> {
            Set<Long> moved = new HashSet<>();
            for (Row row : rows) {
                moved.add(row.getLong(0));
            }
            return moved;
        });
    }

    /**
     * Closing only asks the server to hang up, and one that is stuck, or a network that swallows everything, never
     * does; so the call is answered here.
     */
    @Override
    public void abandon() {
        dropConnection();
        call.tryFail(new LedgerFailure(Kind.OUTCOME_UNKNOWN, "waited too long", null));
    }

    @Override
    public Future<Void> close() {
        PgConnection open = connection;
        connection = null;
        return open == null ? Future.succeededFuture() : open.close();
    }

    private Future<RowSet<Row>> run(String sql, Tuple arguments) {
        Promise<RowSet<Row>> reply = Promise.promise();
        call = reply;
        connected(reply)
                .compose(open -> open.preparedQuery(sql).execute(arguments))
                .onSuccess(reply::tryComplete)
                .onFailure(reply::tryFail);
        return reply.future().recover(failure -> Future.failedFuture(classified(failure)));
    }

    private Future<PgConnection> connected(Promise<?> reply) {
        PgConnection open = connection;
        if (open != null) {
            return Future.succeededFuture(open);
        }
        return PgConnection.connect(vertx, options)
                .recover(PostgresLedger::notLetIn)
                .compose(fresh -> {
                    if (reply.future().isComplete()) {
                        return fresh.close().compose(closed -> Future.failedFuture("abandoned while connecting"));
                    }
                    connection = fresh;
                    fresh.closeHandler(gone -> {
                        if (connection == fresh) {
                            connection = null;
                        }
                    });
                    return Future.succeededFuture(fresh);
                });
    }

    /** Whatever the server says instead of letting us in, it says of this node and not of a tap: nothing was sent. */
    private static Future<PgConnection> notLetIn(Throwable failure) {
        if (!(failure instanceof PgException refused)) {
            return Future.failedFuture(failure);
        }
        String told = "the database does not let this node in: SQLSTATE " + refused.getSqlState();
        LOG.warn(told);
        return Future.failedFuture(new LedgerFailure(Kind.ROLLED_BACK, told, failure));
    }

    private void dropConnection() {
        PgConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    private LedgerFailure classified(Throwable failure) {
        if (failure instanceof LedgerFailure already) {
            return already;
        }
        if (!(failure instanceof PgException refused)) {
            dropConnection();
            return new LedgerFailure(Kind.OUTCOME_UNKNOWN, "the connection failed", failure);
        }
        String state = refused.getSqlState() == null ? "" : refused.getSqlState();
        Kind kind = kindOf(state);
        if (kind == Kind.OUTCOME_UNKNOWN || needsAnotherConnection(state)) {
            dropConnection();
        }
        return new LedgerFailure(kind, "SQLSTATE " + state, failure);
    }

    /**
     * A server that became a standby stays read-only, a statement whose plan no longer fits or that the server forgot
     * stays unusable: trying again on the same connection would fail for ever.
     */
    private static boolean needsAnotherConnection(String state) {
        return state.equals("25006") || state.equals("0A000") || state.equals("26000");
    }

    /** Classes of Appendix A, "PostgreSQL Error Codes". */
    static Kind kindOf(String state) {
        if (state.equals("23505")) {
            return Kind.KEY_TAKEN;
        }
        if (state.equals("40003") || state.startsWith("08") || state.startsWith("57P") || state.startsWith("58")) {
            return Kind.OUTCOME_UNKNOWN;
        }
        if (state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("55")
                || state.startsWith("57")
                || state.startsWith("25")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.equals("0A000")
                || state.equals("26000")) {
            return Kind.ROLLED_BACK;
        }
        return Kind.REFUSED;
    }
}
