package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds for money taken back of confirmed flags and findings; that the journal has it, BreakChecks say. */
final class RecoveryChecks {
    private static final String HAND =
            "somebody went around the console: pay the vendor nothing until it is as two people signed again";

    static final List<Check> ALL = List.of(
            Check.that(
                    "what is taken back of a flag is what two people signed for it while it was confirmed",
                    List.of("vendor_recovery", "approval_request", "lens_disposition", "risk_flag", "vendor_finding"),
                    """
                        SELECT r.request_no, r.flag_id, r.finding_no, r.vendor_id, r.day, r.reference
                        FROM vendor_recovery r
                        LEFT JOIN risk_flag f USING (flag_id)
                        LEFT JOIN vendor_finding v USING (finding_no)
                        LEFT JOIN approval_request q ON q.request_no = r.request_no
                            AND (q.kind, q.subject) IN (('RECOVER_FLAG', r.flag_id), ('RECOVER_FINDING', r.finding_no))
                        LEFT JOIN lens_disposition d ON d.disposition_no = r.disposition_no AND d.verdict = 'CONFIRMED'
                            AND (d.flag_id = r.flag_id OR d.finding_no = r.finding_no)
                        WHERE (r.vendor_id, r.day) IS DISTINCT FROM
                              (coalesce(f.vendor_id, v.vendor_id), coalesce(f.day, v.day))
                           OR q.request_no IS NULL
                           OR (r.reference IS NOT NULL) <> (q.outcome IS NOT DISTINCT FROM 'APPROVED')
                           OR (r.reference IS NOT NULL AND (d.disposition_no IS NULL OR q.asked_by = q.decided_by
                               OR split_part(r.reference, '/', 1)
                                   <> coalesce('flag:' || r.flag_id, 'finding:' || r.finding_no)))""",
                    HAND),
            Check.that(
                    "what is taken back of a flag is taken of its vendor's taps, line by line",
                    List.of("vendor_recovery", "vendor_recovery_line", "vendor_recovery_tap", "tap"),
                    """
                        SELECT l.request_no, l.payer, l.service, l.fen, sum(x.fen)
                        FROM vendor_recovery r
                        JOIN vendor_recovery_line l USING (request_no)
                        LEFT JOIN vendor_recovery_tap x USING (request_no, payer, service)
                        LEFT JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                        GROUP BY l.request_no, l.payer, l.service, l.fen, r.reference, r.vendor_id
                        HAVING coalesce(sum(x.fen), 0) <> CASE WHEN r.reference IS NULL THEN 0 ELSE l.fen END
                            OR bool_or(x.fen IS NOT NULL AND (t.vendor_id, t.payer, t.service, t.reason)
                                IS DISTINCT FROM (r.vendor_id, l.payer, l.service, 0::smallint))""",
                    HAND),
            Check.that(
                    "no tap gives back more than was to be paid for it",
                    List.of("vendor_recovery_tap", "tap", "tap_reversal"),
                    """
                        SELECT tap_date, terminal_id, terminal_seq, t.subsidy, x.fen
                        FROM (SELECT tap_date, terminal_id, terminal_seq, holder_id, sum(fen) AS fen
                              FROM vendor_recovery_tap GROUP BY tap_date, terminal_id, terminal_seq, holder_id) x
                        LEFT JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                        LEFT JOIN tap_reversal v USING (tap_date, terminal_id, terminal_seq, holder_id)
                        WHERE x.fen > coalesce(t.subsidy + t.operator_subsidy + t.delivery_subsidy, 0)
                           OR v.settle_date IS NOT NULL""",
                    "its money went back twice; settle the difference with the vendor"));

    private RecoveryChecks() {}
}
