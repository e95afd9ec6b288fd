package cn.suinian.settlement.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts, once for each cleared day and service, how many people were subsidised and with how much. */
public final class HeadCount {

    private static final String SESSION = "SET statement_timeout = 0; SET jit = off; SET work_mem = '32MB'";

    private static final String NEXT = """
            SELECT max(d.day) AS day FROM business_day d
            WHERE d.cleared_at IS NOT NULL AND NOT EXISTS (SELECT FROM day_heads h WHERE h.day = d.day)
              AND d.day > (SELECT max(day) FROM business_day WHERE cleared_at IS NOT NULL) - 35
            """;

    /** Late taps belong to another day and are few: they are left out. A day without taps is counted too, as nobody. */
    private static final String COUNT = """
            INSERT INTO day_heads (day, service, heads, subsidy_fen)
            SELECT ?::date, s.service, coalesce(c.heads, 0), coalesce(c.subsidy, 0)
            FROM generate_series(1, 5) AS s (service)
            LEFT JOIN (SELECT service, count(DISTINCT holder_id) AS heads, sum(subsidy) AS subsidy
                       FROM tap WHERE tap_date = ? AND settle_date = ? AND reason = 0 AND subsidy > 0
                       GROUP BY service) AS c ON c.service = s.service
            ON CONFLICT DO NOTHING
            """;

    private final DataSource database;

    public HeadCount(DataSource database) {
        this.database = database;
    }

    /** Counts the newest cleared day that is not counted, of the last five weeks; false: all are. */
    public boolean countNext() throws SQLException {
        try (Connection connection = database.getConnection()) {
            LocalDate day = next(connection);
            if (day == null) {
                return false;
            }
            try (PreparedStatement count = connection.prepareStatement(COUNT)) {
                count.setObject(1, day);
                count.setObject(2, day);
                count.setObject(3, day);
                count.executeUpdate();
            }
            return true;
        }
    }

    private static @Nullable LocalDate next(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SESSION);
            try (ResultSet row = statement.executeQuery(NEXT)) {
                row.next();
                return row.getObject("day", LocalDate.class);
            }
        }
    }
}
