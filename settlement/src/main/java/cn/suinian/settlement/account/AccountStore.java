package cn.suinian.settlement.account;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.account.StatementOf.OnePayer;
import cn.suinian.settlement.account.StatementOf.OneVendor;
import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.Sums;
import cn.suinian.settlement.ledger.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines, entries and balances of one owner in SQL. */
final class AccountStore {

    private static final String LINES = """
            SELECT l.day, l.reversal, vendor_id, v.code, v.name, l.payer, l.service, l.taps, l.gross, l.subsidy,
                   l.self_pay, l.operator_subsidy, l.delivery_subsidy
            FROM (SELECT false AS reversal, day, vendor_id, payer, service, taps, gross, subsidy, self_pay,
                         operator_subsidy, delivery_subsidy FROM clearing_line
                  UNION ALL
                  SELECT true, day, vendor_id, payer, service, taps, gross, subsidy, self_pay, operator_subsidy,
                         delivery_subsidy FROM clearing_reversal) l
            JOIN vendor v USING (vendor_id)
            WHERE %s AND l.day BETWEEN ? AND ?
            ORDER BY l.day, v.code, l.payer, l.service, l.reversal LIMIT ?
            """;

    /**
     * Every entry that touches an account of the owner, once for each side of it; an entry between two of its own
     * accounts is there twice and comes to nothing. What is given to a vendor, or taken from a payer, is owed to the
     * vendor.
     */
    private static final String MOVES_OF_VENDOR = """
            WITH own AS (SELECT account_id FROM ledger_account WHERE vendor_id = ?),
            moves AS (
                SELECT j.transfer_id, j.day, j.kind, j.reference, j.amount_fen AS fen, j.debit_account AS other
                FROM journal_transfer j JOIN own o ON o.account_id = j.credit_account
                UNION ALL
                SELECT j.transfer_id, j.day, j.kind, j.reference, -j.amount_fen, j.credit_account
                FROM journal_transfer j JOIN own o ON o.account_id = j.debit_account
            )
            """;

    /** Of a vendor's entries those with one payer. */
    private static final String MOVES_OF_VENDOR_AND_PAYER = """
            WITH own AS (SELECT account_id FROM ledger_account WHERE vendor_id = ?),
            theirs AS (SELECT account_id FROM ledger_account WHERE ? IN (payer, bank_of)),
            moves AS (
                SELECT j.transfer_id, j.day, j.kind, j.reference, j.amount_fen AS fen, j.debit_account AS other
                FROM journal_transfer j JOIN own o ON o.account_id = j.credit_account
                JOIN theirs t ON t.account_id = j.debit_account
                UNION ALL
                SELECT j.transfer_id, j.day, j.kind, j.reference, -j.amount_fen, j.credit_account
                FROM journal_transfer j JOIN own o ON o.account_id = j.debit_account
                JOIN theirs t ON t.account_id = j.credit_account
            )
            """;

    private static final String MOVES_OF_PAYER = """
            WITH own AS (SELECT account_id FROM ledger_account WHERE ? IN (payer, bank_of)),
            moves AS (
                SELECT j.transfer_id, j.day, j.kind, j.reference, j.amount_fen AS fen, j.credit_account AS other
                FROM journal_transfer j JOIN own o ON o.account_id = j.debit_account
                UNION ALL
                SELECT j.transfer_id, j.day, j.kind, j.reference, -j.amount_fen, j.debit_account
                FROM journal_transfer j JOIN own o ON o.account_id = j.credit_account
            )
            """;
    private static final String ENTRIES = """
            SELECT m.day, m.kind, a.name, m.reference, m.fen
            FROM moves m JOIN ledger_account a ON a.account_id = m.other
            WHERE m.day BETWEEN ? AND ? AND m.reference <> ''
            ORDER BY m.day, m.transfer_id, m.fen DESC LIMIT ?
            """;
    private static final String BALANCE =
            "SELECT coalesce(sum(fen), 0) FROM moves WHERE day < ?::date OR (? AND day = ?::date)";

    /** Payers have several accounts, so a vendor's parties are told by payer and not by account. */
    private static final String BALANCES = """
            SELECT a.name, coalesce(a.payer, a.bank_of, 0) AS payer,
                   coalesce(sum(fen) FILTER (WHERE day < ?::date), 0) AS opening,
                   coalesce(sum(fen) FILTER (WHERE of_days AND reference = '' AND NOT reversal), 0) AS cleared,
                   coalesce(sum(fen) FILTER (WHERE of_days AND reference = '' AND reversal), 0) AS reversed,
                   coalesce(sum(fen) FILTER (WHERE of_days AND m.kind = 'ADJUSTMENT'), 0) AS adjusted,
                   coalesce(sum(fen) FILTER (WHERE of_days AND m.kind = 'PAYMENT'), 0) AS paid,
                   coalesce(sum(fen) FILTER (WHERE of_days AND m.kind LIKE 'PAYMENT_RETURN%'), 0) AS returned,
                   coalesce(sum(fen) FILTER (WHERE of_days AND reference <> ''
                            AND m.kind NOT IN ('ADJUSTMENT', 'PAYMENT', 'PAYMENT_RETURN',
                                               'PAYMENT_RETURN_UNDONE')), 0) AS other,
                   sum(fen) AS closing
            FROM (SELECT *, day >= ?::date AS of_days, kind LIKE '%REVERSAL' AS reversal
                  FROM moves WHERE day <= ?::date) m
            JOIN ledger_account a ON a.account_id = m.other
            GROUP BY 1, 2 ORDER BY 1
            """;

