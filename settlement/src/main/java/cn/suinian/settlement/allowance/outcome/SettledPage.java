package cn.suinian.settlement.allowance.outcome;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.Access;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of what two people settled with families of a district: what these gave back, or were given back.
 *
 * @param skipped how many stand on the pages before
 * @param count how many are wanted; 500 at most
 */
public record SettledPage(District district, long skipped, int count) {

    private static final int MOST = 500;

    /** Makes what a page shows of a row. */
    @FunctionalInterface
    public interface Row<T> {
        /** Reads the row on which the result stands. */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Reads it for somebody who may see the district.
     *
     * @param sql with three parameters: the district's code, how many rows are skipped, and how many are wanted
     */
    public <T> List<T> read(Transactions transactions, Actor actor, String sql, Row<T> reading) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW, district);
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(sql)) {
                select.setShort(1, (short) district.code());
                select.setLong(2, skipped);
                select.setInt(3, Math.min(count, MOST));
                List<T> settled = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        settled.add(reading.read(row));
                    }
                }
                return settled;
            }
        });
    }
}
