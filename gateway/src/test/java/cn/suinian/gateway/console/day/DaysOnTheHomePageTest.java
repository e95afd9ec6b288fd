package cn.suinian.gateway.console.day;

import static cn.suinian.gateway.console.day.DayTown.DAY_1;
import static cn.suinian.gateway.console.day.DayTown.DAY_2;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the home page counts: days that are over, statements and lists on their way, breaks. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DaysOnTheHomePageTest extends InDayTown {

    /** At noon of the third day: two on their way, one cut off, one over, one that failed, one that takes no file. */
    private static final String STATEMENTS = """
            INSERT INTO statement_incoming (job_id, vendor_id, day, takes, begun_as, begun_at, stage, heard_at)
            SELECT stage || n, 2, '2026-11-18', takes, 'staff21', noon - interval '1 hour', stage, noon - silent
            FROM (SELECT timestamptz '2026-11-20 12:00+08' AS noon) AS third_day,
                (VALUES (1, true, 'TAKING', interval '10 seconds'), (2, true, 'COMPARING', interval '59 seconds'),
                        (3, true, 'TAKING', interval '61 seconds'), (4, true, 'DONE', interval '0'),
                        (5, true, 'FAILED', interval '0'), (6, false, 'COMPARING', interval '0'))
                    AS v (n, takes, stage, silent)
            """;

    /** Three open ones, the last for seven days, and one that was closed. */
    private static final String BREAKS = """
            INSERT INTO settlement_break (vendor_id, day, family, kind, status, payer, service, risk_fen, ours_fen,
                theirs_fen, our_amount, their_amount, tap_date, terminal_id, terminal_seq, card_serial, opened_at,
                closed_at)
            SELECT 2, '2026-11-18', 'TAP', 'MISSING_AT_VENDOR', status, 2, 2, 700, 700, 0, 700, 0, '2026-11-18',
                440300010002, n, n, noon - age, CASE status WHEN 'ACCEPTED' THEN noon END
            FROM (SELECT timestamptz '2026-11-20 12:00+08' AS noon) AS third_day,
                (VALUES (1, 'OPEN', interval '0'), (2, 'ASKED', interval '167 hours'),
                        (3, 'OPEN', interval '168 hours'), (4, 'ACCEPTED', interval '200 hours')) AS v (n, status, age)
            """;

    /** One that is looked at, and more newer ones than a page has. */
    private static final String LISTS = """
            INSERT INTO bulk_file (label_sealed, format, bytes, rows, received_as, received_from, received_at, state,
                state_since)
            SELECT '\\x00', 'CSV_UTF8', 10, 1, 'staff25', '10.0.0.1', now(),
                CASE n WHEN 1 THEN 'CHECKING' ELSE 'CHECKED' END, now()
            FROM generate_series(1, 25) AS n
            """;

    @Test
    void theHomePageCountsDaysThatAreOverAndNotClosedOrNotFinished() throws Exception {
        assertThat(home(town.clerk)).contains("1 个营业日已过，尚未日终", "1 个营业日尚未办结").doesNotContain("正在处理", "差错待处理", "已满 7 天");
        town.close(DAY_1);
        assertThat(home(town.clerk)).contains("1 个营业日已过，尚未日终", "2 个营业日尚未办结");
        town.close(DAY_2);
        assertThat(home(town.chief)).contains("2 个营业日尚未办结").doesNotContain("尚未日终");
        assertThat(town.page(town.auditor, "/?figures=now&lang=en")).contains("Business days not finished: 2");
    }

    @Test
    @Breaks({"a break is what its timeline says last", "a timeline has every version of its break"})
    void theHomePageCountsStatementsOnTheirWayAndBreaksByAge() throws Exception {
        town.ask(STATEMENTS);
        town.ask(BREAKS);
        assertThat(home(town.clerk)).contains("2 个文件正在处理", "3 项差错待处理", "1 项差错已满 7 天");
        assertThat(town.page(town.auditor, "/?figures=now&lang=en"))
                .contains("Files under way: 2", "Open breaks: 3", "Breaks open for 7 days or more: 1");
        assertThat(home(town.counterClerk)).doesNotContain("正在处理", "差错");
    }

    @Test
    @Breaks({
        "every row of a list is registered, refused, doubled, left out or still waiting",
        "what waits of a list is as much as it says"
    })
    void theHomePageCountsListsOnTheirWayHoweverManyCameAfter() throws Exception {
        town.ask(LISTS);
        assertThat(home(town.counterClerk)).contains("1 个文件正在处理").doesNotContain("营业日");
    }

    private String home(Admitted who) throws Exception {
        return town.page(who, "/?figures=now");
    }
}
