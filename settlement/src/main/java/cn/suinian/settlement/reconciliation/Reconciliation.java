package cn.suinian.settlement.reconciliation;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.Comparison.Left;
import cn.suinian.settlement.reconciliation.Comparison.Stated;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what a vendor states for a business day with our taps. Blocking; safe to run again at any time. */
public final class Reconciliation {
    private static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");
    private static final String JOB = "reconciliation";

    private static final String DAY_CLEARED =
            "SELECT EXISTS (SELECT FROM business_day WHERE day = ? AND cleared_at IS NOT NULL)";
    /** Whether a statement s came, was accepted or was withdrawn since the last run u of its vendor and day. */
    static final String SINCE_COMPARED = """
            (s.state = 'READY' AND (u.day IS NULL OR NOT s.statement_id = ANY (u.statements))
             OR s.state = 'WITHDRAWN' AND s.statement_id = ANY (u.statements))""";

    private static final String NOT_COMPARED = """
            SELECT DISTINCT s.vendor_id, s.day FROM vendor_statement s
            JOIN business_day d ON d.day = s.day AND d.cleared_at IS NOT NULL
            LEFT JOIN reconciliation_run u ON u.vendor_id = s.vendor_id AND u.day = s.day
            WHERE %s
            """.formatted(SINCE_COMPARED);
    private static final String TO_DO = NOT_COMPARED + "ORDER BY 2, 1";
    private static final String LEFT_BEHIND =
            NOT_COMPARED + "AND coalesce(s.decided_at, s.received_at) <= ? ORDER BY 2, 1 LIMIT ?";
    private static final String STILL = "SELECT EXISTS (" + NOT_COMPARED + "AND s.vendor_id = ? AND s.day = ?)";

    /** Whoever brings a statement in compares it at once; what is older is left behind. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private static final String WITH_EXPECTED = """
            SELECT DISTINCT vendor_id FROM settlement_break
            WHERE kind = 'EXPECTED' AND status IN ('OPEN', 'ASKED') ORDER BY 1
            """;

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public Reconciliation(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A vendor's business day. */
    public record VendorDay(int vendorId, LocalDate day) {}

