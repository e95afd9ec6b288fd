package cn.suinian.settlement.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Period;
import cn.suinian.settlement.allowance.payee.RefusedAccount;
import cn.suinian.settlement.allowance.policy.Beneficiary;
import cn.suinian.settlement.allowance.policy.MonthlyRun;
import cn.suinian.settlement.allowance.policy.Ordered;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody whom a run of a district could concern, streamed in the order of holders. */
final class PeopleStore {

    private static final int ROWS_AT_A_TIME = 2_000;

    /**
     * The statement is for tens of thousands; to compile it would take longer than to run it. What runs paid is looked
     * up for one person at a time, by key: right after a run the planner knows nothing of its rows yet, and would read
     * a whole table for each of them to make a hash of it.
     */
    private static final String SESSION = """
            SET LOCAL jit = off;
            SET LOCAL work_mem = '32MB';
            SET LOCAL enable_seqscan = off;
            SET LOCAL enable_hashjoin = off;
            SET LOCAL enable_mergejoin = off;
            SET LOCAL statement_timeout = '10min'
            """;

    private static final String SELECT = """
            WITH candidate AS (
                SELECT holder_id, bool_or(ordered) AS ordered
                FROM (SELECT holder_id, false AS ordered FROM holder_hukou WHERE district = ?
                      UNION ALL
                      SELECT l.holder_id, true
                      FROM allowance_run r JOIN allowance_line l USING (run_no)
                      WHERE r.district = ? AND r.state <> 'DISCARDED' AND r.run_no <> ? AND l.month >= ?) AS either
                GROUP BY holder_id)
            SELECT h.holder_id, h.born_on, h.deceased_on, a.applied_on, account.checked_on,
                   hukou.periods, ordered.lines,
                   CASE WHEN p.bank_account_sealed IS NULL THEN 'NO_BANK_ACCOUNT'
                        WHEN
            """ + RefusedAccount.is("h.holder_id") + """
                             THEN 'ACCOUNT_REFUSED' END AS no_account
            FROM candidate c
            JOIN holder h USING (holder_id)
            LEFT JOIN allowance_application a USING (holder_id)
            LEFT JOIN account USING (holder_id)
            LEFT JOIN holder_person p USING (holder_id)
            LEFT JOIN LATERAL (
                SELECT string_agg(k.district || ',' || k.valid_from || ',' || coalesce(k.valid_to::text, ''), ';')
                           AS periods
                FROM holder_hukou k WHERE k.holder_id = h.holder_id) AS hukou ON true
            LEFT JOIN LATERAL (
                SELECT string_agg(l.month || ',' || r.district || ',' || l.kind || ',' || l.fen || ',' ||
                           CASE WHEN back.payment_no IS NOT NULL AND l.kind IN ('REGULAR', 'ARREARS') THEN 'RETURNED'
                                WHEN refunded.run_no IS NOT NULL AND l.kind = 'RECOVERY' THEN 'RETURNED'
                                WHEN collected.run_no IS NOT NULL AND l.kind = 'RECOVERY' THEN 'COLLECTED'
                                ELSE 'STANDS' END, ';') AS lines
                FROM allowance_line l
                JOIN allowance_run r USING (run_no)
                LEFT JOIN allowance_payment pay ON pay.run_no = l.run_no AND pay.holder_id = l.holder_id
                LEFT JOIN allowance_result back ON back.payment_no = pay.payment_no AND back.outcome = 'RETURNED'
                    AND r.state = 'RECONCILED'
                LEFT JOIN allowance_collected collected ON collected.run_no = l.run_no
                    AND collected.holder_id = l.holder_id AND collected.month = l.month
                LEFT JOIN allowance_refunded refunded ON refunded.run_no = l.run_no
                    AND refunded.holder_id = l.holder_id AND refunded.month = l.month
                WHERE l.holder_id = h.holder_id AND l.month >= ? AND r.state <> 'DISCARDED' AND l.run_no <> ?
                ) AS ordered ON true
            WHERE h.born_on <= ? OR c.ordered
            ORDER BY h.holder_id
            """;

    private final Connection transaction;

    PeopleStore(Connection transaction) {
        this.transaction = transaction;
    }

    /**
     * One of them.
     *
     * @param noAccount why there is no bank account to pay to, as notes of a run have it; null: there is one
     * @param ordered what all other runs did for them since the first month looked back on
     */
    record Candidate(
            long holderId, Beneficiary person, @Nullable String noAccount, List<Ordered> ordered) {

        boolean hasAccount() {
            return noAccount == null;
        }
    }

    /** Takes each in turn. */
    interface Each {
        void take(Candidate candidate) throws SQLException;
    }

    void forEach(MonthlyRun run, long runNo, Each each) throws SQLException {
        try (Statement session = transaction.createStatement()) {
            session.execute(SESSION);
        }
        try (PreparedStatement select = transaction.prepareStatement(SELECT)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            LocalDate since = run.since().atDay(1);
            select.setShort(1, (short) run.payer().code());
            select.setShort(2, (short) run.payer().code());
            select.setLong(3, runNo);
            select.setObject(4, since);
            select.setObject(5, since);
            select.setLong(6, runNo);
            select.setObject(7, youngest(run.month()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.take(candidate(row));
                }
            }
        }
    }

    /** Nobody born later turns seventy in this month. */
    private static LocalDate youngest(YearMonth month) {
        return month.plusMonths(1).atDay(1).minusYears(70);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        int checked = row.getInt("checked_on");
        Beneficiary person = new Beneficiary(
                row.getObject("born_on", LocalDate.class),
                row.getObject("deceased_on", LocalDate.class),
                periods(row.getString("periods")),
                row.getObject("applied_on", LocalDate.class),
                checked == 0 ? null : LocalDate.ofEpochDay(checked));
        return new Candidate(
                row.getLong("holder_id"), person, row.getString("no_account"), ordered(row.getString("lines")));
    }

    private static List<Period<District>> periods(@Nullable String text) {
        List<Period<District>> periods = new ArrayList<>();
        for (String[] part : parts(text)) {
            LocalDate to = part[2].isEmpty() ? null : LocalDate.parse(part[2]);
            periods.add(new Period<>(District.ofCode(Integer.parseInt(part[0])), LocalDate.parse(part[1]), to));
        }
        return periods;
    }

    private static List<Ordered> ordered(@Nullable String text) {
        List<Ordered> ordered = new ArrayList<>();
        for (String[] part : parts(text)) {
            ordered.add(new Ordered(
                    YearMonth.from(LocalDate.parse(part[0])),
                    District.ofCode(Integer.parseInt(part[1])),
                    Ordered.Kind.valueOf(part[2]),
                    Long.parseLong(part[3]),
                    Ordered.State.valueOf(part[4])));
        }
        return ordered;
    }

    private static List<String[]> parts(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String[]> parts = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            parts.add(part.split(",", -1));
        }
        return parts;
    }
}
