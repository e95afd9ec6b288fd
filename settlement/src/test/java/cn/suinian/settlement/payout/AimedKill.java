package cn.suinian.settlement.payout;

import cn.suinian.core.postgres.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets nobody write to a table until a process that wants to is killed: when all is written but the entry of the audit
 * trail, which is the last of every act.
 */
final class AimedKill implements AutoCloseable {
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE %d = ANY (pg_blocking_pids(pid))";

    private final Database database;
    private final Connection table;
    private final String waitsForTable;

    AimedKill(Database database, String name) throws SQLException {
        this.database = database;
        this.table = database.dataSource().getConnection();
        this.waitsForTable = hold(table, "LOCK TABLE " + name + " IN SHARE MODE");
    }

    /** Whether the process has come as far. */
    boolean isReached() throws SQLException {
        return isTrue(waitsForTable);
    }

    /**
     * Waits until it has come as far, lets it write the rest but for the trail, and kills it.
     *
     * @return in which step that was
     */
    String kill(Process run) throws SQLException, InterruptedException {
        await(run, waitsForTable);
        String step;
        try (Connection trail = database.dataSource().getConnection()) {
            String waitsForTrail = hold(trail, "SELECT FROM audit_head FOR UPDATE");
            table.close();
            await(run, waitsForTrail);
            step = DayEndStand.kill(run);
        }
        DayEndStand.awaitNobody(database);
        return step;
    }

    private void await(Process run, String question) throws SQLException {
        while (!isTrue(question)) {
            if (!run.isAlive()) {
                throw new IllegalStateException("it ended with " + run.exitValue());
            }
        }
    }

    private boolean isTrue(String question) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1) > 0;
        }
    }

    /** Holds it until the connection is closed; how to ask whether anybody waits for that. */
    private static String hold(Connection connection, String lock) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(lock);
            try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                return WAITING.formatted(row.getInt(1));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        table.close();
    }
}
