package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.reconciliation.breaks.Sides.Amounts;
import cn.suinian.settlement.reconciliation.breaks.Sides.Ours;
import cn.suinian.settlement.reconciliation.breaks.Sides.Standing;
import cn.suinian.settlement.reconciliation.breaks.Sides.Theirs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Both sides of a break in SQL. */
final class SidesStore {
    private static final int MOST = 20;

    /** Date, terminal, number, card, vendor, group, most. */
    private static final String TAPS = """
            WITH named AS (
                SELECT tap_date, terminal_id, terminal_seq, holder_id FROM tap
                WHERE tap_date = ? AND terminal_id = ? AND terminal_seq = ? AND card_serial = ? AND vendor_id = ?
                UNION
                SELECT tap_date, terminal_id, terminal_seq, holder_id FROM match_group_tap WHERE group_id = ?
            )
            SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.card_serial, t.tac, t.tapped_at, t.settle_date,
                   t.service, t.amount, t.subsidy, t.operator_subsidy + t.delivery_subsidy AS extra, t.payer, t.reason,
                   v.tap_date IS NOT NULL AS reversed
            FROM named JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
            LEFT JOIN tap_reversal v USING (tap_date, terminal_id, terminal_seq, holder_id)
            ORDER BY 1, 2, 3 LIMIT ?
            """;
    /**
     * What was withdrawn says nothing beside what counts. Statement, line, date, terminal, number, card, vendor, group,
     * most.
     */
    private static final String ROWS = """
            WITH named AS (
                SELECT statement_id, line_no FROM statement_row WHERE statement_id = ? AND line_no = ?
                UNION
                SELECT r.statement_id, r.line_no FROM statement_row r JOIN vendor_statement s USING (statement_id)
                WHERE r.tap_date = ? AND r.terminal_id = ? AND r.terminal_seq = ? AND r.card_serial = ?
                  AND s.vendor_id = ? AND s.state = 'READY'
                UNION
                SELECT statement_id, line_no FROM match_group_row WHERE group_id = ?
            )
            SELECT r.tap_date, r.terminal_id, r.terminal_seq, r.card_serial, r.statement_id, r.line_no, s.day,
                   r.tapped_at, r.service, r.amount, r.subsidy, r.extra, r.payer, r.standing
            FROM named JOIN statement_row r USING (statement_id, line_no) JOIN vendor_statement s USING (statement_id)
            WHERE s.state <> 'WITHDRAWN' OR NOT EXISTS (
                SELECT FROM named JOIN vendor_statement o USING (statement_id) WHERE o.state <> 'WITHDRAWN')
            ORDER BY 5, 6 LIMIT ?
            """;

    private SidesStore() {}

    static Sides read(Connection transaction, Break it) throws SQLException {
        Long group = it.groupId().isPresent() ? Long.valueOf(it.groupId().getAsLong()) : null;
        return new Sides(taps(transaction, it, group), rows(transaction, it, group));
    }

    private static List<Ours> taps(Connection transaction, Break it, @Nullable Long group) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(TAPS)) {
            int next = key(select, 1, it);
            select.setObject(next, group, Types.BIGINT);
            select.setInt(next + 1, MOST);
            List<Ours> taps = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taps.add(new Ours(
                            key(row),
                            row.getLong("tac"),
                            row.getTimestamp("tapped_at").toInstant(),
                            row.getObject("settle_date", LocalDate.class),
                            Service.ofCode(row.getInt("service")),
                            amounts(row),
                            payer(row),
                            row.getInt("reason"),
                            row.getBoolean("reversed")));
                }
            }
            return taps;
        }
    }

    private static List<Theirs> rows(Connection transaction, Break it, @Nullable Long group) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ROWS)) {
            select.setObject(1, it.source().map(Break.Source::statementId).orElse(null), Types.INTEGER);
            select.setObject(2, it.source().map(Break.Source::lineNo).orElse(null), Types.INTEGER);
            int next = key(select, 3, it);
            select.setObject(next, group, Types.BIGINT);
            select.setInt(next + 1, MOST);
            List<Theirs> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Theirs(
                            key(row),
                            new Break.Source(row.getInt("statement_id"), row.getInt("line_no")),
                            row.getObject("day", LocalDate.class),
                            row.getTimestamp("tapped_at").toInstant(),
                            Service.ofCode(row.getInt("service")),
                            amounts(row),
                            payer(row),
                            standing(row.getInt("standing"))));
                }
            }
            return rows;
        }
    }

    /** The place behind the last parameter. */
    private static int key(PreparedStatement select, int from, Break it) throws SQLException {
        select.setObject(from, it.tap().date());
        select.setLong(from + 1, it.tap().terminalId());
        select.setLong(from + 2, it.tap().terminalSeq());
        select.setInt(from + 3, it.tap().cardSerial());
        select.setInt(from + 4, it.vendorId());
        return from + 5;
    }

    private static Sides.Key key(ResultSet row) throws SQLException {
        return new Sides.Key(
                row.getObject("tap_date", LocalDate.class),
                row.getLong("terminal_id"),
                row.getLong("terminal_seq"),
                row.getInt("card_serial"));
    }

    private static Amounts amounts(ResultSet row) throws SQLException {
        long extra = row.getLong("extra");
        OptionalLong stated = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(extra);
        return new Amounts(row.getLong("amount"), row.getLong("subsidy"), stated);
    }

    private static Optional<Payer> payer(ResultSet row) throws SQLException {
        int code = row.getInt("payer");
        return code == 0 ? Optional.empty() : Optional.of(new Payer(code));
    }

    private static Standing standing(int stored) {
        return switch (stored) {
            case 0 -> Standing.COUNTS;
            case 1 -> Standing.REPEATED;
            default -> Standing.CONTRARY;
        };
    }
}
