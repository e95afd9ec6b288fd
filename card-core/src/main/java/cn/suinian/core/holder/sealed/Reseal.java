package cn.suinian.core.holder.sealed;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.postgres.Transactions;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Seals again what was sealed with an older key, a batch a transaction. Each value says by itself what it was sealed
 * with, so a run that was killed is simply started again, and two runs at once do each value once.
 */
public final class Reseal {
    private static final String OLD = """
            SELECT %2$s, %3$s FROM %1$s
            WHERE %2$s > ? AND %3$s IS NOT NULL AND substring(%3$s FROM 1 FOR 2) <> ?
            ORDER BY %2$s LIMIT ? FOR NO KEY UPDATE
            """;
    private static final String REPLACE = "UPDATE %1$s SET %3$s = ? WHERE %2$s = ?";
    private static final String LEFT =
            "SELECT count(*) FROM %1$s WHERE %3$s IS NOT NULL AND substring(%3$s FROM 1 FOR 2) <> ?";

    private static final String EXISTS = "SELECT to_regclass(?) IS NOT NULL";

    /**
     * How far a run is.
     *
     * @param column that it is at
     * @param resealed values of all columns so far
     */
    public record Progress(SealedColumn column, long resealed) {}

    private final Transactions transactions;
    private final DataVault vault;

    public Reseal(Transactions transactions, DataVault vault) {
        this.transactions = transactions;
        this.vault = vault;
    }

    /**
     * Seals everything again that is not sealed with the newest key.
     *
     * @param batch values in one transaction
     * @param told after each batch; what it throws ends the run, and what is done stays done
     * @return how many values were sealed again
     */
    public long run(int batch, Consumer<Progress> told) throws SQLException {
        long resealed = 0;
        for (SealedColumn column : columns()) {
            // Another run may take a whole batch away under our hands: an empty one is the end only when none is left.
            long after = Long.MIN_VALUE;
            while (true) {
                long from = after;
                Map<Long, byte[]> done = transactions.run(transaction -> step(transaction, column, from, batch));
                if (done.isEmpty() && transactions.run(transaction -> left(transaction, column)) == 0) {
                    break;
                }
                after = done.keySet().stream().mapToLong(key -> key).max().orElse(Long.MIN_VALUE);
                resealed += done.size();
                told.accept(new Progress(column, resealed));
            }
        }
        return resealed;
    }

    /** How many values still wait: all that are sealed with an older key. */
    public long left() throws SQLException {
        List<SealedColumn> columns = columns();
        return transactions.run(transaction -> {
            long left = 0;
            for (SealedColumn column : columns) {
                left += left(transaction, column);
            }
            return left;
        });
    }

    /** Those that this database has. */
    private List<SealedColumn> columns() throws SQLException {
        return transactions.run(transaction -> {
            List<SealedColumn> there = new ArrayList<>();
            try (PreparedStatement exists = transaction.prepareStatement(EXISTS)) {
                for (SealedColumn column : SealedColumn.values()) {
                    exists.setString(1, column.table());
                    try (ResultSet row = exists.executeQuery()) {
                        row.next();
                        if (row.getBoolean(1)) {
                            there.add(column);
                        }
                    }
                }
            }
            return there;
        });
    }

    private long left(Connection transaction, SealedColumn column) throws SQLException {
        try (PreparedStatement count = transaction.prepareStatement(sql(LEFT, column))) {
            count.setBytes(1, newest());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Map<Long, byte[]> step(Connection transaction, SealedColumn column, long after, int batch)
            throws SQLException {
        Map<Long, byte[]> old = old(transaction, column, after, batch);
        try (PreparedStatement replace = transaction.prepareStatement(sql(REPLACE, column))) {
            for (Map.Entry<Long, byte[]> value : old.entrySet()) {
                byte[] plain = vault.open(column.place(), value.getKey(), value.getValue());
                replace.setBytes(1, vault.seal(column.place(), value.getKey(), plain));
                replace.setLong(2, value.getKey());
                replace.addBatch();
                Arrays.fill(plain, (byte) 0);
            }
            replace.executeBatch();
        }
        return old;
    }

    private Map<Long, byte[]> old(Connection transaction, SealedColumn column, long after, int batch)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql(OLD, column))) {
            select.setLong(1, after);
            select.setBytes(2, newest());
            select.setInt(3, batch);
            Map<Long, byte[]> old = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    old.put(row.getLong(1), row.getBytes(2));
                }
            }
            return old;
        }
    }

    private byte[] newest() {
        return ByteBuffer.allocate(Short.BYTES)
                .putShort((short) vault.columnKeyVersion())
                .array();
    }

    private static String sql(String text, SealedColumn column) {
        return text.formatted(column.table(), column.key(), column.column());
    }
}
