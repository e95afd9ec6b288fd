package cn.suinian.settlement.payout.carried;

import cn.suinian.core.money.Payer;
import cn.suinian.settlement.payout.policy.Unpaid;
import cn.suinian.settlement.payout.policy.UnpaidDays;
import cn.suinian.settlement.payout.policy.UnpaidDays.Move;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Of which business days the money is that vendors were not paid, in SQL. */
public final class UnpaidDaysStore {
    /**
     * A vendor's own view of what it is owed: days whose money was not paid when the oldest is paid first. Who was paid
     * all of the days that are carried forward is looked at from there; of the few others the journal tells all.
     */
    private static final String UNPAID_DAYS = """
            WITH since AS (""" + CarriedForward.MOVED + """
            ),
            behind AS (
                SELECT k.vendor_id, k.payer, k.due_fen, k.paid_fen, e.day,
                       -k.paid_fen - coalesce(s.paid_fen, 0) AS paid, coalesce(s.owes, false) AS owes_since
                FROM payable_carried k
                JOIN payable_carried_through e ON e.day = ?
                LEFT JOIN (SELECT vendor_id, payer, sum(fen) FILTER (WHERE paid) AS paid_fen,
                                  bool_or(NOT paid) AS owes
                           FROM since GROUP BY vendor_id, payer) s USING (vendor_id, payer)
                WHERE k.payer = ?),
            unsettled AS (
                SELECT a.account_id, b.vendor_id, b.day FROM behind b JOIN ledger_account a USING (vendor_id)
                WHERE b.due_fen > b.paid OR b.due_fen < b.paid AND NOT b.owes_since),
            settled AS (SELECT * FROM behind WHERE vendor_id NOT IN (SELECT vendor_id FROM unsettled)),
            moved AS (
                SELECT vendor_id, payer, fen, day, paid FROM since
                UNION ALL SELECT vendor_id, payer, due_fen, day, false FROM settled
                UNION ALL SELECT vendor_id, payer, paid_fen, day, true FROM settled
                UNION ALL
                SELECT r.vendor_id, coalesce(d.payer, d.bank_of), t.amount_fen, t.day, d.bank_of IS NOT NULL
                FROM unsettled r
                JOIN journal_transfer t ON t.credit_account = r.account_id AND t.day <= r.day
                JOIN ledger_account d ON d.account_id = t.debit_account AND num_nonnulls(d.payer, d.bank_of) > 0
                UNION ALL
                SELECT r.vendor_id, coalesce(c.payer, c.bank_of), -t.amount_fen, t.day, c.bank_of IS NOT NULL
                FROM unsettled r
                JOIN journal_transfer t ON t.debit_account = r.account_id AND t.day <= r.day
                JOIN ledger_account c ON c.account_id = t.credit_account AND num_nonnulls(c.payer, c.bank_of) > 0)
            , owed AS (
                SELECT vendor_id, day, sum(sum(fen)) OVER (PARTITION BY vendor_id ORDER BY day) AS so_far,
                       max(day) OVER (PARTITION BY vendor_id) AS last_day
                FROM moved WHERE payer = ? AND NOT paid AND day <= ? GROUP BY vendor_id, day),
            paid AS (SELECT vendor_id, -sum(fen) AS fen FROM moved WHERE payer = ? AND paid GROUP BY vendor_id)
            SELECT o.vendor_id, v.name, min(o.day) AS first, max(o.day) AS last, count(*) AS days
            FROM owed o JOIN vendor v USING (vendor_id) LEFT JOIN paid p USING (vendor_id)
            WHERE o.so_far <> coalesce(p.fen, 0) AND (o.so_far > coalesce(p.fen, 0) OR o.day = o.last_day)
            GROUP BY o.vendor_id, v.name
            """;

    /**
     * Days and payments, each in its order, of vendors of which a payment came back within two months: what came back
     * before was paid again long since.
     */
    private static final String OF_RETURNED = """
            WITH theirs AS (SELECT account_id FROM ledger_account WHERE ? IN (payer, bank_of)),
            returned AS (
                SELECT DISTINCT r.credit_account AS account_id FROM journal_transfer r
                JOIN theirs b ON b.account_id = r.debit_account
                WHERE r.kind = 'PAYMENT_RETURN' AND r.day > ?::date - 62)
            SELECT a.vendor_id, t.kind LIKE 'PAYMENT%' AS paid, t.day, t.reference, t.transfer_id,
                   CASE WHEN t.credit_account = a.account_id THEN t.amount_fen ELSE -t.amount_fen END AS fen
            FROM returned JOIN ledger_account a USING (account_id)
            JOIN journal_transfer t ON a.account_id IN (t.credit_account, t.debit_account)
            JOIN theirs b ON b.account_id IN (t.credit_account, t.debit_account)
            WHERE t.kind LIKE 'PAYMENT%' OR t.day <= ?
            ORDER BY a.vendor_id, t.transfer_id
            """;

    private UnpaidDaysStore() {}

    /** By vendor; vendors to whom exactly nothing is payable are not in it. */
    public static Map<Integer, Unpaid> read(Connection transaction, Payer payer, LocalDate throughDay)
            throws SQLException {
        LocalDate carried = CarriedForward.through(transaction, throughDay);
        try (PreparedStatement select = transaction.prepareStatement(UNPAID_DAYS)) {
            for (int i = 1; i <= 3; i++) {
                select.setObject(i, carried);
            }
            select.setInt(4, payer.code());
            select.setInt(5, payer.code());
            select.setObject(6, throughDay);
            select.setInt(7, payer.code());
            Map<Integer, Unpaid> all = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.put(
                            row.getInt("vendor_id"),
                            new Unpaid(
                                    row.getString("name"),
                                    row.getObject("first", LocalDate.class),
                                    row.getObject("last", LocalDate.class),
                                    row.getInt("days")));
                }
            }
            returned(transaction, payer, throughDay)
                    .forEach((vendorId, days) -> all.computeIfPresent(
                            vendorId,
                            (each, whole) ->
                                    new Unpaid(whole.vendorName(), days.firstKey(), days.lastKey(), days.size())));
            return all;
        }
    }

    /** The unpaid days of vendors of which a payment came back, by vendor; who has none is not in it. */
    static Map<Integer, NavigableMap<LocalDate, Long>> returned(
            Connection transaction, Payer payer, LocalDate throughDay) throws SQLException {
        Map<Integer, NavigableMap<LocalDate, Long>> owed = new HashMap<>();
        Map<Integer, List<Move>> moves = new HashMap<>();
        try (PreparedStatement select = transaction.prepareStatement(OF_RETURNED)) {
            select.setInt(1, payer.code());
            select.setObject(2, throughDay);
            select.setObject(3, throughDay);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int vendorId = row.getInt("vendor_id");
                    if (row.getBoolean("paid")) {
                        moves.computeIfAbsent(vendorId, each -> new ArrayList<>())
                                .add(new Move(row.getString("reference"), -row.getLong("fen")));
                    } else {
                        owed.computeIfAbsent(vendorId, each -> new TreeMap<>())
                                .merge(row.getObject("day", LocalDate.class), row.getLong("fen"), Long::sum);
                    }
                }
            }
        }
        owed.replaceAll((vendorId, days) -> UnpaidDays.of(days, moves.getOrDefault(vendorId, List.of())));
        owed.values().removeIf(NavigableMap::isEmpty);
        return owed;
    }
}
