package cn.suinian.settlement.limit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** What holds on a day, for whoever judges in this transaction. */
public final class LimitsInForce {
    private static final String VALUE =
            "SELECT value FROM settlement_limit_on(?) WHERE name = ? AND about = '' AND value IS NOT NULL";

    private LimitsInForce() {}

    /**
     * A number that is the same for all.
     *
     * @param today the day of the judgement, in Shenzhen
     * @throws IllegalStateException when there is none, which the house begins with for each
     */
    public static int number(Connection transaction, Limit limit, LocalDate today) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VALUE)) {
            select.setObject(1, today);
            select.setString(2, limit.name());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("nothing says what " + limit + " is on " + today);
                }
                return Integer.parseInt(row.getString(1));
            }
        }
    }
}
