package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds for breaks, their timelines and their adjustments. */
final class BreakChecks {
    private static final List<String> BREAKS = List.of("settlement_break", "break_event");
    private static final List<String> MONEY = List.of(
            "settlement_break",
            "break_adjustment",
            "vendor_recovery",
            "vendor_recovery_line",
            "journal_transfer",
            "ledger_account",
            "approval_request");
    private static final String HAND = "somebody went around the console; restore the break from its timeline";
    private static final String COMPARE =
            "somebody went around the console; what stops a payment may be wrong: compare the vendor's day again";

    static final List<Check> ALL = List.of(
            Check.that("a break is what its timeline says last", BREAKS, """
                        SELECT b.break_no, b.version, e.version, b.status, e.status
                        FROM settlement_break b
                        LEFT JOIN break_event e ON e.break_no = b.break_no AND e.version = b.version
                        WHERE e.break_no IS NULL OR (e.kind, e.status, e.ours_fen, e.theirs_fen)
                            <> (b.kind, b.status, b.ours_fen, b.theirs_fen)""", HAND),
            Check.that("a timeline has every version of its break", BREAKS, """
                        SELECT b.break_no, b.version, count(e.*)
                        FROM settlement_break b LEFT JOIN break_event e USING (break_no)
                        GROUP BY b.break_no HAVING count(e.*) <> b.version OR max(e.version) <> b.version""", HAND),
            Check.that(
                    "a break counts what was adjusted for it",
                    List.of("settlement_break", "break_adjustment"),
                    """
                        SELECT b.break_no, b.adjusted_fen, sum(a.fen)
                        FROM settlement_break b LEFT JOIN break_adjustment a
                            ON a.break_no = b.break_no AND a.reference IS NOT NULL
                        GROUP BY b.break_no HAVING b.adjusted_fen <> coalesce(sum(a.fen), 0)""",
                    HAND),
            Check.that("an open break puts at risk what it is about", BREAKS, """
                        SELECT break_no, kind, risk_fen, ours_fen, theirs_fen FROM settlement_break
                        WHERE status IN ('OPEN', 'ASKED')
                          AND risk_fen <> CASE WHEN kind = 'LATE' THEN 0 ELSE abs(theirs_fen - ours_fen) END
                          AND NOT (kind = 'DUPLICATE' AND risk_fen = theirs_fen)""", COMPARE),
            Check.that(
                    "a break is of the business day of its statement, or of its tap",
                    List.of("settlement_break", "vendor_statement", "tap"),
                    """
                        SELECT b.break_no, b.day, s.day
                        FROM settlement_break b JOIN vendor_statement s USING (statement_id)
                        WHERE b.family IN ('ROW', 'DUPLICATE') AND b.status <> 'HEALED' AND s.day <> b.day
                        UNION ALL
                        SELECT b.break_no, b.day, t.settle_date FROM settlement_break b
                        JOIN tap t ON t.tap_date = b.tap_date AND t.terminal_id = b.terminal_id
                            AND t.terminal_seq = b.terminal_seq AND t.card_serial = b.card_serial
                        WHERE b.family = 'TAP' AND b.status IN ('OPEN', 'ASKED') AND t.settle_date <> b.day""",
                    COMPARE),
            Check.that(
                    "no vendor is excused a statement but by two people",
                    List.of("statement_excuse", "approval_request"),
                    """
                        SELECT e.vendor_id, e.day, e.excused_by FROM statement_excuse e
                        WHERE NOT EXISTS (
                            SELECT FROM approval_request q
                            WHERE q.kind = 'EXCUSE_STATEMENT' AND q.outcome = 'APPROVED' AND q.asked_by <> q.decided_by
                              AND q.decided_by = e.excused_by
                              AND q.subject = e.vendor_id * 1000000::bigint + (e.day - date '1970-01-01'))""",
                    "the vendor's day was reconciled without a statement: have it excused by two people, or compared"),
            Check.that("every adjustment in the journal is one that two people signed", MONEY, """
                        SELECT j.transfer_id, j.reference, j.request_no
                        FROM journal_transfer j
                        LEFT JOIN break_adjustment a ON a.request_no = j.request_no AND a.reference = j.reference
                            AND abs(a.fen) = j.amount_fen
                        LEFT JOIN ledger_account c ON c.account_id = j.credit_account
                        LEFT JOIN (vendor_recovery r JOIN vendor_recovery_line l USING (request_no))
                            ON l.request_no = j.request_no AND r.reference = j.reference AND l.fen = j.amount_fen
                            AND (l.payer, l.service) = (c.payer, c.service)
                        LEFT JOIN approval_request q ON q.request_no = j.request_no AND q.outcome = 'APPROVED'
                            AND q.asked_by <> q.decided_by
                        WHERE j.kind = 'ADJUSTMENT' AND (q.request_no IS NULL
                            OR (a.request_no IS NULL AND l.request_no IS NULL))""", HAND),
            Check.that("every signed adjustment is in the journal once, the right way round", MONEY, """
                        WITH signed AS (
                            SELECT a.request_no, a.reference, b.vendor_id, a.fen
                            FROM break_adjustment a JOIN settlement_break b USING (break_no)
                            WHERE a.reference IS NOT NULL
                            UNION ALL
                            SELECT r.request_no, r.reference, r.vendor_id, -l.fen
                            FROM vendor_recovery r JOIN vendor_recovery_line l USING (request_no)
                            WHERE r.reference IS NOT NULL),
                        posted AS (
                            SELECT j.request_no, j.reference, coalesce(c.vendor_id, d.vendor_id),
                                   CASE WHEN c.vendor_id IS NULL THEN -j.amount_fen ELSE j.amount_fen END
                            FROM journal_transfer j
                            JOIN ledger_account d ON d.account_id = j.debit_account
                            JOIN ledger_account c ON c.account_id = j.credit_account
                            WHERE j.kind = 'ADJUSTMENT')
                        (TABLE signed EXCEPT ALL TABLE posted)
                        UNION ALL (TABLE posted EXCEPT ALL TABLE signed)""", HAND));

    private BreakChecks() {}
}
