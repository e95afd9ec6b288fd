package cn.suinian.core.verification;

import java.util.List;

/** What holds for metro journeys: an entry and its exit point at each other through the one that came later. */
final class JourneyChecks {

    private static final String PARTNER = """
            p.holder_id = c.holder_id AND p.terminal_id = c.pair_terminal AND p.terminal_seq = c.pair_seq
            AND p.tap_date BETWEEN c.tap_date - 1 AND c.tap_date + 1
            AND p.tapped_at BETWEEN c.tapped_at - interval '4 hours' AND c.tapped_at + interval '4 hours'
            """;
    private static final String RIDES = "rides are paid by fare and not by journey, so no money is wrong; report it";

    static final List<Check> ALL = List.of(
            Check.that(
                    "a completed journey has an entry and a later exit", List.of("tap"), """
                    SELECT c.tap_date, c.terminal_id, c.terminal_seq, c.holder_id, c.pair_terminal, c.pair_seq
                    FROM tap c WHERE c.journey = 2 AND NOT EXISTS (
                        SELECT FROM tap p WHERE %s AND p.service = 1 AND p.reason = 0
                        AND (c.direction = 2 AND p.direction = 1 AND p.journey = 1 AND p.tapped_at <= c.tapped_at
                             OR c.direction = 1 AND p.direction = 2 AND p.journey = 3 AND p.tapped_at >= c.tapped_at))
                    """.formatted(PARTNER), RIDES),
            Check.that(
                    "no half belongs to two journeys", List.of("tap", "tap_reversal"), """
                    SELECT p.tap_date, p.terminal_id, p.terminal_seq, p.holder_id, count(*)
                    FROM tap c JOIN tap p ON %s
                    WHERE c.journey = 2 AND NOT EXISTS (
                        SELECT FROM tap_reversal r
                        WHERE (r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id)
                              = (c.tap_date, c.terminal_id, c.terminal_seq, c.holder_id))
                    GROUP BY 1, 2, 3, 4 HAVING count(*) > 1""".formatted(PARTNER), RIDES),
            Check.that(
                    "the half that an account waits with is a tap of that person",
                    List.of("account", "tap"),
                    """
                    SELECT a.holder_id, a.half_kind, a.half_terminal, a.half_seq, a.half_at FROM account a
                    WHERE a.half_kind <> 0 AND NOT EXISTS (
                        SELECT FROM tap t
                        WHERE t.tap_date = (to_timestamp(a.half_at) AT TIME ZONE 'Asia/Shanghai')::date
                          AND t.terminal_id = a.half_terminal AND t.terminal_seq = a.half_seq
                          AND t.holder_id = a.holder_id AND t.tapped_at = to_timestamp(a.half_at)
                          AND t.service = 1 AND t.reason = 0 AND t.direction = a.half_kind
                          AND t.journey = CASE a.half_kind WHEN 1 THEN 1 ELSE 3 END)""",
                    RIDES),
            Check.that(
                    "the half that an account waits with belongs to no journey yet",
                    List.of("account", "tap", "tap_reversal"),
                    """
                    SELECT a.holder_id, a.half_kind, a.half_terminal, a.half_seq, c.terminal_id, c.terminal_seq
                    FROM account a JOIN tap c ON c.holder_id = a.holder_id AND c.journey = 2
                         AND c.pair_terminal = a.half_terminal AND c.pair_seq = a.half_seq
                         AND abs(extract(epoch FROM c.tapped_at) - a.half_at) <= 4 * 3600
                    WHERE a.half_kind <> 0 AND NOT EXISTS (
                        SELECT FROM tap_reversal r
                        WHERE (r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id)
                              = (c.tap_date, c.terminal_id, c.terminal_seq, c.holder_id))""",
                    RIDES));

    private JourneyChecks() {}
}
