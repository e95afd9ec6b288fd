package cn.suinian.settlement.reconciliation;

/** The statements that find rows and taps which belong together although their keys differ. */
final class GroupSql {

    /**
     * A group ends when one of its rows no longer counts, or one of its taps is taken back or stated by its key. At,
     * by, vendor.
     */
    static final String DISSOLVE = """
            UPDATE match_group m SET undone_at = ?, undone_as = ?
            WHERE m.vendor_id = ? AND m.undone_at IS NULL AND (
                EXISTS (SELECT FROM match_group_row g
                        JOIN statement_row r USING (statement_id, line_no) JOIN vendor_statement s USING (statement_id)
                        WHERE g.group_id = m.group_id AND (r.standing <> 0 OR s.state <> 'READY'))
                OR EXISTS (SELECT FROM match_group_tap g
                           JOIN tap_reversal v USING (tap_date, terminal_id, terminal_seq, holder_id)
                           WHERE g.group_id = m.group_id)
                OR EXISTS (SELECT FROM match_group_tap g
                           JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                           JOIN statement_row r ON r.tap_date = t.tap_date AND r.terminal_id = t.terminal_id
                               AND r.terminal_seq = t.terminal_seq AND r.card_serial = t.card_serial
                               AND r.standing = 0
                           JOIN vendor_statement s ON s.statement_id = r.statement_id AND s.state = 'READY'
                               AND s.vendor_id = m.vendor_id
                           WHERE g.group_id = m.group_id
                             AND NOT EXISTS (SELECT FROM match_group_row o WHERE o.group_id = m.group_id
                                             AND o.statement_id = r.statement_id AND o.line_no = r.line_no)))
            """;

    private static final String WRITE = """
            , made AS (
                INSERT INTO match_group (group_id, vendor_id, day, how, made_as, made_at)
                SELECT group_id, ?, day, 'RULE', ?, ? FROM chosen
            ), with_rows AS (
                INSERT INTO match_group_row (group_id, statement_id, line_no) %s
            ), with_taps AS (
                INSERT INTO match_group_tap (group_id, tap_date, terminal_id, terminal_seq, holder_id) %s
            )
            SELECT count(*) FROM chosen
            """;

    /** Rows that only one tap fits, and that together are it or a part of it. Seconds, tolerance, vendor, by, at. */
    static final String ROWS_OF_ONE_TAP =
            """
            WITH pairs AS (
                SELECT r.statement_id, r.line_no, r.their_amount AS amount, r.their_subsidy AS subsidy, t.day,
                       t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id, t.our_amount, t.our_subsidy,
                       t.their_amount, t.their_subsidy, t.kind, t.statement_id AS own_statement,
                       t.line_no AS own_line, count(*) OVER (PARTITION BY r.statement_id, r.line_no) AS taps
                FROM finding r
                JOIN finding t ON t.terminal_id = r.terminal_id AND t.card_serial = r.card_serial
                    AND t.service = r.service AND t.kind IN ('EXPECTED', 'MISSING_AT_VENDOR', 'AMOUNT_UNDER')
                    AND abs(extract(epoch FROM t.at - r.at)) <= ?
                WHERE r.kind = 'MISSING_HERE'
            ), sums AS (
                SELECT day, tap_date, terminal_id, terminal_seq, holder_id, kind, own_statement, own_line, our_amount,
                       our_subsidy, count(*) + (kind = 'AMOUNT_UNDER')::int AS rows,
                       sum(amount) + their_amount AS amount, sum(subsidy) + their_subsidy AS subsidy
                FROM pairs WHERE taps = 1
                GROUP BY day, tap_date, terminal_id, terminal_seq, holder_id, kind, own_statement, own_line,
                         our_amount, our_subsidy, their_amount, their_subsidy
            ), chosen AS MATERIALIZED (
                SELECT nextval(pg_get_serial_sequence('match_group', 'group_id')) AS group_id, s.*
                FROM sums s CROSS JOIN (SELECT ?::int AS it) lim
                WHERE (abs(amount - our_amount) <= lim.it AND abs(subsidy - our_subsidy) <= lim.it)
                   OR (rows > 1 AND amount < our_amount AND subsidy <= our_subsidy)
            )
            """ + WRITE.formatted("""
                SELECT c.group_id, p.statement_id, p.line_no
                FROM chosen c JOIN pairs p USING (tap_date, terminal_id, terminal_seq, holder_id) WHERE p.taps = 1
                UNION ALL
                SELECT group_id, own_statement, own_line FROM chosen WHERE kind = 'AMOUNT_UNDER'
                """, "SELECT group_id, tap_date, terminal_id, terminal_seq, holder_id FROM chosen");

