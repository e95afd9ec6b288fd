package cn.suinian.settlement.businessday;

import java.sql.Connection;
import java.sql.SQLException;

/** One JDBC transaction: all of it or nothing. */
final class Transaction {

    /** What happens in it. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private Transaction() {}

    /** Leaves the connection in auto-commit when it worked; a connection whose transaction failed is not used again. */
    static <T> T run(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollBack(connection, failure);
            throw failure;
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }
}
