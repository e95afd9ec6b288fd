package cn.suinian.settlement.reconciliation;

/**
 * The statements that compare rows with taps. Parameters are named in comments, in their order.
 *
 * <p>Statements come in as numbers, and the taps of the day itself apart from earlier and late ones: a statement that
 * was just taken in has no statistics yet, and what the planner cannot guess it must not need.
 */
final class FindingSql {

    static final String TABLE = """
            CREATE TEMPORARY TABLE finding (
                family text NOT NULL, kind text NOT NULL, day date NOT NULL, payer smallint NOT NULL,
                service smallint NOT NULL, risk_fen bigint NOT NULL, ours_fen bigint NOT NULL,
                theirs_fen bigint NOT NULL, our_amount bigint NOT NULL, their_amount bigint NOT NULL,
                our_subsidy bigint NOT NULL, their_subsidy bigint NOT NULL, tap_date date NOT NULL,
                terminal_id bigint NOT NULL, terminal_seq bigint NOT NULL, card_serial int NOT NULL, holder_id bigint,
                statement_id int, line_no int, group_id bigint, second bigint NOT NULL DEFAULT 0,
                at timestamptz NOT NULL
            ) ON COMMIT DROP
            """;

    /** Rows of the day's statements about taps of that day, nearly all of them. Statements, day. */
    private static final String OWN_DAY = "r.statement_id = ANY (?) AND r.tap_date = ?";

    /** The others of these statements, which are few. Statements, day. */
    private static final String EARLIER = "r.statement_id = ANY (?) AND r.tap_date <> ?";

    /** Rows of statements of other days about what is open. Statements. */
    private static final String AGAIN = """
            r.statement_id = ANY (?)
              AND (r.tap_date, r.terminal_id, r.card_serial) IN (SELECT tap_date, terminal_id, card_serial FROM recheck)
            """;

    /**
     * What is to be compared beside the day's own: what open and adjusted breaks are about, what belongs together no
     * longer, and taps of other days that a statement of the day stated until it was withdrawn. Vendor, vendor; vendor,
     * at; vendor, at; vendor, day; vendor, day.
     */
    static final String RECHECK = """
            CREATE TEMPORARY TABLE recheck ON COMMIT DROP AS
            SELECT tap_date, terminal_id, card_serial FROM settlement_break
            WHERE vendor_id = ? AND (status IN ('OPEN', 'ASKED') OR adjusted_fen <> 0)
            UNION
            SELECT b.tap_date, b.terminal_id, b.card_serial FROM settlement_break b JOIN match_group m USING (group_id)
            WHERE b.vendor_id = ? AND b.status = 'LINKED' AND m.undone_at IS NOT NULL
            UNION
            SELECT t.tap_date, t.terminal_id, t.card_serial FROM match_group m JOIN match_group_tap USING (group_id)
            JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
            WHERE m.vendor_id = ? AND m.undone_at = ?
            UNION
            SELECT r.tap_date, r.terminal_id, r.card_serial FROM match_group m JOIN match_group_row USING (group_id)
            JOIN statement_row r USING (statement_id, line_no)
            WHERE m.vendor_id = ? AND m.undone_at = ?
            UNION
            SELECT r.tap_date, r.terminal_id, r.card_serial FROM reconciliation_run u
            JOIN vendor_statement s ON s.statement_id = ANY (u.statements) AND s.state = 'WITHDRAWN'
            JOIN statement_row r ON r.statement_id = s.statement_id AND r.tap_date <> u.day
            WHERE u.vendor_id = ? AND u.day = ?
            UNION
            SELECT t.tap_date, t.terminal_id, t.card_serial FROM reconciliation_run u
            JOIN tap t ON t.settle_date > u.day AND t.settle_date <> t.tap_date AND t.tap_date = u.day
                AND t.vendor_id = u.vendor_id
            WHERE u.vendor_id = ? AND u.day = ?
              AND EXISTS (SELECT FROM vendor_statement s
                          WHERE s.statement_id = ANY (u.statements) AND s.state = 'WITHDRAWN')
            """;

