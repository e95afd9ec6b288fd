package cn.suinian.core.verification;

import cn.suinian.core.verification.Check.Inspection;
import cn.suinian.core.verification.Check.Weight;
import cn.suinian.core.verification.Finding.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/**
 * Runs checks on one snapshot of a database. It writes nothing and locks nobody out, but its snapshot is held to the
 * end: rows that are updated meanwhile are cleaned up only after it.
 */
public final class Verification {

    private static final int EXAMPLES = 5;
    private static final int BYTES_SHOWN = 300;

    // A scan may take minutes and should use what the machine has. An index that lost a row would hide the loss. The
    // name
    // tells operators who holds the snapshot.
    private static final String SESSION = """
            SET LOCAL statement_timeout = 0;
            SET LOCAL work_mem = '64MB';
            SET LOCAL enable_indexscan = off;
            SET LOCAL enable_indexonlyscan = off;
            SET LOCAL enable_bitmapscan = off;
            SET LOCAL application_name = 'suinian-verify'
            """;
    private static final String EXISTS = "SELECT to_regclass(?) IS NOT NULL";
    private static final String ROWS = "SELECT left(breach::text, %d), count(*) OVER () FROM (%s) AS breach LIMIT %d";

    private Verification() {}

    /** Hears of each check before and after it. */
    public interface Listener {
        /** Hears nothing. */
        Listener SILENT = new Listener() {};

        /** A check begins. */
        default void begins(Check check, int ordinal, int of) {}

        /** A check has ended. */
        default void ended(Finding finding) {}
    }

    /** The checks of every module on the class path. */
    public static List<Check> allChecks() {
        return ServiceLoader.load(CheckList.class).stream()
                .flatMap(list -> list.get().checks().stream())
                .toList();
    }

    /**
     * Makes the checks, one after the other, all on the same snapshot.
     *
     * @throws SQLException when the connection fails; a query that fails is a finding
     */
    public static List<Finding> run(DataSource database, List<Check> checks, Listener listener) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            execute(connection, SESSION);
            for (Check check : checks) {
                listener.begins(check, findings.size() + 1, checks.size());
                Finding finding = make(connection, check);
                findings.add(finding);
                listener.ended(finding);
            }
            connection.rollback();
        }
        return findings;
    }

    /** Makes one check in the transaction that is open on this connection. */
    static Finding make(Connection connection, Check check) throws SQLException {
        long started = System.nanoTime();
        for (String table : check.tables()) {
            if (!exists(connection, table)) {
                return new Finding(check, State.SKIPPED, 0, List.of("there is no table " + table), since(started));
            }
        }
        Savepoint before = connection.setSavepoint();
        try {
            Finding finding = ask(connection, check, started);
            connection.releaseSavepoint(before);
            return finding;
        } catch (SQLException failure) {
            // Fails too when the connection is gone, which is then the caller's to hear.
            connection.rollback(before);
            String why = failure.getSQLState() + ": " + failure.getMessage();
            return new Finding(check, State.FAILED, 0, List.of(why), since(started));
        }
    }

    private static Finding ask(Connection connection, Check check, long started) throws SQLException {
        if (check.inspection() != null) {
            return inspect(connection, check, check.inspection(), started);
        }
        List<String> examples = new ArrayList<>();
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ROWS.formatted(BYTES_SHOWN, check.breaches(), EXAMPLES))) {
            while (rows.next()) {
                examples.add(rows.getString(1));
                count = rows.getLong(2);
            }
        }
        State found = check.weight() == Weight.NOTICE ? State.NOTICED : State.BROKEN;
        return new Finding(check, count == 0 ? State.HOLDS : found, count, List.copyOf(examples), since(started));
    }

    private static Finding inspect(Connection connection, Check check, Inspection inspection, long started)
            throws SQLException {
        List<String> breaches = inspection.breaches(connection);
        return new Finding(
                check,
                breaches.isEmpty() ? State.HOLDS : State.BROKEN,
                breaches.size(),
                List.copyOf(breaches.subList(0, Math.min(EXAMPLES, breaches.size()))),
                since(started));
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXISTS)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
