package cn.suinian.settlement.reconciliation;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.Comparison.Stated;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares again what a vendor's open and adjusted breaks are about, of all its days. Blocking; safe to repeat. */
public final class Recheck {
    private static final String LAST_CLEARED = "SELECT max(day) FROM business_day WHERE cleared_at IS NOT NULL";
    private static final String DUE = """
            SELECT DISTINCT b.vendor_id FROM settlement_break b
            LEFT JOIN break_recheck k USING (vendor_id)
            WHERE (b.status IN ('OPEN', 'ASKED') OR b.adjusted_fen <> 0)
              AND (k.through_day IS NULL
                   OR k.through_day < (SELECT max(day) FROM business_day WHERE cleared_at IS NOT NULL))
            ORDER BY 1
            """;
    private static final String KEEP = """
            INSERT INTO break_recheck (vendor_id, through_day, rechecked_at) VALUES (?, ?, ?)
            ON CONFLICT (vendor_id) DO UPDATE
            SET through_day = excluded.through_day, rechecked_at = excluded.rechecked_at
            """;
    private static final String PATIENCE = "SET LOCAL lock_timeout = '2s'";
    private static final String USUAL_PATIENCE = "SET LOCAL lock_timeout = 0";
    private static final String NOT_HAD = "55P03";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public Recheck(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Compares every vendor with breaks that were not compared since the last clearing; a job does it. A vendor whose
     * statement is being taken in is left for the next time.
     *
     * @return how many vendors were compared
     */
    public int runDue(Actor actor) throws SQLException {
        if (!actor.may(Permission.RECONCILE_ACT)) {
            throw new RefusedException(ReconciliationRefusal.NOT_ALLOWED);
        }
        return each(listDue(), vendorId -> transactions.run(transaction -> runOne(transaction, actor, vendorId)));
    }

    /** One comparison of many. */
    @FunctionalInterface
    interface One<T> {
        /** False: it was left for the next time. */
        boolean compare(T which) throws SQLException;
    }

    /**
     * Compares each, for none is to wait for one that fails.
     *
     * @return how many were compared
     * @throws SQLException that of the first that failed, once all were tried; those of the others are suppressed in it
     */
    static <T> int each(List<T> all, One<T> one) throws SQLException {
        int compared = 0;
        SQLException failed = null;
        for (T which : all) {
            try {
                compared += one.compare(which) ? 1 : 0;
            } catch (SQLException failure) {
                if (failed == null) {
                    failed = failure;
                } else {
                    failed.addSuppressed(failure);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
        return compared;
    }

    private boolean runOne(Connection transaction, Actor actor, int vendorId) throws SQLException {
        if (!takeTurn(transaction, vendorId)) {
            transaction.rollback();
            return false;
        }
        Optional<AuditEntry> entry = run(transaction, actor, vendorId);
        if (entry.isPresent()) {
            audit.append(transaction, actor, entry.get());
        }
        return true;
    }

    /**
     * Waits up to two seconds for the vendor's turn, which then lasts as long as the transaction.
     *
     * @return false when a comparison or a statement on its way in takes longer; the transaction is then to be undone
     */
    public static boolean takeTurn(Connection transaction, int vendorId) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(PATIENCE);
            Comparison.takeTurn(transaction, vendorId);
            statement.execute(USUAL_PATIENCE);
            return true;
        } catch (SQLException failure) {
            if (NOT_HAD.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * Compares one vendor, in a transaction that has its turn.
     *
     * @return what the caller is to append to the audit trail, last of all; empty when nothing changed
     */
    public Optional<AuditEntry> run(Connection transaction, Actor actor, int vendorId) throws SQLException {
        Optional<LocalDate> cleared = lastCleared(transaction);
        if (cleared.isEmpty()) {
            return Optional.empty();
        }
        // The day that is open has no comparison of its own, so this is all there is of the other days.
        RunReport report = Reconciliation.compare(
                transaction, actor, vendorId, cleared.get().plusDays(1), Stated.NOTHING, clock.instant());
        if (!report.changedAnything()) {
            return Optional.empty();
        }
        return Optional.of(AuditEntry.of("BREAKS_COMPARED_AGAIN", "VENDOR", vendorId)
                .with(Map.of(
                        "through", cleared.get().toString(),
                        "opened", Long.toString(report.opened()),
                        "changed", Long.toString(report.changed()),
                        "healed", Long.toString(report.healed()),
                        "resolvedByRule", Long.toString(report.resolved()))));
    }

    /** Read with the vendor's turn and before anything is compared: what is cleared later was perhaps not seen. */
    static Optional<LocalDate> lastCleared(Connection transaction) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LAST_CLEARED);
                ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, LocalDate.class));
        }
    }

    static void keep(Connection transaction, int vendorId, LocalDate through, Instant at) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(KEEP)) {
            insert.setInt(1, vendorId);
            insert.setObject(2, through);
            insert.setTimestamp(3, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    private List<Integer> listDue() throws SQLException {
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(DUE);
                    ResultSet row = select.executeQuery()) {
                List<Integer> vendors = new ArrayList<>();
                while (row.next()) {
                    vendors.add(row.getInt(1));
                }
                return vendors;
            }
        });
    }
}
