package cn.suinian.core.verification;

import java.util.List;

/** What no person gets more of than the rules allow, counted from the taps themselves. A reversed tap gives back. */
final class LimitChecks {

    private static final List<String> TAPS = List.of("tap", "tap_reversal");
    private static final String HOLD = "hold the vendor's payment for these taps and look at both";

    private static final String LUNCHES = """
            SELECT t.holder_id, t.tap_date FROM tap t
            WHERE t.service = 2 AND t.reason = 0 AND t.subsidy > 0 AND NOT EXISTS (
                SELECT FROM tap_reversal r
                WHERE (r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id)
                      = (t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id))
            """;

    static final List<Check> ALL = List.of(
            Check.that(
                    "one subsidised lunch a day",
                    TAPS,
                    "SELECT holder_id, tap_date, count(*) FROM (" + LUNCHES
                            + ") AS lunch GROUP BY 1, 2 HAVING count(*) > 1",
                    HOLD),
            Check.that(
                    "five subsidised lunches a week",
                    TAPS,
                    "SELECT holder_id, date_trunc('week', tap_date::timestamp)::date AS monday, count(*) FROM ("
                            + LUNCHES + ") AS lunch GROUP BY 1, 2 HAVING count(*) > 5",
                    HOLD),
            Check.that("a card's counter is approved once", List.of("tap"), """
                    SELECT card_serial, card_counter, count(*) FROM tap WHERE reason = 0
                    GROUP BY card_serial, card_counter HAVING count(*) > 1""", HOLD),
            Check.that(
                    "no voucher pays more in a month than it grants",
                    List.of("tap", "benefit_rule", "tap_reversal"),
                    """
                    SELECT t.holder_id, date_trunc('month', t.tap_date::timestamp)::date AS month,
                           sum(t.subsidy - coalesce(r.subsidy, 0)) AS paid, max(b.grant_fen) AS granted
                    FROM tap t JOIN benefit_rule b USING (rule_id)
                         LEFT JOIN tap_reversal r USING (tap_date, terminal_id, terminal_seq, holder_id)
                    WHERE t.reason = 0 AND b.grant_fen IS NOT NULL
                    GROUP BY 1, 2 HAVING sum(t.subsidy - coalesce(r.subsidy, 0)) > max(b.grant_fen)""",
                    HOLD));

    private LimitChecks() {}
}
