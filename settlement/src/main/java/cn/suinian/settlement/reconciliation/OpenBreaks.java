package cn.suinian.settlement.reconciliation;

import cn.suinian.core.money.Payer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is open between vendors and us, for whoever is about to pay. */
public final class OpenBreaks {
    private static final String AT_RISK = """
            SELECT vendor_id, greatest(payer, 1) AS payer, sum(risk_fen) AS fen FROM settlement_break
            WHERE vendor_id = ANY (?) AND day <= ? AND status IN ('OPEN', 'ASKED') GROUP BY 1, 2
            """;
    private static final String NOT_COMPARED = """
            SELECT DISTINCT s.vendor_id, s.day FROM vendor_statement s
            JOIN business_day d ON d.day = s.day AND d.cleared_at IS NOT NULL
            LEFT JOIN reconciliation_run u ON u.vendor_id = s.vendor_id AND u.day = s.day
            WHERE s.vendor_id = ANY (?) AND s.day <= ? AND %s ORDER BY 1, 2
            """.formatted(Reconciliation.SINCE_COMPARED);

    private OpenBreaks() {}

    /**
     * Money at risk in open breaks of business days up to this one, in fen by vendor and payer; who has none is left
     * out. What nobody knows the payer of counts as the city's. A break that waits for a second signature is open.
     */
    public static Map<Integer, SortedMap<Payer, Long>> moneyAtRisk(
            Connection transaction, List<Integer> vendors, LocalDate throughDay) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(AT_RISK)) {
            select.setArray(1, transaction.createArrayOf("int", vendors.toArray()));
            select.setObject(2, throughDay);
            Map<Integer, SortedMap<Payer, Long>> atRisk = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    atRisk.computeIfAbsent(
                                    row.getInt("vendor_id"), any -> new TreeMap<>(Comparator.comparingInt(Payer::code)))
                            .put(new Payer(row.getInt("payer")), row.getLong("fen"));
                }
            }
            return atRisk;
        }
    }

    /** Business days up to this one whose statements came, were accepted or were withdrawn since they were compared. */
    public static Map<Integer, List<LocalDate>> daysNotCompared(
            Connection transaction, List<Integer> vendors, LocalDate throughDay) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NOT_COMPARED)) {
            select.setArray(1, transaction.createArrayOf("int", vendors.toArray()));
            select.setObject(2, throughDay);
            Map<Integer, List<LocalDate>> days = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.computeIfAbsent(row.getInt("vendor_id"), any -> new ArrayList<>())
                            .add(row.getObject("day", LocalDate.class));
                }
            }
            return days;
        }
    }
}
