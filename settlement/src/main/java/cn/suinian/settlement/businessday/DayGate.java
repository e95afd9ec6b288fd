package cn.suinian.settlement.businessday;

import cn.suinian.settlement.businessday.BusinessDay.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * A room that may keep a business day from its next state: open breaks, unconfirmed bank details, an unsigned
 * payment. The rooms stand above this one, so whoever wires the house hands them in.
 */
public interface DayGate {

    /**
     * What stands in the way of this step, as of now; none: nothing.
     *
     * @param connection the transaction of the step, or one that only looks; nothing may be written
     * @param next the state that the day would have afterwards; CLEARED: a day that is to be opened again
     */
    List<Blocker> blockers(Connection connection, LocalDate day, State next) throws SQLException;

    /** The same for whoever reads about one day: it may say more, and take longer. */
    default List<Blocker> told(Connection connection, LocalDate day, State next) throws SQLException {
        return blockers(connection, day, next);
    }
}
