package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads breaks: pages, totals, one with its timeline. Staff of a district see those that their own payer would pay.
 * Blocking.
 */
public final class Worklist {
    private static final String NEWEST = "AND b.break_no < ? ORDER BY b.break_no DESC LIMIT ?";
    private static final String MONEY = """
            AND (b.risk_fen, b.break_no) < (?, ?) ORDER BY b.risk_fen DESC, b.break_no DESC LIMIT ?
            """;
    private static final String TOTALS = """
            SELECT b.kind, b.payer, count(*) AS breaks, sum(b.risk_fen) AS risk FROM settlement_break b
            """;

    private static final String BY_VENDOR = """
            SELECT b.vendor_id, count(*) AS breaks, sum(b.risk_fen) AS risk FROM settlement_break b
            """;

    private static final String ASKED = "SELECT request_no, fen FROM break_adjustment WHERE break_no = ?";

    private final Transactions transactions;
    private final Clock clock;

    public Worklist(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In which order breaks are listed. */
    public enum Order {
        NEWEST,
        MOST_MONEY
    }

    /**
     * How many and how much; fen.
     *
     * @param payer code of the payer; 0: nobody knows
     */
    public record Total(BreakKind kind, int payer, long breaks, long riskFen) {}

    /** How many of one vendor and how much; fen. */
    public record VendorTotal(int vendorId, long breaks, long riskFen) {}

    /**
     * A break and all that became of it.
     *
     * @param askedFen what its adjustments came to, by the number of the request, whatever became of that; above zero:
     *     the vendor gets more
     */
    public record Story(Break it, List<BreakEvent> timeline, Map<Long, Long> askedFen) {
        public Story {
            askedFen = Map.copyOf(askedFen);
        }
    }

    /**
     * A page.
     *
     * @param after the last break of the page before; null: the first page
     */
    public List<Break> page(Actor actor, BreakFilter filter, Order order, @Nullable Break after, int most)
            throws SQLException {
        require(actor);
        FilterSql sql = sql(actor, filter);
        long number = after == null ? Long.MAX_VALUE : after.breakNo();
        return transactions.run(transaction -> {
            BreakStore store = new BreakStore(transaction);
            return switch (order) {
                case NEWEST -> store.list(sql, NEWEST, number, most);
                case MOST_MONEY ->
                    store.list(
                            sql,
                            MONEY,
                            after == null ? Long.MAX_VALUE : after.money().riskFen(),
                            number,
                            most);
            };
        });
    }

    /** Where the same page is among all that fit. */
    public PagePlace place(Actor actor, BreakFilter filter, Order order, @Nullable Break after, int most)
            throws SQLException {
        require(actor);
        if (after == null) {
            return PagePlace.FIRST;
        }
        FilterSql sql = sql(actor, filter);
        return transactions.run(transaction -> PagePlace.of(transaction, sql, order, after, most));
    }

    /** All that fit, added up by kind and payer. */
    public List<Total> totals(Actor actor, BreakFilter filter) throws SQLException {
        require(actor);
        FilterSql sql = sql(actor, filter);
        return transactions.run(transaction -> {
            try (PreparedStatement select =
                    transaction.prepareStatement(TOTALS + sql.where() + "GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2")) {
                sql.fill(select);
                List<Total> totals = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        totals.add(new Total(
                                BreakKind.valueOf(row.getString("kind")),
                                row.getInt("payer"),
                                row.getLong("breaks"),
                                row.getLong("risk")));
                    }
                }
                return totals;
            }
        });
    }

    /** All that fit, added up by vendor, the most money first. */
    public List<VendorTotal> vendorTotals(Actor actor, BreakFilter filter) throws SQLException {
        require(actor);
        FilterSql sql = sql(actor, filter);
        return transactions.run(transaction -> {
            try (PreparedStatement select =
                    transaction.prepareStatement(BY_VENDOR + sql.where() + "GROUP BY 1 ORDER BY 3 DESC, 1")) {
                sql.fill(select);
                List<VendorTotal> totals = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        totals.add(
                                new VendorTotal(row.getInt("vendor_id"), row.getLong("breaks"), row.getLong("risk")));
                    }
                }
                return totals;
            }
        });
    }

    /** How many fit. */
    public long count(Actor actor, BreakFilter filter) throws SQLException {
        return totals(actor, filter).stream().mapToLong(Total::breaks).sum();
    }

    /** One with its timeline. */
    public Story get(Actor actor, long breakNo) throws SQLException {
        require(actor);
        return transactions.run(transaction -> {
            BreakStore store = new BreakStore(transaction);
            Break found = store.find(breakNo).orElseThrow(() -> new RefusedException(BreakRefusal.NO_SUCH_BREAK));
            refuseOfOthers(actor, found);
            return new Story(found, store.timeline(breakNo), asked(transaction, breakNo));
        });
    }

    private static Map<Long, Long> asked(Connection transaction, long breakNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ASKED)) {
            select.setLong(1, breakNo);
            Map<Long, Long> asked = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    asked.put(row.getLong("request_no"), row.getLong("fen"));
                }
            }
            return asked;
        }
    }

    /** What we have and what the vendor states for it. */
    public Sides sides(Actor actor, Break it) throws SQLException {
        require(actor);
        refuseOfOthers(actor, it);
        return transactions.run(transaction -> SidesStore.read(transaction, it));
    }

    private FilterSql sql(Actor actor, BreakFilter filter) {
        return new FilterSql(filter, actor.scope().onlyPayer(), clock.instant());
    }

    /** Refused to staff of a district of whose payer it is not. */
    static void refuseOfOthers(Actor actor, Break found) {
        Optional<Payer> only = actor.scope().onlyPayer();
        if (only.isPresent() && !only.equals(found.payer())) {
            throw new RefusedException(BreakRefusal.OTHER_PAYER);
        }
    }

    private static void require(Actor actor) {
        if (!actor.may(Permission.RECONCILE_VIEW)) {
            throw new RefusedException(BreakRefusal.NOT_ALLOWED);
        }
    }
}
