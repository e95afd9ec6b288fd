package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.reconciliation.breaks.Break.Money;
import cn.suinian.settlement.reconciliation.breaks.Break.Source;
import cn.suinian.settlement.reconciliation.breaks.Break.Tap;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Breaks and their timelines in SQL. */
final class BreakStore {
    private static final String COLUMNS = """
            SELECT b.break_no, b.vendor_id, b.day, b.kind, b.status, b.payer, b.service, b.risk_fen, b.ours_fen,
                   b.theirs_fen, b.our_amount, b.their_amount, b.tap_date, b.terminal_id, b.terminal_seq,
                   b.card_serial, b.holder_id, b.statement_id, b.line_no, b.group_id, b.opened_at, b.closed_at,
                   b.closed_by_rule, b.assignee, b.version, b.adjusted_fen
            FROM settlement_break b
            """;
    private static final String COUNT = "SELECT count(*) FROM settlement_break b ";
    private static final String FIND = COLUMNS + "WHERE b.break_no = ?";
    private static final String LOCK = COLUMNS + "WHERE b.break_no = ? FOR UPDATE";

    private static final String MOVE = """
            UPDATE settlement_break SET status = ?, assignee = ?, group_id = coalesce(?, group_id),
                version = version + 1,
                ours_fen = ours_fen + ?, adjusted_fen = adjusted_fen + ?,
                risk_fen = CASE WHEN ? THEN abs(theirs_fen - ours_fen - ?) ELSE risk_fen END,
                closed_by_rule = CASE WHEN status = ? THEN closed_by_rule END,
                closed_at = CASE WHEN ? IN ('OPEN', 'ASKED') THEN NULL ELSE coalesce(closed_at, ?) END
            WHERE break_no = ?
            """;
    private static final String EVENT = """
            INSERT INTO break_event (break_no, version, at, act, kind, status, ours_fen, theirs_fen, staff_id, actor,
                                     reason, request_no, attachment_no)
            SELECT break_no, version, ?, ?, kind, status, ours_fen, theirs_fen, ?, ?, ?, ?, ?
            FROM settlement_break WHERE break_no = ?
            """;
    private static final String IS_ADJUSTED = "SELECT FROM settlement_break WHERE break_no = ? AND adjusted_fen <> 0";
    private static final String TIMELINE = """
            SELECT version, at, act, kind, status, ours_fen, theirs_fen, staff_id, actor, reason, request_no,
                   attachment_no
            FROM break_event WHERE break_no = ? ORDER BY version
            """;

    private final Connection transaction;

    BreakStore(Connection transaction) {
        this.transaction = transaction;
    }

    Optional<Break> find(long breakNo) throws SQLException {
        return one(FIND, breakNo);
    }

    /** Held until the end of the transaction. */
    Optional<Break> lock(long breakNo) throws SQLException {
        return one(LOCK, breakNo);
    }

    /** Breaks that fit, in the order and from the place that the end of the statement says. */
    List<Break> list(FilterSql filter, String end, Object... last) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(COLUMNS + filter.where() + end)) {
            filter.fill(select, last);
            List<Break> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        }
    }

    /** How many of those that fit are so. */
    long count(FilterSql filter, String and) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(COUNT + filter.where() + and)) {
            filter.fill(select);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * Who did it, and what else belongs to it.
     *
     * @param movedFen what the journal gave the vendor with it
     */
    record Step(
            String act,
            @Nullable Long staffId,
            String actor,
            Instant at,
            @Nullable String reason,
            @Nullable Long request,
            @Nullable Long attachment,
            @Nullable Long group,
            long movedFen) {}

    /** Moves a break that is held to a status, with its step in the timeline. */
    void move(Break was, BreakStatus status, @Nullable Long assignee, Step step) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(MOVE)) {
            update.setString(1, status.name());
            update.setObject(2, assignee, Types.BIGINT);
            update.setObject(3, step.group, Types.BIGINT);
            update.setLong(4, step.movedFen);
            update.setLong(5, step.movedFen);
            update.setBoolean(6, step.movedFen != 0);
            update.setLong(7, step.movedFen);
            update.setString(8, status.name());
            update.setString(9, status.name());
            update.setTimestamp(10, Timestamp.from(step.at));
            update.setLong(11, was.breakNo());
            update.executeUpdate();
        }
        try (PreparedStatement insert = transaction.prepareStatement(EVENT)) {
            insert.setTimestamp(1, Timestamp.from(step.at));
            insert.setString(2, step.act);
            insert.setObject(3, step.staffId, Types.BIGINT);
            insert.setString(4, step.actor);
            insert.setString(5, step.reason);
            insert.setObject(6, step.request, Types.BIGINT);
            insert.setObject(7, step.attachment, Types.BIGINT);
            insert.setLong(8, was.breakNo());
            insert.executeUpdate();
        }
    }

    /** Whether the journal moved money for it that was not taken back. */
    boolean isAdjusted(Break it) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(IS_ADJUSTED)) {
            select.setLong(1, it.breakNo());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    List<BreakEvent> timeline(long breakNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(TIMELINE)) {
            select.setLong(1, breakNo);
            List<BreakEvent> events = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new BreakEvent(
                            row.getInt("version"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("act"),
                            BreakKind.valueOf(row.getString("kind")),
                            BreakStatus.valueOf(row.getString("status")),
                            row.getLong("ours_fen"),
                            row.getLong("theirs_fen"),
                            number(row, "staff_id"),
                            row.getString("actor"),
                            Optional.ofNullable(row.getString("reason")),
                            number(row, "request_no"),
                            number(row, "attachment_no")));
                }
            }
            return events;
        }
    }

    private Optional<Break> one(String sql, long breakNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setLong(1, breakNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static Break read(ResultSet row) throws SQLException {
        int payer = row.getInt("payer");
        int statementId = row.getInt("statement_id");
        Optional<Source> source =
                row.wasNull() ? Optional.empty() : Optional.of(new Source(statementId, row.getInt("line_no")));
        Timestamp closedAt = row.getTimestamp("closed_at");
        int rule = row.getInt("closed_by_rule");
        OptionalInt closedByRule = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(rule);
        return new Break(
                row.getLong("break_no"),
                row.getInt("vendor_id"),
                row.getObject("day", LocalDate.class),
                BreakKind.valueOf(row.getString("kind")),
                BreakStatus.valueOf(row.getString("status")),
                payer == 0 ? Optional.empty() : Optional.of(new Payer(payer)),
                Service.ofCode(row.getInt("service")),
                new Money(
                        row.getLong("risk_fen"),
                        row.getLong("ours_fen"),
                        row.getLong("theirs_fen"),
                        row.getLong("our_amount"),
                        row.getLong("their_amount"),
                        row.getLong("adjusted_fen")),
                new Tap(
                        row.getObject("tap_date", LocalDate.class),
                        row.getLong("terminal_id"),
                        row.getLong("terminal_seq"),
                        row.getInt("card_serial"),
                        number(row, "holder_id")),
                source,
                number(row, "group_id"),
                row.getTimestamp("opened_at").toInstant(),
                closedAt == null ? Optional.empty() : Optional.of(closedAt.toInstant()),
                closedByRule,
                number(row, "assignee"),
                row.getInt("version"));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
