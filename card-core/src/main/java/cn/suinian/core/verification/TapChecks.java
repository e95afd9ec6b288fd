package cn.suinian.core.verification;

import java.util.List;

/** What holds for each tap by itself and for what it names. */
final class TapChecks {

    private static final List<String> TAP = List.of("tap");
    private static final String RESTORE =
            "a row vanished that taps name: restore it from the backup before the next day is closed";
    private static final String NEVER = "no release writes such a row: find out who did, before the day is paid";

    static final List<Check> ALL = List.of(
            Check.that("every tap has an account", List.of("tap", "account"), """
                    SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id
                    FROM tap t LEFT JOIN account a USING (holder_id) WHERE a.holder_id IS NULL""", RESTORE),
            Check.that("every tap was made with a card of its holder", List.of("tap", "card"), """
                    SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id, t.card_serial
                    FROM tap t LEFT JOIN card c USING (card_serial)
                    WHERE c.holder_id IS DISTINCT FROM t.holder_id""", RESTORE),
            Check.that("every tap was made at a known vendor", List.of("tap", "vendor"), """
                    SELECT t.vendor_id, count(*) FROM tap t LEFT JOIN vendor v USING (vendor_id)
                    WHERE v.vendor_id IS NULL GROUP BY 1""", RESTORE),
            Check.that("every tap was made at a known terminal", List.of("tap", "terminal"), """
                    SELECT t.terminal_id, count(*) FROM tap t LEFT JOIN terminal x USING (terminal_id)
                    WHERE x.terminal_id IS NULL GROUP BY 1""", RESTORE),
            Check.that("every subsidy names a rule that exists", List.of("tap", "benefit_rule"), """
                    SELECT t.rule_id, count(*) FROM tap t LEFT JOIN benefit_rule r USING (rule_id)
                    WHERE t.rule_id IS NOT NULL AND r.rule_id IS NULL GROUP BY 1""", RESTORE),
            Check.that(
                    "no key is stored twice",
                    TAP,
                    """
                    SELECT tap_date, terminal_id, terminal_seq, holder_id, count(*) FROM tap
                    GROUP BY 1, 2, 3, 4 HAVING count(*) > 1""",
                    "the primary key is damaged: stop, take a copy of the files, REINDEX, and compare the two rows"),
            Check.that("no subsidy is negative", TAP, """
                    SELECT * FROM tap WHERE subsidy < 0 OR operator_subsidy < 0 OR amount < 0""", NEVER),
            Check.that("no subsidy exceeds the amount", TAP, """
                    SELECT * FROM tap WHERE subsidy > amount""", NEVER),
            Check.that("a declined tap costs nobody anything", TAP, """
                    SELECT * FROM tap WHERE reason <> 0 AND (subsidy <> 0 OR operator_subsidy <> 0)""", NEVER),
            Check.that("somebody pays every subsidy", TAP, """
                    SELECT * FROM tap WHERE payer IS NULL AND (subsidy <> 0 OR operator_subsidy <> 0)""", NEVER),
            Check.that("a tap is filed under the Shanghai date of its time", TAP, """
                    SELECT tap_date, terminal_id, terminal_seq, holder_id, tapped_at FROM tap
                    WHERE (tapped_at AT TIME ZONE 'Asia/Shanghai')::date <> tap_date""", NEVER),
            Check.that("no tap settles before its own day", TAP, """
                    SELECT * FROM tap WHERE settle_date < tap_date""", NEVER),
            Check.that("no tap settles in a day that is yet to come", List.of("tap", "open_business_day"), """
                    SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id, t.settle_date, o.day AS open_day
                    FROM tap t, open_business_day o WHERE t.settle_date > greatest(t.tap_date, o.day)""", NEVER),
            Check.notice(
                    "no terminal uses a number for two cards",
                    TAP,
                    """
                    SELECT tap_date, terminal_id, terminal_seq, count(*) FROM tap
                    GROUP BY 1, 2, 3 HAVING count(*) > 1""",
                    "nothing is lost, but the terminal forgets its numbers: tell its vendor"));

    private TapChecks() {}
}
