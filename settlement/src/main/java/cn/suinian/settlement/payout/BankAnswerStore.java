package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.payout.BankAnswer.Row;
import cn.suinian.settlement.payout.iso20022.StatusReport;
import cn.suinian.settlement.payout.iso20022.StatusReport.Scope;
import cn.suinian.settlement.payout.policy.BankVerdict.Effect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Status files and their rows in SQL. */
final class BankAnswerStore {
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('bank_status_file', 'file_no'))";

    /** Waits for the same file when it is being taken just now. */
    private static final String ADD = """
            INSERT INTO bank_status_file (file_no, sm3, name, message_id, original_id, bytes, content_sealed,
                                          received_by, received_as, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (sm3) DO NOTHING
            """;

    private static final String ADD_ROW = """
            INSERT INTO bank_status_row (file_no, row_no, scope, id, status, reason, amount, payment_no, effect)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT = """
            SELECT file_no, name, message_id, original_id, received_as, received_at FROM bank_status_file
            """;
    private static final String FIND = SELECT + "WHERE file_no = ?";
    private static final String BY_HASH = SELECT + "WHERE sm3 = ?";
    private static final String PAGE = SELECT + """
            WHERE file_no < ? AND (?::smallint IS NULL OR EXISTS (
                SELECT FROM payout_batch b
                WHERE b.payer = ? AND original_id = 'SNB' || lpad(b.batch_no::text, 12, '0')))
            ORDER BY file_no DESC LIMIT ?
            """;
    private static final String ROWS = """
            SELECT scope, id, status, reason, amount, payment_no, effect
            FROM bank_status_row WHERE file_no = ? ORDER BY row_no
            """;

    /** A file as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Arrived(String name, byte[] content, byte[] hash, StatusReport report) {}

    private BankAnswerStore() {}

    static long nextNo(Connection transaction) throws SQLException {
        try (PreparedStatement next = transaction.prepareStatement(NEXT);
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Its number; empty when the same file was taken before. */
    static OptionalLong add(
            Connection transaction, Actor actor, long fileNo, Arrived arrived, byte[] sealed, Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
            insert.setLong(1, fileNo);
            insert.setBytes(2, arrived.hash());
            insert.setString(3, arrived.name());
            insert.setString(4, arrived.report().messageId());
            insert.setString(5, arrived.report().originalMessageId());
            insert.setInt(6, arrived.content().length);
            insert.setBytes(7, sealed);
            insert.setObject(8, actor.staffId(), Types.BIGINT);
            insert.setString(9, actor.account());
            insert.setTimestamp(10, Timestamp.from(now));
            return insert.executeUpdate() == 1 ? OptionalLong.of(fileNo) : OptionalLong.empty();
        }
    }

    static void addRows(Connection transaction, long fileNo, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD_ROW)) {
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                insert.setLong(1, fileNo);
                insert.setInt(2, i + 1);
                insert.setString(3, row.scope().name());
                insert.setString(4, row.id());
                insert.setString(5, row.status());
                insert.setString(6, row.reason());
                insert.setString(7, row.amount());
                insert.setObject(8, row.paymentNo(), Types.BIGINT);
                insert.setString(9, row.effect().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static Optional<BankAnswer> find(Connection transaction, long fileNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setLong(1, fileNo);
            return read(transaction, select, false, true).stream().findFirst();
        }
    }

    /** Of a file that was taken before. */
    static Optional<BankAnswer> findByHash(Connection transaction, byte[] hash) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(BY_HASH)) {
            select.setBytes(1, hash);
            return read(transaction, select, true, true).stream().findFirst();
        }
    }

    /** Those about batches of one payer, or of all. */
    static List<BankAnswer> page(Connection transaction, Optional<Payer> only, long before, int limit)
            throws SQLException {
        Integer payer = only.map(Payer::code).orElse(null);
        try (PreparedStatement select = transaction.prepareStatement(PAGE)) {
            select.setLong(1, before);
            select.setObject(2, payer, Types.SMALLINT);
            select.setObject(3, payer, Types.SMALLINT);
            select.setInt(4, limit);
            return read(transaction, select, false, false);
        }
    }

    private static List<BankAnswer> read(
            Connection transaction, PreparedStatement select, boolean takenBefore, boolean withRows)
            throws SQLException {
        List<BankAnswer> answers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long fileNo = row.getLong("file_no");
                answers.add(new BankAnswer(
                        fileNo,
                        takenBefore,
                        row.getString("name"),
                        row.getString("message_id"),
                        row.getString("original_id"),
                        row.getString("received_as"),
                        row.getTimestamp("received_at").toInstant(),
                        withRows ? rows(transaction, fileNo) : List.of()));
            }
        }
        return answers;
    }

    private static List<Row> rows(Connection transaction, long fileNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ROWS)) {
            select.setLong(1, fileNo);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            Scope.valueOf(row.getString("scope")),
                            row.getString("id"),
                            row.getString("status"),
                            row.getString("reason"),
                            row.getString("amount"),
                            row.getObject("payment_no", Long.class),
                            Effect.valueOf(row.getString("effect"))));
                }
            }
            return rows;
        }
    }
}
