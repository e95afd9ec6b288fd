package cn.suinian.settlement.payout.account;

import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.AccountVersion.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Versions of bank accounts in SQL. */
final class AccountStore {
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('bank_account_version', 'version_no'))";
    private static final String INSERT = """
            INSERT INTO bank_account_version (version_no, vendor_id, payer, account_name, number_sealed, number_tail,
                bank_code, bank_name, request_no, asked_by, asked_as, asked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT = """
            SELECT version_no, vendor_id, payer, account_name, number_sealed, number_tail, bank_code, bank_name, state,
                   request_no, asked_as, asked_at, decided_as, decided_at,
                   (SELECT r.reason FROM approval_request r WHERE r.request_no = a.request_no) AS reason
            FROM bank_account_version a
            """;
    /** As {@code verify} computes it again; the number is not in it, its seal is bound to the version. */
    private static final String FINGERPRINT = """
            SELECT encode(sha256(convert_to(concat_ws('|', vendor_id, 'payer ' || payer, account_name, number_tail,
                                                      bank_code, bank_name), 'UTF8')), 'hex')
            FROM bank_account_version WHERE version_no = ?
            """;

    private static final String OF_OWNER =
            SELECT + "WHERE vendor_id IS NOT DISTINCT FROM ? AND payer IS NOT DISTINCT FROM ? ORDER BY version_no DESC";
    private static final String OF_VENDORS = SELECT + "WHERE vendor_id = ANY (?) AND state IN ('WAITING', 'CONFIRMED')"
            + " ORDER BY vendor_id, version_no DESC";
    private static final String OF_REQUEST = SELECT + "WHERE request_no = ? FOR UPDATE OF a";
    private static final String REQUESTED = SELECT + "WHERE request_no = ?";
    private static final String VENDOR_NAME = "SELECT code || ' · ' || name FROM vendor WHERE vendor_id = ?";
    private static final String VENDORS = """
            SELECT v.vendor_id, v.code, v.name, c.number_tail, c.bank_name,
                   EXISTS (SELECT FROM bank_account_version w
                           WHERE w.vendor_id = v.vendor_id AND w.state = 'WAITING') AS waits
            FROM vendor v
            LEFT JOIN LATERAL (SELECT number_tail, bank_name FROM bank_account_version c
                               WHERE c.vendor_id = v.vendor_id AND c.state = 'CONFIRMED'
                               ORDER BY version_no DESC LIMIT 1) c ON true
            WHERE v.code > ? AND (NOT ? OR c.number_tail IS NULL)
            ORDER BY v.code LIMIT ?
            """;
    private static final String BY_NUMBER = SELECT + "WHERE version_no = ?";
    private static final String WAITING =
            SELECT + "WHERE state = 'WAITING' AND version_no > ? ORDER BY version_no LIMIT ?";
    private static final String DECIDE = """
            UPDATE bank_account_version SET state = ?, decided_by = ?, decided_as = ?, decided_at = ?
            WHERE version_no = ?
            """;
    private static final String VENDOR_IS_THERE = "SELECT FROM vendor WHERE vendor_id = ? FOR NO KEY UPDATE";

    private final Seals seals;

    AccountStore(Seals seals) {
        this.seals = seals;
    }

    /** Whether there is such a vendor, which then waits for nobody else's change. */
    boolean lockVendor(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VENDOR_IS_THERE)) {
            select.setInt(1, vendorId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    long nextNo(Connection transaction) throws SQLException {
        try (PreparedStatement next = transaction.prepareStatement(NEXT);
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void add(
            Connection transaction,
            Actor actor,
            AccountOwner owner,
            long versionNo,
            BankDetails details,
            long request,
            Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setLong(1, versionNo);
            insert.setObject(2, vendor(owner), Types.INTEGER);
            insert.setObject(3, payer(owner), Types.SMALLINT);
            insert.setString(4, details.accountName());
            insert.setBytes(5, seals.seal(SealedColumn.PAYOUT_ACCOUNT, versionNo, details.number()));
            insert.setString(6, details.tail());
            insert.setString(7, details.bankCode());
            insert.setString(8, details.bankName());
            insert.setLong(9, request);
            insert.setObject(10, actor.staffId(), Types.BIGINT);
            insert.setString(11, actor.account());
            insert.setTimestamp(12, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    /** Newest first. */
    List<AccountVersion> list(Connection transaction, AccountOwner owner) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_OWNER)) {
            select.setObject(1, vendor(owner), Types.INTEGER);
            select.setObject(2, payer(owner), Types.SMALLINT);
            return read(select);
        }
    }

    /** By vendor, newest first; without those that were rejected. */
    List<AccountVersion> list(Connection transaction, List<Integer> vendorIds) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_VENDORS)) {
            select.setArray(1, transaction.createArrayOf("int4", vendorIds.toArray()));
            return read(select);
        }
    }

    List<AccountVersion> listWaiting(Connection transaction, long after, int most) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(WAITING)) {
            select.setLong(1, after);
            select.setInt(2, most);
            return read(select);
        }
    }

    Optional<AccountVersion> lockRequested(Connection transaction, long requestNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(OF_REQUEST)) {
            select.setLong(1, requestNo);
            return read(select).stream().findFirst();
        }
    }

    /** With the number in full. */
    Optional<BankDetails> open(Connection transaction, long versionNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(BY_NUMBER)) {
            select.setLong(1, versionNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new BankDetails(
                                row.getString("account_name"),
                                seals.open(SealedColumn.PAYOUT_ACCOUNT, versionNo, row.getBytes("number_sealed")),
                                row.getString("bank_code"),
                                row.getString("bank_name")))
                        : Optional.empty();
            }
        }
    }

    /** A hash of whose account a version is and of all that it says in clear. */
    String fingerprint(Connection transaction, long versionNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(FINGERPRINT)) {
            select.setLong(1, versionNo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    void decide(Connection transaction, Actor actor, long versionNo, State state, Instant now) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(DECIDE)) {
            update.setString(1, state.name());
            update.setObject(2, actor.staffId(), Types.BIGINT);
            update.setString(3, actor.account());
            update.setTimestamp(4, Timestamp.from(now));
            update.setLong(5, versionNo);
            update.executeUpdate();
        }
    }

    Optional<String> vendorName(Connection transaction, int vendorId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VENDOR_NAME)) {
            select.setInt(1, vendorId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    Optional<AccountVersion> findRequested(Connection transaction, long requestNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(REQUESTED)) {
            select.setLong(1, requestNo);
            return read(select).stream().findFirst();
        }
    }

    /** Vendors by code with the account in force. */
    List<VendorAccount> vendors(Connection transaction, String afterCode, boolean withoutOnly, int limit)
            throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(VENDORS)) {
            select.setString(1, afterCode);
            select.setBoolean(2, withoutOnly);
            select.setInt(3, limit);
            List<VendorAccount> vendors = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    vendors.add(new VendorAccount(
                            row.getInt("vendor_id"),
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("number_tail"),
                            row.getString("bank_name"),
                            row.getBoolean("waits")));
                }
            }
            return vendors;
        }
    }

    private static @Nullable Integer vendor(AccountOwner owner) {
        return owner instanceof OfVendor of ? of.vendorId() : null;
    }

    private static @Nullable Integer payer(AccountOwner owner) {
        return owner instanceof OfPayer of ? of.payer().code() : null;
    }

    private static List<AccountVersion> read(PreparedStatement select) throws SQLException {
        List<AccountVersion> versions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Timestamp decided = row.getTimestamp("decided_at");
                int vendorId = row.getInt("vendor_id");
                AccountOwner owner =
                        row.wasNull() ? new OfPayer(new Payer(row.getInt("payer"))) : new OfVendor(vendorId);
                versions.add(new AccountVersion(
                        row.getLong("version_no"),
                        owner,
                        row.getString("account_name"),
                        row.getString("number_tail"),
                        row.getString("bank_code"),
                        row.getString("bank_name"),
                        State.valueOf(row.getString("state")),
                        row.getLong("request_no"),
                        row.getString("reason"),
                        row.getString("asked_as"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getString("decided_as"),
                        decided == null ? null : decided.toInstant()));
            }
        }
        return versions;
    }
}
