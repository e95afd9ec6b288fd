package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds between the taps of a cleared day, its lines and its counts. */
final class ClearingChecks {

    private static final List<String> CLEARING = List.of("tap", "business_day", "clearing_line");
    private static final List<String> REVERSALS = List.of("tap_reversal", "business_day", "clearing_reversal");
    private static final String UNPAID = "do not pay that day: its figures are not those of its taps";

    static final List<Check> ALL = List.of(
            Check.that("clearing lines are the sums of the approved taps of cleared days", CLEARING, """
                        WITH sums AS (
                            SELECT t.settle_date AS day, t.vendor_id, coalesce(t.payer, 0::smallint) AS payer,
                                   t.service, count(*) AS taps, sum(t.amount) AS gross, sum(t.subsidy) AS subsidy,
                                   sum(t.amount - t.subsidy) AS self_pay, sum(t.operator_subsidy) AS operator_subsidy,
                                   sum(t.delivery_subsidy) AS delivery_subsidy
                            FROM tap t JOIN business_day d ON d.day = t.settle_date AND d.cleared_at IS NOT NULL
                            WHERE t.reason = 0
                            GROUP BY 1, 2, 3, 4)
                        (SELECT 'in taps only', * FROM (TABLE sums EXCEPT TABLE clearing_line) AS taps)
                        UNION ALL
                        (SELECT 'in lines only', * FROM (TABLE clearing_line EXCEPT TABLE sums) AS lines)""", UNPAID),
            Check.that("a cleared day takes every reversal that settles in it off once", REVERSALS, """
                        WITH sums AS (
                            SELECT r.settle_date AS day, r.vendor_id, coalesce(r.payer, 0::smallint) AS payer,
                                   r.service, count(*) AS taps, sum(r.amount) AS gross, sum(r.subsidy) AS subsidy,
                                   sum(r.amount - r.subsidy) AS self_pay, sum(r.operator_subsidy) AS operator_subsidy,
                                   sum(r.delivery_subsidy) AS delivery_subsidy
                            FROM tap_reversal r
                            JOIN business_day d ON d.day = r.settle_date AND d.cleared_at IS NOT NULL
                            GROUP BY 1, 2, 3, 4)
                        (SELECT 'in taps only', * FROM (TABLE sums EXCEPT TABLE clearing_reversal) AS taps)
                        UNION ALL
                        (SELECT 'in lines only', *
                         FROM (TABLE clearing_reversal EXCEPT TABLE sums) AS lines)""", UNPAID),
            Check.that(
                    "no reversal is cleared before its tap",
                    List.of("tap", "tap_reversal", "business_day"),
                    """
                        SELECT r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id, r.settle_date
                        FROM tap_reversal r
                        JOIN business_day d ON d.day = r.settle_date AND d.cleared_at IS NOT NULL
                        LEFT JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                        WHERE t.settle_date IS NULL OR t.settle_date > r.settle_date""",
                    UNPAID),
            Check.that("a cleared day counts every tap that settles in it", CLEARING, """
                        SELECT d.day, d.taps_approved, d.taps_declined, d.taps_late
                        FROM business_day d
                        LEFT JOIN tap t ON t.settle_date = d.day
                        WHERE d.cleared_at IS NOT NULL
                        GROUP BY d.day
                        HAVING d.taps_approved <> count(t.*) FILTER (WHERE t.reason = 0)
                            OR d.taps_declined <> count(t.*) FILTER (WHERE t.reason <> 0)
                            OR d.taps_late <> count(t.*) FILTER (WHERE t.tap_date < d.day)""", UNPAID),
            Check.that("declines are counted by reason", List.of("business_day", "clearing_decline"), """
                        SELECT d.day FROM business_day d
                        WHERE d.cleared_at IS NOT NULL AND d.taps_declined <> coalesce(
                            (SELECT sum(c.taps) FROM clearing_decline c WHERE c.day = d.day), 0)""", UNPAID),
            Check.that("only a cleared day has lines", CLEARING, """
                        SELECT DISTINCT l.day FROM clearing_line l JOIN business_day d USING (day)
                        WHERE d.cleared_at IS NULL""", UNPAID));

    private ClearingChecks() {}
}
