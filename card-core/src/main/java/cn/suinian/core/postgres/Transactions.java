package cn.suinian.core.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions over JDBC for what staff do: a small pool, and the rule of when one is tried again. The tap path
 * does not come here.
 *
 * <p>Blocking: never call it on an event loop.
 */
public final class Transactions implements AutoCloseable {

    /** What is done in one transaction; may be done again from the start, so it must have no effect elsewhere. */
    @FunctionalInterface
    public interface Work<T> {
        /** Everything it does is undone when it throws. */
        T in(Connection transaction) throws SQLException;
    }

    private static final int ATTEMPTS = 5;
    private static final long PATIENCE_MILLIS = 10_000;

    /** The transaction that a thread is in as a whole, and whose it is. */
    private record Whole(Transactions of, Connection connection) {}

    private static final ThreadLocal<Whole> WHOLE = new ThreadLocal<>();

    private final HikariDataSource pool;
    private final DataSource sessions;

    private Transactions(HikariDataSource pool, DataSource sessions) {
        this.pool = pool;
        this.sessions = sessions;
    }

    /** Connects when it is first needed. */
    public static Transactions over(Database database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql("SET statement_timeout = '30s'");
        config.setPoolName("suinian-desk");
        return new Transactions(new HikariDataSource(config), database.dataSource());
    }

    /** Sessions of the same database outside the pool, a new one at each call: for what takes longer than an act. */
    public DataSource sessions() {
        return sessions;
    }

    /**
     * Does the work and commits; does it again when the database broke it off for the sake of another one.
     *
     * @throws SQLException as the last attempt threw it; whatever else the work throws comes through too
     */
    public <T> T run(Work<T> work) throws SQLException {
        Whole whole = WHOLE.get();
        if (whole != null && whole.of == this) {
            return work.in(whole.connection);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !brokenOff(failure)) {
                    throw failure;
                }
            }
        }
    }

    /**
     * The same, and every {@link #run} that the work calls on this thread is part of this transaction: they commit
     * together or not at all. For whatever has to wrap acts that bring transactions of their own.
     */
    public <T> T runWhole(Work<T> work) throws SQLException {
        return run(transaction -> {
            WHOLE.set(new Whole(this, transaction));
            try {
                return work.in(transaction);
            } finally {
                WHOLE.remove();
            }
        });
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                undo(connection, failure);
                throw failure;
            }
        }
    }

    /** What went wrong first is what is told: a connection that is gone cannot be rolled back either. */
    private static void undo(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** Serialization failure and deadlock: Appendix A, "PostgreSQL Error Codes". */
    private static boolean brokenOff(SQLException failure) {
        return "40001".equals(failure.getSQLState()) || "40P01".equals(failure.getSQLState());
    }

    @Override
    public void close() {
        pool.close();
    }
}
