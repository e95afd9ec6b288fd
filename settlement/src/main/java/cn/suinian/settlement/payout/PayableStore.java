package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.payout.carried.CarriedForward;
import cn.suinian.settlement.payout.policy.Outstanding.Early;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the journal says is payable. */
final class PayableStore {
    /** The day stays as it is until the transaction ends. */
    private static final String DAY = "SELECT state FROM business_day WHERE day = ? FOR SHARE";

    /**
     * Payments and returns count on whichever day they stand, for they are made after the day they pay. What later days
     * that have come far enough take back again is no longer payable: the most they take together, on any of them. Nor
     * is what two people took back, whatever has come of the day that it was posted in.
     */
    private static final String PAYABLE = """
            WITH moved AS (
                SELECT c.vendor_id, t.amount_fen AS fen, t.day, d.bank_of IS NOT NULL AS paid,
                       false AS taken_by_two
                FROM journal_transfer t
                JOIN ledger_account c ON c.account_id = t.credit_account AND c.vendor_id IS NOT NULL
                JOIN ledger_account d ON d.account_id = t.debit_account AND ? IN (d.payer, d.bank_of)
                WHERE t.day > ?
                UNION ALL
                SELECT d.vendor_id, -t.amount_fen, t.day, c.bank_of IS NOT NULL, t.kind = 'ADJUSTMENT'
                FROM journal_transfer t
                JOIN ledger_account d ON d.account_id = t.debit_account AND d.vendor_id IS NOT NULL
                JOIN ledger_account c ON c.account_id = t.credit_account AND ? IN (c.payer, c.bank_of)
                WHERE t.day > ?
                UNION ALL
                SELECT k.vendor_id, k.due_fen + k.paid_fen, e.day, true, false
                FROM payable_carried k CROSS JOIN payable_carried_through e WHERE k.payer = ? AND e.day = ?),
            due AS (
                SELECT m.vendor_id, sum(m.fen) AS fen,
                       array_agg(DISTINCT m.day ORDER BY m.day) FILTER (WHERE NOT m.paid AND b.state = ANY (?)) AS early
                FROM moved m
                JOIN business_day b ON b.day = m.day
                WHERE m.paid OR m.day <= ?
                GROUP BY m.vendor_id),
            later AS (
                SELECT vendor_id, least(0, min(so_far)) AS fen
                FROM (SELECT m.vendor_id, sum(sum(m.fen)) OVER (PARTITION BY m.vendor_id ORDER BY m.day) AS so_far
                      FROM moved m
                      JOIN business_day b ON b.day = m.day
                      WHERE NOT m.paid AND m.day > ? AND (b.state <> ALL (?) OR m.taken_by_two)
                      GROUP BY m.vendor_id, m.day) AS each_day
                GROUP BY vendor_id),
            payable AS (
                SELECT d.vendor_id, d.early, d.fen AS owed,
                       CASE WHEN d.fen > 0 THEN greatest(0, d.fen + coalesce(l.fen, 0)) ELSE d.fen END AS fen
                FROM due d
                LEFT JOIN later l USING (vendor_id))
            SELECT p.vendor_id, v.code, p.fen, p.owed, p.early
            FROM payable p
            JOIN vendor v USING (vendor_id)
            WHERE p.owed <> 0
            ORDER BY v.code
            """;

    private static final String MOVED = "WITH moved AS (" + CarriedForward.MOVED + ")";

    private static final String PAYERS = MOVED + """
            SELECT DISTINCT payer FROM (
                SELECT payer, vendor_id FROM (
                    SELECT payer, vendor_id, fen FROM moved WHERE paid OR day <= ?
                    UNION ALL
                    SELECT k.payer, k.vendor_id, k.due_fen + k.paid_fen
                    FROM payable_carried k CROSS JOIN payable_carried_through e WHERE e.day = ?) AS each_one
                GROUP BY payer, vendor_id HAVING sum(fen) <> 0) AS owing
            ORDER BY payer
            """;

    /**
     * What days have that are not far enough; those up to the one that is paid through are among the payable. An
     * earlier look is of that day alone: no later day that could be paid is left out of what it adds up. Days that are
     * carried forward have come far enough.
     */
    private static final String EARLY = MOVED + """
            SELECT m.payer, m.vendor_id, v.code, v.name, m.day, sum(m.fen) AS fen
            FROM moved m JOIN vendor v USING (vendor_id) LEFT JOIN business_day b ON b.day = m.day
            WHERE NOT m.paid AND (b.state IS NULL OR b.state = ANY (?))
              AND (?::date IS NULL OR m.day > ? AND NOT EXISTS (
                  SELECT FROM business_day l WHERE l.day > ? AND l.state <> ALL (?)))
            GROUP BY m.payer, m.vendor_id, v.code, v.name, m.day HAVING sum(m.fen) <> 0
            ORDER BY m.payer, m.day, v.code
            """;

