package cn.suinian.core.authorization;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
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

    /** Never make taps wait long behind a partition that waits for a lock. */
    private static final String SHORT_WAIT = "SET LOCAL lock_timeout = '1s'";

    /** Runs with the rights of the tables' owner; one node at a time. */
    private static final String MAKE = "SELECT make_tap_partition(?)";

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
        try (Statement patience = connection.createStatement();
                PreparedStatement make = connection.prepareStatement(MAKE)) {
            patience.execute(SHORT_WAIT);
            make.setObject(1, day);
            make.execute();
            connection.commit();
        } catch (SQLException refused) {
            connection.rollback();
            LOG.warn("no partition for the taps of {}: SQLSTATE {}", day, refused.getSQLState());
        }
    }
}
