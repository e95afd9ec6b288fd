package cn.suinian.settlement.reconciliation;

import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.settlement.reconciliation.policy.Ageing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** What may differ for a vendor, and which of its taps are missing today. */
record Terms(int toleranceFen, int toleranceSeconds, LocalDate lastOverdue) {
    private static final String OF_VENDOR = """
            WITH own AS (
                SELECT DISTINCT ON (name) name, value::int AS value FROM settlement_limit_on(?)
                WHERE name IN ('RECONCILE_FEN', 'RECONCILE_SECONDS', 'RECONCILE_DAYS') AND about IN ('', ?)
                  AND value IS NOT NULL
                ORDER BY name, about DESC)
            SELECT (SELECT value FROM own WHERE name = 'RECONCILE_FEN'),
                   (SELECT value FROM own WHERE name = 'RECONCILE_SECONDS'),
                   (SELECT value FROM own WHERE name = 'RECONCILE_DAYS')
            """;
    private static final String CALENDAR = "SELECT day, kind FROM calendar_day WHERE day > ?";
    private static final int LONGEST_WAIT_DAYS = 120;

    static Terms of(Connection transaction, int vendorId, LocalDate today) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_VENDOR)) {
            select.setObject(1, today);
            select.setString(2, Integer.toString(vendorId));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Terms(
                        row.getInt(1),
                        row.getInt(2),
                        Ageing.lastOverdue(today, row.getInt(3), calendar(transaction, today)));
            }
        }
    }

    static WorkCalendar calendar(Connection transaction, LocalDate today) throws SQLException {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeup = new HashSet<>();
        try (PreparedStatement select = transaction.prepareStatement(CALENDAR)) {
            select.setObject(1, today.minusDays(LONGEST_WAIT_DAYS));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    (row.getString(2).equals("HOLIDAY") ? holidays : makeup).add(row.getObject(1, LocalDate.class));
                }
            }
        }
        return new WorkCalendar(holidays, makeup);
    }
}
