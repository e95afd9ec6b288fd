package cn.suinian.settlement.allowance.outcome;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.Access;
import cn.suinian.settlement.allowance.RunReads;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which districts claims are open, and which are settled and on what evidence. */
public final class ClaimReads {

    private static final String OPEN =
            """
            SELECT r.district, count(*) AS claims, -sum(l.fen) AS fen
            FROM allowance_line l
            JOIN allowance_run r ON r.run_no = l.run_no AND r.state IN ('APPROVED', 'PAY_FILE', 'RECONCILED')
            LEFT JOIN allowance_collected c
                ON c.run_no = l.run_no AND c.holder_id = l.holder_id AND c.month = l.month
            WHERE l.kind = 'RECOVERY' AND c.run_no IS NULL AND (?::int2 IS NULL OR r.district = ?)
            """ + RunReads.NOT_WITHDRAWN + "AND NOT " + RunReads.RETURNED_BY_BANK + "GROUP BY r.district";
    private static final String RETURNED = """
            SELECT l.run_no, l.holder_id, l.month, -l.fen AS fen, l.reason,
                   (SELECT max(coalesce(d.returned_on, (b.recorded_at AT TIME ZONE 'Asia/Shanghai')::date))
                    FROM allowance_line m
                    JOIN allowance_payment p ON p.run_no = m.run_no AND p.holder_id = m.holder_id
                    JOIN allowance_result b ON b.payment_no = p.payment_no AND b.outcome = 'RETURNED'
                    LEFT JOIN allowance_late_return d ON d.request_no = b.late_request
                    WHERE m.holder_id = l.holder_id AND m.month = l.month AND m.kind IN ('REGULAR', 'ARREARS'))
                   AS returned_on
            FROM allowance_line l
            JOIN allowance_run r ON r.run_no = l.run_no AND r.district = ?
                AND r.state IN ('APPROVED', 'PAY_FILE', 'RECONCILED')
            LEFT JOIN allowance_collected c
                ON c.run_no = l.run_no AND c.holder_id = l.holder_id AND c.month = l.month
            WHERE l.kind = 'RECOVERY' AND c.run_no IS NULL AND l.holder_id BETWEEN ? AND ?
            """ + RunReads.NOT_WITHDRAWN + "AND " + RunReads.RETURNED_BY_BANK;
    private static final String SETTLED = """
            SELECT l.run_no, l.holder_id, l.month, -l.fen AS fen, l.reason, c.recorded_at, c.actor,
                   coalesce(q.asked_as, '') AS asked_as, coalesce(q.reason, '') AS evidence
            FROM allowance_collected c
            JOIN allowance_run r ON r.run_no = c.run_no AND r.district = ?
            JOIN allowance_line l ON l.run_no = c.run_no AND l.holder_id = c.holder_id AND l.month = c.month
                AND l.kind = c.kind
            LEFT JOIN approval_request q ON q.request_no = c.request_no
            ORDER BY c.recorded_at DESC, l.holder_id, l.month OFFSET ? LIMIT ?
            """;

    private final Transactions transactions;

    public ClaimReads(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many claims are open and not returned by the bank, and how much they come to. */
    public record Open(long claims, long fen) {}

    /**
     * A claim whose money came back.
     *
     * @param at when the second person booked it
     * @param by who that was
     * @param askedAs who said that the money is there; empty: it was recorded when one signature was enough
     * @param evidence what they say they saw; empty likewise
     */
    public record Settled(RunReads.Claim claim, Instant at, String by, String askedAs, String evidence) {}

    /** Districts with open claims, as far as the actor may see them. */
    public Map<District, Open> countOpen(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        District own = actor.scope().district();
        Short code = own == null ? null : (short) own.code();
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(OPEN)) {
                select.setObject(1, code, Types.SMALLINT);
                select.setObject(2, code, Types.SMALLINT);
                Map<District, Open> open = new EnumMap<>(District.class);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        open.put(
                                District.ofCode(row.getInt("district")),
                                new Open(row.getLong("claims"), row.getLong("fen")));
                    }
                }
                return open;
            }
        });
    }

    /** Open claims of which there is nothing to collect, with the day on which the bank returned the payment. */
    public Map<RunReads.Claim, LocalDate> returnedOn(Actor actor, District district, long fromHolder, long toHolder)
            throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW, district);
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(RETURNED)) {
                select.setShort(1, (short) district.code());
                select.setLong(2, fromHolder);
                select.setLong(3, toHolder);
                Map<RunReads.Claim, LocalDate> returned = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        returned.put(claim(row), row.getObject("returned_on", LocalDate.class));
                    }
                }
                return returned;
            }
        });
    }

    /** A page of a district's settled claims, the latest first. */
    public List<Settled> listSettled(Actor actor, District district, long skipped, int count) throws SQLException {
        return new SettledPage(district, skipped, count).read(transactions, actor, SETTLED, ClaimReads::settled);
    }

    private static RunReads.Claim claim(ResultSet row) throws SQLException {
        return new RunReads.Claim(
                row.getLong("run_no"),
                row.getLong("holder_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("fen"),
                row.getString("reason"));
    }

    private static Settled settled(ResultSet row) throws SQLException {
        return new Settled(
                claim(row),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("asked_as"),
                row.getString("evidence"));
    }
}
