package cn.suinian.core.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** Checks the invariants of every module on the class path. */
public final class Invariants {
    private static final int ROWS_SHOWN = 5;
    private static final List<Invariant> ALL = ServiceLoader.load(InvariantList.class).stream()
            .flatMap(list -> list.get().invariants().stream())
            .toList();

    private Invariants() {}

    /** Fails with the name and the first offending rows of each invariant that does not hold, but for these. */
    public static void check(Database database, Set<String> brokenOnPurpose) throws SQLException {
        List<String> breaches = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (Invariant invariant : ALL) {
                if (!brokenOnPurpose.contains(invariant.name()) && allExist(statement, invariant.tables())) {
                    breaches.addAll(breachesOf(statement, invariant));
                }
            }
        }
        if (!breaches.isEmpty()) {
            throw new AssertionError("Invariants that no longer hold:\n" + String.join("\n", breaches));
        }
    }

    private static boolean allExist(Statement statement, List<String> tables) throws SQLException {
        for (String table : tables) {
            try (ResultSet found = statement.executeQuery("SELECT to_regclass('" + table + "') IS NOT NULL")) {
                found.next();
                if (!found.getBoolean(1)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> breachesOf(Statement statement, Invariant invariant) throws SQLException {
        List<String> breaches = new ArrayList<>();
        String rowsAsText = "SELECT breach::text FROM (" + invariant.violations() + ") AS breach LIMIT " + ROWS_SHOWN;
        try (ResultSet rows = statement.executeQuery(rowsAsText)) {
            while (rows.next()) {
                breaches.add(invariant.name() + ": " + rows.getString(1));
            }
        }
        return breaches;
    }
}
