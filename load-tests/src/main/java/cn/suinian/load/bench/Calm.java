package cn.suinian.load.bench;

import cn.suinian.load.bench.Row.Start;
import cn.suinian.load.screen.Screen;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Brings PostgreSQL to rest before a row, or what the row before has left (dirty pages, dead rows) is written and
 * cleared away in the time of this one and counted as its own.
 */
final class Calm {
    private static final int WINDOW_MILLIS = 250;
    private static final int QUIET_WINDOWS = 2;
    private static final int MOST_WINDOWS = 80;

    /** Of a window: idle nodes ask for something now and then. */
    private static final long QUIET_MICROS = 10_000;

    private final BenchDatabase server;
    private final long postmaster;
    private final Screen screen;

    Calm(BenchDatabase server, Screen screen) throws SQLException, IOException {
        this.server = server;
        this.postmaster = ProcessTime.parentOf(server.number("SELECT pg_backend_pid()"));
        this.screen = screen;
    }

    /** The process all of PostgreSQL descends from. */
    long postmaster() {
        return postmaster;
    }

    /** Has written what is left over, and paid for the dear first touch of accounts, unless the row is about that. */
    void checkpoint(Row row, Contestant contestant) throws SQLException {
        BenchDatabase database = contestant.database();
        if (row.start() != Start.AS_IT_IS) {
            server.execute("CHECKPOINT");
        }
        if (row.start() == Start.AT_REST && database != null) {
            database.touchPagesOfAccounts();
        }
    }

    /** Returns when PostgreSQL does nothing any more, or has not come to rest for long. */
    void await(Row row) throws IOException, InterruptedException {
        if (row.start() == Start.AS_IT_IS) {
            return;
        }
        int quiet = 0;
        for (int i = 0; i < MOST_WINDOWS && quiet < QUIET_WINDOWS; i++) {
            long before = ProcessTime.ofFamily(postmaster);
            TimeUnit.MILLISECONDS.sleep(WINDOW_MILLIS);
            quiet = ProcessTime.ofFamily(postmaster) - before <= QUIET_MICROS ? quiet + 1 : 0;
        }
        if (quiet < QUIET_WINDOWS) {
            screen.line("PostgreSQL was still at work when this row began: " + row.name());
        }
    }
}
