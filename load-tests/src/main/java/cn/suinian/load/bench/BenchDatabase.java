package cn.suinian.load.bench;

import cn.suinian.load.stage.Database;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of one contestant, seen from outside. */
final class BenchDatabase implements AutoCloseable {
    private static final String FIRST_TOUCH = """
            SELECT count(*) FROM (
                SELECT 1 FROM account
                WHERE holder_id IN (SELECT min(holder_id) FROM account GROUP BY (ctid::text::point)[0])
                FOR NO KEY UPDATE) touched""";

    private final URI url;
    private final Connection connection;

    private BenchDatabase(URI url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /** Makes an empty database beside another one. */
    static BenchDatabase create(URI beside, String name) throws SQLException {
        return make(beside, name, "CREATE DATABASE " + name);
    }

    /** Makes a copy of a database that nobody is connected to. */
    static BenchDatabase copy(URI beside, String original, String name) throws SQLException {
        return make(beside, name, "CREATE DATABASE " + name + " TEMPLATE " + original + " STRATEGY file_copy");
    }

    private static BenchDatabase make(URI beside, String name, String sql) throws SQLException {
        try (Connection connection = Database.open(beside);
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(false);
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute(sql);
        }
        return existing(beside, name);
    }

    /** A database that is there, beside another one. */
    static BenchDatabase existing(URI beside, String name) throws SQLException {
        return at(URI.create(beside.toString().replaceFirst("/[^/]*$", "/" + name)));
    }

    /** A database that is there. */
    static BenchDatabase at(URI url) throws SQLException {
        Connection connection = Database.open(url);
        connection.setReadOnly(false);
        return new BenchDatabase(url, connection);
    }

    URI url() {
        return url;
    }

    Connection connection() {
        return connection;
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** What server this is. */
    String describe() throws SQLException {
        return text("""
                SELECT format('PostgreSQL %s (%s), shared_buffers %s, max_wal_size %s, checkpoints every %s',
                    current_setting('server_version'),
                    (SELECT substring(setting FROM '-O[0-9a-z]*') FROM pg_config WHERE name = 'CFLAGS'),
                    current_setting('shared_buffers'), current_setting('max_wal_size'),
                    current_setting('checkpoint_timeout'))""");
    }

    /** Bytes of write-ahead log that the server has ever written. */
    long walPosition() throws SQLException {
        return number("SELECT pg_current_wal_insert_lsn() - '0/0'");
    }

    /** Taps that are stored, whatever they were answered. */
    long taps() throws SQLException {
        return number("SELECT count(*) FROM tap");
    }

    /**
     * Puts every page of the accounts into the log once, by locking a row on each. After a checkpoint the next touch of
     * a page is the dear one; a city pays for it once in a quarter of an hour, a row of some seconds would pay for
     * nothing else, and the slower its server, the more for each tap.
     */
    void touchPagesOfAccounts() throws SQLException {
        number(FIRST_TOUCH);
    }

    /** What a stored tap takes on disk, its indexes included. */
    long bytesPerTap() throws SQLException {
        return number("""
                SELECT sum(pg_total_relation_size(inhrelid)) / greatest(1, (SELECT count(*) FROM tap))
                FROM pg_inherits WHERE inhparent = 'tap'::regclass""");
    }

    /** Of a hundred updates of accounts, how many stayed on their page. */
    long hotPercent() throws SQLException {
        return number("SELECT 100 * n_tup_hot_upd / greatest(1, n_tup_upd) FROM pg_stat_user_tables"
                + " WHERE relname = 'account'");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
