package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.settlement.reconciliation.breaks.Worklist.Order;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Where a page of the worklist is among all that fit.
 *
 * @param before how many stand before it
 * @param newerAfter the break that the page before it comes after; empty: that one is the first page
 */
public record PagePlace(long before, Optional<Break> newerAfter) {
    private static final String COUNT = "SELECT count(*) FROM settlement_break b ";
    private static final String NEWEST = "AND b.break_no >= ? ";
    private static final String MONEY = "AND (b.risk_fen, b.break_no) >= (?, ?) ";

    /** The first page. */
    static final PagePlace FIRST = new PagePlace(0, Optional.empty());

    /** Of the page that comes after this break, when a page holds so many. */
    static PagePlace of(Connection transaction, FilterSql filter, Order order, Break after, int most)
            throws SQLException {
        return switch (order) {
            case NEWEST ->
                of(transaction, filter, NEWEST, NEWEST + "ORDER BY b.break_no LIMIT ?", most, after.breakNo());
            case MOST_MONEY ->
                of(
                        transaction,
                        filter,
                        MONEY,
                        MONEY + "ORDER BY b.risk_fen, b.break_no LIMIT ?",
                        most,
                        after.money().riskFen(),
                        after.breakNo());
        };
    }

    private static PagePlace of(
            Connection transaction, FilterSql filter, String upTo, String nearest, int most, Object... after)
            throws SQLException {
        Object[] limited = new Object[after.length + 1];
        System.arraycopy(after, 0, limited, 0, after.length);
        limited[after.length] = most + 1;
        List<Break> upwards = new BreakStore(transaction).list(filter, nearest, limited);
        Optional<Break> newerAfter = upwards.size() > most ? Optional.of(upwards.get(most)) : Optional.empty();
        try (PreparedStatement select = transaction.prepareStatement(COUNT + filter.where() + upTo)) {
            filter.fill(select, after);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new PagePlace(row.getLong(1), newerAfter);
            }
        }
    }
}
