package cn.suinian.settlement.allowance.refund;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.Access;
import cn.suinian.settlement.allowance.outcome.SettledPage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which districts owe families something, and what was given back and on what evidence. Blocks. */
public final class RefundReads {

    private static final int PAGE = 100;

    private static final String SETTLED = """
            SELECT f.run_no, f.holder_id, f.month, f.fen, f.recorded_at, f.actor, q.asked_as, q.reason
            FROM allowance_refunded f
            JOIN allowance_run r ON r.run_no = f.run_no AND r.district = ?
            JOIN approval_request q ON q.request_no = f.request_no
            ORDER BY f.recorded_at DESC, f.holder_id, f.month OFFSET ? LIMIT ?
            """;

    private final Transactions transactions;

    public RefundReads(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many months of families are owed, and how much they come to. */
    public record Open(long refunds, long fen) {}

    /**
     * Money that was given back.
     *
     * @param at when the second person booked it
     * @param by who that was
     * @param askedAs who said that it was given back
     * @param evidence when and how, as they said
     */
    public record Settled(
            long runNo,
            long holderId,
            YearMonth month,
            long fen,
            Instant at,
            String by,
            String askedAs,
            String evidence) {}

    /** Districts that owe something, as far as the actor may see them. */
    public Map<District, Open> countOpen(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> {
            Map<District, Open> open = new EnumMap<>(District.class);
            for (District district : District.values()) {
                Open owed = actor.scope().sees(district) ? owed(transaction, district) : new Open(0, 0);
                if (owed.refunds() > 0) {
                    open.put(district, owed);
                }
            }
            return open;
        });
    }

    private static Open owed(Connection transaction, District district) throws SQLException {
        RefundStore refunds = new RefundStore(transaction);
        long count = 0;
        long fen = 0;
        List<Refund> page = refunds.page(district, 0, PAGE);
        while (!page.isEmpty()) {
            count += page.size();
            fen = Math.addExact(fen, page.stream().mapToLong(Refund::fen).sum());
            page = refunds.page(district, page.get(page.size() - 1).holderId(), PAGE);
        }
        return new Open(count, fen);
    }

    /** A page of what a district gave back, the latest first. */
    public List<Settled> listSettled(Actor actor, District district, long skipped, int count) throws SQLException {
        return new SettledPage(district, skipped, count).read(transactions, actor, SETTLED, RefundReads::settled);
    }

    private static Settled settled(ResultSet row) throws SQLException {
        return new Settled(
                row.getLong("run_no"),
                row.getLong("holder_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("fen"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("asked_as"),
                row.getString("reason"));
    }
}
