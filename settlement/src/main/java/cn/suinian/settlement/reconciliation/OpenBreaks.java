package cn.suinian.settlement.reconciliation;

import cn.suinian.core.money.Payer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is open between a vendor and us, for whoever is about to pay. */
public final class OpenBreaks {
    private static final String AT_RISK = """
            SELECT greatest(payer, 1) AS payer, sum(risk_fen) AS fen FROM settlement_break
            WHERE vendor_id = ? AND day <= ? AND status IN ('OPEN', 'ASKED') GROUP BY 1
            """;
    private static final String NOT_COMPARED = """
            SELECT DISTINCT s.day FROM vendor_statement s
            JOIN business_day d ON d.day = s.day AND d.cleared_at IS NOT NULL
            LEFT JOIN reconciliation_run u ON u.vendor_id = s.vendor_id AND u.day = s.day
            WHERE s.vendor_id = ? AND s.day <= ? AND %s ORDER BY 1
            """.formatted(Reconciliation.SINCE_COMPARED);

    private OpenBreaks() {}

    /**
     * Money at risk in open breaks of business days up to this one, in fen by payer; payers without any are left out.
     * What nobody knows the payer of counts as the city's. A break that waits for a second signature is open.
     */
    public static SortedMap<Payer, Long> moneyAtRisk(Connection transaction, int vendorId, LocalDate throughDay)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(AT_RISK)) {
            select.setInt(1, vendorId);
            select.setObject(2, throughDay);
            SortedMap<Payer, Long> atRisk = new TreeMap<>(Comparator.comparingInt(Payer::code));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    atRisk.put(new Payer(row.getInt("payer")), row.getLong("fen"));
                }
            }
            return atRisk;
        }
    }

    /** Business days up to this one whose statements came, were accepted or were withdrawn since they were compared. */
    public static List<LocalDate> daysNotCompared(Connection transaction, int vendorId, LocalDate throughDay)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NOT_COMPARED)) {
            select.setInt(1, vendorId);
            select.setObject(2, throughDay);
            List<LocalDate> days = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject(1, LocalDate.class));
                }
            }
            return days;
        }
    }
}
