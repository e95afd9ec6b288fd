package cn.suinian.settlement.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the taps of each cleared day by the hour in which they were made, once. */
public final class HourCount {

    private static final String SESSION = "SET statement_timeout = 0; SET jit = off; SET work_mem = '32MB'";

    /** As far back as a chart may begin. */
    private static final String NEXT = """
            SELECT max(d.day) AS day FROM business_day d
            WHERE d.cleared_at IS NOT NULL AND NOT EXISTS (SELECT FROM day_hours_counted c WHERE c.day = d.day)
              AND d.day > (SELECT max(day) FROM business_day WHERE cleared_at IS NOT NULL) - ?
            """;

    /** Whoever marks the day counts it; a second one waits for the first and finds it done. */
    private static final String MARK = "INSERT INTO day_hours_counted (day) VALUES (?) ON CONFLICT DO NOTHING";

    private static final String COUNT = """
            INSERT INTO day_hour (day, hour, payer, service, taps, subsidy_fen)
            SELECT ?, extract(hour FROM tapped_at AT TIME ZONE 'Asia/Shanghai'), coalesce(payer, 0), service, count(*),
                   sum(subsidy + operator_subsidy + delivery_subsidy)
            FROM (
                SELECT tapped_at, payer, service, subsidy, operator_subsidy, delivery_subsidy FROM tap
                WHERE tap_date = ? AND settle_date = ? AND reason = 0
                UNION ALL
                SELECT tapped_at, payer, service, subsidy, operator_subsidy, delivery_subsidy FROM tap
                WHERE settle_date = ? AND settle_date <> tap_date AND tap_date < ? AND reason = 0) AS settled
            GROUP BY 2, 3, 4
            """;

    private final DataSource database;

    public HourCount(DataSource database) {
        this.database = database;
    }

    /** Counts the newest cleared day that is not counted; false: all are. */
    public boolean countNext() throws SQLException {
        try (Connection connection = database.getConnection()) {
            LocalDate day = next(connection);
            if (day == null) {
                return false;
            }
            connection.setAutoCommit(false);
            if (update(connection, MARK, day) == 1) {
                update(connection, COUNT, day, day, day, day, day);
            }
            connection.commit();
            return true;
        }
    }

    private static int update(Connection connection, String sql, LocalDate... days) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < days.length; i++) {
                update.setObject(i + 1, days[i]);
            }
            return update.executeUpdate();
        }
    }

    private static @Nullable LocalDate next(Connection connection) throws SQLException {
        try (Statement session = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(NEXT)) {
            session.execute(SESSION);
            select.setInt(1, DayFigures.MOST_DAYS);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getObject("day", LocalDate.class);
            }
        }
    }
}
