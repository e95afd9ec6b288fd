package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds for the order of business days. */
final class CalendarChecks {

    private static final String CALENDAR =
            "close no further day; set open_business_day to the day that is open, with no node running";

    private static final String HISTORY =
            "pay nothing of that day: somebody went around the acts that move days; find out who in the database's log";

    static final List<Check> ALL = List.of(
            Check.that(
                    "the open day is the one that postings find open",
                    List.of("business_day", "open_business_day"),
                    """
                        SELECT o.day, d.day FROM open_business_day o, business_day d
                        WHERE d.state = 'OPEN' AND d.day <> o.day""",
                    CALENDAR),
            Check.that("business days follow each other without a gap", List.of("business_day"), """
                        SELECT day FROM business_day d
                        WHERE state <> 'OPEN'
                          AND NOT EXISTS (SELECT FROM business_day n WHERE n.day = d.day + 1)""", CALENDAR),
            Check.that(
                    "a day's history leads step by step to where the day is",
                    List.of("business_day", "business_day_act"),
                    """
                        SELECT day, act_no, from_state, came_from, to_state, state
                        FROM (SELECT a.day, a.act_no, a.from_state, a.to_state, d.state,
                                     lag(a.to_state) OVER steps AS came_from,
                                     row_number() OVER (PARTITION BY a.day ORDER BY a.act_no DESC) = 1 AS last
                              FROM business_day_act a JOIN business_day d USING (day)
                              WINDOW steps AS (PARTITION BY a.day ORDER BY a.act_no)) AS history
                        WHERE from_state IS DISTINCT FROM came_from OR (last AND to_state <> state)""",
                    HISTORY),
            Check.that("a day is approved or re-opened by two people", List.of("business_day_act"), """
                        SELECT a.act_no, a.day, a.request_no
                        FROM business_day_act a
                        LEFT JOIN approval_request r ON r.request_no = a.request_no AND r.outcome = 'APPROVED'
                            AND r.decided_by = a.staff_id AND r.asked_by <> a.staff_id
                        WHERE (a.to_state = 'APPROVED' OR a.from_state IN ('RECONCILED', 'APPROVED') AND
                               a.to_state = 'CLEARED') AND r.request_no IS NULL""", HISTORY));

    private CalendarChecks() {}
}
