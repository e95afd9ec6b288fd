package cn.suinian.settlement.reconciliation.export;

import cn.suinian.core.money.Payer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a vendor's day that belong to a tap and have no break, of one payer or all, page by page. */
final class MatchedRows {
    private static final String PAGE = """
            SELECT v.code, s.day, t.settle_date, r.tap_date, r.terminal_id, r.terminal_seq, r.card_serial, r.amount,
                   r.subsidy, r.statement_id, r.line_no, coalesce(m.how, 'KEY') AS how
            FROM vendor_statement s
            JOIN vendor v USING (vendor_id)
            JOIN statement_row r USING (statement_id)
            LEFT JOIN (match_group_row g JOIN match_group m ON m.group_id = g.group_id AND m.undone_at IS NULL)
                ON g.statement_id = r.statement_id AND g.line_no = r.line_no
            LEFT JOIN tap t ON t.tap_date = r.tap_date AND t.terminal_id = r.terminal_id
                AND t.terminal_seq = r.terminal_seq AND t.card_serial = r.card_serial AND t.vendor_id = s.vendor_id
            WHERE s.vendor_id = ? AND s.day = ? AND s.state = 'READY' AND r.standing = 0
              AND (r.statement_id, r.line_no) > (?, ?)
              AND (m.group_id IS NOT NULL OR t.reason = 0)
              AND (?::smallint IS NULL OR coalesce(t.payer, r.payer) = ?)
              AND NOT EXISTS (SELECT FROM settlement_break b
                              WHERE b.statement_id = r.statement_id AND b.line_no = r.line_no
                                AND b.vendor_id = s.vendor_id AND b.tap_date = r.tap_date
                                AND b.terminal_id = r.terminal_id AND b.terminal_seq = r.terminal_seq
                                AND b.status NOT IN ('HEALED', 'LINKED'))
            ORDER BY r.statement_id, r.line_no LIMIT ?
            """;

    private final int vendorId;
    private final LocalDate day;
    private final @Nullable Integer payer;
    private int statementId;
    private int lineNo;

    MatchedRows(int vendorId, LocalDate day, Optional<Payer> only, MatchedRow.Place after) {
        this.vendorId = vendorId;
        this.day = day;
        this.payer = only.map(Payer::code).orElse(null);
        this.statementId = after.statementId();
        this.lineNo = after.lineNo();
    }

    List<MatchedRow> next(Connection transaction, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PAGE)) {
            select.setInt(1, vendorId);
            select.setObject(2, day);
            select.setInt(3, statementId);
            select.setInt(4, lineNo);
            select.setObject(5, payer, Types.INTEGER);
            select.setObject(6, payer, Types.INTEGER);
            select.setInt(7, most);
            List<MatchedRow> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(matched(row));
                }
            }
            return page;
        }
    }

    /** The next page begins behind this one. */
    void moveTo(List<MatchedRow> page) {
        if (!page.isEmpty()) {
            statementId = page.get(page.size() - 1).statementId();
            lineNo = page.get(page.size() - 1).lineNo();
        }
    }

    private static MatchedRow matched(ResultSet row) throws SQLException {
        String settled = row.getString("settle_date");
        return new MatchedRow(
                row.getInt("statement_id"),
                row.getInt("line_no"),
                row.getString("code"),
                row.getString("day"),
                settled == null ? "" : settled,
                row.getString("tap_date"),
                row.getString("terminal_id"),
                row.getLong("terminal_seq"),
                row.getInt("card_serial"),
                row.getLong("amount"),
                row.getLong("subsidy"),
                row.getString("how"));
    }
}
