package cn.suinian.settlement.lens.recovery;

import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.ItemRef.Source;
import cn.suinian.settlement.lens.item.LensItem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Money asked back, in SQL. */
final class RecoveryStore {
    private static final String ASK = """
            INSERT INTO vendor_recovery (request_no, flag_id, finding_no, vendor_id, day) VALUES (?, ?, ?, ?, ?)
            """;
    private static final String LINE =
            "INSERT INTO vendor_recovery_line (request_no, payer, service, fen) VALUES (?, ?, ?, ?)";
    private static final String TAP = """
            INSERT INTO vendor_recovery_tap (request_no, payer, service, tap_date, terminal_id, terminal_seq, holder_id,
                                             fen)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String HOLD_VENDOR = "SELECT code FROM vendor WHERE vendor_id = ? FOR NO KEY UPDATE";
    private static final String POSTED_BEFORE = """
            SELECT count(*) FROM vendor_recovery
            WHERE (flag_id = ? OR finding_no = ?) AND reference IS NOT NULL
            """;
    private static final String POSTED =
            "UPDATE vendor_recovery SET reference = ?, disposition_no = ?, posted_at = ? WHERE request_no = ?";

    private static final String COLUMNS = """
            SELECT r.request_no, r.flag_id, r.finding_no, r.vendor_id, v.code, r.day, q.reason, q.asked_by, q.asked_as,
                   q.asked_at, q.decided_as, q.decided_at, q.outcome, r.reference
            FROM vendor_recovery r
            JOIN approval_request q USING (request_no)
            JOIN vendor v USING (vendor_id)
            """;
    private static final String FIND = COLUMNS + " WHERE r.request_no = ?";
    private static final String OF_ITEM =
            COLUMNS + " WHERE r.flag_id = ? OR r.finding_no = ? ORDER BY r.request_no LIMIT ?";
    private static final String OF_DAYS =
            COLUMNS + " WHERE r.vendor_id = ? AND r.day BETWEEN ? AND ? ORDER BY r.request_no LIMIT ?";
    private static final String OPEN = COLUMNS + " WHERE q.outcome IS NULL ORDER BY r.request_no LIMIT ?";
    private static final String LINES =
            "SELECT payer, service, fen FROM vendor_recovery_line WHERE request_no = ? ORDER BY payer, service";

    private final Connection transaction;

    RecoveryStore(Connection transaction) {
        this.transaction = transaction;
    }

    void ask(long requestNo, LensItem item, List<RecoveryLine> lines) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ASK)) {
            insert.setLong(1, requestNo);
            item(insert, 2, item.ref());
            insert.setInt(4, item.vendorId());
            insert.setObject(5, item.day());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction.prepareStatement(LINE)) {
            for (RecoveryLine line : lines) {
                insert.setLong(1, requestNo);
                insert.setInt(2, line.payer().code());
                insert.setInt(3, line.service().code());
                insert.setLong(4, line.fen());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The code of a vendor; from here nothing else is taken back from it, and no batch sent, until the end. */
    String holdVendor(int vendorId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(HOLD_VENDOR)) {
            select.setInt(1, vendorId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Writes down which taps a line takes its money of. */
    void take(long requestNo, RecoveryLine line, Map<TapKey, Long> fenOfTaps) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(TAP)) {
            for (Map.Entry<TapKey, Long> tap : fenOfTaps.entrySet()) {
                insert.setLong(1, requestNo);
                insert.setInt(2, line.payer().code());
                insert.setInt(3, line.service().code());
                insert.setObject(4, tap.getKey().tapDate());
                insert.setLong(5, tap.getKey().terminalId());
                insert.setLong(6, tap.getKey().terminalSeq());
                insert.setLong(7, tap.getKey().holderId());
                insert.setLong(8, tap.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** {@code flag:N} or {@code finding:N}; {@code flag:N/2} for the second of it. */
    String nextReference(ItemRef item) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(POSTED_BEFORE)) {
            item(select, 1, item);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Recovery.name(item) + (row.getInt(1) == 0 ? "" : "/" + (row.getInt(1) + 1));
            }
        }
    }

    void posted(long requestNo, String reference, long dispositionNo, Instant at) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(POSTED)) {
            update.setString(1, reference);
            update.setLong(2, dispositionNo);
            update.setTimestamp(3, Timestamp.from(at));
            update.setLong(4, requestNo);
            update.executeUpdate();
        }
    }

    Optional<Recovery> find(long requestNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setLong(1, requestNo);
            return read(select).stream().findFirst();
        }
    }

    List<Recovery> ofItem(ItemRef item, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_ITEM)) {
            item(select, 1, item);
            select.setInt(3, most);
            return read(select);
        }
    }

    List<Recovery> ofDays(int vendorId, LocalDate from, LocalDate to, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_DAYS)) {
            select.setInt(1, vendorId);
            select.setObject(2, from);
            select.setObject(3, to);
            select.setInt(4, most);
            return read(select);
        }
    }

    List<Recovery> open(int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OPEN)) {
            select.setInt(1, most);
            return read(select);
        }
    }

    private static void item(PreparedStatement statement, int at, ItemRef item) throws SQLException {
        boolean flag = item.source() == Source.FLAG;
        statement.setObject(at, flag ? item.number() : null, Types.BIGINT);
        statement.setObject(at + 1, flag ? null : item.number(), Types.BIGINT);
    }

    private List<Recovery> read(PreparedStatement select) throws SQLException {
        List<Recovery> all = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(recovery(row));
            }
        }
        return all;
    }

    private Recovery recovery(ResultSet row) throws SQLException {
        long flag = row.getLong("flag_id");
        ItemRef item = row.wasNull() ? ItemRef.finding(row.getLong("finding_no")) : ItemRef.flag(flag);
        Timestamp decided = row.getTimestamp("decided_at");
        String outcome = row.getString("outcome");
        return new Recovery(
                row.getLong("request_no"),
                item,
                row.getInt("vendor_id"),
                row.getString("code"),
                row.getObject("day", LocalDate.class),
                row.getString("reason"),
                row.getLong("asked_by"),
                row.getString("asked_as"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("decided_as"),
                decided == null ? null : decided.toInstant(),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("reference"),
                lines(row.getLong("request_no")));
    }

    private List<RecoveryLine> lines(long requestNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LINES)) {
            select.setLong(1, requestNo);
            List<RecoveryLine> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new RecoveryLine(
                            new Payer(row.getInt("payer")), Service.ofCode(row.getInt("service")), row.getLong("fen")));
                }
            }
            return lines;
        }
    }
}