    /** Taps that only one row fits, and that together are the row. The same parameters. */
    static final String TAPS_OF_ONE_ROW =
            """
            WITH pairs AS (
                SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id, t.our_amount AS amount,
                       t.our_subsidy AS subsidy, r.day, r.statement_id, r.line_no, r.kind, r.tap_date AS own_date,
                       r.terminal_seq AS own_seq, r.holder_id AS own_holder, r.our_amount, r.our_subsidy,
                       r.their_amount, r.their_subsidy,
                       count(*) OVER (PARTITION BY t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id) AS rows
                FROM finding t
                JOIN finding r ON r.terminal_id = t.terminal_id AND r.card_serial = t.card_serial
                    AND r.service = t.service AND r.kind IN ('MISSING_HERE', 'AMOUNT_OVER')
                    AND abs(extract(epoch FROM t.at - r.at)) <= ?
                WHERE t.kind IN ('EXPECTED', 'MISSING_AT_VENDOR')
            ), sums AS (
                SELECT day, statement_id, line_no, kind, own_date, terminal_id, own_seq, own_holder, their_amount,
                       their_subsidy, count(*) + (kind = 'AMOUNT_OVER')::int AS taps,
                       sum(amount) + our_amount AS amount, sum(subsidy) + our_subsidy AS subsidy
                FROM pairs WHERE rows = 1
                GROUP BY day, statement_id, line_no, kind, own_date, terminal_id, own_seq, own_holder, their_amount,
                         their_subsidy, our_amount, our_subsidy
            ), chosen AS MATERIALIZED (
                SELECT nextval(pg_get_serial_sequence('match_group', 'group_id')) AS group_id, s.*
                FROM sums s CROSS JOIN (SELECT ?::int AS it) lim
                WHERE taps > 1 AND abs(amount - their_amount) <= lim.it AND abs(subsidy - their_subsidy) <= lim.it
            )
            """ + WRITE.formatted("SELECT group_id, statement_id, line_no FROM chosen", """
                SELECT c.group_id, p.tap_date, p.terminal_id, p.terminal_seq, p.holder_id
                FROM chosen c JOIN pairs p USING (statement_id, line_no) WHERE p.rows = 1
                UNION ALL
                SELECT group_id, own_date, terminal_id, own_seq, own_holder FROM chosen WHERE kind = 'AMOUNT_OVER'
                """);

    static final String DROP_GROUPED = """
            DELETE FROM finding f
            WHERE (f.family = 'ROW' AND EXISTS (
                      SELECT FROM match_group_row g JOIN match_group m USING (group_id)
                      WHERE g.statement_id = f.statement_id AND g.line_no = f.line_no AND m.undone_at IS NULL))
               OR (f.family = 'TAP' AND EXISTS (
                      SELECT FROM match_group_tap g JOIN match_group m USING (group_id)
                      WHERE g.tap_date = f.tap_date AND g.terminal_id = f.terminal_id
                        AND g.terminal_seq = f.terminal_seq AND g.holder_id = f.holder_id AND m.undone_at IS NULL))
            """;

    /**
     * Groups of the day, with an open or adjusted break, or made by this run, whose sums differ. Vendor, day, time of
     * the run, tolerance.
     */
    static final String DIFFERENCES = """
            INSERT INTO finding
            WITH groups AS (
                SELECT m.group_id, m.day FROM match_group m
                WHERE m.vendor_id = ? AND m.undone_at IS NULL
                  AND (m.day = ? OR EXISTS (SELECT FROM settlement_break b WHERE b.group_id = m.group_id
                                            AND (b.status IN ('OPEN', 'ASKED') OR b.adjusted_fen <> 0))
                       OR m.made_at = ?)
            ), stated AS (
                SELECT g.group_id, sum(r.amount) AS amount, sum(r.subsidy) AS subsidy, sum(r.extra) AS extra,
                       bool_and(r.extra IS NOT NULL) AS with_extra
                FROM groups g JOIN match_group_row x USING (group_id) JOIN statement_row r USING (statement_id, line_no)
                GROUP BY 1
            ), tapped AS (
                SELECT g.group_id, sum(t.amount) AS amount, sum(t.subsidy) AS subsidy,
                       sum(t.operator_subsidy + t.delivery_subsidy) AS extra, max(t.payer) AS payer,
                       max(t.service) AS service
                FROM groups g JOIN match_group_tap x USING (group_id)
                JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                GROUP BY 1
            ), sums AS (
                SELECT g.group_id, g.day, coalesce(t.payer, 0) AS payer, t.service,
                       t.subsidy + CASE WHEN s.with_extra THEN t.extra ELSE 0 END AS ours,
                       s.subsidy + CASE WHEN s.with_extra THEN s.extra ELSE 0 END AS theirs,
                       t.amount AS our_amount, s.amount AS their_amount, t.subsidy AS our_subsidy,
                       s.subsidy AS their_subsidy
                FROM groups g JOIN stated s USING (group_id) JOIN tapped t USING (group_id)
            )
            SELECT 'GROUP', 'PARTIALLY_MATCHED', s.day, s.payer, s.service, abs(s.ours - s.theirs), s.ours, s.theirs,
                   s.our_amount, s.their_amount, s.our_subsidy, s.their_subsidy, f.tap_date, f.terminal_id,
                   f.terminal_seq, f.card_serial, f.holder_id, NULL, NULL, s.group_id, 0, f.tapped_at
            FROM sums s
            CROSS JOIN (SELECT ?::int AS it) lim
            CROSS JOIN LATERAL (
                SELECT t.* FROM match_group_tap x JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                WHERE x.group_id = s.group_id ORDER BY t.tap_date, t.terminal_id, t.terminal_seq LIMIT 1) f
            WHERE abs(s.ours - s.theirs) > lim.it OR abs(s.our_amount - s.their_amount) > lim.it
            """;

    private GroupSql() {}
}
