package cn.suinian.core.approval;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps requests for a second signature; each call is part of the transaction of an act. */
public final class Approvals {
    private static final String ASK = """
            INSERT INTO approval_request (kind, subject, reason, asked_by, asked_as, asked_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, subject) WHERE outcome IS NULL DO NOTHING
            RETURNING request_no
            """;
    private static final String COLUMNS = "request_no, kind, subject, reason, asked_by, asked_as, asked_at, outcome";
    private static final String TAKE =
            "SELECT " + COLUMNS + " FROM approval_request WHERE request_no = ? AND kind = ? FOR UPDATE";
    private static final String DECIDE = """
            UPDATE approval_request SET decided_by = ?, decided_as = ?, decided_at = ?, outcome = ?
            WHERE request_no = ?
            """;
    private static final String OPEN = "SELECT " + COLUMNS
            + " FROM approval_request WHERE kind = ? AND outcome IS NULL ORDER BY request_no LIMIT ?";
    private static final String OPEN_ABOUT =
            "SELECT " + COLUMNS + " FROM approval_request WHERE kind = ? AND subject = ? AND outcome IS NULL";

    private static final String IS_OPEN =
            "SELECT FROM approval_request WHERE kind = ? AND subject = ? AND outcome IS NULL";

    private final Clock clock;

    public Approvals(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @return the number of the request
     * @throws RefusedException when the same is asked for already, or no person asks
     */
    public long ask(Connection transaction, Actor actor, String kind, long subject, String reason) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ASK)) {
            insert.setString(1, kind);
            insert.setLong(2, subject);
            insert.setString(3, reason);
            insert.setLong(4, person(actor));
            insert.setString(5, actor.account());
            insert.setTimestamp(6, Timestamp.from(clock.instant()));
            try (ResultSet row = insert.executeQuery()) {
                if (!row.next()) {
                    throw new RefusedException(ApprovalRefusal.ALREADY_ASKED);
                }
                return row.getLong(1);
            }
        }
    }

    /**
     * An open request, held until the end of the transaction, for somebody who may decide it.
     *
     * @throws RefusedException when there is none, it is decided, or they asked themselves
     */
    public ApprovalRequest take(Connection transaction, Actor actor, String kind, long requestNo) throws SQLException {
        return takeOpen(transaction, actor, kind, requestNo, false);
    }

    /**
     * The same for who ends it so: somebody else than asked approves or rejects, who asked withdraws.
     *
     * @throws RefusedException when there is none, it is decided, or it is not for them to end it so
     */
    public ApprovalRequest take(
            Connection transaction, Actor actor, String kind, long requestNo, ApprovalRequest.Outcome outcome)
            throws SQLException {
        return takeOpen(transaction, actor, kind, requestNo, outcome == ApprovalRequest.Outcome.WITHDRAWN);
    }

    private static ApprovalRequest takeOpen(
            Connection transaction, Actor actor, String kind, long requestNo, boolean own) throws SQLException {
        long person = person(actor);
        try (PreparedStatement select = transaction.prepareStatement(TAKE)) {
            select.setLong(1, requestNo);
            select.setString(2, kind);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new RefusedException(ApprovalRefusal.NO_SUCH_REQUEST);
                }
                if (row.getString("outcome") != null) {
                    throw new RefusedException(ApprovalRefusal.ALREADY_DECIDED);
                }
                ApprovalRequest request = request(row);
                if ((request.askedBy() == person) != own) {
                    throw new RefusedException(own ? ApprovalRefusal.NOT_YOURS : ApprovalRefusal.SAME_PERSON);
                }
                return request;
            }
        }
    }

    /** Decides a request that was taken in this transaction. */
    public void decide(Connection transaction, Actor actor, ApprovalRequest request, ApprovalRequest.Outcome outcome)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(DECIDE)) {
            update.setLong(1, person(actor));
            update.setString(2, actor.account());
            update.setTimestamp(3, Timestamp.from(clock.instant()));
            update.setString(4, outcome.name());
            update.setLong(5, request.requestNo());
            update.executeUpdate();
        }
    }

    /** Whether this is asked for and waits. */
    public boolean isOpen(Connection transaction, String kind, long subject) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(IS_OPEN)) {
            select.setString(1, kind);
            select.setLong(2, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** What waits, the oldest first. */
    public List<ApprovalRequest> listOpen(Connection transaction, String kind, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OPEN)) {
            select.setString(1, kind);
            select.setInt(2, most);
            List<ApprovalRequest> open = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.add(request(row));
                }
            }
            return open;
        }
    }

    /** What waits about one subject. */
    public static Optional<ApprovalRequest> findOpen(Connection transaction, String kind, long subject)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OPEN_ABOUT)) {
            select.setString(1, kind);
            select.setLong(2, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(request(row)) : Optional.empty();
            }
        }
    }

    /** One as a row has it, with all columns of a request but its decision. */
    public static ApprovalRequest request(ResultSet row) throws SQLException {
        return new ApprovalRequest(
                row.getLong("request_no"),
                row.getString("kind"),
                row.getLong("subject"),
                row.getString("reason"),
                row.getLong("asked_by"),
                row.getString("asked_as"),
                row.getTimestamp("asked_at").toInstant());
    }

    private static long person(Actor actor) {
        Long staffId = actor.staffId();
        if (staffId == null) {
            throw new RefusedException(ApprovalRefusal.NOT_A_PERSON);
        }
        return staffId;
    }
}
