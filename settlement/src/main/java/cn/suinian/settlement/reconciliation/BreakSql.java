package cn.suinian.settlement.reconciliation;

/** The statements that bring breaks into line with findings. Each writes the timeline with what it does. */
final class BreakSql {
    /** That a break is a finding's: vendor. */
    static final String IDENTITY = """
            b.vendor_id = ? AND b.tap_date = f.tap_date AND b.terminal_id = f.terminal_id
                AND b.terminal_seq = f.terminal_seq AND b.card_serial = f.card_serial AND b.family = f.family
                AND b.second = f.second
            """;

    private static final String EVENTS =
            "INSERT INTO break_event (break_no, version, at, act, kind, status, ours_fen, theirs_fen, actor, reason) ";

    /** Vendor, at; by. */
    static final String OPEN = """
            WITH opened AS (
                INSERT INTO settlement_break AS b (vendor_id, day, family, kind, status, payer, service, risk_fen,
                    ours_fen, theirs_fen, our_amount, their_amount, tap_date, terminal_id, terminal_seq, card_serial,
                    holder_id, statement_id, line_no, group_id, second, opened_at)
                SELECT ?, day, family, kind, 'OPEN', payer, service, risk_fen, ours_fen, theirs_fen, our_amount,
                       their_amount, tap_date, terminal_id, terminal_seq, card_serial, holder_id, statement_id,
                       line_no, group_id, second, ?
                FROM finding ORDER BY tap_date, terminal_id, terminal_seq
                ON CONFLICT ON CONSTRAINT one_break_a_cause DO NOTHING
                RETURNING b.*)
            """ + EVENTS + """
            SELECT break_no, version, opened_at, 'OPENED', kind, status, ours_fen, theirs_fen, ?, NULL FROM opened
            """;

    /**
     * Vendor; at, by. What is judged is n: somebody may have acted on the break while this waited for it, and b is as
     * it was before.
     */
    static final String CHANGE = """
            WITH moved AS (
                UPDATE settlement_break n
                SET kind = f.kind, day = f.day, payer = f.payer, service = f.service, risk_fen = f.risk_fen,
                    ours_fen = f.ours_fen, theirs_fen = f.theirs_fen, our_amount = f.our_amount,
                    their_amount = f.their_amount, holder_id = f.holder_id, statement_id = f.statement_id,
                    line_no = f.line_no, group_id = f.group_id, status = 'OPEN', closed_at = NULL,
                    closed_by_rule = NULL, version = n.version + 1
                FROM finding f JOIN settlement_break b ON\s""" + IDENTITY + """
                WHERE n.break_no = b.break_no AND (
                    n.status IN ('HEALED', 'LINKED')
                    OR (n.status IN ('OPEN', 'ASKED')
                        AND (n.kind, n.day, n.payer, n.ours_fen, n.theirs_fen, n.our_amount, n.their_amount,
                             n.statement_id, n.line_no, n.group_id)
                            IS DISTINCT FROM (f.kind, f.day, f.payer, f.ours_fen, f.theirs_fen, f.our_amount,
                                              f.their_amount, f.statement_id, f.line_no, f.group_id))
                    OR (n.status IN ('ACCEPTED', 'ADJUSTED', 'REJECTED')
                        AND (n.ours_fen, n.theirs_fen) <> (f.ours_fen, f.theirs_fen)))
                RETURNING n.*, b.status AS was, b.kind AS was_kind)
            """ + EVENTS + """
            SELECT break_no, version, ?,
                   CASE WHEN was NOT IN ('OPEN', 'ASKED') THEN 'REOPENED'
                        WHEN kind = 'MISSING_AT_VENDOR' AND was_kind = 'EXPECTED' THEN 'AGED' ELSE 'CHANGED' END,
                   kind, status, ours_fen, theirs_fen, ?, NULL
            FROM moved
            """;

    /** Also what was linked and belongs together no longer. At, vendor, vendor; by. */
    static final String HEAL = """
            WITH healed AS (
                UPDATE settlement_break b SET status = 'HEALED', closed_at = ?, version = b.version + 1
                WHERE b.vendor_id = ?
                  AND (b.status IN ('OPEN', 'ASKED')
                       OR b.status = 'LINKED' AND EXISTS (SELECT FROM match_group m WHERE m.group_id = b.group_id
                                                          AND m.undone_at IS NOT NULL))
                  AND NOT EXISTS (SELECT FROM finding f WHERE\s""" + IDENTITY + """
                )
                RETURNING b.*)
            """ + EVENTS + """
            SELECT break_no, version, closed_at, 'HEALED', kind, status, ours_fen, theirs_fen, ?, NULL FROM healed
            """;

    /** Last overdue day, vendor; at, by: taps that nobody stated in time, on days that are not compared again. */
    static final String AGE = """
            WITH aged AS (
                UPDATE settlement_break b SET kind = 'MISSING_AT_VENDOR', status = 'OPEN', version = b.version + 1
                WHERE b.kind = 'EXPECTED' AND b.status IN ('OPEN', 'ASKED') AND b.day <= ? AND b.vendor_id = ?
                RETURNING b.*)
            """ + EVENTS + """
            SELECT break_no, version, ?, 'AGED', kind, status, ours_fen, theirs_fen, ?, NULL FROM aged
            """;

    /** Status, at, rule, break; at, by, basis. */
    static final String RESOLVE = """
            WITH resolved AS (
                UPDATE settlement_break b SET status = ?, closed_at = ?, closed_by_rule = ?, version = b.version + 1
                WHERE b.break_no = ? AND b.status = 'OPEN'
                RETURNING b.*)
            """ + EVENTS + """
            SELECT break_no, version, ?, 'RESOLVED_BY_RULE', kind, status, ours_fen, theirs_fen, ?, ? FROM resolved
            """;

    private BreakSql() {}
}
