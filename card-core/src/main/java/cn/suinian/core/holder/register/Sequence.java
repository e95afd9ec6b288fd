package cn.suinian.core.holder.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Numbers of rows to be, taken at once: a value is sealed for the number of its row, so it has to be known before. */
final class Sequence {
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence(?, ?)) FROM generate_series(1, ?)";

    private final long[] numbers;
    private int next;

    private Sequence(long[] numbers) {
        this.numbers = numbers;
    }

    static Sequence take(Connection transaction, String table, String column, int count) throws SQLException {
        long[] numbers = new long[count];
        try (PreparedStatement select = transaction.prepareStatement(NEXT)) {
            select.setString(1, table);
            select.setString(2, column);
            select.setInt(3, count);
            try (ResultSet row = select.executeQuery()) {
                for (int i = 0; row.next(); i++) {
                    numbers[i] = row.getLong(1);
                }
            }
        }
        return new Sequence(numbers);
    }

    /** The next of them. */
    long next() {
        return numbers[next++];
    }
}
