package cn.suinian.settlement.allowance.outcome;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.Access;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.RunReads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whose message was given up, since their telephone number does not open, and that it is sent again once the number was
 * corrected. What still does not open is given up anew. Blocks.
 */
public final class FailedMessages {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String OF_RUN = """
            FROM allowance_message m
            JOIN allowance_run r ON r.month = m.month
            JOIN allowance_note n ON n.run_no = r.run_no AND n.holder_id = m.holder_id AND n.kind = m.kind
            WHERE m.fate = 'FAILED' AND m.kind IN ('STOPPED', 'CHANGED') AND r.run_no = ?
            """;
    /** Who died or applied meanwhile is invited no more. */
    private static final String INVITATIONS = """
            FROM allowance_message m JOIN holder_person p USING (holder_id) JOIN holder h USING (holder_id)
            WHERE m.fate = 'FAILED' AND m.kind = 'INVITATION' AND (?::smallint IS NULL OR p.district = ?)
              AND h.deceased_on IS NULL
              AND NOT EXISTS (SELECT FROM allowance_application a WHERE a.holder_id = m.holder_id)
              AND NOT EXISTS (SELECT FROM allowance_reply r WHERE r.message_no = m.message_no)
            """;

    private static final String WHOSE = "SELECT DISTINCT m.holder_id ";
    private static final String ORDERED = " ORDER BY m.holder_id";
    private static final String AGAIN = "UPDATE allowance_message SET fate = NULL, sent_at = NULL, tries = 0"
            + " WHERE fate = 'FAILED' AND message_no IN (SELECT m.message_no ";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public FailedMessages(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Holders whose notice of a run's list was given up, by number. */
    public List<Long> listOfRun(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> {
            RunReads.run(transaction, actor, runNo);
            try (PreparedStatement select = transaction.prepareStatement(WHOSE + OF_RUN + ORDERED)) {
                select.setLong(1, runNo);
                return holders(select);
            }
        });
    }

    /** Holders whose invitation was given up, as far as the actor may see them, by number. */
    public List<Long> listInvited(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_VIEW);
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(WHOSE + INVITATIONS + ORDERED)) {
                Access.bind(actor, select, 1);
                return holders(select);
            }
        });
    }

    /**
     * Sends those of a run again.
     *
     * @return how many
     * @throws RefusedException with {@code NO_FAILED_MESSAGE} when there are none
     */
    public int sendAgain(Actor actor, long runNo) throws SQLException {
        return transactions.run(transaction -> {
            AllowanceRun run = RunReads.run(transaction, actor, runNo);
            Access.require(actor, Permission.ALLOWANCE_PREPARE, run.district());
            try (PreparedStatement update = transaction.prepareStatement(AGAIN + OF_RUN + ")")) {
                update.setLong(1, runNo);
                return queued(transaction, actor, update, "ALLOWANCE_RUN", runNo);
            }
        });
    }

    /** The same of invitations that the actor may see. */
    public int inviteAgain(Actor actor) throws SQLException {
        Access.require(actor, Permission.ALLOWANCE_PREPARE);
        return transactions.run(transaction -> {
            try (PreparedStatement update = transaction.prepareStatement(AGAIN + INVITATIONS + ")")) {
                Access.bind(actor, update, 1);
                return queued(transaction, actor, update, "ALLOWANCE", LocalDate.now(clock.withZone(SHANGHAI)));
            }
        });
    }

    private int queued(Connection transaction, Actor actor, PreparedStatement update, String kind, Object subject)
            throws SQLException {
        int messages = update.executeUpdate();
        if (messages == 0) {
            throw new RefusedException(AllowanceRefusal.NO_FAILED_MESSAGE);
        }
        audit.append(
                transaction,
                actor,
                AuditEntry.of("ALLOWANCE_MESSAGES_AGAIN", kind, subject)
                        .with(Map.of("messages", Integer.toString(messages))));
        return messages;
    }

    private static List<Long> holders(PreparedStatement select) throws SQLException {
        List<Long> holders = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                holders.add(row.getLong("holder_id"));
            }
        }
        return holders;
    }
}