    /**
     * Compares one vendor and day; a second time changes nothing.
     *
     * @throws RefusedException when the day is not cleared
     */
    public RunReport run(Actor actor, int vendorId, LocalDate day) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_ACT);
        return transactions.run(transaction -> {
            if (!isCleared(transaction, day)) {
                throw new RefusedException(ReconciliationRefusal.DAY_NOT_CLEARED);
            }
            return run(transaction, actor, vendorId, day);
        });
    }

    /** Days whose statements came, were accepted or were withdrawn since they were compared; the oldest first. */
    public List<VendorDay> listToDo(Actor actor) throws SQLException {
        ReconciliationRefusal.see(actor);
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(TO_DO)) {
                return vendorDays(select);
            }
        });
    }

    /**
     * Compares what was left behind: a statement came, was accepted or withdrawn, and whoever did it died or was cut
     * off before the comparison. A job does it; a vendor whose turn somebody else has is left for the next time, and
     * what another node compared meanwhile is not compared again.
     *
     * @param most vendor days at a time, the oldest first
     * @return how many were compared
     */
    public int runLeftBehind(Actor actor, int most) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_ACT);
        return Recheck.each(
                leftBehind(most), left -> transactions.run(transaction -> runIfStillLeft(transaction, actor, left)));
    }

    private boolean runIfStillLeft(Connection transaction, Actor actor, VendorDay left) throws SQLException {
        if (!Recheck.takeTurn(transaction, left.vendorId())) {
            transaction.rollback();
            return false;
        }
        try (PreparedStatement select = transaction.prepareStatement(STILL)) {
            select.setInt(1, left.vendorId());
            select.setObject(2, left.day());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return false;
                }
            }
        }
        run(transaction, actor, left.vendorId(), left.day());
        return true;
    }

    private List<VendorDay> leftBehind(int most) throws SQLException {
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(LEFT_BEHIND)) {
                select.setTimestamp(1, Timestamp.from(clock.instant().minus(AT_ONCE)));
                select.setInt(2, most);
                return vendorDays(select);
            }
        });
    }

    private static List<VendorDay> vendorDays(PreparedStatement select) throws SQLException {
        List<VendorDay> days = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                days.add(new VendorDay(row.getInt(1), row.getObject(2, LocalDate.class)));
            }
        }
        return days;
    }

    /**
     * Moves EXPECTED breaks whose time is over to MISSING_AT_VENDOR, for every vendor; a job does it daily.
     *
     * @return how many
     */
    public long age(Actor actor) throws SQLException {
        ReconciliationRefusal.permit(actor, Permission.RECONCILE_ACT);
        long aged = 0;
        for (int vendorId : vendorsWithExpected()) {
            aged += transactions.run(transaction -> age(transaction, vendorId));
        }
        return aged;
    }

    private RunReport run(Connection transaction, Actor actor, int vendorId, LocalDate day) throws SQLException {
        Comparison.takeTurn(transaction, vendorId);
        Stated stated = Comparison.stated(transaction, vendorId, day);
        RunReport report = compare(transaction, actor, vendorId, day, stated, clock.instant());
        if (report.changedAnything()) {
            audit.append(transaction, actor, entry(report));
        }
        return report;
    }

    /** In a transaction that has the vendor's turn: all of the day, and the breaks of the vendor's other days. */
    static RunReport compare(
            Connection transaction, Actor actor, int vendorId, LocalDate day, Stated stated, Instant at)
            throws SQLException {
        LocalDate through = Recheck.lastCleared(transaction).orElseThrow();
        Terms terms = Terms.of(transaction, vendorId, today(at));
        Comparison comparison = new Comparison(transaction, vendorId, day, terms, at, actor.account());
        long grouped = comparison.find(stated);
        long changed = comparison.change();
        long opened = comparison.open();
        long healed = comparison.heal();
        long resolved = new AutoResolution(transaction, vendorId, at, JOB).run();
        Left left = comparison.end(stated);
        Recheck.keep(transaction, vendorId, through, at);
        return new RunReport(
                vendorId,
                day,
                stated.statements().size(),
                stated.rows(),
                grouped,
                opened,
                changed,
                healed,
                resolved,
                left.breaks(),
                left.riskFen());
    }

    private long age(Connection transaction, int vendorId) throws SQLException {
        Instant at = clock.instant();
        Terms terms = Terms.of(transaction, vendorId, today(at));
        try (PreparedStatement age = transaction.prepareStatement(BreakSql.AGE)) {
            age.setObject(1, terms.lastOverdue());
            age.setInt(2, vendorId);
            age.setTimestamp(3, Timestamp.from(at));
            age.setString(4, JOB);
            return age.executeLargeUpdate();
        }
    }

    private List<Integer> vendorsWithExpected() throws SQLException {
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(WITH_EXPECTED);
                    ResultSet row = select.executeQuery()) {
                List<Integer> vendors = new ArrayList<>();
                while (row.next()) {
                    vendors.add(row.getInt(1));
                }
                return vendors;
            }
        });
    }

    private static boolean isCleared(Connection transaction, LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(DAY_CLEARED)) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static AuditEntry entry(RunReport report) {
        return AuditEntry.of("RECONCILED", "VENDOR", report.vendorId())
                .with(Map.of(
                        "day", report.day().toString(),
                        "opened", Long.toString(report.opened()),
                        "changed", Long.toString(report.changed()),
                        "healed", Long.toString(report.healed()),
                        "resolvedByRule", Long.toString(report.resolved()),
                        "open", Long.toString(report.openBreaks())));
    }

    private static LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, SHENZHEN);
    }
}
