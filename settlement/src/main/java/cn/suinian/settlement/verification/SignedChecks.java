package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/**
 * What holds for what two people signed: holds that ended, limits and rules in force. A request says who signed for
 * which number; what exactly they signed is in the audit trail, so each row is compared with both.
 */
final class SignedChecks {
    private static final String HOLD =
            "pay the vendor nothing: somebody went around the console; place the hold again, and find out who";
    private static final String LIMIT =
            "somebody went around the console: have the value approved again, then compare the days since";
    private static final String RULE =
            "end the rule: somebody went around the console; look at what it closed, and re-open what is not in order";

    /** What V117 begins with. Values of vendors are asked for, all of them. */
    private static final String BEGAN = """
            ('RECONCILE_FEN', '', '0'), ('RECONCILE_SECONDS', '', '120'), ('RECONCILE_DAYS', '', '2'),
            ('PAYOUT_FEN', '', '0'), ('LEAST_MEALS', '', '30'), ('LEAST_CANTEENS', '', '5'),
            ('OUTLIER_TENTHS', '', '35'), ('SHARE_FLOOR_PERMILLE', '', '50'), ('HEAD_FLOOR_FEN', '', '60'),
            ('OUTSIDE_TAPS', '', '3'),
            ('OPENING_HOURS', 'BUS', NULL), ('OPENING_HOURS', 'METRO', '05:30-01:30'),
            ('OPENING_HOURS', 'CANTEEN', '06:30-20:00'), ('OPENING_HOURS', 'ALLOWANCE_DESK', '07:30-20:30'),
            ('OPENING_HOURS', 'VENUE', '05:30-23:00'), ('OPENING_HOURS', 'HOME_CARE', '06:00-22:00'),
            ('AUTO_HOLD_SCORE', 'BUS', NULL), ('AUTO_HOLD_SCORE', 'METRO', NULL), ('AUTO_HOLD_SCORE', 'CANTEEN', '250'),
            ('AUTO_HOLD_SCORE', 'ALLOWANCE_DESK', NULL), ('AUTO_HOLD_SCORE', 'VENUE', '250'),
            ('AUTO_HOLD_SCORE', 'HOME_CARE', '250'),
            ('COUNTED', 'TERMINAL_BURST', '1'), ('COUNTED', 'MEAL_AND_DISTANT_TRANSIT', '1'),
            ('COUNTED', 'TAP_AFTER_DEATH', '1'), ('COUNTED', 'OUTSIDE_HOURS', '1'),
            ('COUNTED', 'SUBSIDISED_SHARE', '1'), ('COUNTED', 'SUBSIDY_PER_HEAD', '1'),
            ('COUNTED', 'IMPOSSIBLE_TRAVEL', '0'), ('COUNTED', 'OVERLAPPING_JOURNEYS', '0'),
            ('COUNTED', 'TAP_AFTER_STOP', '0'), ('COUNTED', 'GOOD_FAITH_TAP', '0'),
            ('COUNTED', 'SEQUENCE_REUSED', '0'), ('COUNTED', 'COUNTER_REPLAYED', '0')""";

    private static final String RELEASED = """
            SELECT h.hold_no, h.vendor_id, h.release_request FROM payment_hold h
            WHERE h.released_at IS NOT NULL
              AND (NOT EXISTS (
                       SELECT FROM approval_request q
                       WHERE q.request_no = h.release_request AND q.kind = 'PAYMENT_HOLD_RELEASE'
                         AND q.subject = h.hold_no AND q.outcome = 'APPROVED'
                         AND q.decided_by <> q.asked_by AND q.decided_by IS DISTINCT FROM h.placed_by)
                   OR NOT EXISTS (
                       SELECT FROM audit_log l
                       WHERE l.subject_kind = 'PAYMENT_HOLD' AND l.subject = h.hold_no::text
                         AND l.act = 'PAYMENT_HOLD_RELEASED'))
            """;

    private static final String PLACED = """
            SELECT l.subject, %s AS vendor, h.vendor_id, %s AS days, h.from_day, h.to_day
            FROM audit_log l LEFT JOIN payment_hold h ON h.hold_no::text = l.subject
            WHERE l.subject_kind = 'PAYMENT_HOLD' AND l.act = 'PAYMENT_HOLD_PLACED'
              AND (h.hold_no IS NULL OR %s <> h.vendor_id::text
                   OR %s <> coalesce(h.from_day || '/' || h.to_day, 'ALL'))
            """.formatted(told("vendor"), told("days"), told("vendor"), told("days"));