    /** The scope's, tolerance, vendor. */
    private static final String ROWS = """
            INSERT INTO finding
            WITH compared AS (
                SELECT r.*, s.day, t.holder_id, t.reason, t.settle_date, t.payer AS tap_payer, t.tap_date AS found,
                       coalesce(t.amount, 0) AS tap_amount, coalesce(t.subsidy, 0) AS tap_subsidy,
                       CASE WHEN r.extra IS NULL OR t.tap_date IS NULL THEN 0
                            ELSE t.operator_subsidy + t.delivery_subsidy END AS tap_extra,
                       v.settle_date AS reversed_on
                FROM vendor_statement s
                JOIN statement_row r USING (statement_id)
                LEFT JOIN tap t ON t.tap_date = r.tap_date AND t.terminal_id = r.terminal_id
                    AND t.terminal_seq = r.terminal_seq AND t.card_serial = r.card_serial
                    AND t.vendor_id = s.vendor_id
                LEFT JOIN tap_reversal v ON v.tap_date = t.tap_date AND v.terminal_id = t.terminal_id
                    AND v.terminal_seq = t.terminal_seq AND v.holder_id = t.holder_id
                WHERE r.standing <> 1 AND %s
            ), judged AS (
                SELECT c.*, c.subsidy + coalesce(c.extra, 0)::bigint AS theirs,
                       (c.tap_subsidy + c.tap_extra)::bigint AS ours,
                       CASE
                           WHEN c.standing = 2 THEN 'DUPLICATE'
                           WHEN c.found IS NULL THEN 'MISSING_HERE'
                           WHEN c.reason <> 0 THEN 'DECLINED_HERE'
                           WHEN c.reversed_on <= c.day THEN 'REVERSED_HERE'
                           WHEN abs(c.subsidy + coalesce(c.extra, 0) - c.tap_subsidy - c.tap_extra) > lim.it
                               THEN CASE WHEN c.subsidy + coalesce(c.extra, 0) > c.tap_subsidy + c.tap_extra
                                         THEN 'AMOUNT_OVER' ELSE 'AMOUNT_UNDER' END
                           WHEN abs(c.amount - c.tap_amount) > lim.it
                               THEN CASE WHEN c.amount > c.tap_amount THEN 'AMOUNT_OVER' ELSE 'AMOUNT_UNDER' END
                           WHEN c.day > c.settle_date THEN 'LATE'
                       END AS kind
                FROM compared c CROSS JOIN (SELECT ?::int AS it) lim
            )
            SELECT CASE kind WHEN 'DUPLICATE' THEN 'DUPLICATE' ELSE 'ROW' END, kind, day,
                   coalesce(tap_payer, j.payer, CASE
                       WHEN service = 1 THEN 1
                       ELSE (SELECT h.district FROM card k JOIN holder_hukou h USING (holder_id)
                             WHERE k.card_serial = j.card_serial AND h.valid_from <= j.tap_date
                               AND (h.valid_to IS NULL OR h.valid_to > j.tap_date)
                             ORDER BY h.valid_from DESC LIMIT 1) END, 0),
                   service,
                   CASE kind WHEN 'LATE' THEN 0 WHEN 'AMOUNT_OVER' THEN abs(theirs - ours)
                             WHEN 'AMOUNT_UNDER' THEN abs(theirs - ours) ELSE theirs END,
                   CASE WHEN kind IN ('MISSING_HERE', 'DECLINED_HERE', 'REVERSED_HERE') THEN 0
                        WHEN kind = 'DUPLICATE' THEN coalesce(
                            (SELECT f.subsidy + coalesce(f.extra, 0)
                             FROM statement_row f JOIN vendor_statement fs USING (statement_id)
                             WHERE f.tap_date = j.tap_date AND f.terminal_id = j.terminal_id
                               AND f.terminal_seq = j.terminal_seq AND f.card_serial = j.card_serial
                               AND f.standing = 0 AND fs.state = 'READY' AND fs.vendor_id = ? LIMIT 1), 0)
                        ELSE ours END,
                   theirs,
                   CASE WHEN kind IN ('MISSING_HERE', 'DECLINED_HERE', 'REVERSED_HERE') THEN 0 ELSE tap_amount END,
                   amount, tap_subsidy, subsidy, tap_date, terminal_id, terminal_seq, card_serial, holder_id,
                   statement_id, line_no, NULL,
                   CASE kind WHEN 'DUPLICATE' THEN statement_id::bigint << 32 | line_no ELSE 0 END, tapped_at
            FROM judged j
            WHERE kind IS NOT NULL
              AND NOT EXISTS (SELECT FROM match_group_row g JOIN match_group m USING (group_id)
                              WHERE g.statement_id = j.statement_id AND g.line_no = j.line_no
                                AND m.undone_at IS NULL)
            """;

    static final String ROWS_OF_THE_DAY = ROWS.formatted(OWN_DAY);
    static final String ROWS_OF_EARLIER_TAPS = ROWS.formatted(EARLIER);
    static final String ROWS_OF_OTHER_DAYS = ROWS.formatted(AGAIN);

    /** Day. */
    private static final String TAPS_OF_OWN_DAY = "SELECT * FROM tap WHERE tap_date = ? AND settle_date = tap_date";

    /** By the index on late taps. Day. */
    private static final String TAPS_LATE = "SELECT * FROM tap WHERE settle_date = ? AND settle_date <> tap_date";

