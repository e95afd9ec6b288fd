package cn.suinian.settlement.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Decides which of several rows about one tap counts: the first one of the vendor's statements that count. */
final class Standings {

    /** Keys that occur more than once are few; only their rows are sorted. */
    private static final String SETTLE = """
            WITH counted AS (
                SELECT r.* FROM vendor_statement s JOIN statement_row r USING (statement_id)
                WHERE s.vendor_id = ? AND s.state = 'READY' AND r.tap_date BETWEEN
                    (SELECT first_date FROM vendor_statement WHERE statement_id = ?)
                    AND (SELECT last_date FROM vendor_statement WHERE statement_id = ?)
            ), again AS (
                SELECT tap_date, terminal_id, terminal_seq, card_serial FROM counted
                GROUP BY 1, 2, 3, 4 HAVING count(*) > 1 OR bool_or(standing <> 0)
            ), ordered AS (
                SELECT c.statement_id, c.line_no, c.standing,
                       row_number() OVER w AS place,
                       (c.tapped_at, c.service, c.amount, c.subsidy, c.extra, c.payer) IS NOT DISTINCT FROM
                       (first_value(c.tapped_at) OVER w, first_value(c.service) OVER w, first_value(c.amount) OVER w,
                        first_value(c.subsidy) OVER w, first_value(c.extra) OVER w, first_value(c.payer) OVER w)
                       AS same
                FROM counted c JOIN again USING (tap_date, terminal_id, terminal_seq, card_serial)
                WINDOW w AS (PARTITION BY tap_date, terminal_id, terminal_seq, card_serial
                             ORDER BY c.statement_id, c.line_no)
            ), settled AS (
                SELECT statement_id, line_no, standing,
                       (CASE WHEN place = 1 THEN 0 WHEN same THEN 1 ELSE 2 END)::smallint AS stands
                FROM ordered
            )
            UPDATE statement_row r SET standing = s.stands
            FROM settled s
            WHERE r.statement_id = s.statement_id AND r.line_no = s.line_no AND s.standing <> s.stands
            """;

    private static final String COUNT = """
            UPDATE vendor_statement s SET rows_repeated = c.repeated, rows_contrary = c.contrary
            FROM (SELECT t.statement_id, count(r.*) FILTER (WHERE r.standing = 1) AS repeated,
                         count(r.*) FILTER (WHERE r.standing = 2) AS contrary
                  FROM vendor_statement t
                  LEFT JOIN statement_row r ON r.statement_id = t.statement_id AND r.standing <> 0
                  WHERE t.vendor_id = ? AND t.state = 'READY'
                    AND t.first_date <= (SELECT last_date FROM vendor_statement WHERE statement_id = ?)
                    AND t.last_date >= (SELECT first_date FROM vendor_statement WHERE statement_id = ?)
                  GROUP BY 1) c
            WHERE s.statement_id = c.statement_id AND (s.rows_repeated, s.rows_contrary) <> (c.repeated, c.contrary)
            """;

    private Standings() {}

    /** After this statement began or ceased to count; the vendor is locked. */
    static void settle(Connection transaction, int vendorId, int statementId) throws SQLException {
        for (String sql : new String[] {SETTLE, COUNT}) {
            try (PreparedStatement update = transaction.prepareStatement(sql)) {
                update.setInt(1, vendorId);
                update.setInt(2, statementId);
                update.setInt(3, statementId);
                update.executeUpdate();
            }
        }
    }
}
