package cn.suinian.core.verification;

import java.util.List;

/** What holds for reversals: rows that take one tap back, in whole, and never more than it gave. */
final class ReversalChecks {

    private static final String HOLD = "hold the vendor's payment for that day and compare the two rows";

    static final List<Check> ALL = List.of(
            Check.that("every reversal has an approved tap", List.of("tap_reversal", "tap"), """
                    SELECT r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id, t.reason
                    FROM tap_reversal r LEFT JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                    WHERE t.reason IS DISTINCT FROM 0""", HOLD),
            Check.that(
                    "a reversal takes back what its tap gave, from where it went",
                    List.of("tap_reversal", "tap"),
                    """
                    SELECT r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id, r.amount, t.amount AS of_tap,
                           r.subsidy, t.subsidy AS subsidy_of_tap
                    FROM tap_reversal r JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                    WHERE (r.amount, r.subsidy, r.operator_subsidy, r.delivery_subsidy, r.service, r.vendor_id)
                          <> (t.amount, t.subsidy, t.operator_subsidy, t.delivery_subsidy, t.service, t.vendor_id)
                       OR r.payer IS DISTINCT FROM t.payer""",
                    HOLD),
            Check.that("no tap is reversed twice", List.of("tap_reversal"), """
                    SELECT tap_date, terminal_id, terminal_seq, holder_id, count(*) FROM tap_reversal
                    GROUP BY 1, 2, 3, 4 HAVING count(*) > 1""", HOLD),
            Check.that("no reversal settles before its tap", List.of("tap_reversal", "tap"), """
                    SELECT r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id, r.settle_date, t.settle_date AS taps
                    FROM tap_reversal r JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
                    WHERE r.settle_date < t.settle_date""", HOLD));

    private ReversalChecks() {}
}
