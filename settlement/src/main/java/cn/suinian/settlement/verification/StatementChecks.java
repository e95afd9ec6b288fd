package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds for vendors' statements and their rows. */
final class StatementChecks {
    private static final List<String> STATEMENTS = List.of("vendor_statement", "statement_row");
    private static final String AGAIN = "withdraw the statement, and take the vendor's file in again";

    static final List<Check> ALL = List.of(
            Check.that("a statement has the rows and the money that it counted", STATEMENTS, """
                        SELECT s.statement_id, s.rows_good, count(r.*), s.amount_fen, sum(r.amount)
                        FROM vendor_statement s LEFT JOIN statement_row r USING (statement_id)
                        GROUP BY s.statement_id
                        HAVING s.rows_good <> count(r.*) OR s.amount_fen <> coalesce(sum(r.amount), 0)
                            OR s.subsidy_fen <> coalesce(sum(r.subsidy), 0)""", AGAIN),
            Check.that("every row and fault belongs to a statement", STATEMENTS, """
                        SELECT statement_id FROM (SELECT DISTINCT statement_id FROM statement_row
                                                  UNION SELECT DISTINCT statement_id FROM statement_fault) r
                        WHERE NOT EXISTS (SELECT FROM vendor_statement s
                                          WHERE s.statement_id = r.statement_id)""", AGAIN),
            Check.that("one row of a vendor counts for a tap", STATEMENTS, """
                        SELECT s.vendor_id, r.tap_date, r.terminal_id, r.terminal_seq, count(*)
                        FROM vendor_statement s JOIN statement_row r USING (statement_id)
                        WHERE s.state = 'READY' AND r.standing = 0
                        GROUP BY s.vendor_id, r.tap_date, r.terminal_id, r.terminal_seq, r.card_serial
                        HAVING count(*) > 1""", AGAIN));

    private StatementChecks() {}
}
