package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds between payments and the journal. */
final class PayoutChecks {

    private static final List<String> PAYMENTS =
            List.of("payment", "payout_batch", "journal_transfer", "ledger_account", "payment_return");
    private static final String STOP =
            "send no batch: what is paid and what the books say is not the same; ask the bank";

    private static final String CARRIED = """
            WITH moved AS (
                SELECT coalesce(d.payer, d.bank_of) AS payer, c.vendor_id, t.amount_fen AS fen,
                       d.bank_of IS NOT NULL AS paid
                FROM journal_transfer t
                JOIN payable_carried_through e ON t.day <= e.day
                JOIN ledger_account c ON c.account_id = t.credit_account
                JOIN ledger_account d ON d.account_id = t.debit_account
                WHERE c.vendor_id IS NOT NULL AND num_nonnulls(d.payer, d.bank_of) > 0
                UNION ALL
                SELECT coalesce(c.payer, c.bank_of), d.vendor_id, -t.amount_fen, c.bank_of IS NOT NULL
                FROM journal_transfer t
                JOIN payable_carried_through e ON t.day <= e.day
                JOIN ledger_account c ON c.account_id = t.credit_account
                JOIN ledger_account d ON d.account_id = t.debit_account
                WHERE d.vendor_id IS NOT NULL AND num_nonnulls(c.payer, c.bank_of) > 0),
            known AS (
                SELECT payer, vendor_id, coalesce(sum(fen) FILTER (WHERE NOT paid), 0) AS due,
                       coalesce(sum(fen) FILTER (WHERE paid), 0) AS paid
                FROM moved GROUP BY payer, vendor_id),
            kept AS (SELECT payer, vendor_id, due_fen AS due, paid_fen AS paid FROM payable_carried)
            (TABLE known EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE known)
            """;

