package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What proves an act: sealed, and of a type that its first bytes show. */
public final class Attachments {
    /** Most bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final String COLUMN = SealedColumn.BREAK_ATTACHMENT.place();
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('break_attachment', 'attachment_no'))";
    private static final String INSERT = """
            INSERT INTO break_attachment (attachment_no, break_no, media_type, bytes, content_sealed, added_by,
                                          added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND =
            "SELECT break_no, media_type, content_sealed FROM break_attachment WHERE attachment_no = ?";

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private final Transactions transactions;
    private final DataVault vault;
    private final AuditLog audit;
    private final Clock clock;

    public Attachments(Transactions transactions, DataVault vault, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** An attachment, opened. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Opened(long breakNo, String mediaType, byte[] content) {}

    /** Opens one; who looked stands in the audit trail. */
    public Opened open(Actor actor, long attachmentNo) throws SQLException {
        if (!actor.may(Permission.RECONCILE_VIEW)) {
            throw new RefusedException(BreakRefusal.NOT_ALLOWED);
        }
        return transactions.run(transaction -> {
            Opened opened = read(transaction, attachmentNo);
            Worklist.refuseOfOthers(
                    actor, new BreakStore(transaction).find(opened.breakNo).orElseThrow());
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("BREAK_ATTACHMENT_OPENED", "BREAK", opened.breakNo)
                            .with(Map.of("attachment", Long.toString(attachmentNo))));
            return opened;
        });
    }

    private Opened read(Connection transaction, long attachmentNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            select.setLong(1, attachmentNo);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new RefusedException(BreakRefusal.NO_SUCH_ATTACHMENT);
                }
                return new Opened(row.getLong(1), row.getString(2), vault.open(COLUMN, attachmentNo, row.getBytes(3)));
            }
        }
    }

    /** Refuses what is too large or of another type. */
    static void check(byte[] content) {
        if (content.length > LARGEST) {
            throw new RefusedException(BreakRefusal.ATTACHMENT_TOO_LARGE, "attachment");
        }
        if (type(content).isEmpty()) {
            throw new RefusedException(BreakRefusal.ATTACHMENT_TYPE, "attachment");
        }
    }

    /** Adds one that was checked, in the transaction of its act. */
    long add(Connection transaction, long breakNo, long staffId, byte[] content) throws SQLException {
        long number;
        try (PreparedStatement next = transaction.prepareStatement(NEXT);
                ResultSet row = next.executeQuery()) {
            row.next();
            number = row.getLong(1);
        }
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setLong(1, number);
            insert.setLong(2, breakNo);
            insert.setString(3, type(content).orElseThrow());
            insert.setInt(4, content.length);
            insert.setBytes(5, vault.seal(COLUMN, number, content));
            insert.setLong(6, staffId);
            insert.setTimestamp(7, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
        return number;
    }

    private static Optional<String> type(byte[] content) {
        if (begins(content, PDF)) {
            return Optional.of("application/pdf");
        }
        if (begins(content, PNG)) {
            return Optional.of("image/png");
        }
        return begins(content, JPEG) ? Optional.of("image/jpeg") : Optional.empty();
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length > with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }
}
