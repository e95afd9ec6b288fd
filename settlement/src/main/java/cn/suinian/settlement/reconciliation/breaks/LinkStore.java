package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;

/** Groups that people make, in SQL. */
final class LinkStore {
    private static final String GROUP = """
            INSERT INTO match_group (vendor_id, day, how, made_by, made_as, made_at) VALUES (?, ?, 'HAND', ?, ?, ?)
            RETURNING group_id
            """;
    private static final String ROW = "INSERT INTO match_group_row (group_id, statement_id, line_no) VALUES (?, ?, ?)";
    private static final String TAP = """
            INSERT INTO match_group_tap (group_id, tap_date, terminal_id, terminal_seq, holder_id)
            VALUES (?, ?, ?, ?, ?)
            """;
    private final Connection transaction;

    LinkStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** The number of the group. */
    long link(Break row, Break tap, Actor actor, Instant at) throws SQLException {
        long groupId = group(tap, actor, at);
        try (PreparedStatement insert = transaction.prepareStatement(ROW)) {
            insert.setLong(1, groupId);
            insert.setInt(2, row.source().orElseThrow().statementId());
            insert.setInt(3, row.source().orElseThrow().lineNo());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction.prepareStatement(TAP)) {
            insert.setLong(1, groupId);
            insert.setObject(2, tap.tap().date());
            insert.setLong(3, tap.tap().terminalId());
            insert.setLong(4, tap.tap().terminalSeq());
            insert.setLong(5, tap.tap().holderId().orElseThrow());
            insert.executeUpdate();
        }
        return groupId;
    }

    private long group(Break tap, Actor actor, Instant at) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(GROUP)) {
            insert.setInt(1, tap.vendorId());
            insert.setObject(2, tap.day());
            insert.setObject(3, actor.staffId(), Types.BIGINT);
            insert.setString(4, actor.account());
            insert.setTimestamp(5, Timestamp.from(at));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
