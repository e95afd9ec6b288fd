package cn.suinian.settlement.reconciliation;

import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How our subsidy of a vendor's day becomes the one that the vendor states: {@code ours + steps + elsewhere = theirs},
 * to the fen. Breaks that people resolved are in it too, for that changes neither figure.
 *
 * @param steps what breaks of each kind make up, in the order of kinds; rows that contradict another are not among what
 *     the vendor states, and make up nothing
 * @param elsewhereFen the rest, which is of no break of this day: taps that were cleared, stated or taken back on other
 *     days than their counterpart
 */
public record Bridge(long oursFen, List<Step> steps, long elsewhereFen, long theirsFen) {

    /**
     * What one row has of the day that its statement is of, less what its tap has in the clearing of that day. Of what
     * was linked by hand and still differs, the group has the difference. Vendor, day; day, day, day; day, day.
     */
    private static final String STEPS = """
            WITH mine AS (
                SELECT b.* FROM settlement_break b WHERE b.vendor_id = ? AND b.day = ? AND b.status <> 'HEALED'
            ), alone AS (
                SELECT b.break_no, b.kind,
                       CASE WHEN b.family = 'DUPLICATE' THEN 0
                            ELSE coalesce(CASE WHEN s.day = ? THEN r.subsidy END, 0)
                               - coalesce(CASE WHEN t.settle_date = ? AND t.reason = 0 THEN t.subsidy END, 0)
                               + coalesce(CASE WHEN v.settle_date = ? THEN v.subsidy END, 0) END AS fen
                FROM mine b
                LEFT JOIN (statement_row r
                           JOIN vendor_statement s ON s.statement_id = r.statement_id AND s.state = 'READY')
                    ON r.statement_id = b.statement_id AND r.line_no = b.line_no AND r.standing = 0
                LEFT JOIN tap t ON t.tap_date = b.tap_date AND t.terminal_id = b.terminal_id
                    AND t.terminal_seq = b.terminal_seq AND t.card_serial = b.card_serial AND t.vendor_id = b.vendor_id
                LEFT JOIN tap_reversal v ON v.tap_date = t.tap_date AND v.terminal_id = t.terminal_id
                    AND v.terminal_seq = t.terminal_seq AND v.holder_id = t.holder_id
                WHERE b.family <> 'GROUP'
                  AND NOT (b.status = 'LINKED' AND EXISTS (SELECT FROM mine g WHERE g.family = 'GROUP'
                                                           AND g.group_id = b.group_id))
            ), grouped AS (
                SELECT b.break_no, b.kind,
                       coalesce((SELECT sum(r.subsidy) FROM match_group_row x
                                 JOIN statement_row r USING (statement_id, line_no)
                                 JOIN vendor_statement s USING (statement_id)
                                 WHERE x.group_id = b.group_id AND r.standing = 0 AND s.state = 'READY'
                                   AND s.day = ?), 0)
                     - coalesce((SELECT sum(t.subsidy) FROM match_group_tap x
                                 JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                                 WHERE x.group_id = b.group_id AND t.settle_date = ?), 0) AS fen
                FROM mine b WHERE b.family = 'GROUP'
            )
            SELECT kind, count(*) AS breaks, sum(fen)::bigint AS fen
            FROM (SELECT * FROM alone UNION ALL SELECT * FROM grouped) AS each GROUP BY kind
            """;

    public Bridge {
        steps = List.copyOf(steps);
    }

    /** Breaks of one kind; fen: what the vendor states more for it; below zero: less. */
    public record Step(BreakKind kind, long breaks, long fen) {}

    /** That of a vendor's day, whose figures are these. */
    static Bridge read(Connection transaction, int vendorId, LocalDate day, long oursFen, long theirsFen)
            throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (PreparedStatement select = transaction.prepareStatement(STEPS)) {
            select.setInt(1, vendorId);
            for (int i = 2; i <= 7; i++) {
                select.setObject(i, day);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.add(new Step(
                            BreakKind.valueOf(row.getString("kind")), row.getLong("breaks"), row.getLong("fen")));
                }
            }
        }
        steps.sort(Comparator.comparing(Step::kind));
        long explained = steps.stream().mapToLong(Step::fen).reduce(0, Math::addExact);
        long rest = Math.subtractExact(Math.subtractExact(theirsFen, oursFen), explained);
        return new Bridge(oursFen, steps, rest, theirsFen);
    }
}
