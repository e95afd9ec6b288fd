package cn.suinian.load.chaos;

import cn.suinian.load.audit.TapKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the tap table. Amounts in fen.
 *
 * @param tappedAt seconds since 1970-01-01T00:00Z
 * @param reason 0 when approved, else the number of the decline reason
 * @param journey 0 none, 1 opened, 2 completed, 3 entry missing
 */
record StoredTap(
        TapKey key,
        long tac,
        long cardCounter,
        int service,
        long amountFen,
        long tappedAt,
        int reason,
        long subsidyFen,
        @Nullable Integer balanceLeft,
        int journey) {

    private static final String ALL = """
            SELECT tap_date, terminal_id, terminal_seq, card_serial, tac, card_counter, service, amount,
                   extract(epoch FROM tapped_at)::bigint AS tapped_at, reason, subsidy, balance_left, journey
            FROM tap
            """;
    private static final int ROWS_AT_A_TIME = 5_000;

    /** Every row there is, by a plain scan. */
    static List<StoredTap> readAll(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        List<StoredTap> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery(ALL)) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
        }
        connection.rollback();
        return rows;
    }

    boolean isApproved() {
        return reason == 0;
    }

    private static StoredTap read(ResultSet row) throws SQLException {
        TapKey key = new TapKey(
                row.getObject("tap_date", java.time.LocalDate.class),
                row.getLong("terminal_id"),
                row.getLong("terminal_seq"),
                row.getInt("card_serial"));
        return new StoredTap(
                key,
                row.getLong("tac"),
                row.getLong("card_counter"),
                row.getInt("service"),
                row.getLong("amount"),
                row.getLong("tapped_at"),
                row.getInt("reason"),
                row.getLong("subsidy"),
                row.getObject("balance_left", Integer.class),
                row.getInt("journey"));
    }
}
