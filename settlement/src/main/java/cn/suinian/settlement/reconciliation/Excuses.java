package cn.suinian.settlement.reconciliation;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a cleared business day be reconciled without a statement of one vendor, with two signatures, until a statement
 * comes. Blocking.
 */
public final class Excuses {
    /** The kind of request in the inbox of approvals. */
    public static final String KIND = "EXCUSE_STATEMENT";

    /** More than there are days; the number of a request's subject is vendor times this plus day. */
    private static final long DAYS = 1_000_000;

    private static final String STANDING = """
            SELECT EXISTS (SELECT FROM business_day d WHERE d.day = ? AND d.cleared_at IS NOT NULL) AS cleared,
                   EXISTS (SELECT FROM excuse_in_force e WHERE e.vendor_id = v.vendor_id AND e.day = ?) AS excused,
                   EXISTS (SELECT FROM vendor_statement s
                           WHERE s.vendor_id = v.vendor_id AND s.day = ? AND s.state <> 'WITHDRAWN') AS stated
            FROM vendor v WHERE v.vendor_id = ?
            """;
    private static final String EXCUSE = """
            INSERT INTO statement_excuse (vendor_id, day, reason, excused_by, excused_as, excused_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    /** Vendor, day, payer or null for all; the same again. */
    private static final String OWED = """
            SELECT (SELECT coalesce(sum(subsidy + operator_subsidy + delivery_subsidy), 0) FROM clearing_line
                    WHERE vendor_id = ? AND day = ? AND payer = coalesce(?::smallint, payer))
                 - (SELECT coalesce(sum(subsidy + operator_subsidy + delivery_subsidy), 0) FROM clearing_reversal
                    WHERE vendor_id = ? AND day = ? AND payer = coalesce(?::smallint, payer))
            """;

    private final Transactions transactions;
    private final Approvals approvals;
    private final AuditLog audit;
    private final Clock clock;

    public Excuses(Transactions transactions, Approvals approvals, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One that waits for its second signature.
     *
     * @param fen what payers owe the vendor for that day by our taps alone, less what was taken back on it; for staff
     *     of a district what their own payer does
     * @param stillSo whether there is still no statement; what is not can only be declined
     */
    public record Excuse(ApprovalRequest request, int vendorId, LocalDate day, long fen, boolean stillSo) {}

    /**
     * Asks that a vendor be excused for a day.
     *
     * @return the number of the request
     * @throws RefusedException when the day is not cleared, or there is a statement or an excuse
     */
    public long ask(Actor actor, int vendorId, LocalDate day, String reason) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_ACT);
        person(actor);
        String why = StatedReason.of(reason, ReconciliationRefusal.REASON_MISSING);
        return transactions.run(transaction -> {
            refuseUnlessMissing(transaction, vendorId, day);
            long request = approvals.ask(transaction, actor, KIND, subject(vendorId, day), why);
            record(transaction, actor, "STATEMENT_EXCUSE_ASKED", vendorId, day, why);
            return request;
        });
    }

    /**
     * Excuses the vendor, as somebody else than asked.
     *
     * @throws RefusedException when a statement came meanwhile
     */
    public void approve(Actor actor, long requestNo) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        long staffId = person(actor);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, KIND, requestNo);
            int vendorId = vendorOf(request);
            LocalDate day = dayOf(request);
            refuseUnlessMissing(transaction, vendorId, day);
            try (PreparedStatement insert = transaction.prepareStatement(EXCUSE)) {
                insert.setInt(1, vendorId);
                insert.setObject(2, day);
                insert.setString(3, request.reason());
                insert.setLong(4, staffId);
                insert.setString(5, actor.account());
                insert.setTimestamp(6, Timestamp.from(clock.instant()));
                insert.executeUpdate();
            }
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            record(transaction, actor, "STATEMENT_EXCUSED", vendorId, day, request.reason());
            return request;
        });
    }

    /** Declines it, as somebody else than asked; the statement is still wanted. */
    public void decline(Actor actor, long requestNo, String reason) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_APPROVE);
        end(actor, requestNo, reason, Outcome.REJECTED, "STATEMENT_EXCUSE_DECLINED");
    }

    /** Takes an own request back; the statement is still wanted. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_ACT);
        end(actor, requestNo, reason, Outcome.WITHDRAWN, "STATEMENT_EXCUSE_WITHDRAWN");
    }

    private void end(Actor actor, long requestNo, String reason, Outcome outcome, String act) throws SQLException {
        String why = StatedReason.of(reason, ReconciliationRefusal.REASON_MISSING);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, KIND, requestNo, outcome);
            approvals.decide(transaction, actor, request, outcome);
            record(transaction, actor, act, vendorOf(request), dayOf(request), why);
            return request;
        });
    }

    /** The request that waits for a vendor's day. */
    public Optional<ApprovalRequest> findOpen(Actor actor, int vendorId, LocalDate day) throws SQLException {
        ReconciliationRefusal.see(actor);
        return transactions.run(transaction -> Approvals.findOpen(transaction, KIND, subject(vendorId, day)));
    }

    /** What waits, the oldest first. */
    public List<Excuse> listOpen(Actor actor, int most) throws SQLException {
        ReconciliationRefusal.see(actor);
        return transactions.run(transaction -> {
            List<Excuse> open = new ArrayList<>();
            for (ApprovalRequest request : approvals.listOpen(transaction, KIND, most)) {
                int vendorId = vendorOf(request);
                LocalDate day = dayOf(request);
                open.add(new Excuse(
                        request,
                        vendorId,
                        day,
                        owed(transaction, vendorId, day, actor.scope().onlyPayer()),
                        !isStated(transaction, vendorId, day)));
            }
            return open;
        });
    }

    /** Number of the vendor's day, as requests count them. */
    static long subject(int vendorId, LocalDate day) {
        return vendorId * DAYS + day.toEpochDay();
    }

    private static int vendorOf(ApprovalRequest request) {
        return Math.toIntExact(request.subject() / DAYS);
    }

    private static LocalDate dayOf(ApprovalRequest request) {
        return LocalDate.ofEpochDay(request.subject() % DAYS);
    }

    private static void refuseUnlessMissing(Connection transaction, int vendorId, LocalDate day) throws SQLException {
        try (PreparedStatement select = standing(transaction, vendorId, day);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new RefusedException(ReconciliationRefusal.NO_SUCH_VENDOR);
            }
            if (!row.getBoolean("cleared")) {
                throw new RefusedException(ReconciliationRefusal.DAY_NOT_CLEARED, "day");
            }
            if (row.getBoolean("excused")) {
                throw new RefusedException(ReconciliationRefusal.EXCUSED_ALREADY);
            }
            if (row.getBoolean("stated")) {
                throw new RefusedException(ReconciliationRefusal.STATEMENT_THERE);
            }
        }
    }

    private static boolean isStated(Connection transaction, int vendorId, LocalDate day) throws SQLException {
        try (PreparedStatement select = standing(transaction, vendorId, day);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean("stated");
        }
    }

    private static long owed(Connection transaction, int vendorId, LocalDate day, Optional<Payer> only)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OWED)) {
            for (int at = 0; at <= 3; at += 3) {
                select.setInt(at + 1, vendorId);
                select.setObject(at + 2, day);
                select.setObject(at + 3, only.map(Payer::code).orElse(null), Types.INTEGER);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static PreparedStatement standing(Connection transaction, int vendorId, LocalDate day) throws SQLException {
        PreparedStatement select = transaction.prepareStatement(STANDING);
        select.setObject(1, day);
        select.setObject(2, day);
        select.setObject(3, day);
        select.setInt(4, vendorId);
        return select;
    }

    private void record(Connection transaction, Actor actor, String act, int vendorId, LocalDate day, String why)
            throws SQLException {
        audit.append(
                transaction,
                actor,
                AuditEntry.of(act, "VENDOR", vendorId)
                        .with(Map.of("day", day.toString()))
                        .because(why));
    }

    private static long person(Actor actor) {
        Long staffId = actor.staffId();
        if (staffId == null) {
            throw new RefusedException(ReconciliationRefusal.NOT_A_PERSON);
        }
        return staffId;
    }
}