    private static final String LAST_DAY = "SELECT max(day) FROM business_day WHERE state = ANY (?)";

    /**
     * What is payable to a vendor.
     *
     * @param fen less what later days took back
     * @param owedFen what the journal says, whatever later days took back; not zero
     * @param daysNotApproved days that have money of it and have not come far enough
     */
    record Payable(int vendorId, String vendorCode, long fen, long owedFen, List<LocalDate> daysNotApproved) {}

    private PayableStore() {}

    static Optional<State> findDay(Connection transaction, LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(DAY)) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(State.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** By vendor code; vendors to whom the journal owes exactly nothing are not in it. */
    static List<Payable> list(Connection transaction, Payer payer, LocalDate throughDay, State least)
            throws SQLException {
        Object[] early = before(least);
        LocalDate carried = CarriedForward.through(transaction, throughDay);
        try (PreparedStatement select = transaction.prepareStatement(PAYABLE)) {
            for (int i = 1; i <= 5; i += 2) {
                select.setInt(i, payer.code());
                select.setObject(i + 1, carried);
            }
            select.setArray(7, transaction.createArrayOf("text", early));
            select.setObject(8, throughDay);
            select.setObject(9, throughDay);
            select.setArray(10, transaction.createArrayOf("text", early));
            List<Payable> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Payable(
                            row.getInt("vendor_id"),
                            row.getString("code"),
                            row.getLong("fen"),
                            row.getLong("owed"),
                            days(row)));
                }
            }
            return all;
        }
    }

    /**
     * What each payer owes of days that are not far enough, by day and vendor code.
     *
     * @param throughDay what is looked at besides; null: nothing
     */
    static Map<Payer, List<Early>> early(Connection transaction, @Nullable LocalDate throughDay, State least)
            throws SQLException {
        Array states = transaction.createArrayOf("text", before(least));
        LocalDate carried = CarriedForward.through(transaction, LocalDate.MAX);
        try (PreparedStatement select = transaction.prepareStatement(EARLY)) {
            select.setObject(1, carried);
            select.setObject(2, carried);
            select.setArray(3, states);
            for (int i = 4; i <= 6; i++) {
                select.setObject(i, throughDay, Types.DATE);
            }
            select.setArray(7, states);
            Map<Payer, List<Early>> all = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.computeIfAbsent(new Payer(row.getInt("payer")), payer -> new ArrayList<>())
                            .add(new Early(
                                    row.getInt("vendor_id"),
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getObject("day", LocalDate.class),
                                    row.getLong("fen")));
                }
            }
            return all;
        }
    }

    private static Object[] before(State least) {
        return Arrays.stream(State.values())
                .filter(state -> state.compareTo(least) < 0)
                .map(State::name)
                .toArray();
    }

    /** In order; those who owe nobody anything are not in it. */
    static List<Payer> payers(Connection transaction, LocalDate throughDay) throws SQLException {
        LocalDate carried = CarriedForward.through(transaction, throughDay);
        try (PreparedStatement select = transaction.prepareStatement(PAYERS)) {
            select.setObject(1, carried);
            select.setObject(2, carried);
            select.setObject(3, throughDay);
            select.setObject(4, carried);
            List<Payer> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Payer(row.getInt("payer")));
                }
            }
            return all;
        }
    }

    /** The last day that has come so far. */
    static Optional<LocalDate> lastDay(Connection transaction, State least) throws SQLException {
        Object[] far = Arrays.stream(State.values())
                .filter(state -> state.compareTo(least) >= 0)
                .map(State::name)
                .toArray();
        try (PreparedStatement select = transaction.prepareStatement(LAST_DAY)) {
            select.setArray(1, transaction.createArrayOf("text", far));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        }
    }

    private static List<LocalDate> days(ResultSet row) throws SQLException {
        Array days = row.getArray("early");
        if (days == null) {
            return List.of();
        }
        return Arrays.stream((java.sql.Date[]) days.getArray())
                .map(java.sql.Date::toLocalDate)
                .toList();
    }
}
