package cn.suinian.settlement.statement;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Decides which of several rows about one tap counts: the first one of the vendor's statements that count. */
final class Standings {

    /** Those whose taps may be the same. Vendor, statement, statement. */
    private static final String BESIDE = """
            SELECT coalesce(array_agg(statement_id), '{}') FROM vendor_statement
            WHERE vendor_id = ? AND state = 'READY'
              AND first_date <= (SELECT last_date FROM vendor_statement WHERE statement_id = ?)
              AND last_date >= (SELECT first_date FROM vendor_statement WHERE statement_id = ?)
            """;

    /**
     * Keys that occur more than once are few; only their rows are put in order. Of the days of one statement: of
     * other days these statements need not be all there are. Statements, statement, statement.
     */
    private static final String AGAIN = """
            CREATE TEMPORARY TABLE stated_again ON COMMIT DROP AS
            SELECT tap_date, terminal_id, terminal_seq, card_serial FROM statement_row
            WHERE statement_id = ANY (?) AND tap_date BETWEEN
                (SELECT first_date FROM vendor_statement WHERE statement_id = ?)
                AND (SELECT last_date FROM vendor_statement WHERE statement_id = ?)
            GROUP BY 1, 2, 3, 4 HAVING count(*) > 1 OR bool_or(standing <> 0)
            """;

    /** Statements. */
    private static final String SETTLE = """
            WITH ordered AS (
                SELECT c.statement_id, c.line_no, c.standing,
                       row_number() OVER w AS place,
                       (c.tapped_at, c.service, c.amount, c.subsidy, c.extra, c.payer) IS NOT DISTINCT FROM
                       (first_value(c.tapped_at) OVER w, first_value(c.service) OVER w, first_value(c.amount) OVER w,
                        first_value(c.subsidy) OVER w, first_value(c.extra) OVER w, first_value(c.payer) OVER w)
                       AS same
                FROM stated_again JOIN statement_row c USING (tap_date, terminal_id, terminal_seq, card_serial)
                WHERE c.statement_id = ANY (?)
                WINDOW w AS (PARTITION BY c.tap_date, c.terminal_id, c.terminal_seq, c.card_serial
                             ORDER BY c.statement_id, c.line_no)
            ), settled AS MATERIALIZED (
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

    /** After this statement began or ceased to count; the vendor is locked. Once in a transaction. */
    static void settle(Connection transaction, int vendorId, int statementId) throws SQLException {
        try (PreparedStatement beside = prepared(transaction, BESIDE, vendorId, statementId, statementId);
                ResultSet row = beside.executeQuery()) {
            row.next();
            Array statements = row.getArray(1);
            update(transaction, AGAIN, statements, statementId, statementId);
            try (Statement analyze = transaction.createStatement()) {
                analyze.execute("ANALYZE stated_again");
            }
            update(transaction, SETTLE, statements);
        }
        update(transaction, COUNT, vendorId, statementId, statementId);
    }

    private static void update(Connection transaction, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement update = prepared(transaction, sql, arguments)) {
            update.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection transaction, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = transaction.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
