package cn.suinian.settlement.risk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that has the right to scan: one in the whole house at a time. The server drops the lock with it. */
final class RiskSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RiskSession.class);

    /** Next to 7202 of the close. */
    private static final long KEY = 7203;

    /** Sorts may be large, and one scan never takes both processors from the taps. */
    private static final String SETTINGS = """
            SET statement_timeout = '30min';
            SET lock_timeout = '10s';
            SET work_mem = '64MB';
            SET max_parallel_workers_per_gather = 0;
            SET jit = off
            """;

    private final Connection connection;

    private RiskSession(Connection connection) {
        this.connection = connection;
    }

    /** Empty when somebody else scans. */
    static Optional<RiskSession> open(DataSource database, String by) throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement();
                PreparedStatement name =
                        connection.prepareStatement("SELECT set_config('application_name', left(?, 63), false)")) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            statement.execute(SETTINGS);
            name.setString(1, "suinian risk scan, " + by);
            name.execute();
            try (ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + KEY + ")")) {
                if (row.next() && row.getBoolean(1)) {
                    return Optional.of(new RiskSession(connection));
                }
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Ends it from another thread: whatever it does fails. */
    void abort() throws SQLException {
        connection.abort(Runnable::run);
    }

    /** The lock goes first: a server takes its time to notice that somebody has hung up, and the next scan is due. */
    @Override
    public void close() throws SQLException {
        try (Connection ending = connection;
                Statement statement = ending.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + KEY + ")");
        } catch (SQLException broken) {
            LOG.debug("the server drops the lock of a broken session by itself", broken);
        }
    }
}
