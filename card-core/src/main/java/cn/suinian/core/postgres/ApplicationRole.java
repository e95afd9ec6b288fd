package cn.suinian.core.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The role that nodes work as: it owns nothing, so it can neither switch a trigger off nor drop, alter or truncate a
 * table. What it may do to a table follows from the table: one that refuses UPDATE or DELETE by a trigger ({@code
 * refuse_change}) does not grant it either, so an append-only table of any module is covered on the day it is made.
 *
 * <p>Grants are made after the migrations of every start, in one transaction under a lock. Rejected: default
 * privileges (they know nothing of append-only), and a list of tables in a migration (it would be forgotten).
 */
public final class ApplicationRole {

    /** The lock of make_tap_partition: a grant on a table that is just being altered fails. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7201)";

    /** Tables and views of ours, and what may be done to them; partitions are written through their parent. */
    private static final String TABLES = """
            SELECT c.oid::regclass::text AS name,
                   c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname !~ '^migrations_of_'
                       AND c.relname <> 'installation' AS writable,
                   coalesce(bool_or(t.tgtype::int & 16 <> 0), false) AS refuses_update,
                   coalesce(bool_or(t.tgtype::int & 8 <> 0), false) AS refuses_delete
            FROM pg_class c
            LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgfoid = 'refuse_change'::regproc
            WHERE c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'tap'::regclass)
              AND c.relkind IN ('r', 'p', 'v')
            GROUP BY c.oid, c.relname, c.relkind, c.relispartition
            ORDER BY c.oid
            """;

    private static final String SCHEMA = """
            SELECT quote_ident(nspname) FROM pg_namespace
            WHERE oid = (SELECT relnamespace FROM pg_class WHERE oid = 'tap'::regclass)
            """;
    private static final String QUOTE = "SELECT quote_ident(?)";
    private static final String EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = ?";
    private static final String ATTRIBUTES =
            " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '";
    private static final String MAY_REWRITE = """
            SELECT to_regclass('audit_log') IS NOT NULL AND has_table_privilege('audit_log', 'UPDATE')
            """;

    private ApplicationRole() {}

    /**
     * Lets this role work on the tables, as far as it must. Call it after the migrations, as their owner.
     *
     * @throws DatabaseUnusableException when the owner cannot grant
     */
    public static void grant(Database owner, String role) {
        try (Connection connection = owner.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(ONE_AT_A_TIME);
                for (String grant : grants(connection, ask(connection, QUOTE, role))) {
                    statement.addBatch(grant);
                }
                statement.executeBatch();
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new DatabaseUnusableException(
                    "Granting " + role + " what it needs in " + owner + " failed: " + failure.getMessage(), failure);
        }
    }

    /** Whether whoever connects so could rewrite the audit trail: then it is the owner, or has too many rights. */
    public static boolean mayRewriteAuditTrail(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(MAY_REWRITE)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /** Makes the role of the embedded server, or gives it this password again; hexadecimal, so it needs no quotes. */
    static void ensure(Database owner, String role, String password) {
        try (Connection connection = owner.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            String verb = ask(connection, EXISTS, role) == null ? "CREATE ROLE " : "ALTER ROLE ";
            statement.execute(verb + role + ATTRIBUTES + password + "'");
            // The day close and the risk scan look at what other sessions are doing.
            statement.execute("GRANT pg_read_all_stats TO " + role);
        } catch (SQLException failure) {
            throw new DatabaseUnusableException(
                    "Making the role " + role + " in " + owner + " failed: SQLSTATE " + failure.getSQLState());
        }
    }

    private static List<String> grants(Connection connection, String role) throws SQLException {
        List<String> grants = new ArrayList<>();
        String schema = ask(connection, SCHEMA, null);
        grants.add("REVOKE CREATE ON SCHEMA " + schema + " FROM PUBLIC");
        grants.add("GRANT USAGE ON SCHEMA " + schema + " TO " + role);
        grants.add("REVOKE ALL ON ALL TABLES IN SCHEMA " + schema + " FROM " + role);
        try (Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery(TABLES)) {
            while (table.next()) {
                List<String> rights = new ArrayList<>(List.of("SELECT"));
                if (table.getBoolean("writable")) {
                    rights.add("INSERT");
                    if (!table.getBoolean("refuses_update")) {
                        rights.add("UPDATE");
                    }
                    if (!table.getBoolean("refuses_delete")) {
                        rights.add("DELETE");
                    }
                }
                grants.add("GRANT " + String.join(", ", rights) + " ON " + table.getString("name") + " TO " + role);
            }
        }
        grants.add("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA " + schema + " TO " + role);
        for (String function : List.of("make_tap_partition", "index_taps_of_day")) {
            grants.add("GRANT EXECUTE ON FUNCTION " + function + "(date) TO " + role);
        }
        return grants;
    }

    private static @Nullable String ask(Connection connection, String sql, @Nullable String argument)
            throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(sql)) {
            if (argument != null) {
                question.setString(1, argument);
            }
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() ? answer.getString(1) : null;
            }
        }
    }
}
