package cn.suinian.settlement.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs and their history in SQL. */
final class RunStore {

    private static final String COLUMNS = """
            SELECT run_no, month, district, state, holders, payable_fen, recovery_fen, withdrawn_fen, excluded,
                   listed_at
            FROM allowance_run
            """;
    private static final String FIND = COLUMNS + "WHERE month = ? AND district = ? AND state <> 'DISCARDED'";
    private static final String OF_MONTH = COLUMNS + "WHERE month = ? AND state <> 'DISCARDED' ORDER BY district";
    private static final String BY_NUMBER = COLUMNS + "WHERE run_no = ?";
    private static final String HOLD = COLUMNS + "WHERE run_no = ? FOR NO KEY UPDATE";
    private static final String PAGE = COLUMNS + """
            WHERE run_no < ? AND (?::int2 IS NULL OR district = ?) AND state <> 'DISCARDED'
            ORDER BY run_no DESC LIMIT ?
            """;
    private static final String OPEN =
            "INSERT INTO allowance_run (month, district, state) VALUES (?, ?, 'LISTED')" + " RETURNING run_no";
    private static final String TOTAL = """
            UPDATE allowance_run r SET holders = l.holders, payable_fen = l.payable, recovery_fen = l.recovery,
                withdrawn_fen = l.withdrawn, excluded = n.excluded
            FROM (SELECT count(DISTINCT holder_id) FILTER (WHERE kind IN ('REGULAR', 'ARREARS')) AS holders,
                         coalesce(sum(fen) FILTER (WHERE kind IN ('REGULAR', 'ARREARS')), 0) AS payable,
                         coalesce(-sum(fen) FILTER (WHERE kind = 'RECOVERY'), 0) AS recovery,
                         coalesce(sum(fen) FILTER (WHERE kind = 'WITHDRAWN'), 0) AS withdrawn
                  FROM allowance_line WHERE run_no = ?) l,
                 (SELECT count(*) AS excluded FROM allowance_note WHERE run_no = ? AND kind = 'EXCLUDED') n
            WHERE r.run_no = ?
            """;
    private static final String MOVE = "UPDATE allowance_run SET state = ? WHERE run_no = ? AND state = ?";
    private static final String ACT = """
            INSERT INTO allowance_run_act (run_no, from_state, to_state, by, staff_id, reason, request_no)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String MONTHS = """
            SELECT min(month) AS first, max(month) AS last,
                   bool_or(month = ? AND state IN ('LISTED', 'CONFIRMED')) AS open_before
            FROM allowance_run WHERE state <> 'DISCARDED' AND district = ?
            """;
    private static final String FIRST =
            "SELECT min(month) AS first FROM allowance_run WHERE state <> 'DISCARDED' AND district = ?";

    private final Connection transaction;

    RunStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** What there is of a district: its latest run, and whether the month before is still open. */
    record Months(@Nullable YearMonth last, boolean openBefore) {}

    Optional<AllowanceRun> find(YearMonth month, District district) throws SQLException {
        return select(FIND, month.atDay(1), (short) district.code()).stream().findFirst();
    }

    /** Those of a month, one a district. */
    List<AllowanceRun> of(YearMonth month) throws SQLException {
        return select(OF_MONTH, month.atDay(1));
    }

    Optional<AllowanceRun> find(long runNo) throws SQLException {
        return select(BY_NUMBER, runNo).stream().findFirst();
    }

    /** The run, which nobody else moves before the transaction ends. */
    Optional<AllowanceRun> hold(long runNo) throws SQLException {
        return select(HOLD, runNo).stream().findFirst();
    }

    List<AllowanceRun> list(long before, @Nullable District district, int count) throws SQLException {
        Short code = district == null ? null : (short) district.code();
        return select(PAGE, before, code, code, count);
    }

    Months months(District district, YearMonth month) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(MONTHS)) {
            select.setObject(1, month.minusMonths(1).atDay(1));
            select.setShort(2, (short) district.code());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Months(month(row, "last"), row.getBoolean("open_before"));
            }
        }
    }

    /** The first month that this house ever ran for a district. */
    Optional<YearMonth> findFirst(District district) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIRST)) {
            select.setShort(1, (short) district.code());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(month(row, "first"));
            }
        }
    }

    long open(YearMonth month, District district) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(OPEN)) {
            insert.setObject(1, month.atDay(1));
            insert.setShort(2, (short) district.code());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Adds the lines of a list that was just made up; the run does not change afterwards. */
    void total(long runNo) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(TOTAL)) {
            update.setLong(1, runNo);
            update.setLong(2, runNo);
            update.setLong(3, runNo);
            update.executeUpdate();
        }
    }

    void move(AllowanceRun run, State to, Actor actor, String reason, @Nullable Long request) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(MOVE)) {
            update.setString(1, to.name());
            update.setLong(2, run.runNo());
            update.setString(3, run.state().name());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("run " + run.runNo() + " moved under our hands");
            }
        }
        record(run.runNo(), run.state(), to, actor, reason, request);
    }

    void record(long runNo, @Nullable State from, State to, Actor actor, String reason, @Nullable Long request)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ACT)) {
            insert.setLong(1, runNo);
            insert.setString(2, from == null ? null : from.name());
            insert.setString(3, to.name());
            insert.setString(4, actor.account());
            insert.setObject(5, actor.staffId(), Types.BIGINT);
            insert.setString(6, reason);
            insert.setObject(7, request, Types.BIGINT);
            insert.executeUpdate();
        }
    }

    private List<AllowanceRun> select(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i], arguments[i] == null ? Types.SMALLINT : typeOf(arguments[i]));
            }
            List<AllowanceRun> runs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    runs.add(run(row));
                }
            }
            return runs;
        }
    }

    private static int typeOf(Object argument) {
        if (argument instanceof LocalDate) {
            return Types.DATE;
        }
        if (argument instanceof Short) {
            return Types.SMALLINT;
        }
        return argument instanceof Integer ? Types.INTEGER : Types.BIGINT;
    }

    private static @Nullable YearMonth month(ResultSet row, String column) throws SQLException {
        LocalDate first = row.getObject(column, LocalDate.class);
        return first == null ? null : YearMonth.from(first);
    }

    private static AllowanceRun run(ResultSet row) throws SQLException {
        return new AllowanceRun(
                row.getLong("run_no"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                District.ofCode(row.getInt("district")),
                State.valueOf(row.getString("state")),
                row.getInt("holders"),
                row.getLong("payable_fen"),
                row.getLong("recovery_fen"),
                row.getLong("withdrawn_fen"),
                row.getInt("excluded"),
                row.getObject("listed_at", OffsetDateTime.class).toInstant());
    }
}
