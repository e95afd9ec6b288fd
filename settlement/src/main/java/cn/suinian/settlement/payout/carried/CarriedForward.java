package cn.suinian.settlement.payout.carried;

import cn.suinian.core.postgres.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What payers owe vendors of sealed days, added up once: their part of the journal changes no more. Without it each
 * look at what is payable adds up the journal of all years. Blocking; safe for any number of threads and nodes.
 */
public final class CarriedForward {
    /** Movements between payers and vendors. Those of payments and returns are paid; all in fen, to the vendor. */
    public static final String MOVED = """
            SELECT c.vendor_id, coalesce(d.payer, d.bank_of) AS payer, t.amount_fen AS fen, t.day,
                   d.bank_of IS NOT NULL AS paid
            FROM journal_transfer t
            JOIN ledger_account c ON c.account_id = t.credit_account AND c.vendor_id IS NOT NULL
            JOIN ledger_account d ON d.account_id = t.debit_account AND num_nonnulls(d.payer, d.bank_of) > 0
            WHERE t.day > ?
            UNION ALL
            SELECT d.vendor_id, coalesce(c.payer, c.bank_of), -t.amount_fen, t.day, c.bank_of IS NOT NULL
            FROM journal_transfer t
            JOIN ledger_account d ON d.account_id = t.debit_account AND d.vendor_id IS NOT NULL
            JOIN ledger_account c ON c.account_id = t.credit_account AND num_nonnulls(c.payer, c.bank_of) > 0
            WHERE t.day > ?
            """;

    private static final String HOLD = "SELECT day FROM payable_carried_through FOR UPDATE";
    private static final String READ = "SELECT day FROM payable_carried_through FOR KEY SHARE";
    private static final String LAST_SEALED = """
            SELECT max(day) FROM business_day
            WHERE state = 'SEALED'
              AND day < coalesce((SELECT min(day) FROM business_day WHERE state <> 'SEALED'), date 'infinity')
            """;
    private static final String ADD = """
            INSERT INTO payable_carried AS c (payer, vendor_id, due_fen, paid_fen)
            SELECT payer, vendor_id, coalesce(sum(fen) FILTER (WHERE NOT paid), 0),
                   coalesce(sum(fen) FILTER (WHERE paid), 0)
            FROM (%s) AS moved WHERE day <= ? GROUP BY payer, vendor_id
            ON CONFLICT (payer, vendor_id) DO UPDATE
            SET due_fen = c.due_fen + excluded.due_fen, paid_fen = c.paid_fen + excluded.paid_fen
            """.formatted(MOVED);
    private static final String THROUGH = "UPDATE payable_carried_through SET day = ?";

    /** Before every day. */
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    private final Transactions transactions;

    public CarriedForward(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Adds the days that were sealed since, up to the first that is not; the last day then; empty: nothing is new. */
    public Optional<LocalDate> forward() throws SQLException {
        return transactions.run(transaction -> {
            LocalDate from = day(transaction, HOLD);
            LocalDate to = day(transaction, LAST_SEALED);
            if (to == null || !to.isAfter(from)) {
                return Optional.empty();
            }
            // First: the database lets the sums change only once their day has moved.
            try (PreparedStatement update = transaction.prepareStatement(THROUGH)) {
                update.setObject(1, to);
                update.executeUpdate();
            }
            try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
                insert.setObject(1, from);
                insert.setObject(2, from);
                insert.setObject(3, to);
                insert.executeUpdate();
            }
            return Optional.of(to);
        });
    }

    /**
     * The last day that is carried forward, which stays so until the transaction ends; a day before every day when
     * somebody looks at an earlier one: they add up the journal.
     */
    public static LocalDate through(Connection transaction, LocalDate throughDay) throws SQLException {
        LocalDate day = day(transaction, READ);
        return day.isAfter(throughDay) ? NEVER : day;
    }

    private static LocalDate day(Connection transaction, String sql) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }
}
