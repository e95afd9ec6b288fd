package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.settlement.businessday.BusinessDay.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the journal says is payable. */
final class PayableStore {
    /** The day stays as it is until the transaction ends. */
    private static final String DAY = "SELECT state FROM business_day WHERE day = ? FOR SHARE";

    /** Payments and returns count on whichever day they stand, for they are made after the day they pay. */
    private static final String PAYABLE = """
            WITH moved AS (
                SELECT c.vendor_id, t.amount_fen AS fen, t.day, d.bank_of IS NOT NULL AS paid
                FROM journal_transfer t
                JOIN ledger_account c ON c.account_id = t.credit_account AND c.vendor_id IS NOT NULL
                JOIN ledger_account d ON d.account_id = t.debit_account AND ? IN (d.payer, d.bank_of)
                UNION ALL
                SELECT d.vendor_id, -t.amount_fen, t.day, c.bank_of IS NOT NULL
                FROM journal_transfer t
                JOIN ledger_account d ON d.account_id = t.debit_account AND d.vendor_id IS NOT NULL
                JOIN ledger_account c ON c.account_id = t.credit_account AND ? IN (c.payer, c.bank_of))
            SELECT m.vendor_id, v.code, sum(m.fen) AS fen,
                   array_agg(DISTINCT m.day ORDER BY m.day) FILTER (WHERE NOT m.paid AND b.state = ANY (?)) AS early
            FROM moved m
            JOIN vendor v USING (vendor_id)
            JOIN business_day b ON b.day = m.day
            WHERE m.paid OR m.day <= ?
            GROUP BY m.vendor_id, v.code
            HAVING sum(m.fen) <> 0
            ORDER BY v.code
            """;

    /**
     * What is payable to a vendor.
     *
     * @param daysNotApproved days that have money of it and have not come far enough
     */
    record Payable(int vendorId, String vendorCode, long fen, List<LocalDate> daysNotApproved) {}

    private PayableStore() {}

    static Optional<State> findDay(Connection transaction, LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(DAY)) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(State.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** By vendor code; vendors with nothing payable are not in it. */
    static List<Payable> list(Connection transaction, Payer payer, LocalDate throughDay, State least)
            throws SQLException {
        Object[] early = Arrays.stream(State.values())
                .filter(state -> state.compareTo(least) < 0)
                .map(State::name)
                .toArray();
        try (PreparedStatement select = transaction.prepareStatement(PAYABLE)) {
            select.setInt(1, payer.code());
            select.setInt(2, payer.code());
            select.setArray(3, transaction.createArrayOf("text", early));
            select.setObject(4, throughDay);
            List<Payable> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Payable(row.getInt("vendor_id"), row.getString("code"), row.getLong("fen"), days(row)));
                }
            }
            return all;
        }
    }

    private static List<LocalDate> days(ResultSet row) throws SQLException {
        java.sql.Array days = row.getArray("early");
        if (days == null) {
            return List.of();
        }
        return Arrays.stream((java.sql.Date[]) days.getArray())
                .map(java.sql.Date::toLocalDate)
                .toList();
    }
}
