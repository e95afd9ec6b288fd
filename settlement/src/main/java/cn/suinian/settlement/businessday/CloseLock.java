package cn.suinian.settlement.businessday;

import cn.suinian.settlement.businessday.CloseRefused.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The right to close days, held by one session. All work of a close happens on this very session: when it is lost, so
 * is the lock, and nothing of the old holder can follow.
 */
final class CloseLock implements AutoCloseable {

    /** Next to core's 7201, which makes partitions. */
    static final long KEY = 7202;

    /**
     * Taps are summed for as long as it takes; nothing here queues for a lock for long. Sums are made by hashing: of a
     * partition that was never analysed PostgreSQL expects a handful of rows and would sort millions of them on disk.
     */
    private static final String SESSION = """
            SET statement_timeout = 0;
            SET lock_timeout = '10s';
            SET idle_in_transaction_session_timeout = 0;
            SET enable_sort = off;
            SET work_mem = '32MB';
            SET jit = off
            """;

    private static final String NAME = "SELECT set_config('application_name', left(?, 63), false)";

    private static final String HOLDER = """
            SELECT a.application_name, l.pid, host(a.client_addr) AS address
            FROM pg_locks l
            LEFT JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = %d AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """.formatted(KEY);

    private final Connection connection;

    private CloseLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock if it is free.
     *
     * @param by who asks, as others shall read it
     * @throws CloseRefused naming the holder
     */
    static CloseLock take(DataSource database, String by) throws SQLException {
        Connection connection = database.getConnection();
        try {
            prepare(connection, by);
            if (!isTrue(connection, "SELECT pg_try_advisory_lock(" + KEY + ")")) {
                throw new CloseRefused(Reason.BUSY, "a day is being closed by " + holder(connection));
            }
            return new CloseLock(connection);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    Connection connection() {
        return connection;
    }

    /**
     * The server drops the lock with the session, also when this process dies; but some time after the client has
     * turned away, and whoever comes next should not find it busy.
     */
    @Override
    public void close() throws SQLException {
        try (Connection last = connection;
                Statement statement = last.createStatement()) {
            if (last.getAutoCommit()) {
                statement.execute("SELECT pg_advisory_unlock(" + KEY + ")");
            }
        }
    }

    private static void prepare(Connection connection, String by) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement();
                PreparedStatement name = connection.prepareStatement(NAME)) {
            statement.execute(SESSION);
            name.setString(1, "suinian close, " + by);
            name.execute();
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HOLDER)) {
            if (!row.next()) {
                return "another node that has just finished: try again";
            }
            String address = row.getString("address");
            return "\"%s\" (database session %d from %s): wait until it is done"
                    .formatted(
                            row.getString("application_name"),
                            row.getLong("pid"),
                            address == null ? "the database's own machine" : address);
        }
    }
}