    private static final String NOT_CLEARED = """
            SELECT 1 FROM generate_series(?::date, ?::date, interval '1 day') g (day)
            WHERE NOT EXISTS (SELECT FROM business_day d WHERE d.day = g.day::date AND d.cleared_at IS NOT NULL)
              AND EXISTS (SELECT FROM business_day d WHERE d.day <= g.day::date)
            """;
    private static final String LAST_CLEARED = "SELECT max(day) FROM business_day WHERE cleared_at IS NOT NULL";
    private static final String VENDOR_OF_CODE = "SELECT vendor_id FROM vendor WHERE code = ?";
    private static final String VENDOR = "SELECT code, name FROM vendor WHERE vendor_id = ?";

    /** A vendor's or payer's code and name. */
    record Named(String code, String name) {}

    private final Connection connection;
    private final StatementOf owner;
    private final String moves;
    private final String linesOfOwner;

    /** The numbers of the owner, and of the one payer, that {@link #moves} and {@link #linesOfOwner} begin with. */
    private final List<Integer> numbers;

    /**
     * The store of an owner.
     *
     * @param only of a vendor's statement the one payer that is on it; empty: all
     */
    AccountStore(Connection connection, StatementOf owner, Optional<Payer> only) {
        this.connection = connection;
        this.owner = owner;
        if (owner instanceof OneVendor vendor) {
            this.numbers = only.isEmpty()
                    ? List.of(vendor.vendorId())
                    : List.of(vendor.vendorId(), only.get().code());
            this.moves = only.isEmpty() ? MOVES_OF_VENDOR : MOVES_OF_VENDOR_AND_PAYER;
            this.linesOfOwner = only.isEmpty() ? "l.vendor_id = ?" : "l.vendor_id = ? AND l.payer = ?";
        } else {
            this.numbers = List.of(((OnePayer) owner).payer().code());
            this.moves = MOVES_OF_PAYER;
            this.linesOfOwner = "l.payer = ?";
        }
    }

    /** Empty: there is no such vendor. */
    Optional<Named> findOwner() throws SQLException {
        if (owner instanceof OnePayer of) {
            return Optional.of(new Named(of.payer().label(), of.payer().zh()));
        }
        return list(VENDOR, row -> new Named(row.getString("code"), row.getString("name")), numbers.get(0)).stream()
                .findFirst();
    }

    /** The number of the vendor that files call so. */
    static OptionalInt vendor(Connection connection, String code) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(VENDOR_OF_CODE)) {
            query.setString(1, code);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    static Optional<LocalDate> lastCleared(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST_CLEARED);
                ResultSet row = query.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, LocalDate.class));
        }
    }

    /** Whether one of these days is not cleared; days before the first one of all count as cleared. */
    boolean isOpen(DayRange days) throws SQLException {
        return !list(NOT_CLEARED, row -> true, days.from(), days.to()).isEmpty();
    }

    List<AccountLine> lines(DayRange days, int most) throws SQLException {
        return list(LINES.formatted(linesOfOwner), AccountStore::line, ofOwner(days.from(), days.to(), most));
    }

    List<AccountEntry> entries(DayRange days, int most) throws SQLException {
        return list(moves + ENTRIES, AccountStore::entry, ofOwner(days.from(), days.to(), most));
    }

    /** What was owed before a day. */
    long openingFen(LocalDate day) throws SQLException {
        return balance(day, false);
    }

    /** What was owed after a day. */
    long closingFen(LocalDate day) throws SQLException {
        return balance(day, true);
    }

    List<PartyBalance> balances(DayRange days) throws SQLException {
        List<PartyBalance> found =
                list(moves + BALANCES, this::partyBalance, ofOwner(days.from(), days.from(), days.to()));
        Map<String, PartyBalance> parties = new TreeMap<>();
        found.forEach(each -> parties.merge(each.party(), each, PartyBalance::plus));
        return List.copyOf(parties.values());
    }

    private long balance(LocalDate day, boolean with) throws SQLException {
        return list(moves + BALANCE, row -> row.getLong(1), ofOwner(day, with, day))
                .get(0);
    }

    private Object[] ofOwner(Object... values) {
        return Stream.concat(numbers.stream(), Arrays.stream(values)).toArray();
    }

    private PartyBalance partyBalance(ResultSet row) throws SQLException {
        int payer = row.getInt("payer");
        boolean byPayer = owner instanceof OneVendor && payer != 0;
        return new PartyBalance(
                byPayer ? new Payer(payer).label() : row.getString("name"),
                row.getLong("opening"),
                row.getLong("cleared"),
                row.getLong("reversed"),
                row.getLong("adjusted"),
                row.getLong("paid"),
                row.getLong("returned"),
                row.getLong("other"),
                row.getLong("closing"));
    }

    private static AccountLine line(ResultSet row) throws SQLException {
        int payer = row.getInt("payer");
        ClearingLine cleared = new ClearingLine(
                row.getInt("vendor_id"),
                row.getString("code"),
                row.getString("name"),
                payer == 0 ? Optional.empty() : Optional.of(new Payer(payer)),
                Service.ofCode(row.getInt("service")),
                new Sums(
                        row.getLong("taps"),
                        row.getLong("gross"),
                        row.getLong("subsidy"),
                        row.getLong("self_pay"),
                        row.getLong("operator_subsidy"),
                        row.getLong("delivery_subsidy")));
        return new AccountLine(row.getObject("day", LocalDate.class), cleared, row.getBoolean("reversal"));
    }

    private static AccountEntry entry(ResultSet row) throws SQLException {
        return new AccountEntry(
                row.getObject("day", LocalDate.class),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("reference"),
                row.getLong("fen"));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }
}
