package cn.suinian.gateway.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which key versions terminals and cards have, in SQL. */
final class KeyUse {

    private static final String OLDEST = "SELECT oldest_key_version, count(*) FROM terminal GROUP BY 1";
    private static final String LAST_USED =
            "SELECT key_version, count(*) FROM terminal_status WHERE key_version IS NOT NULL GROUP BY 1";
    private static final String CARDS = "SELECT key_version, count(*) FROM card GROUP BY 1";
    private static final String TERMINALS = "SELECT terminal_id FROM terminal ORDER BY terminal_id";
    private static final String NEVER_SEEN = """
            SELECT count(*) FROM terminal LEFT JOIN terminal_status USING (terminal_id)
            WHERE terminal_status.key_version IS NULL AND oldest_key_version <= ?
            """;
    private static final String SEEN_WITH = """
            SELECT terminal_id FROM terminal_status JOIN terminal USING (terminal_id)
            WHERE terminal_status.key_version <= ? AND oldest_key_version <= ?
            ORDER BY terminal_id
            """;

    /** A terminal from now on has at least the key that it is allowed to use. */
    private static final String RETIRE = """
            UPDATE terminal SET oldest_key_version = ?, key_version = greatest(key_version, ?)
            WHERE oldest_key_version < ?
            """;

    private final Connection database;

    KeyUse(Connection database) {
        this.database = database;
    }

    /** Terminals by the oldest version that they may use. */
    Map<Integer, Long> terminalsByOldest() throws SQLException {
        return counts(OLDEST);
    }

    /** Terminals by the version that they were last seen with; those never seen are not there. */
    Map<Integer, Long> terminalsByLastUsed() throws SQLException {
        return counts(LAST_USED);
    }

    Map<Integer, Long> cards() throws SQLException {
        return counts(CARDS);
    }

    /** Terminals last seen with this version or an older one that they may still use. */
    List<Long> terminalsSeenWith(int version) throws SQLException {
        return terminals(SEEN_WITH, version, version);
    }

    /** Terminals that may still use this version or an older one, and of which nobody knows what they use. */
    long terminalsNeverSeen(int version) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(NEVER_SEEN)) {
            query.setInt(1, version);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Every terminal there is. */
    List<Long> terminals() throws SQLException {
        return terminals(TERMINALS);
    }

    private List<Long> terminals(String sql, int... parameters) throws SQLException {
        List<Long> terminals = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setInt(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    terminals.add(row.getLong(1));
                }
            }
        }
        return terminals;
    }

    /** Ends a version, and all before it, at every terminal; the number of terminals where that is new. */
    int retire(int version) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(RETIRE)) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                update.setInt(parameter, version + 1);
            }
            return update.executeUpdate();
        }
    }

    private Map<Integer, Long> counts(String sql) throws SQLException {
        Map<Integer, Long> counts = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                counts.put(row.getInt(1), row.getLong(2));
            }
        }
        return counts;
    }
}