    /** Day, vendor. */
    private static final String TAPS_AGAIN = """
            SELECT a.* FROM recheck k
            JOIN tap a ON a.tap_date = k.tap_date AND a.terminal_id = k.terminal_id AND a.card_serial = k.card_serial
            WHERE a.settle_date <> ?
              AND EXISTS (SELECT FROM reconciliation_run u WHERE u.vendor_id = ? AND u.day = a.settle_date)
            """;

    /** Last overdue day, those of the taps, vendor, statements. */
    private static final String TAPS = """
            INSERT INTO finding
            SELECT 'TAP', CASE WHEN t.settle_date <= ? THEN 'MISSING_AT_VENDOR' ELSE 'EXPECTED' END, t.settle_date,
                   coalesce(t.payer, 0), t.service,
                   t.subsidy + t.operator_subsidy + t.delivery_subsidy,
                   t.subsidy + t.operator_subsidy + t.delivery_subsidy, 0, t.amount, 0, t.subsidy, 0,
                   t.tap_date, t.terminal_id, t.terminal_seq, t.card_serial, t.holder_id, NULL, NULL, NULL, 0,
                   t.tapped_at
            FROM (%s) t
            WHERE t.vendor_id = ? AND t.reason = 0
              AND t.amount + t.operator_subsidy + t.delivery_subsidy > 0
              AND NOT EXISTS (
                  SELECT FROM statement_row r
                  WHERE r.tap_date = t.tap_date AND r.terminal_id = t.terminal_id
                    AND r.terminal_seq = t.terminal_seq AND r.card_serial = t.card_serial
                    AND r.standing = 0 AND r.statement_id = ANY (?))
              AND NOT EXISTS (
                  SELECT FROM tap_reversal v
                  WHERE v.tap_date = t.tap_date AND v.terminal_id = t.terminal_id
                    AND v.terminal_seq = t.terminal_seq AND v.holder_id = t.holder_id)
              AND NOT EXISTS (
                  SELECT FROM match_group_tap g JOIN match_group m USING (group_id)
                  WHERE g.tap_date = t.tap_date AND g.terminal_id = t.terminal_id
                    AND g.terminal_seq = t.terminal_seq AND g.holder_id = t.holder_id AND m.undone_at IS NULL)
            """;

    static final String TAPS_OF_THE_DAY = TAPS.formatted(TAPS_OF_OWN_DAY);
    static final String LATE_TAPS = TAPS.formatted(TAPS_LATE);
    static final String TAPS_OF_OTHER_DAYS = TAPS.formatted(TAPS_AGAIN);

    /**
     * What another payer was made to pay is not this payer's: it is taken back from the one and found anew for the
     * other, in a break of its own, and stays apart. Vendor.
     */
    static final String OF_OTHER_PAYERS = """
            UPDATE finding f SET second = -1 - f.payer
            FROM settlement_break b
            WHERE f.family IN ('ROW', 'GROUP') AND f.second = 0
              AND b.vendor_id = ? AND b.tap_date = f.tap_date AND b.terminal_id = f.terminal_id
              AND b.terminal_seq = f.terminal_seq AND b.card_serial = f.card_serial AND b.family = f.family
              AND (b.second = 0 AND b.adjusted_fen <> 0 AND b.payer <> f.payer OR b.second = -1 - f.payer)
            """;

    /**
     * Money was moved for a cause that is gone: whatever was given has to be taken back, and the reverse. Vendor,
     * vendor.
     */
    static final String MOVED_FOR_NOTHING = """
            INSERT INTO finding
            SELECT b.family, b.kind, b.day, b.payer, b.service, abs(b.adjusted_fen), greatest(b.adjusted_fen, 0),
                   greatest(-b.adjusted_fen, 0), 0, 0, 0, 0, b.tap_date, b.terminal_id, b.terminal_seq, b.card_serial,
                   b.holder_id, b.statement_id, b.line_no, b.group_id, b.second, b.opened_at
            FROM settlement_break b
            WHERE b.vendor_id = ? AND b.adjusted_fen <> 0
              AND NOT EXISTS (SELECT FROM finding f WHERE\s""" + BreakSql.IDENTITY + ")";

    /** What was moved counts as ours. Vendor. */
    static final String WITH_ADJUSTMENTS = """
            UPDATE finding f SET ours_fen = f.ours_fen + b.adjusted_fen,
                                 risk_fen = abs(f.theirs_fen - f.ours_fen - b.adjusted_fen)
            FROM settlement_break b
            WHERE b.adjusted_fen <> 0 AND\s""" + BreakSql.IDENTITY;

    /** Differences that adjustments made good. Vendor. */
    static final String DROP_ADJUSTED = """
            DELETE FROM finding f USING settlement_break b
            WHERE b.adjusted_fen <> 0 AND f.ours_fen = f.theirs_fen AND\s""" + BreakSql.IDENTITY;

    private FindingSql() {}
}
