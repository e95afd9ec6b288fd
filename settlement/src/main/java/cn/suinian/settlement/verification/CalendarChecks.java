package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds for the order of business days. */
final class CalendarChecks {

    private static final String CALENDAR =
            "close no further day; set open_business_day to the day that is open, with no node running";

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
                          AND NOT EXISTS (SELECT FROM business_day n WHERE n.day = d.day + 1)""", CALENDAR));

    private CalendarChecks() {}
}
