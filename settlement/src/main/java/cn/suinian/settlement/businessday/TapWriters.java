package cn.suinian.settlement.businessday;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The transactions that write taps, seen by their lock on the table. Such a lock is taken before a statement's snapshot
 * and given up after its commit is visible; a transaction prepared for two-phase commit keeps it too. The package's own
 * page says why that makes a cut day final. Reversals need no list of their own: the statement that posts them posts
 * taps too, if only none, and so holds the same lock (a test takes its lock away and sees it wait).
 */
final class TapWriters {

    /** Every mode that lets a transaction write, or that one might hold which also wrote. */
    private static final String SELECT = """
            SELECT DISTINCT ON (l.virtualtransaction) l.virtualtransaction AS id, l.pid,
                   CASE WHEN l.pid IS NULL THEN 'prepared for two-phase commit'
                        ELSE coalesce(a.application_name, '?') END AS application,
                   coalesce(a.state, '?') AS state,
                   coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::bigint AS seconds
            FROM pg_locks l
            LEFT JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'relation' AND l.granted AND l.relation = 'tap'::regclass
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND l.mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
              AND l.pid IS DISTINCT FROM pg_backend_pid()
            """;

    private static final String AMONG = SELECT + "AND l.virtualtransaction = ANY (?)";

    private final Connection connection;

    TapWriters(Connection connection) {
        this.connection = connection;
    }

    /**
     * A transaction that may have written taps.
     *
     * @param id never used again while the server runs
     * @param seconds how long it has been running
     */
    record Writer(String id, long pid, String application, String state, long seconds) {

        /** For people. */
        String described() {
            return "database session %d, \"%s\", %s, running for %d s".formatted(pid, application, state, seconds);
        }
    }

    /** All of now. */
    List<Writer> list() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            return read(statement);
        }
    }

    /** Those of an earlier list that still run. */
    List<Writer> listAmong(Collection<Writer> earlier) throws SQLException {
        Array ids = connection.createArrayOf(
                "text", earlier.stream().map(Writer::id).toArray());
        try (PreparedStatement statement = connection.prepareStatement(AMONG)) {
            statement.setArray(1, ids);
            return read(statement);
        }
    }

    private static List<Writer> read(PreparedStatement statement) throws SQLException {
        List<Writer> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Writer(
                        rows.getString("id"),
                        rows.getLong("pid"),
                        rows.getString("application"),
                        rows.getString("state"),
                        rows.getLong("seconds")));
            }
        }
        return found;
    }
}
