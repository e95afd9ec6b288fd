package cn.suinian.settlement.payout.carried;

import cn.suinian.core.money.Payer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** What of one business day's money went to the bank and did not come back, in SQL. */
public final class PaidOfDayStore {
    /**
     * A payment is of all days up to the one that its batch pays through: those whom the day moved nothing for are left
     * out, whatever was ordered for days before. Of what is still open the oldest days were paid first.
     */
    private static final String PAID_OF_DAY = "WITH moved AS (" + CarriedForward.MOVED + """
            ),
            of_day AS (
                SELECT vendor_id, payer, sum(fen) AS fen FROM moved WHERE NOT paid AND day = ?
                GROUP BY vendor_id, payer HAVING sum(fen) <> 0),
            open AS (
                SELECT vendor_id, payer, sum(fen) AS fen FROM (
                    SELECT vendor_id, payer, fen FROM moved WHERE paid OR day <= ?
                    UNION ALL
                    SELECT k.vendor_id, k.payer, k.due_fen + k.paid_fen
                    FROM payable_carried k CROSS JOIN payable_carried_through e WHERE e.day = ?) AS each_one
                GROUP BY vendor_id, payer)
            SELECT vendor_id, payer, d.fen, least(greatest(0, d.fen), greatest(0, o.fen)) AS unpaid
            FROM of_day d JOIN open o USING (vendor_id, payer)
            WHERE EXISTS (
                SELECT FROM payment p JOIN payout_batch b USING (batch_no)
                WHERE p.vendor_id = d.vendor_id AND b.payer = d.payer AND b.through_day >= ?
                  AND p.state IN ('ORDERED', 'ACCEPTED'))
            """;

    /**
     * What was paid of a day.
     *
     * @param payments by vendor and payer
     * @param fen what of the day's money they are, less what the day took back
     */
    public record PaidOfDay(long payments, long fen) {}

    private PaidOfDayStore() {}

    /** Empty: nothing of it. */
    public static Optional<PaidOfDay> read(Connection transaction, LocalDate day) throws SQLException {
        LocalDate carried = CarriedForward.through(transaction, day.minusDays(1));
        Map<Payer, Map<Integer, NavigableMap<LocalDate, Long>>> returned = new HashMap<>();
        long payments = 0;
        long fen = 0;
        try (PreparedStatement select = transaction.prepareStatement(PAID_OF_DAY)) {
            select.setObject(1, carried);
            select.setObject(2, carried);
            select.setObject(3, day);
            select.setObject(4, day);
            select.setObject(5, carried);
            select.setObject(6, day);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Payer payer = new Payer(row.getInt("payer"));
                    if (!returned.containsKey(payer)) {
                        returned.put(payer, UnpaidDaysStore.returned(transaction, payer, day));
                    }
                    NavigableMap<LocalDate, Long> came = returned.get(payer).get(row.getInt("vendor_id"));
                    long unpaid = came == null ? row.getLong("unpaid") : came.getOrDefault(day, 0L);
                    if (row.getLong("fen") != unpaid) {
                        payments++;
                        fen += row.getLong("fen") - unpaid;
                    }
                }
            }
        }
        return payments == 0 ? Optional.empty() : Optional.of(new PaidOfDay(payments, fen));
    }
}
