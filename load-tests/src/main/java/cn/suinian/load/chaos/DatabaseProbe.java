package cn.suinian.load.chaos;

import cn.suinian.load.stage.Database;
import cn.suinian.load.stage.StageException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Whether the database is there, and whether anything is still on its way into it. */
final class DatabaseProbe {
    private static final String AT_WORK = """
            SELECT count(*), string_agg(format('%s is %s since %s, transaction since %s: %s', application_name, state,
                state_change, xact_start, left(query, 200)), '; ')
            FROM pg_stat_activity
            WHERE application_name LIKE 'suinian%' AND state <> 'idle' AND pid <> pg_backend_pid()
            """;
    private static final int QUIET_LOOKS = 8;
    private static final int STEP_MILLIS = 100;
    private static final int PATIENCE_SECONDS = 60;

    private DatabaseProbe() {}

    /** Whether a statement can be executed now. */
    static boolean answers(URI databaseUrl) {
        try (Connection connection = Database.open(databaseUrl);
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException notNow) {
            return false;
        }
    }

    /** Waits until no node has had anything under way for a while. */
    static void awaitQuiet(URI databaseUrl) throws StageException, SQLException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (Connection connection = Database.open(databaseUrl);
                Statement statement = connection.createStatement()) {
            int quiet = 0;
            String lastAtWork = "";
            while (quiet < QUIET_LOOKS) {
                if (System.nanoTime() > deadline) {
                    throw new StageException("the database has been at work for " + PATIENCE_SECONDS
                            + " s although nobody taps: " + lastAtWork);
                }
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
                try (ResultSet row = statement.executeQuery(AT_WORK)) {
                    row.next();
                    quiet = row.getInt(1) == 0 ? quiet + 1 : 0;
                    lastAtWork = quiet == 0 ? row.getString(2) : lastAtWork;
                }
            }
        }
    }
}
