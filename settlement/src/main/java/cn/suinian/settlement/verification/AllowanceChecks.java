package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds between the lines of allowance runs, their payments and the journal. */
final class AllowanceChecks {

    private static final List<String> RUNS = List.of(
            "allowance_run",
            "allowance_line",
            "allowance_payment",
            "allowance_refunded",
            "journal_transfer",
            "ledger_account");
    private static final List<String> BACK = List.of(
            "allowance_run",
            "allowance_line",
            "allowance_payment",
            "allowance_result",
            "allowance_collected",
            "journal_transfer",
            "ledger_account");
    private static final String UNPAID = "send no file of that run to the bank: somebody went around the acts of runs";

    static final List<Check> ALL = List.of(
            Check.that("a run's sums are those of its lines", RUNS, """
                        SELECT r.run_no, r.month, r.district
                        FROM allowance_run r LEFT JOIN allowance_line l USING (run_no)
                        GROUP BY r.run_no
                        HAVING r.payable_fen <> coalesce(sum(l.fen) FILTER (WHERE l.kind IN ('REGULAR', 'ARREARS')), 0)
                            OR r.recovery_fen <> coalesce(-sum(l.fen) FILTER (WHERE l.kind = 'RECOVERY'), 0)
                            OR r.withdrawn_fen <> coalesce(sum(l.fen) FILTER (WHERE l.kind = 'WITHDRAWN'), 0)
                        """, UNPAID),
            Check.that("the journal has what approved runs owe, and nothing else", RUNS, """
                        WITH owed AS (
                            SELECT r.run_no, 'ALLOWANCE' AS kind, 'allowance:' || to_char(r.month, 'YYYY-MM') AS month,
                                   r.district::int AS payer, sum(l.fen) AS fen
                            FROM allowance_run r JOIN allowance_line l USING (run_no)
                            WHERE r.state IN ('APPROVED', 'PAY_FILE', 'RECONCILED') AND l.kind <> 'RECOVERY'
                            GROUP BY r.run_no
                            UNION ALL
                            SELECT run_no, 'ALLOWANCE_PAYMENT', 'allowance:' || to_char(r.month, 'YYYY-MM'), r.district,
                                   sum(p.fen)
                            FROM allowance_run r JOIN allowance_payment p USING (run_no)
                            GROUP BY run_no
                            UNION ALL
                            SELECT f.run_no, k.kind, format('allowance-refund:%s:%s:%s', f.run_no, f.holder_id,
                                                            to_char(f.month, 'YYYY-MM')), r.district, f.fen
                            FROM allowance_refunded f JOIN allowance_run r USING (run_no)
                            CROSS JOIN (VALUES ('ALLOWANCE'), ('ALLOWANCE_PAYMENT')) AS k (kind)),
                        posted AS (
                            SELECT j.kind, CASE WHEN j.reference LIKE 'allowance-refund:%' THEN j.reference
                                                ELSE left(j.reference, 17) END AS month,
                                   coalesce(d.payer, c.bank_of)::int AS payer, j.amount_fen AS fen
                            FROM journal_transfer j
                            JOIN ledger_account d ON d.account_id = j.debit_account
                            JOIN ledger_account c ON c.account_id = j.credit_account
                            WHERE j.kind IN ('ALLOWANCE', 'ALLOWANCE_PAYMENT'))
                        (SELECT kind, month, payer, fen FROM owed EXCEPT ALL TABLE posted)
                        UNION ALL
                        (TABLE posted EXCEPT ALL SELECT kind, month, payer, fen FROM owed)""", UNPAID),
            Check.that(
                    "the journal takes back what runs claim, the bank returned and was collected", BACK, """
                        WITH owed AS (
                            SELECT 'ALLOWANCE_RECOVERY' AS kind, 'allowance:' || to_char(r.month, 'YYYY-MM') AS month,
                                   r.district::int AS payer, -sum(l.fen) AS fen
                            FROM allowance_run r JOIN allowance_line l USING (run_no)
                            WHERE r.state IN ('APPROVED', 'PAY_FILE', 'RECONCILED') AND l.kind = 'RECOVERY'
                            GROUP BY r.run_no
                            UNION ALL
                            SELECT k.kind, 'allowance:' || to_char(r.month, 'YYYY-MM'), r.district, sum(p.fen)
                            FROM allowance_run r
                            JOIN allowance_payment p USING (run_no)
                            JOIN allowance_result b ON b.payment_no = p.payment_no AND b.outcome = 'RETURNED'
                                AND b.late_request IS NULL
                            CROSS JOIN (VALUES ('ALLOWANCE_RETURN'), ('ALLOWANCE_RECOVERY')) AS k (kind)
                            WHERE r.state = 'RECONCILED'
                            GROUP BY r.run_no, k.kind
                            UNION ALL
                            SELECT k.kind, 'allowance-late:' || p.payment_no, r.district, p.fen
                            FROM allowance_run r
                            JOIN allowance_payment p USING (run_no)
                            JOIN allowance_result b ON b.payment_no = p.payment_no AND b.late_request IS NOT NULL
                            CROSS JOIN (VALUES ('ALLOWANCE_RETURN'), ('ALLOWANCE_RECOVERY')) AS k (kind)
                            UNION ALL
                            SELECT 'ALLOWANCE_RETURN', format('allowance-claim:%s:%s:%s', g.run_no, g.holder_id,
                                                              to_char(g.month, 'YYYY-MM')), r.district, -l.fen
                            FROM allowance_collected g
                            JOIN allowance_run r USING (run_no)
                            JOIN allowance_line l ON (l.run_no, l.holder_id, l.month, l.kind)
                                = (g.run_no, g.holder_id, g.month, g.kind)),
                        posted AS (
                            SELECT j.kind, CASE WHEN j.reference LIKE 'allowance-%' THEN j.reference
                                                ELSE left(j.reference, 17) END AS month,
                                   coalesce(c.payer, d.bank_of)::int AS payer, j.amount_fen AS fen
                            FROM journal_transfer j
                            JOIN ledger_account d ON d.account_id = j.debit_account
                            JOIN ledger_account c ON c.account_id = j.credit_account
                            WHERE j.kind IN ('ALLOWANCE_RECOVERY', 'ALLOWANCE_RETURN'))
                        (TABLE owed EXCEPT ALL TABLE posted) UNION ALL (TABLE posted EXCEPT ALL TABLE owed)""", UNPAID),
            Check.that(
                    "what is given back to a family is signed by two and no more than was collected from it",
                    List.of("allowance_refunded", "allowance_refund", "allowance_line", "approval_request"),
                    """
                        SELECT f.run_no, f.holder_id, f.month, f.fen
                        FROM allowance_refunded f
                        LEFT JOIN allowance_refund n USING (run_no, holder_id, month)
                        LEFT JOIN approval_request a ON a.request_no = f.request_no
                        LEFT JOIN allowance_line l ON (l.run_no, l.holder_id, l.month, l.kind)
                            = (f.run_no, f.holder_id, f.month, 'RECOVERY')
                        WHERE a.kind IS DISTINCT FROM 'REFUND_ALLOWANCE' OR a.subject IS DISTINCT FROM n.refund_no
                           OR a.outcome IS DISTINCT FROM 'APPROVED' OR a.decided_by IS DISTINCT FROM f.staff_id
                           OR a.asked_by = a.decided_by OR l.fen IS NULL OR f.fen > -l.fen""",
                    UNPAID),
            Check.that(
                    "a run with returned payments is settled by another person than who took the bank's results",
                    List.of("allowance_run_act", "allowance_payment", "allowance_result"),
                    """
                        SELECT DISTINCT a.run_no, a.staff_id
                        FROM allowance_run_act a
                        JOIN allowance_payment p USING (run_no)
                        JOIN allowance_result r USING (payment_no)
                        WHERE a.to_state = 'RECONCILED' AND r.outcome = 'RETURNED' AND NOT p.withheld
                          AND r.late_request IS NULL AND r.staff_id = a.staff_id""",
                    UNPAID),
            Check.that(
                    "a payment that came back after it was paid is signed by two, and both did what they signed",
                    List.of("allowance_result", "allowance_late_return", "approval_request"),
                    """
                        SELECT coalesce(r.payment_no, d.payment_no) AS payment_no, a.request_no
                        FROM allowance_late_return d
                        FULL JOIN (SELECT * FROM allowance_result WHERE late_request IS NOT NULL) AS r
                            ON r.late_request = d.request_no
                        LEFT JOIN approval_request a ON a.request_no = coalesce(d.request_no, r.late_request)
                        WHERE (a.outcome IS NOT DISTINCT FROM 'APPROVED') <> (r.payment_no IS NOT NULL)
                           OR a.kind IS DISTINCT FROM 'ALLOWANCE_LATE_RETURN' OR a.subject <> d.payment_no
                           OR r.payment_no IS NOT NULL AND (
                               (d.payment_no, d.code) IS DISTINCT FROM (r.payment_no, r.code)
                               OR a.asked_by = a.decided_by OR a.decided_by = r.staff_id)""",
                    UNPAID),
            Check.that(
                    "nobody is ordered the same month twice",
                    List.of("allowance_run", "allowance_line", "allowance_payment", "allowance_result"),
                    """
                        SELECT l.holder_id, l.month, sum(l.fen)
                                   FILTER (WHERE b.payment_no IS NULL OR l.kind IN ('RECOVERY', 'WITHDRAWN'))
                        FROM allowance_line l JOIN allowance_run r USING (run_no)
                        LEFT JOIN allowance_payment p ON p.run_no = l.run_no AND p.holder_id = l.holder_id
                        LEFT JOIN allowance_result b ON b.payment_no = p.payment_no AND b.outcome = 'RETURNED'
                        WHERE r.state <> 'DISCARDED'
                        GROUP BY l.holder_id, l.month
                        HAVING sum(l.fen) < 0
                            OR sum(l.fen) FILTER (WHERE b.payment_no IS NULL OR l.kind IN ('RECOVERY', 'WITHDRAWN'))
                               > (SELECT max(fen) FROM allowance_tier)""",
                    UNPAID));

    private AllowanceChecks() {}
}
