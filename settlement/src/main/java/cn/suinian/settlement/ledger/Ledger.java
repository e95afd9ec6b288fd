package cn.suinian.settlement.ledger;

import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Holders;
import cn.suinian.settlement.ledger.LedgerAccount.Owing;
import cn.suinian.settlement.ledger.LedgerAccount.Payable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Posts entries in the transaction of the act that they belong to. */
public final class Ledger {

    /** Held until the transaction ends: the day cannot be cut before it has this entry. */
    private static final String HOLD_OPEN_DAY = """
            SELECT o.day FROM open_business_day o JOIN business_day d ON d.day = o.day AND d.state = 'OPEN'
            FOR SHARE OF o
            """;

    /** A city that never closed a day has not written its first one down yet. */
    private static final String START = """
            WITH started AS (
                INSERT INTO business_day (day, state)
                SELECT day, 'OPEN' FROM open_business_day WHERE NOT EXISTS (SELECT FROM business_day)
                ON CONFLICT DO NOTHING
                RETURNING day)
            INSERT INTO business_day_act (day, to_state, by) SELECT day, 'OPEN', 'set-up' FROM started
            """;

    private static final String FIND_ACCOUNT = "SELECT account_id FROM ledger_account WHERE name = ?";

    private static final String OPEN_ACCOUNT = """
            INSERT INTO ledger_account (name, kind, payer, service, vendor_id, bank_of) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String POST = """
            INSERT INTO journal_transfer (day, kind, debit_account, credit_account, amount_fen, reference, request_no)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String POSTED = """
            SELECT amount_fen FROM journal_transfer
            WHERE kind = ? AND reference = ? AND debit_account = ? AND credit_account = ?
            """;

    private final Connection transaction;

    /** Works in this connection's transaction. */
    public Ledger(Connection transaction) {
        this.transaction = transaction;
    }

    /**
     * The business day that entries made now stand in. It cannot be cut before the transaction ends.
     *
     * @throws IllegalStateException when no business day was ever opened
     */
    public LocalDate holdOpenDay() throws SQLException {
        try (PreparedStatement start = transaction.prepareStatement(START)) {
            start.executeUpdate();
        }
        try (PreparedStatement select = transaction.prepareStatement(HOLD_OPEN_DAY);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("no business day is open");
            }
            return row.getObject(1, LocalDate.class);
        }
    }

    /**
     * Posts an entry in the open day.
     *
     * @return false when just this was posted before
     * @throws IllegalStateException when it was posted before with another amount
     */
    public boolean post(Entry entry) throws SQLException {
        LocalDate day = holdOpenDay();
        int debit = account(entry.debit());
        int credit = account(entry.credit());
        try (PreparedStatement insert = transaction.prepareStatement(POST)) {
            insert.setObject(1, day);
            insert.setString(2, entry.kind().name());
            insert.setInt(3, debit);
            insert.setInt(4, credit);
            insert.setLong(5, entry.fen());
            insert.setString(6, entry.reference());
            insert.setObject(
                    7, entry.request().isPresent() ? entry.request().getAsLong() : null, java.sql.Types.BIGINT);
            if (insert.executeUpdate() == 1) {
                return true;
            }
        }
        refuseOtherAmount(entry, debit, credit);
        return false;
    }

    private void refuseOtherAmount(Entry entry, int debit, int credit) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(POSTED)) {
            select.setString(1, entry.kind().name());
            select.setString(2, entry.reference());
            select.setInt(3, debit);
            select.setInt(4, credit);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getLong(1) != entry.fen()) {
                    throw new IllegalStateException("%s %s was posted with %d fen, not %d"
                            .formatted(entry.kind(), entry.reference(), row.getLong(1), entry.fen()));
                }
            }
        }
    }

    private int account(LedgerAccount account) throws SQLException {
        Integer found = find(account.name());
        if (found != null) {
            return found;
        }
        open(account);
        Integer opened = find(account.name());
        if (opened == null) {
            throw new IllegalStateException("account " + account.name() + " is kept under another name");
        }
        return opened;
    }

    private @Nullable Integer find(String name) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FIND_ACCOUNT)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : null;
            }
        }
    }

    private void open(LedgerAccount account) throws SQLException {
        Columns columns = Columns.of(account);
        try (PreparedStatement insert = transaction.prepareStatement(OPEN_ACCOUNT)) {
            insert.setString(1, account.name());
            insert.setString(2, columns.kind);
            insert.setObject(3, columns.payer, java.sql.Types.SMALLINT);
            insert.setObject(4, columns.service, java.sql.Types.SMALLINT);
            insert.setObject(5, columns.vendorId, java.sql.Types.INTEGER);
            insert.setObject(6, columns.bankOf, java.sql.Types.SMALLINT);
            insert.executeUpdate();
        }
    }

    private record Columns(
            String kind,
            @Nullable Integer payer,
            @Nullable Integer service,
            @Nullable Integer vendorId,
            @Nullable Integer bankOf) {

        static Columns of(LedgerAccount account) {
            if (account instanceof Owing owing) {
                return new Columns(
                        "PAYER", owing.payer().code(), owing.service().code(), null, null);
            }
            if (account instanceof Payable payable) {
                return new Columns("VENDOR", null, null, payable.vendorId(), null);
            }
            if (account instanceof Bank bank) {
                return new Columns("BANK", null, null, null, bank.payer().code());
            }
            if (account instanceof Holders) {
                return new Columns("HOLDERS", null, null, null, null);
            }
            throw new IllegalStateException("no columns for " + account.name());
        }
    }
}
