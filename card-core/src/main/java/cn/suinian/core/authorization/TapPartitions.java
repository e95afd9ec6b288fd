package cn.suinian.core.authorization;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the daily partitions of the tap table ahead of time. A day without one falls into the default partition, so
 * nothing is lost if this does not run; the day is only slower to clear.
 */
public final class TapPartitions {

    /** Days behind today that may still be tapped late, and days ahead. */
    private static final int DAYS_BACK = 35;

    private static final int DAYS_AHEAD = 8;

    /** Only one node makes partitions at a time. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7201)";

    /** Never make taps wait long behind a partition that waits for a lock. */
    private static final String SHORT_WAIT = "SET LOCAL lock_timeout = '1s'";

    private static final String CREATE =
            "CREATE TABLE IF NOT EXISTS tap_%s PARTITION OF tap FOR VALUES FROM ('%s') TO ('%s')";

    private static final Logger LOG = LoggerFactory.getLogger(TapPartitions.class);

    private final DataSource database;

    public TapPartitions(DataSource database) {
        this.database = database;
    }

    /** Makes what is missing around this day; says in the log what it could not make. */
    public void makeAround(LocalDate today) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (LocalDate day = today.minusDays(DAYS_BACK);
                    !day.isAfter(today.plusDays(DAYS_AHEAD));
                    day = day.plusDays(1)) {
                make(connection, day);
            }
        }
    }

    private static void make(Connection connection, LocalDate day) throws SQLException {
        String name = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SHORT_WAIT);
            statement.execute(ONE_AT_A_TIME);
            statement.execute(CREATE.formatted(name, day, day.plusDays(1)));
            connection.commit();
        } catch (SQLException refused) {
            connection.rollback();
            LOG.warn("no partition for the taps of {}: SQLSTATE {}", day, refused.getSQLState());
        }
    }
}