    private static final String LIMITS = """
            SELECT v.limit_no, v.name, v.about, v.value, v.holds_from
            FROM settlement_limit v
            WHERE v.state = 'CONFIRMED' AND v.request_no IS NOT NULL
              AND (NOT EXISTS (
                       SELECT FROM approval_request q
                       WHERE q.request_no = v.request_no AND q.kind = 'SETTLEMENT_LIMIT'
                         AND q.subject = v.limit_no AND q.outcome = 'APPROVED'
                         AND q.asked_by = v.asked_by AND q.decided_by = v.decided_by)
                   OR NOT EXISTS (
                       SELECT FROM audit_log l
                       WHERE l.subject_kind = 'SETTLEMENT_LIMIT' AND l.subject = v.limit_no::text
                         AND l.act = 'LIMIT_APPROVED' AND %s = v.name AND %s = v.about
                         AND %s = coalesce(v.value, 'none') AND %s = v.holds_from::text))
            UNION ALL
            SELECT v.limit_no, v.name, v.about, v.value, v.holds_from
            FROM settlement_limit v LEFT JOIN (VALUES %s) AS began (name, about, value) USING (name, about)
            WHERE v.request_no IS NULL
              AND (v.holds_from <> date '1970-01-01'
                   OR began.name IS NOT NULL AND v.value IS DISTINCT FROM began.value
                   OR v.about ~ '^[0-9]+$'
                   OR EXISTS (SELECT FROM settlement_limit o
                              WHERE o.request_no IS NULL AND o.limit_no < v.limit_no
                                AND (o.name, o.about) = (v.name, v.about)))
            UNION ALL
            SELECT l.subject::bigint, %s, %s, %s, NULL FROM audit_log l
            WHERE l.subject_kind = 'SETTLEMENT_LIMIT' AND l.act = 'LIMIT_APPROVED'
              AND NOT EXISTS (SELECT FROM settlement_limit v
                              WHERE v.limit_no::text = l.subject AND v.state = 'CONFIRMED')
            """.formatted(
                    told("limit"),
                    told("about"),
                    told("after"),
                    told("from"),
                    BEGAN,
                    told("limit"),
                    told("about"),
                    told("after"));

    private static final String RULES =
            """
            SELECT r.rule_id, r.vendor_id, r.kind, r.act, r.most_fen, r.most_day_fen
            FROM resolution_rule r
            WHERE r.confirmed_at IS NOT NULL
              AND (NOT EXISTS (
                       SELECT FROM approval_request q
                       WHERE q.request_no = r.request_no AND q.kind = 'RESOLUTION_RULE'
                         AND q.subject = r.rule_id AND q.outcome = 'APPROVED'
                         AND q.decided_by <> q.asked_by)
                   OR NOT EXISTS (
                       SELECT FROM audit_log l
                       WHERE l.subject_kind = 'RESOLUTION_RULE' AND l.subject = r.rule_id::text
                         AND l.act = 'RESOLUTION_RULE_APPROVED'
                         AND %s = coalesce(r.vendor_id::text, 'ALL') AND %s = r.kind AND %s = r.act
                         AND %s = r.most_fen::text AND %s = r.most_day_fen::text)
                   OR r.ended_at IS NULL AND EXISTS (
                       SELECT FROM audit_log l
                       WHERE l.subject_kind = 'RESOLUTION_RULE' AND l.subject = r.rule_id::text
                         AND l.act = 'RESOLUTION_RULE_ENDED'))
            """.formatted(told("vendor"), told("kind"), told("act"), told("mostFen"), told("mostDayFen"));

    static final List<Check> ALL = List.of(
            Check.that(
                    "a hold ends only when two people signed, and neither of the last is who placed it",
                    List.of("payment_hold", "approval_request", "audit_log"),
                    RELEASED,
                    HOLD),
            Check.that(
                    "every hold that was placed is there, for the vendor and the days that it was placed for",
                    List.of("payment_hold", "audit_log"),
                    PLACED,
                    HOLD),
            Check.that(
                    "a limit in force is what two people signed, or what the house began with",
                    List.of("settlement_limit", "approval_request", "audit_log"),
                    LIMITS,
                    LIMIT),
            Check.that(
                    "a rule in force is what two people signed, and one that was ended has ended",
                    List.of("resolution_rule", "approval_request", "audit_log"),
                    RULES,
                    RULE));

    private SignedChecks() {}

    /** What an entry l of the audit trail tells by this name. */
    static String told(String name) {
        return "substring(l.after FROM '(?n)^" + name + "=(.*)$')";
    }
}
