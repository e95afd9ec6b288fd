package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Somebody who holds the head of the audit trail, so that every act stops before its end. */
final class HeldHead {
    /** Who waits for it, in pg_stat_activity. */
    static final String WAITING =
            "datname = current_database() AND wait_event_type = 'Lock'" + " AND query LIKE '%audit_head%FOR UPDATE%'";

    private HeldHead() {}

    /** Holds it until the connection is rolled back or closed. */
    static Connection hold(CounterStand stand) throws SQLException {
        Connection connection = stand.database().dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT FROM audit_head FOR UPDATE");
        }
        return connection;
    }

    /** Waits until so many wait. */
    static void awaitWaiting(CounterStand stand, int many) throws SQLException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Integer.parseInt(stand.ask("SELECT count(*) FROM pg_stat_activity WHERE " + WAITING)) < many) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(patience);
        }
    }
}
