package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import cn.suinian.core.verification.CheckList;
import java.util.List;

/** What holds for business days, clearing and the journal. */
public final class SettlementChecks implements CheckList {

    private static final List<String> CLEARING = List.of("tap", "business_day", "clearing_line");
    private static final List<String> REVERSALS = List.of("tap_reversal", "business_day", "clearing_reversal");
    private static final List<String> JOURNAL =
            List.of("clearing_line", "clearing_reversal", "ledger_account", "journal_transfer");

    private static final String UNPAID = "do not pay that day: its figures are not those of its taps";
    private static final String BOOKS =
            "do not pay: the journal is append-only, so somebody went around it; restore it";
    private static final String CALENDAR =
            "close no further day; set open_business_day to the day that is open, with no node running";

    @Override
    public List<Check> checks() {
        return List.of(
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
                        (SELECT 'in lines only', * FROM (TABLE clearing_reversal EXCEPT TABLE sums) AS lines)""", UNPAID),
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
                Check.that("the journal posts what the lines say", JOURNAL, """
                        WITH owed AS (
                            SELECT day, 'SUBSIDY' AS kind, payer, service, vendor_id, subsidy AS amount_fen
                            FROM clearing_line WHERE subsidy > 0
                            UNION ALL
                            SELECT day, 'OPERATOR_SUBSIDY', payer, service, vendor_id, operator_subsidy
                            FROM clearing_line WHERE operator_subsidy > 0
                            UNION ALL
                            SELECT day, 'DELIVERY_SUBSIDY', payer, service, vendor_id, delivery_subsidy
                            FROM clearing_line WHERE delivery_subsidy > 0
                            UNION ALL
                            SELECT day, 'SUBSIDY_REVERSAL', payer, service, vendor_id, subsidy
                            FROM clearing_reversal WHERE subsidy > 0
                            UNION ALL
                            SELECT day, 'OPERATOR_SUBSIDY_REVERSAL', payer, service, vendor_id, operator_subsidy
                            FROM clearing_reversal WHERE operator_subsidy > 0
                            UNION ALL
                            SELECT day, 'DELIVERY_SUBSIDY_REVERSAL', payer, service, vendor_id, delivery_subsidy
                            FROM clearing_reversal WHERE delivery_subsidy > 0),
                        posted AS (
                            SELECT j.day, j.kind, p.payer, p.service, v.vendor_id, j.amount_fen
                            FROM (SELECT *, kind LIKE '%_REVERSAL' AS back FROM journal_transfer) j
                            LEFT JOIN ledger_account p
                                ON p.account_id = CASE WHEN j.back THEN j.credit_account ELSE j.debit_account END
                            LEFT JOIN ledger_account v
                                ON v.account_id = CASE WHEN j.back THEN j.debit_account ELSE j.credit_account END)
                        (TABLE owed EXCEPT ALL TABLE posted) UNION ALL (TABLE posted EXCEPT ALL TABLE owed)""", BOOKS),
                Check.that("debits equal credits", JOURNAL, """
                        SELECT sum(debit_fen), sum(credit_fen) FROM journal_posting
                        HAVING sum(debit_fen) <> sum(credit_fen)""", BOOKS),
                Check.that("only a cleared day has lines", CLEARING, """
                        SELECT DISTINCT l.day FROM clearing_line l JOIN business_day d USING (day)
                        WHERE d.cleared_at IS NULL""", UNPAID),
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
    }
}
