package cn.suinian.settlement.clearing;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.ledger.VendorNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads back what was cleared and posted. */
public final class ClearedFigures {

    private static final String LINES = """
            SELECT vendor_id, v.code, v.name, l.payer, l.service, l.taps, l.gross, l.subsidy, l.self_pay,
                   l.operator_subsidy, l.delivery_subsidy
            FROM %s l
            JOIN vendor v USING (vendor_id)
            WHERE l.day = ?
            ORDER BY v.code, l.payer, l.service
            """;

    private static final String DECLINES = """
            SELECT service, reason, taps FROM clearing_decline WHERE day = ? ORDER BY service, reason
            """;

    private static final String JOURNAL = """
            SELECT coalesce(sum(debit_fen), 0) AS debit_fen, coalesce(sum(credit_fen), 0) AS credit_fen
            FROM journal_posting
            WHERE day = ?
            """;

    private static final String TRIAL_BALANCE = """
            SELECT a.name, coalesce(sum(p.debit_fen), 0) AS debit_fen, coalesce(sum(p.credit_fen), 0) AS credit_fen
            FROM ledger_account a
            LEFT JOIN journal_posting p USING (account_id)
            GROUP BY a.name
            ORDER BY a.name
            """;

    /** Payer. An entry is a payer's when one of its sides is. */
    private static final String TRIAL_BALANCE_OF_PAYER = """
            WITH theirs AS (
                SELECT account_id FROM ledger_account WHERE ? IN (payer, bank_of)
            ), entries AS (
                SELECT debit_account, credit_account, amount_fen FROM journal_transfer
                WHERE debit_account IN (SELECT account_id FROM theirs)
                   OR credit_account IN (SELECT account_id FROM theirs)
            )
            SELECT a.name, sum(e.debit_fen) AS debit_fen, sum(e.credit_fen) AS credit_fen
            FROM ledger_account a
            JOIN (SELECT debit_account AS account_id, amount_fen AS debit_fen, 0 AS credit_fen FROM entries
                  UNION ALL
                  SELECT credit_account, 0, amount_fen FROM entries) AS e USING (account_id)
            GROUP BY a.name
            ORDER BY a.name
            """;

    private static final String PAYER_DAYS = """
            SELECT day, payer, sum(taps) AS taps, sum(fen) AS fen
            FROM (SELECT day, payer, taps, subsidy + operator_subsidy + delivery_subsidy AS fen
                  FROM clearing_line WHERE day BETWEEN ? AND ?
                  UNION ALL
                  SELECT day, payer, 0, -(subsidy + operator_subsidy + delivery_subsidy)
                  FROM clearing_reversal WHERE day BETWEEN ? AND ?) AS moved
            GROUP BY day, payer
            ORDER BY day, payer
            """;

    private final Connection connection;

    /** Reads through this connection. */
    public ClearedFigures(Connection connection) {
        this.connection = connection;
    }

    /** The lines of a day, by vendor code, payer and service; none when nothing was cleared. */
    public List<ClearingLine> listLines(LocalDate day) throws SQLException {
        return listLines("clearing_line", day);
    }

    /** What the reversals that settled on a day took back, in the same form: amounts to take off. */
    public List<ClearingLine> listReversals(LocalDate day) throws SQLException {
        return listLines("clearing_reversal", day);
    }

    private List<ClearingLine> listLines(String table, LocalDate day) throws SQLException {
        return list(
                LINES.formatted(table),
                day,
                row -> new ClearingLine(
                        row.getInt("vendor_id"),
                        row.getString("code"),
                        row.getString("name"),
                        payer(row.getInt("payer")),
                        Service.ofCode(row.getInt("service")),
                        new Sums(
                                row.getLong("taps"),
                                row.getLong("gross"),
                                row.getLong("subsidy"),
                                row.getLong("self_pay"),
                                row.getLong("operator_subsidy"),
                                row.getLong("delivery_subsidy"))));
    }

    /** The declined taps of a day, by service and in order of precedence. */
    public List<DeclineCount> listDeclines(LocalDate day) throws SQLException {
        return list(
                DECLINES,
                day,
                row -> new DeclineCount(
                        Service.ofCode(row.getInt("service")),
                        DeclineReason.ofNumber(row.getInt("reason")),
                        row.getLong("taps")));
    }

    /** What each payer was charged, by day and payer; days that are not cleared are not in it. */
    public List<PayerDay> listPayerDays(LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAYER_DAYS)) {
            statement.setObject(1, from);
            statement.setObject(2, to);
            statement.setObject(3, from);
            statement.setObject(4, to);
            List<PayerDay> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new PayerDay(
                            rows.getObject("day", LocalDate.class),
                            payer(rows.getInt("payer")),
                            rows.getLong("taps"),
                            rows.getLong("fen")));
                }
            }
            return found;
        }
    }

    /** What the journal of a day debits and credits. */
    public JournalTotals getJournal(LocalDate day) throws SQLException {
        return list(JOURNAL, day, row -> new JournalTotals(row.getLong("debit_fen"), row.getLong("credit_fen")))
                .get(0);
    }

    /**
     * Accounts since the first day.
     *
     * @param only the payer whose entries are told; empty: every account
     */
    public TrialBalance getTrialBalance(Optional<Payer> only) throws SQLException {
        String sql = only.isPresent() ? TRIAL_BALANCE_OF_PAYER : TRIAL_BALANCE;
        List<TrialBalance.Account> accounts = list(
                sql,
                only.map(Payer::code).orElse(null),
                row -> new TrialBalance.Account(
                        row.getString("name"), row.getLong("debit_fen"), row.getLong("credit_fen")));
        return new TrialBalance(accounts, VendorNames.byCode(connection));
    }

    private static Optional<Payer> payer(int code) {
        return code == 0 ? Optional.empty() : Optional.of(new Payer(code));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, @Nullable Object asked, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (asked != null) {
                statement.setObject(1, asked);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }
}
