package cn.suinian.core.audit;

import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes the audit trail. */
public final class AuditLog {

    private static final String LOCK_HEAD = "SELECT entry_no, hash FROM audit_head FOR UPDATE";
    private static final String INSERT = """
            INSERT INTO audit_log (entry_no, at, staff_id, actor, address, act, subject_kind, subject,
                                   before, after, reason, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String MOVE_HEAD = "UPDATE audit_head SET entry_no = ?, hash = ?";

    private final Clock clock;

    public AuditLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Adds an entry in the transaction of the act. From here to the commit no other act is recorded: call it last.
     *
     * @return the number of the entry
     */
    public long append(Connection transaction, Actor actor, AuditEntry entry) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK_HEAD);
                ResultSet head = lock.executeQuery()) {
            head.next();
            AuditRow row = new AuditRow(
                    head.getLong("entry_no") + 1, clock.instant().truncatedTo(ChronoUnit.MICROS), actor, entry);
            byte[] hash = row.hash(head.getBytes("hash"));
            insert(transaction, row, hash);
            moveHead(transaction, row.entryNo(), hash);
            return row.entryNo();
        }
    }

    private static void insert(Connection transaction, AuditRow row, byte[] hash) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setLong(1, row.entryNo());
            insert.setTimestamp(2, Timestamp.from(row.at()));
            insert.setObject(3, row.staffId(), Types.BIGINT);
            insert.setString(4, row.actor());
            insert.setString(5, row.address());
            insert.setString(6, row.act());
            insert.setString(7, row.subjectKind());
            insert.setString(8, row.subject());
            insert.setString(9, row.before());
            insert.setString(10, row.after());
            insert.setString(11, row.reason());
            insert.setBytes(12, hash);
            insert.executeUpdate();
        }
    }

    private static void moveHead(Connection transaction, long entryNo, byte[] hash) throws SQLException {
        try (PreparedStatement move = transaction.prepareStatement(MOVE_HEAD)) {
            move.setLong(1, entryNo);
            move.setBytes(2, hash);
            move.executeUpdate();
        }
    }
}
