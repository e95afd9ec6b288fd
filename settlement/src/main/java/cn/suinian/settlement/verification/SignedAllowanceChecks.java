package cn.suinian.settlement.verification;

import static cn.suinian.settlement.verification.SignedChecks.told;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds for what two people of a district signed: the runs that are paid, and the claims that were collected. */
final class SignedAllowanceChecks {
    private static final String RUNS = """
            SELECT r.run_no, r.month, r.district, r.payable_fen, r.recovery_fen
            FROM allowance_run r
            WHERE r.state IN ('APPROVED', 'PAY_FILE', 'RECONCILED')
              AND (NOT EXISTS (
                       SELECT FROM approval_request q
                       WHERE q.kind = 'PAY_ALLOWANCE' AND q.subject = r.run_no AND q.outcome = 'APPROVED'
                         AND q.decided_by <> q.asked_by)
                   OR NOT EXISTS (
                       SELECT FROM audit_log l
                       WHERE l.subject_kind = 'ALLOWANCE_RUN' AND l.subject = r.run_no::text
                         AND l.act = 'ALLOWANCE_APPROVED' AND %s = r.holders::text
                         AND %s = r.payable_fen::text AND %s = r.recovery_fen::text))
            """.formatted(told("holders"), told("payableFen"), told("recoveryFen"));

    private static final String CLAIMS = """
            SELECT g.run_no, g.holder_id, g.month, g.request_no
            FROM allowance_collected g
            LEFT JOIN approval_request q ON q.request_no = g.request_no
            LEFT JOIN allowance_collection c ON c.collection_no = q.subject
            WHERE q.kind IS DISTINCT FROM 'COLLECT_ALLOWANCE' OR q.outcome IS DISTINCT FROM 'APPROVED'
               OR q.asked_by = q.decided_by OR q.decided_by IS DISTINCT FROM g.staff_id
               OR (c.run_no, c.holder_id, c.month) IS DISTINCT FROM (g.run_no, g.holder_id, g.month)
            """;

    static final List<Check> ALL = List.of(
            Check.that(
                    "a run that is paid is the one that two people signed, to the fen",
                    List.of("allowance_run", "approval_request", "audit_log"),
                    RUNS,
                    "send no file of that run to the bank: somebody went around the acts of runs"),
            Check.that(
                    "a claim is closed by money that two people saw",
                    List.of("allowance_collected", "allowance_collection", "approval_request"),
                    CLAIMS,
                    "open the claim again: somebody went around the console; look at the account for its money"));

    private SignedAllowanceChecks() {}
}
