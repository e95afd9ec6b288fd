package cn.suinian.settlement.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.settlement.seal.merkle.MerkleHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** Streams the rows of a section in order. The connection is in a transaction, or the driver would hold them all. */
final class SealedRows {
    private static final int AT_ONCE = 4_096;

    /** What the text of a row depends on; until the transaction ends. */
    private static final String ONE_SPELLING = "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'";

    private final Connection transaction;
    private final LocalDate day;

    SealedRows(Connection transaction, LocalDate day) throws SQLException {
        this.transaction = transaction;
        this.day = day;
        try (Statement set = transaction.createStatement()) {
            set.execute(ONE_SPELLING);
        }
    }

    /** Hears of each row, by its key and the hash of its leaf. */
    @FunctionalInterface
    interface Visitor {
        void row(String row, byte[] leaf) throws SQLException;
    }

    void each(Section section, Visitor visitor) throws SQLException {
        for (String query : section.queries()) {
            try (PreparedStatement select = transaction.prepareStatement(query)) {
                select.setFetchSize(AT_ONCE);
                int parameters = select.getParameterMetaData().getParameterCount();
                for (int i = 1; i <= parameters; i++) {
                    select.setObject(i, day);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        String row = rows.getString(1);
                        visitor.row(row, MerkleHash.leaf(row.getBytes(UTF_8)));
                    }
                }
            }
        }
    }
}
