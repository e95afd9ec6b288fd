package cn.suinian.settlement.businessday;

import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.businessday.BusinessDay.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The history of business days in SQL. */
final class DayActStore {

    private static final String RECORD = """
            INSERT INTO business_day_act (day, from_state, to_state, by, staff_id, reason, request_no)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT = """
            SELECT act_no, day, from_state, to_state, at, by, staff_id, reason, request_no,
                   (SELECT q.asked_as FROM approval_request q WHERE q.request_no = a.request_no) AS asked_as
            FROM business_day_act a
            """;

    private static final String OF_DAY = SELECT + "WHERE day = ? ORDER BY act_no";
    private static final String LAST_OF_DAY = SELECT + "WHERE day = ? ORDER BY act_no DESC LIMIT 1";
    private static final String BY_NUMBER = SELECT + "WHERE act_no = ?";

    private final Connection connection;

    DayActStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * A step that is made now.
     *
     * @param from null: the day is opened
     * @param request the second signature, where one is needed
     */
    record Step(
            LocalDate day,
            @Nullable State from,
            State to,
            String by,
            @Nullable Long staffId,
            String reason,
            @Nullable Long request) {

        static Step ofClose(LocalDate day, @Nullable State from, State to, Closer closer) {
            return new Step(day, from, to, closer.by(), closer.staffId(), "", null);
        }

        static Step byStaff(LocalDate day, State from, State to, Actor actor, Signed signed) {
            return new Step(day, from, to, actor.account(), actor.staffId(), signed.reason(), signed.request());
        }
    }

    /**
     * Who closes a day, as its history names them.
     *
     * @param by which node and process, or the name that a member of staff signs in with
     * @param staffId of that member of staff; null: a node does it at its hour
     */
    record Closer(String by, @Nullable Long staffId) {

        static Closer node(String by) {
            return new Closer(by, null);
        }

        static Closer staff(Actor actor) {
            return new Closer(actor.account(), actor.staffId());
        }
    }

    /** Why, and with whose second signature. */
    record Signed(String reason, @Nullable Long request) {
        static final Signed PLAIN = new Signed("", null);
    }

    void record(Step step) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RECORD)) {
            insert.setObject(1, step.day());
            insert.setString(2, step.from() == null ? null : step.from().name());
            insert.setString(3, step.to().name());
            insert.setString(4, step.by());
            insert.setObject(5, step.staffId(), Types.BIGINT);
            insert.setString(6, step.reason());
            insert.setObject(7, step.request(), Types.BIGINT);
            insert.executeUpdate();
        }
    }

    /** A day's steps, in order. */
    List<DayAct> list(LocalDate day) throws SQLException {
        return select(OF_DAY, day);
    }

    /** The step that brought a day to where it is. */
    DayAct getLast(LocalDate day) throws SQLException {
        return select(LAST_OF_DAY, day).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(day + " has no history"));
    }

    /** The same; empty before a city closed its first day. */
    Optional<DayAct> findLast(LocalDate day) throws SQLException {
        return select(LAST_OF_DAY, day).stream().findFirst();
    }

    Optional<DayAct> find(long actNo) throws SQLException {
        return select(BY_NUMBER, actNo).stream().findFirst();
    }

    private List<DayAct> select(String sql, Object argument) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, argument);
            List<DayAct> acts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    acts.add(act(row));
                }
            }
            return acts;
        }
    }

    private static DayAct act(ResultSet row) throws SQLException {
        return new DayAct(
                row.getLong("act_no"),
                row.getObject("day", LocalDate.class),
                Optional.ofNullable(row.getString("from_state")).map(State::valueOf),
                State.valueOf(row.getString("to_state")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                optional(row, "staff_id"),
                row.getString("reason"),
                optional(row, "request_no"),
                Optional.ofNullable(row.getString("asked_as")));
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
