package cn.suinian.settlement.allowance.refund;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.Access;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is owed back, in SQL. */
final class RefundStore {
    /** What a month's payments came to less what was collected of it; below zero: the family gave back too much. */
    private static final String OWED = """
            SELECT g.run_no, g.holder_id, g.month, r.district, least(-l.fen, -n.fen) AS fen,
                   g.recorded_at AS collected_at, n.returned_on, n.returned_at
            FROM allowance_collected g
            JOIN allowance_run r ON r.run_no = g.run_no
            JOIN allowance_line l ON (l.run_no, l.holder_id, l.month, l.kind) = (g.run_no, g.holder_id, g.month, g.kind)
            CROSS JOIN LATERAL (
                SELECT max(coalesce(b.late_at, b.recorded_at)) AS returned_at,
                       max(coalesce(d.returned_on, (b.recorded_at AT TIME ZONE 'Asia/Shanghai')::date)) AS returned_on,
                       coalesce(sum(m.fen) FILTER (WHERE m.kind IN ('REGULAR', 'ARREARS') AND b.payment_no IS NULL
                                                      OR m.kind = 'RECOVERY' AND c.run_no IS NOT NULL), 0)
                       + coalesce((SELECT sum(f.fen) FROM allowance_refunded f
                                   WHERE f.holder_id = g.holder_id AND f.month = g.month), 0) AS fen
                FROM allowance_line m
                JOIN allowance_run x ON x.run_no = m.run_no
                LEFT JOIN allowance_collected c
                    ON (c.run_no, c.holder_id, c.month, c.kind) = (m.run_no, m.holder_id, m.month, m.kind)
                LEFT JOIN allowance_payment p ON p.run_no = m.run_no AND p.holder_id = m.holder_id
                    AND m.kind IN ('REGULAR', 'ARREARS')
                LEFT JOIN allowance_result b ON b.payment_no = p.payment_no AND b.outcome = 'RETURNED'
                    AND x.state = 'RECONCILED'
                LEFT JOIN allowance_late_return d ON d.request_no = b.late_request
                WHERE m.holder_id = g.holder_id AND m.month = g.month AND x.state <> 'DISCARDED') AS n
            WHERE n.fen < 0 AND n.returned_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM allowance_refunded f
                              WHERE (f.run_no, f.holder_id, f.month) = (g.run_no, g.holder_id, g.month))
            """;

    private static final String PAGE =
            OWED + "AND r.district = ? AND g.holder_id > ? ORDER BY g.holder_id FETCH FIRST (?) ROWS WITH TIES";
    private static final String FIND = OWED + "AND g.run_no = ? AND g.holder_id = ? AND g.month = ?";
    private static final String ASK = """
            INSERT INTO allowance_refund (run_no, holder_id, month) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String NUMBER =
            "SELECT refund_no FROM allowance_refund WHERE run_no = ? AND holder_id = ? AND month = ?";
    private static final String OF_NUMBER =
            OWED + "AND (g.run_no, g.holder_id, g.month) = (SELECT run_no, holder_id, month FROM allowance_refund"
                    + " WHERE refund_no = ?)";
    private static final String ABOUT = """
            SELECT f.run_no, f.holder_id, f.month, r.district
            FROM allowance_refund f JOIN allowance_run r USING (run_no)
            WHERE f.refund_no = ?
            """;
    private static final String WAITING = """
            SELECT a.request_no, a.kind, a.subject, a.reason, a.asked_by, a.asked_as, a.asked_at
            FROM approval_request a
            JOIN allowance_refund f ON f.refund_no = a.subject
            JOIN allowance_run r USING (run_no)
            WHERE a.kind = ? AND a.outcome IS NULL AND (?::smallint IS NULL OR r.district = ?)
            ORDER BY a.request_no LIMIT ?
            """;
    private static final String REFUNDED = """
            INSERT INTO allowance_refunded (run_no, holder_id, month, fen, staff_id, actor, request_no)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    /** The lock of whoever makes a list: a list that is being made does not know of what is booked meanwhile. */
    private static final String NO_LIST = "SELECT pg_try_advisory_xact_lock(7211)";

    private final Connection transaction;

    RefundStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** From here no list of a run is made until the transaction ends; false: one is being made. */
    boolean holdLists() throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery(NO_LIST)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** By holder; a holder's are never torn apart. */
    List<Refund> page(District district, long afterHolder, int count) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(PAGE)) {
            select.setShort(1, (short) district.code());
            select.setLong(2, afterHolder);
            select.setInt(3, count);
            return read(select);
        }
    }

    Optional<Refund> find(long runNo, long holderId, YearMonth month) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND)) {
            key(select, runNo, holderId, month);
            return read(select).stream().findFirst();
        }
    }

    /** The number that requests about it are asked under. */
    long ask(Refund refund) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ASK)) {
            key(insert, refund.runNo(), refund.holderId(), refund.month());
            insert.executeUpdate();
        }
        return number(refund.runNo(), refund.holderId(), refund.month()).orElseThrow();
    }

    /** The same of one that was asked for before; empty: it never was. */
    OptionalLong number(long runNo, long holderId, YearMonth month) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NUMBER)) {
            key(select, runNo, holderId, month);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** What was asked under a number; empty: it is owed no longer. */
    Optional<Refund> findAsked(long refundNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_NUMBER)) {
            select.setLong(1, refundNo);
            return read(select).stream().findFirst();
        }
    }

    /** Whose it is, owed or not. */
    Refunds.Asked about(long refundNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(ABOUT)) {
            select.setLong(1, refundNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Refunds.Asked(
                        row.getLong("run_no"),
                        row.getLong("holder_id"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        District.ofCode(row.getInt("district")));
            }
        }
    }

    /** What waits and the actor may see, the longest first. */
    List<ApprovalRequest> requests(Actor actor, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(WAITING)) {
            select.setString(1, Refunds.REQUEST);
            Access.bind(actor, select, 2);
            select.setInt(4, most);
            List<ApprovalRequest> requests = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    requests.add(Approvals.request(row));
                }
            }
            return requests;
        }
    }

    void refunded(Refund refund, Actor actor, long requestNo) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(REFUNDED)) {
            key(insert, refund.runNo(), refund.holderId(), refund.month());
            insert.setLong(4, refund.fen());
            insert.setObject(5, actor.staffId(), Types.BIGINT);
            insert.setString(6, actor.account());
            insert.setLong(7, requestNo);
            insert.executeUpdate();
        }
    }

    private static void key(PreparedStatement statement, long runNo, long holderId, YearMonth month)
            throws SQLException {
        statement.setLong(1, runNo);
        statement.setLong(2, holderId);
        statement.setObject(3, month.atDay(1));
    }

    private static List<Refund> read(PreparedStatement select) throws SQLException {
        List<Refund> refunds = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                refunds.add(new Refund(
                        row.getLong("run_no"),
                        row.getLong("holder_id"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        District.ofCode(row.getInt("district")),
                        row.getLong("fen"),
                        row.getObject("collected_at", OffsetDateTime.class).toInstant(),
                        row.getObject("returned_on", LocalDate.class),
                        row.getObject("returned_at", OffsetDateTime.class).toInstant()));
            }
        }
        return refunds;
    }
}
