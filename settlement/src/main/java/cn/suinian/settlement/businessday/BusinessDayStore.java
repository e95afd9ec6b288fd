package cn.suinian.settlement.businessday;

import cn.suinian.settlement.businessday.BusinessDay.Act;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayActStore.Closer;
import cn.suinian.settlement.clearing.TapCounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Business days in SQL. */
final class BusinessDayStore {

    private static final String OPEN_DAY = "SELECT day FROM open_business_day";

    /** The very first time; afterwards every cut opens the next day. */
    private static final String START = """
            WITH started AS (
                INSERT INTO business_day (day, state)
                SELECT day, 'OPEN' FROM open_business_day
                WHERE NOT EXISTS (SELECT FROM business_day)
                RETURNING day)
            INSERT INTO business_day_act (day, to_state, by) SELECT day, 'OPEN', 'set-up' FROM started
            """;

    private static final String FIRST_UNCLEARED =
            "SELECT min(day) AS day FROM business_day WHERE state IN ('OPEN', 'CUT')";

    private static final String CUT = """
            UPDATE business_day SET state = 'CUT', cut_at = clock_timestamp(), cut_by = ?
            WHERE day = ? AND state = 'OPEN'
            """;

    private static final String OPEN_NEXT = "INSERT INTO business_day (day, state) VALUES (?, 'OPEN')";

    private static final String MOVE_OPEN_DAY = "UPDATE open_business_day SET day = ? WHERE day = ?";

    private static final String CLEARED = """
            UPDATE business_day SET state = 'CLEARED', cleared_at = clock_timestamp(), cleared_by = ?,
                                    taps_approved = ?, taps_declined = ?, taps_late = ?
            WHERE day = ? AND state = 'CUT'
            """;

    private static final String MOVE = "UPDATE business_day SET state = ? WHERE day = ? AND state = ?";

    private static final String SELECT = """
            SELECT day, state, cut_at, cut_by, cleared_at, cleared_by, taps_approved, taps_declined, taps_late
            FROM business_day
            """;

    private static final String FIND = SELECT + "WHERE day = ?";
    private static final String HOLD = SELECT + "WHERE day = ? FOR NO KEY UPDATE";
    private static final String LATEST = SELECT + "ORDER BY day DESC LIMIT ?";
    private static final String BEFORE = SELECT + "WHERE day < ? ORDER BY day DESC LIMIT ?";
    private static final String IN_STATE = SELECT + "WHERE state = ? ORDER BY day LIMIT ?";
    private static final String COUNT_BEFORE =
            "SELECT count(*) AS days FROM business_day WHERE day < ? AND state = ANY (?)";
    private static final String LAST_CLEARED = SELECT + "WHERE cleared_at IS NOT NULL ORDER BY day DESC LIMIT 1";

    private final Connection connection;

    BusinessDayStore(Connection connection) {
        this.connection = connection;
    }

    /** The day that postings must find open. */
    Optional<LocalDate> findOpenDay() throws SQLException {
        return findDay(OPEN_DAY);
    }

    /** The first day that is open, or cut and not cleared. */
    Optional<LocalDate> findFirstUncleared() throws SQLException {
        return findDay(FIRST_UNCLEARED);
    }

    Optional<BusinessDay> find(LocalDate day) throws SQLException {
        return list(FIND, day).stream().findFirst();
    }

    /** The day, which nobody else moves before the transaction ends. */
    Optional<BusinessDay> hold(LocalDate day) throws SQLException {
        return list(HOLD, day).stream().findFirst();
    }

    /** The days before this one, newest first. */
    List<BusinessDay> listBefore(LocalDate day, int count) throws SQLException {
        return list(BEFORE, day, count);
    }

    /** Moves a day that was held on or back; false when it is not in this state. */
    boolean move(LocalDate day, State from, State to) throws SQLException {
        return update(MOVE, to.name(), day, from.name()) == 1;
    }

    Optional<BusinessDay> findLastCleared() throws SQLException {
        return list(LAST_CLEARED).stream().findFirst();
    }

    /** The days that are in this state now, the oldest first. */
    List<BusinessDay> listIn(State state, int most) throws SQLException {
        return list(IN_STATE, state.name(), most);
    }

    /** How many days before this one are in one of these states. */
    long countBefore(LocalDate day, Set<State> states) throws SQLException {
        Object[] names = states.stream().map(State::name).toArray();
        try (PreparedStatement statement = prepared(COUNT_BEFORE, day, connection.createArrayOf("text", names));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong("days");
        }
    }

    List<BusinessDay> listLatest(int count) throws SQLException {
        return list(LATEST, count);
    }

    /** Writes the open day down if no day ever was. */
    void start() throws SQLException {
        update(START);
    }

    /**
     * Cuts an open day and opens the next, for settlement and for posting.
     *
     * @return false when the day was not open, or posting has another day open
     */
    boolean cut(LocalDate day, Closer by) throws SQLException {
        if (update(CUT, by.by(), day) != 1) {
            return false;
        }
        LocalDate next = day.plusDays(1);
        update(OPEN_NEXT, next);
        DayActStore acts = new DayActStore(connection);
        acts.record(DayActStore.Step.ofClose(day, State.OPEN, State.CUT, by));
        acts.record(DayActStore.Step.ofClose(next, null, State.OPEN, by));
        return update(MOVE_OPEN_DAY, next, day) == 1;
    }

    /** Marks a cut day cleared; false when it was not cut. */
    boolean cleared(LocalDate day, Closer by, TapCounts taps) throws SQLException {
        if (update(CLEARED, by.by(), taps.approved(), taps.declined(), taps.late(), day) != 1) {
            return false;
        }
        new DayActStore(connection).record(DayActStore.Step.ofClose(day, State.CUT, State.CLEARED, by));
        return true;
    }

    private Optional<LocalDate> findDay(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getObject("day", LocalDate.class)) : Optional.empty();
        }
    }

    private List<BusinessDay> list(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<BusinessDay> found = new ArrayList<>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        }
    }

    private int update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private static BusinessDay read(ResultSet row) throws SQLException {
        Optional<Act> cleared = act(row, "cleared");
        Optional<TapCounts> taps = cleared.isEmpty()
                ? Optional.empty()
                : Optional.of(new TapCounts(
                        row.getLong("taps_approved"), row.getLong("taps_declined"), row.getLong("taps_late")));
        return new BusinessDay(
                row.getObject("day", LocalDate.class),
                State.valueOf(row.getString("state")),
                act(row, "cut"),
                cleared,
                taps);
    }

    private static Optional<Act> act(ResultSet row, String step) throws SQLException {
        OffsetDateTime at = row.getObject(step + "_at", OffsetDateTime.class);
        return at == null ? Optional.empty() : Optional.of(new Act(at.toInstant(), row.getString(step + "_by")));
    }
}
