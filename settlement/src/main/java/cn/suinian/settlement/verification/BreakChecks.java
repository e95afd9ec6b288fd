package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds for breaks, their timelines and their adjustments. */
final class BreakChecks {
    private static final List<String> BREAKS = List.of("settlement_break", "break_event");
    private static final List<String> MONEY =
            List.of("settlement_break", "break_adjustment", "journal_transfer", "ledger_account", "approval_request");
    private static final String HAND = "somebody went around the console; restore the break from its timeline";

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
            Check.that("every adjustment in the journal is one that two people signed", MONEY, """
                        SELECT j.transfer_id, j.reference, j.request_no
                        FROM journal_transfer j
                        LEFT JOIN break_adjustment a ON a.request_no = j.request_no AND a.reference = j.reference
                            AND abs(a.fen) = j.amount_fen
                        LEFT JOIN approval_request q ON q.request_no = j.request_no AND q.outcome = 'APPROVED'
                            AND q.asked_by <> q.decided_by
                        WHERE j.kind = 'ADJUSTMENT' AND (a.request_no IS NULL OR q.request_no IS NULL)""", HAND),
            Check.that("every signed adjustment is in the journal once, the right way round", MONEY, """
                        WITH signed AS (
                            SELECT a.request_no, a.reference, b.vendor_id, a.fen
                            FROM break_adjustment a JOIN settlement_break b USING (break_no)
                            WHERE a.reference IS NOT NULL),
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