    static final List<Check> ALL = List.of(
            Check.that("every payment that was ordered is in the journal once, and no other is", PAYMENTS, """
                        WITH ordered AS (
                            SELECT 'payment:' || p.payment_no AS reference, p.vendor_id, b.payer, p.fen
                            FROM payment p JOIN payout_batch b USING (batch_no)
                            WHERE p.state NOT IN ('PLANNED', 'CANCELLED')),
                        posted AS (
                            SELECT t.reference, v.vendor_id, k.bank_of, t.amount_fen
                            FROM journal_transfer t
                            JOIN ledger_account v ON v.account_id = t.debit_account
                            JOIN ledger_account k ON k.account_id = t.credit_account
                            WHERE t.kind = 'PAYMENT')
                        (TABLE ordered EXCEPT ALL TABLE posted)
                        UNION ALL (TABLE posted EXCEPT ALL TABLE ordered)""", STOP),
            Check.that("every payment that came back is in the journal once, and no other is", PAYMENTS, """
                        WITH came_back AS (
                            SELECT 'payment:' || p.payment_no || CASE WHEN r.turn > 1 THEN ':' || r.turn ELSE '' END
                                       AS reference, p.vendor_id, b.payer, p.fen
                            FROM payment p JOIN payout_batch b USING (batch_no) JOIN payment_return r USING (payment_no)
                            WHERE p.state = r.kind OR r.undone_request IS NOT NULL),
                        posted AS (
                            SELECT t.reference, v.vendor_id, k.bank_of, t.amount_fen
                            FROM journal_transfer t
                            JOIN ledger_account k ON k.account_id = t.debit_account
                            JOIN ledger_account v ON v.account_id = t.credit_account
                            WHERE t.kind = 'PAYMENT_RETURN')
                        (TABLE came_back EXCEPT ALL TABLE posted)
                        UNION ALL (TABLE posted EXCEPT ALL TABLE came_back)""", STOP),
            Check.that(
                    "every return that was none is taken back in the journal once, and no other is",
                    PAYMENTS,
                    """
                        WITH undone AS (
                            SELECT 'payment:' || p.payment_no || CASE WHEN r.turn > 1 THEN ':' || r.turn ELSE '' END
                                       AS reference, p.vendor_id, b.payer, p.fen
                            FROM payment p JOIN payout_batch b USING (batch_no) JOIN payment_return r USING (payment_no)
                            WHERE r.undone_request IS NOT NULL),
                        posted AS (
                            SELECT t.reference, v.vendor_id, k.bank_of, t.amount_fen
                            FROM journal_transfer t
                            JOIN ledger_account v ON v.account_id = t.debit_account
                            JOIN ledger_account k ON k.account_id = t.credit_account
                            WHERE t.kind = 'PAYMENT_RETURN_UNDONE')
                        (TABLE undone EXCEPT ALL TABLE posted)
                        UNION ALL (TABLE posted EXCEPT ALL TABLE undone)""",
                    STOP),
            Check.that(
                    "a return that was none is signed by two who did not take the answer, and its payment stands",
                    List.of("payment_return", "payment_return_disproof", "bank_status_file", "approval_request"),
                    """
                        SELECT r.payment_no, r.turn, p.state
                        FROM payment_return r
                        JOIN payment p USING (payment_no)
                        JOIN bank_status_file f USING (file_no)
                        LEFT JOIN approval_request a ON a.request_no = r.undone_request
                        LEFT JOIN payment_return_disproof d ON d.request_no = a.request_no
                        WHERE r.undone_request IS NOT NULL
                          AND ((d.payment_no, d.turn) IS DISTINCT FROM (r.payment_no, r.turn)
                               OR a.outcome IS DISTINCT FROM 'APPROVED' OR a.decided_by IS DISTINCT FROM r.resolved_by
                               OR a.asked_by = a.decided_by OR f.received_by IN (a.asked_by, a.decided_by)
                               OR p.state <> 'ACCEPTED'
                                  AND NOT EXISTS (SELECT FROM payment_return n
                                                  WHERE n.payment_no = r.payment_no AND n.turn > r.turn))""",
                    STOP),
            Check.that(
                    "a payment that came back is looked into by another person than who took the bank's answer",
                    List.of("payment_return", "bank_status_file"),
                    """
                        SELECT r.payment_no, r.resolved_by
                        FROM payment_return r JOIN bank_status_file f USING (file_no)
                        WHERE r.resolved_by = f.received_by""",
                    STOP),
            Check.that("a batch is sent only when another person approved it", PAYMENTS, """
                        SELECT b.batch_no FROM payout_batch b
                        LEFT JOIN approval_request r ON r.request_no = b.request_no
                        WHERE b.state IN ('APPROVED', 'SENT')
                          AND (b.approved_by IS NULL OR b.approved_by = b.prepared_by OR r.asked_by <> b.prepared_by
                               OR r.outcome IS DISTINCT FROM 'APPROVED' OR r.decided_by <> b.approved_by
                               OR r.subject <> b.batch_no)""", STOP),
            Check.that(
                    "a batch that was sent has its three files, and no other has any",
                    List.of("payout_batch", "payment_file"),
                    """
                        SELECT b.batch_no, count(f.file_no) AS files
                        FROM payout_batch b LEFT JOIN payment_file f USING (batch_no)
                        GROUP BY b.batch_no
                        HAVING count(f.file_no) <> CASE b.state WHEN 'SENT' THEN 3 ELSE 0 END""",
                    STOP),
            Check.that(
                    "a payment file that was given out is the one that is kept",
                    List.of("payment_file", "audit_log"),
                    """
                        SELECT f.batch_no, f.file_no, f.kind, l.entry_no
                        FROM audit_log l JOIN payment_file f ON l.subject = f.batch_no::text
                        WHERE l.act = 'PAYMENT_FILE_DOWNLOADED' AND l.subject_kind = 'PAYOUT'
                          AND l.after LIKE '%file=' || f.name || '%'
                          AND l.after NOT LIKE '%sm3=' || encode(f.sm3, 'hex') || '%'""",
                    STOP),
            Check.that(
                    "a batch is paid from the payer's account that two people signed for",
                    List.of("payout_batch", "bank_account_version"),
                    """
                        SELECT b.batch_no FROM payout_batch b
                        JOIN bank_account_version a ON a.version_no = b.payer_account
                        WHERE a.payer IS DISTINCT FROM b.payer OR a.state <> 'CONFIRMED'
                           OR a.decided_by = a.asked_by""",
                    STOP),
            Check.that(
                    "an account is what the audit trail says was asked for and confirmed",
                    List.of("bank_account_version", "audit_log"),
                    """
                        SELECT a.version_no, l.act, l.entry_no
                        FROM bank_account_version a
                        CROSS JOIN (VALUES ('ASKED'), ('CONFIRMED')) AS s (step)
                        LEFT JOIN audit_log l ON l.subject_kind = 'BANK_ACCOUNT' AND l.subject = a.version_no::text
                            AND l.act = 'BANK_ACCOUNT_' || s.step
                        WHERE (s.step = 'ASKED' OR a.state = 'CONFIRMED')
                          AND (l.entry_no IS NULL OR l.after LIKE '%hash=%' AND l.after NOT LIKE '%hash='
                               || encode(sha256(convert_to(concat_ws('|', a.vendor_id, 'payer ' || a.payer,
                                      a.account_name, a.number_tail, a.bank_code, a.bank_name), 'UTF8')), 'hex')
                               || '%')""",
                    STOP),
            Check.that(
                    "what is carried forward is what the journal has of those days",
                    List.of("payable_carried", "payable_carried_through", "journal_transfer", "ledger_account"),
                    CARRIED,
                    "set payable_carried_through to 1970-01-01: that empties payable_carried, and it is added up anew"),
            Check.that(
                    "a payment goes to an account that two people signed for",
                    List.of("payment", "bank_account_version"),
                    """
                        SELECT p.payment_no FROM payment p
                        JOIN bank_account_version a ON a.version_no = p.account_version
                        WHERE p.state <> 'PLANNED' AND p.state <> 'CANCELLED'
                          AND (a.vendor_id IS DISTINCT FROM p.vendor_id OR a.state <> 'CONFIRMED'
                               OR a.decided_by = a.asked_by)""",
                    STOP));

    private PayoutChecks() {}
}
