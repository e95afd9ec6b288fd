package cn.suinian.settlement.reconciliation;

import cn.suinian.core.money.Payer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is open between a vendor and us, for whoever is about to pay. */
public final class OpenBreaks {
    private static final String AT_RISK = """
            SELECT greatest(payer, 1) AS payer, sum(risk_fen) AS fen FROM settlement_break
            WHERE vendor_id = ? AND day <= ? AND status IN ('OPEN', 'ASKED') GROUP BY 1
            """;

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
}
