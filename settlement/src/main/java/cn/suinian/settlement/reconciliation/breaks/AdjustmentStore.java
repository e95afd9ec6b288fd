package cn.suinian.settlement.reconciliation.breaks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What was asked for, in SQL. */
final class AdjustmentStore {
    private static final String ASK = """
            INSERT INTO break_adjustment (request_no, break_no, break_version, fen, ours_fen, theirs_fen, asked_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String GET = """
            SELECT break_no, break_version, fen, ours_fen, theirs_fen FROM break_adjustment WHERE request_no = ?
            """;
    private static final String POSTED_BEFORE =
            "SELECT count(*) FROM break_adjustment WHERE break_no = ? AND reference IS NOT NULL";
    private static final String POSTED =
            "UPDATE break_adjustment SET reference = ?, posted_by = ?, posted_at = ? WHERE request_no = ?";
    private static final String BOOKED = "SELECT day FROM journal_transfer WHERE request_no = ?";
    private static final String RECOVERED = """
            SELECT greatest(0, coalesce(sum(x.fen), 0) - greatest(0, max(b.adjusted_fen)))
            FROM settlement_break b
            JOIN tap t USING (tap_date, terminal_id, terminal_seq, card_serial, vendor_id)
            JOIN vendor_recovery_tap x
                ON (x.tap_date, x.terminal_id, x.terminal_seq, x.holder_id)
                 = (t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id)
            WHERE b.break_no = ?
            """;
    private static final String VENDOR = "SELECT code FROM vendor WHERE vendor_id = ?";

    private final Connection transaction;

    AdjustmentStore(Connection transaction) {
        this.transaction = transaction;
    }

    /**
     * As it was asked for.
     *
     * @param version of the break once this was asked for
     */
    record Asked(long breakNo, int version, long fen, long oursFen, long theirsFen) {
        boolean isStillSo(Break now) {
            return now.status() == BreakStatus.ASKED
                    && now.version() == version
                    && now.money().oursFen() == oursFen
                    && now.money().theirsFen() == theirsFen;
        }
    }

    void ask(long requestNo, Break held, long fen, long staffId) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ASK)) {
            insert.setLong(1, requestNo);
            insert.setLong(2, held.breakNo());
            insert.setInt(3, held.version() + 1);
            insert.setLong(4, fen);
            insert.setLong(5, held.money().oursFen());
            insert.setLong(6, held.money().theirsFen());
            insert.setLong(7, staffId);
            insert.executeUpdate();
        }
    }

    Asked get(long requestNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(GET)) {
            select.setLong(1, requestNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Asked(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5));
            }
        }
    }

    /** {@code break:N}; {@code break:N/2} for the second adjustment of a break whose money changed again. */
    String nextReference(long breakNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(POSTED_BEFORE)) {
            select.setLong(1, breakNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return "break:" + breakNo + (row.getInt(1) == 0 ? "" : "/" + (row.getInt(1) + 1));
            }
        }
    }

    /** From here nothing of the vendor is taken back for a flag or finding until the transaction ends. */
    void holdVendor(int vendorId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VENDOR + " FOR NO KEY UPDATE")) {
            select.setInt(1, vendorId);
            select.executeQuery().close();
        }
    }

    /** What was taken back of its tap for a flag or finding, beyond what adjustments gave for it. */
    long recoveredFen(long breakNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(RECOVERED)) {
            select.setLong(1, breakNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void posted(long requestNo, String reference, long staffId, Instant at) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(POSTED)) {
            update.setString(1, reference);
            update.setLong(2, staffId);
            update.setTimestamp(3, Timestamp.from(at));
            update.setLong(4, requestNo);
            update.executeUpdate();
        }
    }

    /** The business day in whose journal it stands; empty: it is in none. */
    Optional<LocalDate> bookedOn(long requestNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(BOOKED)) {
            select.setLong(1, requestNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, LocalDate.class)) : Optional.empty();
            }
        }
    }

    String vendorCode(int vendorId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VENDOR)) {
            select.setInt(1, vendorId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
