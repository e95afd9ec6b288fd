package cn.suinian.core.verification;

import java.util.List;

/**
 * What holds between an account and the taps that moved it. The two are written in one statement, so a difference means
 * that a tap was lost, was added, or came back without its account, as after a restore of half a database.
 */
final class AccountChecks {

    private static final String LOST = "a tap and its account disagree: treat it as lost data, stop closing days, and"
            + " compare with the terminals' journals and the backup";

    static final List<Check> ALL = List.of(
            Check.that(
                    "an account's window holds the counters of the stored taps", List.of("account", "tap"), """
                    WITH used AS (
                        SELECT t.holder_id, max(t.card_counter) AS high,
                               bit_or(CASE WHEN a.counter_high - t.card_counter BETWEEN 0 AND 63
                                           THEN 1::bigint << (a.counter_high - t.card_counter)::int ELSE 0 END) AS bits
                        FROM tap t JOIN account a ON a.holder_id = t.holder_id AND a.live_card = t.card_serial
                        GROUP BY 1),
                    told AS (
                        SELECT a.*, coalesce(u.high, 0) AS used_high, coalesce(u.bits, 0) AS used_bits,
                               CASE WHEN a.counter_high < 64 THEN 1::bigint << a.counter_high::int ELSE 0 END AS unused
                        FROM account a LEFT JOIN used u USING (holder_id))
                    SELECT holder_id, live_card, counter_high, used_high, to_hex(counter_window) AS counter_window,
                           to_hex(used_bits) AS used_window
                    FROM told
                    WHERE counter_high <> used_high OR (counter_window | unused) <> (used_bits | unused)""", LOST),
            Check.that(
                    "an account's lunches are the subsidised lunches stored",
                    List.of("account", "tap", "tap_reversal"),
                    """
                    WITH eaten AS (
                        SELECT t.holder_id, max(t.tap_date - date '1970-01-01') AS last_day,
                               bit_or(CASE WHEN a.meal_last_day - (t.tap_date - date '1970-01-01') BETWEEN 0 AND 63
                                      THEN 1::bigint << (a.meal_last_day - (t.tap_date - date '1970-01-01'))
                                      ELSE 0 END) AS days
                        FROM tap t JOIN account a USING (holder_id)
                        WHERE t.service = 2 AND t.reason = 0 AND t.subsidy > 0 AND NOT EXISTS (
                            SELECT FROM tap_reversal r
                            WHERE (r.tap_date, r.terminal_id, r.terminal_seq, r.holder_id)
                                  = (t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id))
                        GROUP BY 1)
                    SELECT a.holder_id, a.meal_last_day, e.last_day, to_hex(a.meal_days) AS meal_days,
                           to_hex(coalesce(e.days, 0)) AS eaten
                    FROM account a LEFT JOIN eaten e USING (holder_id)
                    WHERE a.meal_days <> coalesce(e.days, 0) OR e.last_day > a.meal_last_day""",
                    LOST),
            Check.that(
                    "no tap was decided on an account that is newer than the stored one",
                    List.of("account", "tap"),
                    """
                    SELECT a.holder_id, a.version, max(t.account_version) AS decided_on
                    FROM account a JOIN tap t USING (holder_id)
                    GROUP BY 1, 2 HAVING max(t.account_version) >= a.version""",
                    LOST));

    private AccountChecks() {}
}
